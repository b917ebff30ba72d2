// D7, D10, D17: walls and investments, revolving fund, money that ends, learning. And: nothing decided, not one bit.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace governing_links_test {

constexpr std::size_t at(Investment kind) { return static_cast<std::size_t>(kind); }
constexpr std::size_t at(Account fund) { return static_cast<std::size_t>(fund); }
const std::vector<std::string_view> governing = {"govern", "invest", "use_temporary_money", "learn"};

// A municipality of 1,000 people in a January, whose funds have closed the year with these results.
Town closed_year(const std::vector<std::pair<Account, double>>& results) {
    Town town;
    town.open();
    town.world.people = 1000;
    town.now.governing.invest_room = 0.5;
    town.now.governing.invest_most = 10;
    town.now.governing.belief = {};
    Governance& g = town.world.governance;
    g.started = true;
    g.investing.years = 1;
    for (const auto& [fund, result] : results) g.result[at(fund)] = euros(result);
    return town;
}
Cents total_of(const std::array<Cents, investment_count>& money) {
    Cents sum;
    for (const Cents amount : money) sum += amount;
    return sum;
}
std::vector<double> numbers(Parameters p) {
    std::vector<double> all;
    for (const ParameterRow& row : parameter_rows()) all.push_back(row.field(p));
    return all;
}

