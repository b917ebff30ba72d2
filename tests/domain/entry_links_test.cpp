// D1, D2, D3, D11, D19: desks, front-door meeting, look at livelihood, free light help, shared signals.
#include "entry_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace entry_links_test {

TEST_CASE("D1: the same family at the desk for income gets schemes and no look at the child", "[d1]") {
    const auto town_at = [](double choice) {
        Town town = families({.children = {9}, .debt = 3000});      // on bijstand: entitled to schemes
        town.now.entry.desk_choice = choice;
        town.now.access.follow_advice = 1.0;
        for (Scheme& scheme : town.now.schemes) scheme.low_income_months = 0;
        for (std::size_t i = 0; i < town.world.child_rows(); ++i) town.world.children.livelihood[i] = Level::from(1.0);
        return once(std::move(town));
    };
    const auto claimants = [](const Town& town) {
        return std::count_if(town.homes().claims.begin(), town.homes().claims.end(), [](std::uint8_t c) { return c != 0; });
    };
    const Town youth = town_at(0.0), income = town_at(1.0);
    const auto at = [](const Town& town, Desk desk) { return town.world.tally.entry.desk[static_cast<std::size_t>(desk)]; };
    CHECK(at(youth, Desk::youth) == 300);
    CHECK(claimants(youth) == 0);
    CHECK(at(income, Desk::income) > 80);                            // a third of the load is livelihood
    CHECK(claimants(income) == at(income, Desk::income));
    CHECK(started(income) == started(youth) - at(income, Desk::income));
    for (std::size_t i = 0; i < income.world.child_rows(); ++i)
        if (income.homes().claims[income.children().household[i].index]) CHECK(income.children().help[i] == HelpState::none);
    CHECK(income.world.ledger.balance(Account::debt_help) == -at(income, Desk::income) * euros(income.now.entry.desk_cost));
    CHECK(youth.world.ledger.balance(Account::debt_help) == Cents(0));
}

TEST_CASE("D1: the desk for Wmo helps the parents on its own law, one door sends nobody to a desk", "[d1][d2]") {
    const auto town_with = [](double choice, double door) {
        Town town = families({.wage = 3500, .children = {9}, .problems = mental_health});
        town.now.entry.desk_choice = choice;
        town.now.access.follow_advice = 1.0;
        town.now.access.see_other = 0.0;
        town.now.access.one_door = door;
        for (Level& family : town.world.children.family) family = Level::from(1.0);
        return once(std::move(town));
    };
    const auto advised = [](const Town& town) {
        return std::count_if(town.homes().care.begin(), town.homes().care.end(), [](const ParentCareState& c) { return c.advised; });
    };
    const Town desks = town_with(1.0, 0.0);
    CHECK(advised(desks) > 80);
    CHECK(started(desks) == 300 - advised(desks));
    CHECK(desks.world.ledger.balance(Account::wmo) < Cents(0));
    CHECK(advised(town_with(0.0, 0.0)) == 0);
    const Town door = town_with(1.0, 1.0);
    CHECK(advised(door) == 0);
    CHECK(started(door) == 300);
}

TEST_CASE("D2: the front-door meeting sees more of multiple questions only, saves handovers, takes hours", "[d2]") {
    const auto found = [](const Home& home, double sight, double saves, double minutes, double meeting = 1.0, std::int32_t hours = 0) {
        Town town = families(home);
        town.now.access.handover_loss = 0.15;
        town.now.entry.meeting_sight = sight;
        town.now.entry.meeting_saves = saves;
        town.now.entry.meeting_minutes = minutes;
        if (hours) town.world.services[access_service].line.set_capacity(ServerId(0), 60 * hours);
        town.pull("front_door_meeting", meeting);
        return once(std::move(town));
    };
    const Home multiple{.wage = 3500, .children = {9}, .debt = 3000, .problems = mental_health}, single{.wage = 3500, .children = {9}};
    const Town none = found(multiple, 0.6, 0.6, 30, 0.0);
    CHECK(found(multiple, 0.6, 0.0, 0).world.tally.causes_seen > none.world.tally.causes_seen + 50);
    CHECK(sum_of(found(multiple, 0.0, 0.6, 0).world.tally.dropped) < sum_of(none.world.tally.dropped));
    CHECK(everything(found(multiple, 0.0, 0.0, 0)) == everything(none));
    CHECK(everything(found(single, 0.6, 0.0, 0)) == everything(found(single, 0.6, 0.0, 0, 0.0)));
    CHECK(found(single, 0.0, 0.0, 90, 1.0, 40).world.tally.intakes < found(single, 0.0, 0.0, 0, 1.0, 40).world.tally.intakes);
}

