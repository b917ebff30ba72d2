// D5: what each form of contract does by itself: duration, intensity, upcoding, growth; price and volume apart.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace contract_links_test {

constexpr int effort = 0, trajectory = 1, lump_sum = 2, output = 3, population = 4;
constexpr std::size_t kind = 1;  // the one kind of help that anybody goes to: hours, not the team's

const std::vector<std::string_view> chain = {"review_capacity", "seek_help", "give_help", "pay_services"};

// Five hundred children who ask once and go straight to one kind of help under one form of contract, whose forms have
// no incentive at all unless a test gives one.
Town clients(int form, std::int32_t capacity = 1'000'000) {
    Town town;
    town.settle({.wage = 3500, .children = {9}}, 500);
    for (Level& own : town.world.children.own) own = Level::from(2.0);
    town.now.contracts.duration = town.now.contracts.intensity = {1.0, 1.0, 1.0, 1.0, 1.0};
    town.now.contracts.upcoding = town.now.contracts.growth = town.now.contracts.waiting = town.now.contracts.keep = {};
    town.now.contracts.shrink = 0.0;
    town.now.contracts.upcoding_price = 1.5;
    town.open(1'000'000, capacity);
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = 0.0;
    s.none_share = 1.0;
    s.gi_share = s.continue_chance = 0.0;
    town.now.access.one_door = town.now.access.handover_loss = 0.0;
    for (HelpType& type : town.now.help_types) type.chosen[3] = {};
    HelpType& type = town.now.help_types[kind];
    REQUIRE_FALSE((type.places || type.team));
    type.chosen[3] = {1, 1, 1};
    type.contract_form = form;
    type.patience_weeks = 1e5;
    return town;
}

struct Delivered {
    std::int64_t starts, ends, served_minutes, load, spending;
    bool operator==(const Delivered&) const = default;
};

Delivered delivered(Town town, int steps = 4 * steps_a_year) {
    town.run(4, chain);
    town.now.seeking.most = 0.0;
    town.run(steps - 4, chain);
    CHECK(broken_monthly_laws(town.world).empty());
    const LineCounts& counts = town.help(kind).month;
    return {town.world.tally.starts[kind], town.world.tally.ends[kind], counts.served_minutes, counts.load_minutes_weeks,
            town.world.tally.spending[kind]};
}

template <class Change>
Delivered with(int form, const Change& change) {
    Town town = clients(form);
    change(town);
    return delivered(std::move(town));
}

const auto nothing = [](Town&) {};

TEST_CASE("D5: a form's duration factor stretches help of that form only", "[d5]") {
    for (const int form : {effort, trajectory, lump_sum, output, population}) {
        const Delivered plain = with(form, nothing);
        CHECK(plain.starts == 500);
        for (const int changed : {effort, trajectory, lump_sum, output, population}) {
            const Delivered longer = with(form, [&](Town& t) { t.now.contracts.duration[static_cast<std::size_t>(changed)] = 1.2; });
            INFO("form " << form << ", factor on " << changed);
            if (changed != form) {
                CHECK(longer == plain);
                continue;
            }
            const double ratio = static_cast<double>(longer.served_minutes) / static_cast<double>(plain.served_minutes);
            CHECK(ratio > 1.15);
            CHECK(ratio < 1.2001);
            CHECK(longer.starts == plain.starts);
        }
    }
}

TEST_CASE("D5: a form's intensity thins the week of help of that form only", "[d5]") {
    for (const int form : {effort, trajectory, lump_sum, output, population}) {
        const Delivered plain = with(form, nothing);
        CHECK(plain.load == plain.served_minutes * 60);
        for (const int changed : {effort, trajectory, lump_sum, output, population}) {
            const Delivered thinner = with(form, [&](Town& t) { t.now.contracts.intensity[static_cast<std::size_t>(changed)] = 0.8; });
            CHECK(thinner.served_minutes == plain.served_minutes);
            CHECK(thinner.load == (changed == form ? plain.served_minutes * 48 : plain.load));
        }
    }
}

