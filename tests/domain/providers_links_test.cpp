// D5: what providers and their contracts do by themselves.
#include "market_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace providers_links_test {

TEST_CASE("D5: queues of their own wait longer than one, who looks at the wait makes them one again", "[d5]") {
    const auto wait = [](int count, double sees) {
        Town town = market(Form::effort, count, 240 * 60);
        town.now.providers.sees_wait = sees;
        town = ran(std::move(town), 3 * steps_a_year);
        return static_cast<double>(waited(town)) / static_cast<double>(town.world.tally.starts[kind]);
    };
    CHECK(wait(6, 0.0) > 1.05 * wait(1, 0.0));
    CHECK(wait(6, 1.0) < wait(6, 0.0));
    CHECK(wait(1, 1.0) == wait(1, 0.0));
}

TEST_CASE("D5: a running contract keeps its form until it ends", "[d5]") {
    const auto after = [](int steps, int end, double form, double region = 0.0, double alone = 0.0) {
        Town town = market(Form::effort);
        end_contracts(town, end);
        town.now.help_types[kind].contract_form = form;
        town.now.providers.region_months = region;
        town.now.providers.region_alone = alone;
        town = ran(std::move(town), steps);
        return town;
    };
    // The same to the last bit while the contract runs, whatever is wanted.
    CHECK(outcomes_now(after(60, 61, 1.0), Month::of(2027, 3)) == outcomes_now(after(60, 61, 0.0), Month::of(2027, 3)));
    CHECK(form_of(after(60, 61, 1.0).world, first_line(kind), market(Form::effort).now) == Form::effort);
    CHECK(after(80, 61, 2.0).world.services[first_line(kind)].offer.form == Form::lump_sum);
    // The region takes its time; the contract that ends before it has decided is renewed as it was.
    CHECK(after(80, 61, 2.0, 24.0).world.services[first_line(kind)].offer.form == Form::effort);
    CHECK(after(80, 61, 2.0, 24.0, 1.0).world.services[first_line(kind)].offer.form == Form::lump_sum);
}

TEST_CASE("D5: a sum makes providers let people wait, and only as far as its share says", "[d5]") {
    for (const Form form : {Form::effort, Form::trajectory, Form::lump_sum, Form::output, Form::population}) {
        const auto wait = [&](double share) {
            Town town = market(form, 1, 200 * 60);
            town.now.contracts.waiting[static_cast<std::size_t>(form)] = share;
            return waited(ran(std::move(town), 2 * steps_a_year));
        };
        CHECK(wait(0.1) > wait(0.0));
    }
}

TEST_CASE("D5: price and volume are kept apart, under each form", "[d5]") {
    for (const Form form : {Form::effort, Form::trajectory, Form::output}) {
        const auto books = [&](double tariff) {
            Town town = market(form);
            for (Provider& provider : town.world.providers.list) provider.tariff = Level::from(tariff);
            return ran(std::move(town), steps_a_year);
        };
        const Town base = books(1.0), dearer = books(1.25);
        CHECK(market_of(dearer).volume == market_of(base).volume);
        const double ratio = static_cast<double>(market_of(dearer).paid.count) / static_cast<double>(market_of(base).paid.count);
        CHECK(ratio == Approx(1.25).epsilon(0.001));
    }
    const Town sum = ran(market(Form::lump_sum), steps_a_year);
    CHECK(market_of(sum).paid == steps_a_year * euros(1000) * static_cast<std::int64_t>(1) + (market_of(sum).paid - Cents(paid(sum))));
    CHECK(market_of(sum).volume > Cents(0));
}

TEST_CASE("D5: no contract pays less than the real price", "[d5]") {
    Town town = market(Form::effort);
    end_contracts(town, 10);
    town.now.providers.tariff_floor = 0.95;
    town.pull("tariff_level", 0.8);
    town = ran(std::move(town), 60);
    CHECK(town.world.providers.list[kind - 1].tariff == Level::from(0.95));
    Town up = market(Form::effort);
    end_contracts(up, 10);
    up.pull("tariff_level", 1.1);
    up = ran(std::move(up), 60);
    CHECK(up.world.providers.list[kind - 1].tariff == Level::from(1.1));
}

