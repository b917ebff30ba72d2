// A6, C1, C2, C6, D2: what an intake takes and what it finds.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace intake_links_test {

const std::vector<std::string_view> intakes = {"seek_help", "take_intakes"};

// Families with parents' problems and debts whose child asks the access in the first four weeks and is seen once.
struct Asking {
    int families = 1000;
    std::uint8_t problems = mental_health;
    double debt = 3000;
    std::int32_t access_minutes = 1'000'000'000;
};

Town asking(const Asking& what = {}) {
    Town town;
    town.settle({.wage = 3500, .children = {9}, .debt = what.debt, .problems = what.problems}, what.families);
    for (Level& own : town.world.children.own) own = Level::from(2.0);
    town.open(what.access_minutes);
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = 0.0;
    s.none_share = s.gi_share = 0.0;
    Access& a = town.now.access;
    a.handover_loss = a.one_door = a.scheme_outreach = a.follow_advice = 0.0;
    a.intake_weeks = 4.0;
    a.intake_hours = 10.0;
    a.broad_hours = 8.0;
    a.breadth = 0.5;
    a.half_hours = 6.0;
    a.see_own = a.see_other = 0.7;
    a.trust_start = 0.8;
    a.trust_face = a.trust_new_face = 0.0;
    a.pressure_start = 1.0;
    a.pressure_shrink = 0.0;
    a.patience_weeks = 1e5;
    for (Level& trust : town.world.households.trust) trust = Level::from(a.trust_start);
    return town;
}

struct Found {
    std::int64_t intakes = 0, minutes = 0, own = 0, family = 0, livelihood = 0;
    std::vector<std::uint8_t> seen = {};
    std::int64_t other() const { return family + livelihood; }
};

Found find(Town town, int steps = 12) {
    town.run(steps, intakes);
    Found found{town.world.tally.intakes, town.world.tally.intake_minutes};
    found.seen = town.children().seen;
    each_child(town, [&](const Children& c, std::size_t i) {
        if (c.help[i] != HelpState::waiting_help) return;
        found.own += (c.seen[i] & seen_own) != 0;
        found.family += (c.seen[i] & seen_family) != 0;
        found.livelihood += (c.seen[i] & seen_livelihood) != 0;
    });
    CHECK(found.own + found.other() == town.world.tally.causes_seen);
    CHECK(broken_monthly_laws(town.world).empty());
    return found;
}

template <class Change>
Found find_with(const Change& change, const Asking& what = {}) {
    Town town = asking(what);
    change(town.now.access);
    return find(std::move(town));
}

TEST_CASE("A6: a shorter intake finds fewer causes, where length does not matter, none", "[a6][c1]") {
    std::int64_t own = 1'000'000, other = 1'000'000;
    for (const double hours : {20.0, 10.0, 6.0, 2.0}) {
        const Found found = find_with([&](Access& a) { a.intake_hours = hours; a.broad_hours = 0.0; });
        CHECK(found.intakes == 1000);
        CHECK(found.minutes == static_cast<std::int64_t>(1000 * 60 * hours));
        INFO(hours << " hours: own " << found.own << ", other " << found.other());
        CHECK(found.own < own);
        CHECK(found.other() < other);
        own = found.own;
        other = found.other();
    }
    CHECK(own > 0);
    const auto seen = [](double hours) {
        return find_with([&](Access& a) { a.half_hours = 0.0; a.intake_hours = hours; a.see_own = a.see_other = 0.45; }).seen;
    };
    CHECK(seen(2.0) == seen(20.0));
}

TEST_CASE("A6: a new face hears less, a known one more, and neither at zero", "[a6]") {
    const auto found = [](bool known, double gain, double loss) {
        Town town = asking();
        town.now.access.trust_face = gain;
        town.now.access.trust_new_face = loss;
        if (known)
            for (Face& face : town.world.children.face) face = {ServerId(0)};
        return find(std::move(town));
    };
    const Found neutral = found(false, 0.0, 0.0);
    CHECK(found(false, 0.0, 0.4).other() < neutral.other());
    CHECK(found(true, 0.4, 0.0).other() > neutral.other());
    CHECK(found(true, 0.0, 0.4).seen == neutral.seen);
    CHECK(found(false, 0.4, 0.0).seen == neutral.seen);
    CHECK(found(false, 0.0, 0.4).own == neutral.own);  // their own question families do tell
}