TEST_CASE("D5: under effort the hours are paid, price and volume apart", "[d5]") {
    const Delivered plain = with(effort, nothing);
    // EUR 100 for each delivered hour, rounded each week.
    const double hours = static_cast<double>(plain.load) / minutes_per_step / 60.0;
    CHECK(std::abs(static_cast<double>(plain.spending) - 10'000.0 * hours) < 4 * steps_a_year);
    const Delivered dearer = with(effort, [](Town& t) { t.world.services[first_help_service + kind].hour_price = euros(130); });
    CHECK(std::abs(static_cast<double>(dearer.spending) - 13'000.0 * hours) < 4 * steps_a_year);
    CHECK(dearer.served_minutes == plain.served_minutes);
    const Delivered longer = with(effort, [](Town& t) { t.now.help_types[kind].duration_factor *= 1.1; });
    CHECK(longer.spending > plain.spending);
}

TEST_CASE("D5: under a trajectory price every start is paid once, whatever its length", "[d5]") {
    const Delivered plain = with(trajectory, nothing);
    CHECK(plain.spending == 500 * euros(1000).count);
    CHECK(with(trajectory, [](Town& t) { t.now.contracts.duration[trajectory] = 0.5; }).spending == plain.spending);
    const Delivered dearer =
        with(trajectory, [](Town& t) { t.world.services[first_help_service + kind].trajectory_price = euros(1300); });
    CHECK(dearer.spending == 500 * euros(1300).count);
    CHECK(dearer.served_minutes == plain.served_minutes);
}

TEST_CASE("D5: a lump sum is paid whatever is delivered", "[d5]") {
    const Delivered plain = with(lump_sum, nothing);
    CHECK(plain.spending == 4 * steps_a_year * euros(1000).count);
    Town empty = clients(lump_sum);
    empty.now.seeking.most = 0.0;
    empty.run(4 * steps_a_year, chain);
    CHECK(empty.world.tally.starts[kind] == 0);
    CHECK(empty.world.tally.spending[kind] == plain.spending);
    CHECK(with(lump_sum, [](Town& t) { t.world.services[first_help_service + kind].hour_price = euros(900); }) == plain);
}

TEST_CASE("D5: upcoding raises the price of trajectories by its share, and nothing else", "[d5]") {
    const Delivered plain = with(trajectory, nothing);
    const auto upcoded = [](int form, double share) {
        return with(form, [=](Town& t) { t.now.contracts.upcoding[static_cast<std::size_t>(form)] = share; });
    };
    const Delivered some = upcoded(trajectory, 0.2), all = upcoded(trajectory, 1.0);
    CHECK(all.spending == 500 * euros(1500).count);
    CHECK(some.spending > plain.spending + 60 * euros(500).count);
    CHECK(some.spending < plain.spending + 140 * euros(500).count);
    CHECK(all.served_minutes == plain.served_minutes);
    CHECK(upcoded(lump_sum, 1.0) == with(lump_sum, nothing));
}

TEST_CASE("D5: providers grow while people wait, as fast as their form pays and the labour market allows", "[d5]") {
    const auto grown = [](int form, double growth, double labour, double norm = 3.0) {
        Town town = clients(form, 100 * 60);
        town.now.contracts.growth[static_cast<std::size_t>(form)] = growth;
        town.now.contracts.labour_growth = labour;
        town.now.contracts.wait_norm_weeks = norm;
        town.now.help_types[kind].duration_factor = 3.0;
        town.run(steps_a_year, chain);
        CHECK(town.help(kind).line.waiting() > 0);
        return town.help(kind).capacity_factor;
    };
    for (const int form : {effort, trajectory, lump_sum, output, population}) {
        CHECK(grown(form, 0.0, 0.06) == 1.0);
        CHECK(grown(form, 0.05, 0.0) == 1.0);
        CHECK(grown(form, 0.01, 0.2) > 1.02);
        CHECK(grown(form, 0.05, 0.2) > grown(form, 0.01, 0.2));
        CHECK(grown(form, 0.05, 0.04) == grown(form, 0.01, 0.04));  // the labour market binds
        CHECK(grown(form, 0.05, 0.2, 1e9) == 1.0);                  // nobody waits longer than the norm
    }
}

TEST_CASE("D5: what stands idle shrinks, and not at zero", "[d5]") {
    const auto left = [](double shrink) {
        Town town = clients(effort, 100 * 60);
        town.now.seeking.most = 0.0;
        town.now.contracts.shrink = shrink;
        town.now.contracts.idle_share = 0.1;
        town.run(steps_a_year, chain);
        return town.help(kind).line.total_capacity();
    };
    CHECK(left(0.0) == 6000);
    CHECK(left(0.05) < 6000);
    CHECK(left(0.05) > 4000);
}

TEST_CASE("D5: the lever changes the form of outpatient help and nothing of the team or of places", "[d5]") {
    const Town base;
    for (const double form : {-1.0, 0.0, 1.0, 2.0, 3.0, 4.0}) {
        Town town;
        town.pull("contract_ambulant", form);
        for (std::size_t k = 0; k < base.now.help_types.size(); ++k) {
            const HelpType& type = base.now.help_types[k];
            const bool kept = form < 0.0 || type.team || type.places;
            CHECK(town.now.help_types[k].contract_form == (kept ? type.contract_form : form));
        }
    }
}

}  // namespace contract_links_test