TEST_CASE("D5: paid below cost a provider shrinks and leaves, its clients go on with another one, the last one stays", "[d5]") {
    const auto after = [](double cost, double loss = 0.0) {
        Town town = market(Form::effort, 2);
        town.now.access.handover_loss = loss;
        town.now.help_types[kind].duration_factor = 3.0;
        town.world.providers.list.back().cost = Level::from(cost);
        town.now.providers.leave_quarters = 2;
        town.now.providers.short_shrink = 0.1;
        town.now.providers.staff_follow = 1.0;
        return ran(std::move(town), 40);
    };
    const Town paying = after(1.0), short_paid = after(1.1);
    CHECK(active_providers(paying.world, kind) == 2);
    CHECK(active_providers(short_paid.world, kind) == 1);
    CHECK(market_of(short_paid).handed_over > 50);
    CHECK(present(short_paid) > 0.8 * static_cast<double>(present(paying)));
    CHECK(present(after(1.1, 0.5)) < present(short_paid));   // C6
    CHECK(short_paid.world.services.back().line.in_service() == 0);
    Town last = market(Form::effort, 1);
    last.world.providers.list[kind - 1].cost = Level::from(1.2);
    last.now.providers.leave_quarters = 1;
    CHECK(active_providers(ran(std::move(last), 60).world, kind) == 1);
}

TEST_CASE("D5: the number of providers follows the lever when contracts end, and the hours stay", "[d5]") {
    const auto after = [](int count, double wanted, int end) {
        Town town = market(Form::effort, count, 400 * 60);
        town.now.providers.staff_follow = 1.0;
        town.now.access.hours_professional = 20.0;
        end_contracts(town, end);
        town.pull("providers_number", wanted);
        return ran(std::move(town), 60);
    };
    CHECK(active_providers(after(4, 1, 1000).world, kind) == 4);   // contracts run
    const Town one = after(4, 1, 20), many = after(2, 8, 20), same = after(4, -1, 20);
    CHECK(active_providers(one.world, kind) == 1);
    CHECK(active_providers(many.world, kind) == 8);
    CHECK(active_providers(same.world, kind) == 4);
    CHECK(hours(one) == Approx(400 * 60).epsilon(0.01));
    CHECK(hours(many) == Approx(400 * 60).epsilon(0.02));
    CHECK(market_of(same).handed_over == 0);
}

TEST_CASE("D5: shorter contracts are tendered more often, and a lost tender hands clients over", "[d5]") {
    const auto moved = [](double months, double loss) {
        Town town = market(Form::effort, 3);
        town.now.help_types[kind].duration_factor = 5.0;
        town.now.providers.tender_loss = loss;
        town.pull("contract_length", months);
        end_contracts(town, 8);
        return market_of(ran(std::move(town), 2 * steps_a_year)).handed_over;
    };
    CHECK(moved(4, 0.3) > moved(60, 0.3));
    CHECK(moved(4, 0.0) == 0);
}

TEST_CASE("D5: where people wait long and the form pays growth a provider comes", "[d5]") {
    const auto entered = [](double chance, double growth, double weeks = 10.0) {
        Town town = market(Form::effort, 1, 60 * 60);
        town.now.contracts.growth.fill(growth);
        town.now.contracts.labour_growth = 0.0;
        town.now.providers.entry_chance = chance;
        town.now.providers.entry_weeks = weeks;
        town.now.providers.entry_size = 0.5;
        return market_of(ran(std::move(town), steps_a_year)).entered;
    };
    CHECK(entered(1.0, 0.05) > 0);
    CHECK(entered(0.0, 0.05) == 0);
    CHECK(entered(1.0, 0.0) == 0);         // a sum pays no growth
    CHECK(entered(1.0, 0.05, 1e6) == 0);   // nobody waits that long
}