TEST_CASE("D7: with walls an investment whose gain lands elsewhere is not made", "[d7]") {
    Town walls = closed_year({{Account::prevention_teams, 8'000}, {Account::youth, 4'000}});
    walls.now.governing.belief[at(Investment::team)] = {0.0, 2.0, 0.0};
    Town open = walls;
    open.pull("inner_walls", 1.0);
    walls.run(1, {"invest"});
    open.run(1, {"invest"});
    CHECK(total_of(walls.world.governance.investing.own) == Cents(0));
    CHECK(open.world.governance.investing.own[at(Investment::team)] == euros(6'000));   // half of both results
    CHECK(total_of(open.world.governance.investing.own) == euros(6'000));

    Town own_gain = closed_year({{Account::youth, 4'000}, {Account::prevention_teams, 8'000}});
    own_gain.now.governing.belief[at(Investment::school_staff)] = {1.1, 0.0, 0.0};
    own_gain.run(1, {"invest"});
    CHECK(own_gain.world.governance.investing.own[at(Investment::school_staff)] == euros(2'000));
}

TEST_CASE("D7: no believed gain, or no room: nothing is invested, bit for bit", "[d7]") {
    Town base = closed_year({{Account::prevention_teams, 8'000}, {Account::youth, 4'000}});
    for (Belief& belief : base.now.governing.belief) belief = {2.0, 2.0, 2.0};
    for (const bool no_belief : {true, false}) {
        Town nothing = base;
        if (no_belief) nothing.now.governing.belief = {};
        else nothing.now.governing.invest_room = 0.0;
        Town without = nothing;
        for (const char* lever : {"inner_walls", "outer_agreements"}) nothing.pull(lever, 1.0);
        nothing.run(1, {"invest"});
        CHECK(outcomes_now(nothing, Month::of(2026, 1)) == outcomes_now(without, Month::of(2026, 1)));
        Parameters decided = nothing.now;
        apply_decisions(nothing.world, decided);
        CHECK(numbers(decided) == numbers(nothing.now));
    }
    base.run(1, {"invest"});
    CHECK(total_of(base.world.governance.investing.own) > Cents(0));
}

TEST_CASE("D7: outside payers who share back their gain make an investment worth it", "[d7]") {
    Town town = closed_year({{Account::youth, 4'000}});
    town.now.governing.belief[at(Investment::parent_care)] = {0.7, 0.0, 0.6};
    Town agreed = town;
    agreed.pull("outer_agreements", 1.0);
    town.run(1, {"invest"});
    agreed.run(1, {"invest"});
    CHECK(total_of(town.world.governance.investing.own) == Cents(0));
    CHECK(agreed.world.governance.investing.own[at(Investment::parent_care)] == euros(2'000));
    const Cents month(200'000 / 12);
    CHECK(agreed.world.ledger.paid(Account::youth, Account::insurer) == month);
    CHECK(agreed.world.ledger.paid(Account::insurer, Account::youth) == scaled(month, 0.6));
    CHECK(agreed.world.tally.governing.shared_back == scaled(month, 0.6));
    CHECK(agreed.world.ledger.closes());
}

TEST_CASE("D7: a deficit makes less room, and what is no longer worth it ends", "[d7]") {
    Town town = closed_year({{Account::youth, -1'000}});
    town.now.governing.belief[at(Investment::school_staff)] = {1.1, 0.0, 0.0};
    town.world.governance.investing.own[at(Investment::school_staff)] = euros(3'000);
    town.world.governance.investing.own[at(Investment::team)] = euros(3'000);
    town.run(1, {"invest"});
    CHECK(town.world.governance.investing.own[at(Investment::school_staff)] == euros(2'500));
    CHECK(town.world.governance.investing.own[at(Investment::team)] == Cents(0));
}

TEST_CASE("D7: each investment buys what it is for, in the values that levers edit", "[d7]") {
    Town town = town_of("woudenberg", 2);
    town.run(1);
    const auto bought = [&](Investment kind) {
        World world = town.world;
        world.governance.investing.own[at(kind)] = euros(2.0 * static_cast<double>(world.people));
        Parameters now = town.now;
        apply_decisions(world, now);
        return now;
    };
    const Parameters& base = town.now;
    CHECK(bought(Investment::outreach).access.scheme_outreach > base.access.scheme_outreach);
    CHECK(std::abs(bought(Investment::debts).debt_help.spending_per_inhabitant - base.debt_help.spending_per_inhabitant - 2.0) < 1e-9);
    CHECK(bought(Investment::team).access.team_hours > base.access.team_hours);
    CHECK(bought(Investment::parent_care).parent_care.hours > base.parent_care.hours);
    CHECK(bought(Investment::school_staff).school.group_hours > base.school.group_hours);
    CHECK(bought(Investment::guided_work).young.guided_places > base.young.guided_places);
    for (std::size_t k = 0; k < investment_count; ++k) {
        const auto before = numbers(base), after = numbers(bought(static_cast<Investment>(k)));
        int changed = 0;
        for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] != after[i];
        CHECK(changed == 1);
    }
}

TEST_CASE("D7: a revolving fund keeps a share of what a minor cost less, to the cent, and invests it across walls", "[d7]") {
    for (const double share : {0.0, 0.5}) {
        Town town;
        town.open();
        town.settle({.children = {3, 8, 12}});
        town.world.people = 1000;
        town.now.college.reserve_per_inhabitant = 0;
        town.now.governing.saving_trend = 0.0;
        town.now.governing.invest_most = 3;
        town.now.governing.belief = {};
        town.now.governing.belief[at(Investment::team)] = {0.0, 1.5, 0.0};
        town.now.governing.belief[at(Investment::outreach)] = {0.0, 1.2, 0.0};
        town.pull("revolving_share", share);
        town.world.governance.spent[at(Account::youth)] = euros(30'000);
        town.closes_months = true;
        town.run(1, governing);
        town.world.ledger.pay(Account::youth, Account::providers, euros(20'000));
        town.run(Calendar(2026).settling_step(Month::of(2027, 1)) - town.next, governing);
        town.run(1, governing);
        const Governance& g = town.world.governance;
        INFO("share " << share);
        CHECK(town.world.tally.governing.saved == euros(10'000 * share));
        // EUR 3 an inhabitant for what is believed to return most, the rest for the next.
        CHECK(g.investing.revolving[at(Investment::team)] == euros(share > 0.0 ? 3'000 : 0));
        CHECK(g.investing.revolving[at(Investment::outreach)] == euros(share > 0.0 ? 2'000 : 0));
        CHECK(total_of(g.investing.own) == Cents(0));
        CHECK(town.world.ledger.balance(Account::revolving) == euros(10'000 * share) - Cents(300'000 / 12 + 200'000 / 12) * (share > 0.0));
        CHECK(broken_weekly_laws(town.world).empty());
    }
}

TEST_CASE("D17: temporary money brings hours and fewer faces, it ends without base budget: gains vanish", "[d17]") {
    Town base = town_of("heusden", 4);
    base.closes_months = false;
    base.now.governing.worker_relief = 0.05;
    base.now.access.team_hours = 0.2;          // a team that families wait for
    Town ends = base, stays = base;
    for (Town* town : {&ends, &stays}) town->pull("temporary_money", 10.0);
    stays.pull("structural_share", 1.0);
    for (Town* town : {&base, &ends, &stays}) town->run(40);
    const auto team_hours = [](const Town& town) {
        std::int64_t sum = 0;
        for (const std::size_t k : {town.type_named("team_help")}) sum += offered_minutes(town.world, first_help_service + k);
        return sum;
    };
    const auto stack = [](const Town& town) {
        Parameters now = town.now;
        apply_decisions(town.world, now);
        return now.workforce.stack;
    };
    CHECK(static_cast<double>(team_hours(ends)) > 1.2 * static_cast<double>(team_hours(base)));
    CHECK(stack(ends) < 0.6 * stack(base));
    const auto starts = [&](const Town& town) { return town.world.tally.starts[town.type_named("team_help")]; };
    CHECK(starts(ends) > starts(base));
    CHECK(ends.world.ledger.paid(Account::rijk, Account::earmarked) > Cents(0));
    CHECK(ends.world.ledger.balance(Account::earmarked) == Cents(0));
    const auto faces = ends.world.tally.workforce.new_faces, before = stays.world.tally.workforce.new_faces;
    CHECK(faces == before);
    for (Town* town : {&ends, &stays}) town->now.governing.temporary_money = 0.0;
    for (Town* town : {&base, &ends, &stays}) town->run(10);
    CHECK(ends.world.tally.governing.workers_gone > 3);
    CHECK(stays.world.tally.governing.workers_gone == 0);
    CHECK(ends.world.tally.workforce.new_faces > stays.world.tally.workforce.new_faces);
    CHECK(stack(ends) == stack(base));
    CHECK(stack(stays) < 0.6 * stack(base));
    CHECK(static_cast<double>(team_hours(ends)) < 1.1 * static_cast<double>(team_hours(base)));
    CHECK(static_cast<double>(team_hours(stays)) > 1.2 * static_cast<double>(team_hours(base)));
    // Who pays: the Rijk no more.
    for (Town* town : {&ends, &stays}) {
        const Cents paid = town->world.ledger.paid(Account::rijk, Account::earmarked);
        town->run(5);
        CHECK(town->world.ledger.paid(Account::rijk, Account::earmarked) == paid);
    }
}

TEST_CASE("D17: no money, not one bit, no relief, the stack stays", "[d17]") {
    Town base = town_of("heusden", 8);
    Town none = base;
    none.pull("structural_share", 1.0);
    base.run(30);
    none.run(30);
    CHECK(outcomes_now(none, Month::of(2026, 7)) == outcomes_now(base, Month::of(2026, 7)));
    none.now.governing.worker_relief = 0.0;
    none.pull("temporary_money", 10.0);
    Parameters now = none.now;
    apply_decisions(none.world, now);
    CHECK(now.workforce.stack == none.now.workforce.stack);
}

TEST_CASE("D10: reflection with backing widens views slowly, neither does so alone", "[d10]") {
    const auto views_after = [](double reflection, double backing, int years) {
        Town town;
        town.now.governing.reflection = reflection;
        town.now.governing.backing = backing;
        town.run(52 * years, {"learn"});
        return town.world.governance.learning.views.value();
    };
    CHECK(views_after(1.0, 0.0, 4) == 0.0);
    CHECK(views_after(0.0, 1.0, 4) == 0.0);
    CHECK(views_after(1.0, 1.0, 1) < 0.35);               // a year is not enough
    CHECK(views_after(1.0, 1.0, 4) > 0.6);
    CHECK(views_after(1.0, 0.5, 4) < views_after(1.0, 1.0, 4));
    CHECK(views_after(1.0, 0.5, 4) > 0.0);
}

TEST_CASE("D10: views fade when backing stops or leadership changes, unless anchored", "[d10]") {
    Town learnt;
    learnt.now.governing.reflection = learnt.now.governing.backing = 1.0;
    learnt.now.governing.anchoring = 0.0;
    learnt.run(52 * 4, {"learn"});
    const auto views = [](Town town, int weeks) {
        town.run(weeks, {"learn"});
        return town.world.governance.learning.views.value();
    };
    const double before = views(learnt, 0);
    Town unbacked = learnt;
    unbacked.now.governing.backing = 0.0;
    CHECK(views(unbacked, 52) < 0.85 * before);
    CHECK(views(unbacked, 52) > 0.5 * before);            // over years, not at once
    Town changed = learnt;
    changed.pull("leadership_change", 1.0);
    CHECK(views(changed, 5) < 0.6 * before);
    CHECK(views(changed, 10) > views(changed, 5));        // once, not every month
    for (Town* town : {&unbacked, &changed}) town->pull("anchoring", 1.0);
    CHECK(views(unbacked, 52) == before);
    CHECK(views(changed, 5) >= before);
    changed.pull("anchoring", 0.0);
    changed.now.governing.anchoring = changed.now.governing.change_loss = 0.0;
    CHECK(views(changed, 5) >= before);
}

TEST_CASE("D10: wider views look further and fear less, nil at strength zero, bit for bit", "[d10]") {
    Town town = town_of("heusden", 8);
    Parameters now = town.now;
    apply_decisions(town.world, now);
    CHECK(numbers(now) == numbers(town.now));
    town.world.governance.learning.views = Level::from(0.8);
    town.now.governing.views_breadth = 0.6;
    town.now.governing.views_risk = 0.4;
    now = town.now;
    apply_decisions(town.world, now);
    CHECK(now.access.breadth > town.now.access.breadth);
    CHECK(now.access.breadth <= 1.0);
    CHECK(std::abs(now.safety.risk_attitude - town.now.safety.risk_attitude * (1.0 - 0.32)) < 1e-3);
    CHECK(now.doorbraak.case_based_reasoning > town.now.doorbraak.case_based_reasoning);
    town.now.governing.views_breadth = town.now.governing.views_risk = town.now.governing.views_case = 0.0;
    now = town.now;
    apply_decisions(town.world, now);
    CHECK(numbers(now) == numbers(town.now));
}

}  // namespace governing_links_test