TEST_CASE("A6: families without trust tell nothing beyond the question itself", "[a6]") {
    Town town = asking();
    for (Level& trust : town.world.households.trust) trust = Level{};
    const Found found = find(std::move(town));
    CHECK(found.other() == 0);
    CHECK(found.own > 0);
}

TEST_CASE("C1: breadth finds more causes per intake, and at zero none beyond the question", "[c1][d2]") {
    std::int64_t other = -1;
    for (const double breadth : {0.0, 0.3, 0.6, 1.0}) {
        const Found found = find_with([&](Access& a) { a.breadth = breadth; });
        CHECK(found.other() > other);
        if (breadth == 0.0) CHECK(found.other() == 0);
        other = found.other();
    }
    CHECK(find_with([](Access& a) { a.breadth = 1.0; a.see_other = 0.0; }).other() == 0);
    CHECK(find_with([](Access& a) { a.breadth = 1.0; }, {.problems = 0, .debt = 0}).other() == 0);  // nothing to find
}

TEST_CASE("C1: breadth closes fewer intakes a week, and not where it costs no time", "[c1]") {
    const auto closed = [](double breadth, double broad_hours) {
        Town town = asking({.access_minutes = 20 * 60});
        town.now.access.breadth = breadth;
        town.now.access.broad_hours = broad_hours;
        town.run(steps_a_year, intakes);
        return town.world.tally.intakes;
    };
    CHECK(closed(1.0, 16.0) < closed(0.1, 16.0));
    CHECK(closed(1.0, 0.0) == closed(0.1, 0.0));
}

TEST_CASE("C1: hours for intake close more of them a week", "[c1][c7]") {
    const auto closed = [](double hours) {
        Town town = asking({.access_minutes = 20 * 60});
        town.pull("intake_hours", hours);
        town.run(steps_a_year, {"review_capacity", "seek_help", "take_intakes"});
        return town.world.tally.intakes;
    };
    const std::int64_t as_is = closed(1.0);
    CHECK(closed(2.0) > as_is);
    CHECK(closed(0.5) < as_is);
}