TEST_CASE("D2: livelihood first sees money trouble of multiple questions and acts on it, in a longer intake", "[d2]") {
    const auto found = [](const Home& home, double hours, double sight, double acts, double first = 1.0) {
        Town town = families(home);
        town.now.entry.livelihood_hours = hours;
        town.now.entry.livelihood_sight = sight;
        town.now.entry.livelihood_acts = acts;
        for (std::uint8_t& problematic : town.world.households.problematic) problematic = home.debt > 0.0;
        for (Scheme& scheme : town.now.schemes) scheme.low_income_months = 0;
        town.pull("livelihood_first", first);
        return once(std::move(town));
    };
    const auto seen = [](const Town& town) {
        return std::count_if(town.children().seen.begin(), town.children().seen.end(), [](std::uint8_t s) { return s & seen_livelihood; });
    };
    const Home poor{.children = {9}, .debt = 9000}, single{.wage = 3500, .children = {9}};
    const Town none = found(poor, 2, 0.9, 0.8, 0.0), full = found(poor, 2, 0.9, 0.8);
    CHECK(seen(full) > seen(none) + 50);
    CHECK(full.world.tally.intake_minutes == none.world.tally.intake_minutes + 300 * 120);
    CHECK(sum_of_array(none.world.tally.debts.applications) == 0);
    CHECK(sum_of_array(full.world.tally.debts.applications) > 50);
    CHECK(full.world.tally.claims_new > none.world.tally.claims_new);
    CHECK(started(full) == started(none));                          // beside youth help, never instead of it
    CHECK(everything(found(poor, 0, 0, 0)) == everything(none));
    CHECK(everything(found(single, 2, 0.9, 0.8)) == everything(found(single, 2, 0.9, 0.8, 0.0)));
}

TEST_CASE("D2: the load after an intake is told for single and multiple questions apart", "[d2]") {
    Town town = families({.wage = 3500, .children = {9}}, 100);
    for (std::size_t i = 0; i < 40; ++i) town.world.households.problems[i] = mental_health;
    town = once(std::move(town));
    const auto rows = outcome_rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const OutcomeRow& r) { return r.info(town.now).name == "load_after_intake"; });
    REQUIRE(row != rows.end());
    std::vector<std::int64_t> cells(2), denominators(2);
    row->count({town.world, town.now, Month::of(2027, 1), 70 * days_per_step}, cells, denominators);
    CHECK(denominators[0] == 60 * Level::one);
    CHECK(denominators[1] == 40 * Level::one);
    CHECK(cells[0] > 0);
}

TEST_CASE("D3 D19: free light help reaches more, part of it instead of specialised help, part new, nothing at zero", "[d3][d19]") {
    const auto found = [](double fresh, double instead, double open = 1.0) {
        Town town = families({.wage = 3500, .children = {9}}, 1000);
        town.now.seeking.most = 4.0;
        town.now.entry.light_new = fresh;
        town.now.entry.light_substitutes = instead;
        town.pull("light_help_free", open);
        return once(std::move(town));
    };
    const auto team = [](const Town& town) { return town.world.tally.starts[town.type_named("team_help")]; };
    const Town none = found(0.8, 0.5, 0.0), adds = found(0.8, 0.0), replaces = found(0.0, 0.5);
    CHECK(adds.world.tally.entry.light_new > 100);
    CHECK(team(adds) > team(none) + 100);
    CHECK(started(adds) == started(none) + adds.world.tally.entry.light_new);          // new demand, nothing taken off
    CHECK(replaces.world.tally.entry.light_instead > 100);
    CHECK(started(replaces) - team(replaces) < started(none) - team(none) - 100);      // substitution
    CHECK(started(replaces) == started(none));
    CHECK(everything(found(0.0, 0.0)) == everything(none));
}