TEST_CASE("D5: costs that tariffs do not follow drive providers out, full indexation keeps them", "[d5]") {
    const auto left = [](double index) {
        Town town = market(Form::effort, 2);
        town.now.providers.index_share = index;
        town.now.providers.cost_growth = 0.05;
        town.now.providers.leave_quarters = 2;
        return market_of(ran(std::move(town), 3 * steps_a_year)).left;
    };
    CHECK(left(0.5) > 0);
    CHECK(left(1.0) == 0);
}

TEST_CASE("D5: a result that is not there leaves the held part of the price unpaid", "[d5]") {
    const auto spent = [](Form form, double load, double held, double steering = 0.0) {
        Town town = market(form);
        for (Level& own : town.world.children.own) own = Level::from(load);
        town.now.help_types[kind].group_effect = {};
        town.now.help_types[kind].effect_family = 0.0;
        town.now.children.worsening = 0.0;
        town.now.providers.output_withheld = held;
        town.now.providers.evaluation_stop = 0.0;
        town.now.providers.output_steering = steering;
        return paid(ran(std::move(town), 7 * steps_a_year));
    };
    const std::int64_t all = 300 * euros(1000).count;
    CHECK(spent(Form::output, 1.0, 0.3) == all);
    CHECK(spent(Form::output, 9.0, 0.3) == Approx(0.7 * all));
    CHECK(spent(Form::output, 9.0, 0.0) == all);
    CHECK(spent(Form::trajectory, 9.0, 0.3) == all);
    CHECK(spent(Form::trajectory, 9.0, 0.3, 0.5) == Approx(0.85 * all));
    CHECK(spent(Form::lump_sum, 9.0, 0.3, 1.0) == spent(Form::lump_sum, 9.0, 0.0, 0.0));
}

TEST_CASE("D5: paid for results, providers take light cases first, as far as selection goes", "[d5]") {
    const auto heavy_waiting = [](double selection, double steering = 1.0) {
        Town town = market(Form::effort, 1, 60 * 60);
        Children& c = town.world.children;
        for (std::size_t i = 0; i < c.own.size(); ++i) c.own[i] = Level::from(i % 2 ? 9.0 : 1.0);
        town.now.children.worsening = 0.0;
        town.now.providers.output_selection = selection;
        town.now.providers.evaluation_stop = town.now.providers.output_withheld = 0.0;
        town.pull("output_steering", steering);
        town = ran(std::move(town), 20);
        std::int64_t count = 0;
        each_child(town, [&](const Children& all, std::size_t i) { count += i % 2 && all.help[i] == HelpState::waiting_help; });
        return count;
    };
    CHECK(heavy_waiting(1.0) > heavy_waiting(0.0) + 10);
    CHECK(heavy_waiting(0.0) == heavy_waiting(1.0, 0.0));
}

TEST_CASE("D5: a built town has several providers of outpatient help, one of each kind with places, and its books close", "[d5]") {
    Town town = town_of("woudenberg");
    int outpatient = 0;
    each_line(town.world, kind, [&](std::size_t) { ++outpatient; });
    CHECK(outpatient > 1);
    for (std::size_t k = 0; k < town.now.help_types.size(); ++k) {
        int lines = 0;
        each_line(town.world, k, [&](std::size_t) { ++lines; });
        if (town.now.help_types[k].places || town.now.help_types[k].team) CHECK(lines == 1);
    }
    // Everything at once: another form and number, a low tariff, a newcomer and lost tenders.
    town.pull("contract_ambulant", 4.0);
    town.pull("providers_number", 12.0);
    town.pull("tariff_level", 0.8);
    town.pull("new_provider", 0.3);
    town.pull("region_alone", 1.0);
    town.pull("output_steering", 0.5);
    town.pull("evaluated_grants", 0.5);
    town.pull("catalogue_breadth", 0.1);
    town.now.providers.tender_loss = 0.5;
    end_contracts(town, 10);
    town.run(60);
    CHECK(broken_monthly_laws(town.world).empty());
    town.pull("providers_number", 1.0);
    town.now.providers.tender_loss = 0.0;
    end_contracts(town, 62);
    town.run(30);
    CHECK(broken_monthly_laws(town.world).empty());
    CHECK(active_providers(town.world, kind) <= 2);
}

}  // namespace providers_links_test