TEST_CASE("C2: pressure shortens intakes down to a floor, and not at all at zero", "[c2]") {
    // Minutes given to everybody who asked; a quarter of the families asks in each week.
    const auto mean_minutes = [](std::int32_t access_minutes, double shrink) {
        Town town = asking({.access_minutes = access_minutes});
        town.now.access.pressure_shrink = shrink;
        town.run(4, intakes);
        std::int64_t sum = 0;
        for (const std::int16_t minutes : town.children().intake_minutes) sum += minutes;
        return static_cast<double>(sum) / 1000.0;
    };
    const double full = 60.0 * (10.0 + 8.0 * 0.5);
    CHECK(mean_minutes(1'000'000'000, 0.7) == full);
    CHECK(mean_minutes(4'000, 0.0) == full);
    CHECK(mean_minutes(60'000, 0.7) > mean_minutes(4'000, 0.7));
    CHECK(mean_minutes(4'000, 0.7) < 0.7 * full);
    CHECK(mean_minutes(4'000, 0.7) >= 0.3 * full);
}

TEST_CASE("C2: under pressure the look beyond the own domain goes first", "[c2]") {
    const auto found = [](double shrink, double breadth_shrink) {
        return find_with([&](Access& a) {
            a.pressure_shrink = shrink;
            a.breadth_shrink = breadth_shrink;
            a.intake_weeks = 0.1;                       // all are seen, under the pressure at which they asked
        }, {.families = 2000, .access_minutes = 400'000});
    };
    const Found calm = found(0.0, 1.5), pressed = found(0.7, 1.5);
    const auto kept = [](std::int64_t after, std::int64_t before) { return static_cast<double>(after) / static_cast<double>(before); };
    CHECK(pressed.minutes < calm.minutes);
    CHECK(kept(pressed.own, calm.own) < 1.0);
    CHECK(kept(pressed.other(), calm.other()) < kept(pressed.own, calm.own));
    CHECK(found(0.7, 3.0).other() < pressed.other());
    CHECK(found(0.7, 3.0).own == pressed.own);
    CHECK(found(0.0, 3.0).seen == calm.seen);
}

TEST_CASE("D2: triage shortens single questions only, and only at the front door", "[d2]") {
    const auto minutes = [](const Asking& what, double one_door, double speed) {
        return find_with([&](Access& a) {
            a.one_door = one_door;
            a.triage_speed = speed;
        }, what).minutes;
    };
    const Asking single{.problems = 0, .debt = 0}, multiple{};
    CHECK(minutes(single, 1.0, 0.5) == 1000 * 5 * 60);
    CHECK(minutes(single, 0.0, 0.5) == 1000 * 10 * 60);
    CHECK(minutes(single, 1.0, 0.0) == 1000 * 10 * 60);
    CHECK(minutes(multiple, 1.0, 0.5) == 1000 * 14 * 60);
}

TEST_CASE("A2 D2: a money problem that is seen leads to claims, one that is not seen to none", "[a2][d2]") {
    const auto claiming = [](double outreach, double see_other) {
        Town town;
        town.now = asking().now;
        town.settle({.children = {9}, .debt = 3000}, 300);  // on bijstand: entitled
        for (Level& own : town.world.children.own) own = Level::from(2.0);
        town.open();
        town.now.access.scheme_outreach = outreach;
        town.now.access.see_other = see_other;
        for (Scheme& scheme : town.now.schemes) scheme.low_income_months = 0;
        town.run(12, intakes);
        std::int64_t claiming = 0, inconsistent = 0;
        for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
            claiming += town.homes().claims[i] != 0;
            inconsistent += town.homes().claims[i] && !(town.children().seen[i] & seen_livelihood);
        }
        CHECK(inconsistent == 0);
        return claiming;
    };
    CHECK(claiming(1.0, 0.85) > 20);
    CHECK(claiming(0.0, 0.85) == 0);
    CHECK(claiming(1.0, 0.0) == 0);
}

TEST_CASE("A5 D2: parents' problems that are seen are treated outside the youth budget, after a wait", "[a5][d2]") {
    Town base = asking();
    base.now.access.follow_advice = 1.0;
    Parents& p = base.now.parents;
    p.mental_health_in = p.addiction_in = p.conflict_in = p.mental_health_out = 0.0;
    p.treated_out = 6.0;
    // A line so full that the first weeks see nobody start.
    ParentCare& care = base.now.parent_care;
    care.asks = {1e-9, 1e-9, 1e-9, 1e-9};
    care.patience_weeks = 1e5;
    care.months.fill(120.0);
    WaitingLine& line = base.world.services[parent_care_service].line;
    line.set_capacity(ServerId(0), 0);
    const auto ill = [](const Town& town) {
        std::int64_t count = 0;
        for (const std::uint8_t problems : town.homes().problems) count += (problems & mental_health) != 0;
        return count;
    };
    const std::vector<std::string_view> all = {"change_parents_problems", "treat_parents", "seek_help", "take_intakes"};
    Town town = base;
    town.run(12, all);
    CHECK(ill(town) == 1000);                             // still waiting
    CHECK(town.world.services[parent_care_service].line.waiting() > 100);
    town.world.services[parent_care_service].line.set_capacity(ServerId(0), 1'000'000);
    const Cents youth = town.world.ledger.balance(Account::youth);
    town.run(steps_a_year, all);
    CHECK(ill(town) < 900);
    CHECK(town.world.ledger.balance(Account::insurer) < Cents(0));
    CHECK(town.world.ledger.balance(Account::youth) == youth);
    Town unseen = base;
    unseen.now.access.see_other = 0.0;
    unseen.run(steps_a_year, all);
    CHECK(ill(unseen) == 1000);
    CHECK(unseen.world.ledger.balance(Account::insurer) == Cents(0));
}

}  // namespace intake_links_test