TEST_CASE("D3 D19: severe questions are not light help", "[d3][d19]") {
    Town town = families({.wage = 3500, .children = {9}});
    for (Level& own : town.world.children.own) own = Level::from(7.0);
    town.now.entry.light_new = 0.8;
    town.now.entry.light_substitutes = 0.5;
    town.pull("light_help_free", 1.0);
    town = once(std::move(town));
    CHECK(town.world.tally.entry.light_new + town.world.tally.entry.light_instead == 0);
}

TEST_CASE("D19: an intake that sees the family brings its other children, and at zero none", "[d19]") {
    const auto found = [](double uncovers, double sight) {
        Town town = families({.wage = 3500, .children = {9, 12}, .problems = mental_health});
        for (std::size_t i = 0; i < town.world.child_rows(); ++i)
            town.world.children.own[i] = Level::from(i % 2 ? 4.0 : 2.0);   // the second asks nothing by itself in these weeks
        town.now.seeking.most = 2.0;
        town.now.entry.uncovers = uncovers;
        town.now.access.see_other = sight;
        return once(std::move(town), 4);
    };
    const Town none = found(0.0, 0.85), some = found(0.3, 0.85);
    CHECK(none.world.tally.entry.uncovered == 0);
    CHECK(some.world.tally.entry.uncovered > 0);
    CHECK(some.world.tally.requests == none.world.tally.requests + some.world.tally.entry.uncovered);
    CHECK(found(0.3, 0.0).world.tally.entry.uncovered == 0);
}

TEST_CASE("D11: shared signals bring families sooner and are known at the intake, nothing at zero", "[d11]") {
    const auto found = [](double signal, double sight, double sharing, bool arrears = true) {
        Town town = families({.wage = 3500, .children = {9}, .debt = 3000}, 1000);
        town.now.seeking.most = 4.0;
        town.now.entry.data_sharing = 0.0;
        town.now.entry.sharing_signal = signal;
        town.now.entry.sharing_sight = sight;
        town.now.entry.sharing_distrust = 0.0;
        for (std::uint8_t& months : town.world.households.arrears_months) months = arrears ? 5 : 0;
        town.pull("data_sharing", sharing);
        return once(std::move(town));
    };
    const Town none = found(1.0, 0.8, 0.0);
    const Town sooner = found(1.0, 0.0, 1.0), known = found(0.0, 0.8, 1.0);
    CHECK(sooner.world.tally.requests > none.world.tally.requests + 50);
    CHECK(sooner.world.tally.requests - none.world.tally.requests == sooner.world.tally.entry.signalled);
    CHECK(known.world.tally.requests == none.world.tally.requests);
    CHECK(known.world.tally.causes_seen > none.world.tally.causes_seen + 50);
    CHECK(everything(found(0.0, 0.0, 1.0)) == everything(none));
    CHECK(everything(found(1.0, 0.8, 1.0, false)) == everything(found(1.0, 0.8, 0.0, false)));   // nobody else knows anything
}

TEST_CASE("D11: services that share too freely hear less, the best lies where families still accept it", "[d11]") {
    const auto seen = [](double sharing, double distrust) {
        Town town = families({.wage = 3500, .children = {9}, .debt = 3000, .problems = addiction}, 1000);
        Entry& e = town.now.entry;
        e.data_sharing = sharing;
        e.sharing_signal = 0.4;
        e.sharing_sight = 0.4;
        e.sharing_tolerated = 0.5;
        e.sharing_distrust = distrust;
        town.now.seeking.most = 4.0;
        for (std::size_t i = 0; i < 300; ++i) town.world.households.arrears_months[i] = 5;
        return once(std::move(town)).world.tally.causes_seen;
    };
    CHECK(seen(0.5, 0.9) > seen(0.0, 0.9));
    CHECK(seen(0.5, 0.9) > seen(1.0, 0.9));
    CHECK(seen(0.5, 0.9) == seen(0.5, 0.0));
    CHECK(seen(1.0, 0.0) > seen(0.5, 0.0));
}

}  // namespace entry_links_test
