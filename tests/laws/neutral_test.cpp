// What must change nothing: a policy against itself, a lever at its neutral value, a process that others do not use.
#include "run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace neutral_test {

TEST_CASE("a scenario against itself is zero in every cell", "[laws]") {
    Config config = small_config("woudenberg", {"verkokerd"}, {2, 3, 2});
    Scenario again = config.scenarios[0];
    again.name = "again";
    config.scenarios.push_back(again);
    const ResultSet results = results_of(config);
    CHECK(same_cells(results, 0, results, 1));
    const Comparison comparison = compare(results);
    REQUIRE(comparison.numbers.size() > 300);
    for (const auto* list : {&comparison.numbers, &comparison.totals})
        for (const ComparedNumber& n : *list) {
            const double all[] = {n.difference, n.low, n.high, n.mean_low, n.mean_high, n.smallest, n.a - n.b};
            const bool zero = std::all_of(std::begin(all), std::end(all), [](double x) { return x == 0.0; });
            if (!zero || n.pairs_higher + n.pairs_lower != 0) FAIL(n.name << ' ' << n.split << ' ' << n.period);
        }
    for (const Boomerang& b : comparison.boomerangs) CHECK(b.occurs + b.never_saved == 0);
}

TEST_CASE("a policy that ends before its first difference is no policy", "[laws]") {
    // Two changes of one lever in one month: the later one counts.
    Config config = small_config("woudenberg", {"verkokerd"}, {2, 1, 2});
    const ResultSet as_is = results_of(config);
    config.scenarios[0] = scenario_with("withdrawn", {{"minimaregeling_amount", 0.0, Month::of(2026, 5)},
                                                      {"minimaregeling_amount", 1.0, Month::of(2026, 5)}});
    CHECK(same_cells(results_of(config), 0, as_is, 0));
}

TEST_CASE("every lever at its neutral value: not one bit", "[laws]") {
    Config config = small_config("woudenberg", {"verkokerd"}, {2, 1, 2});
    const ResultSet as_is = results_of(config);
    Scenario neutral = config.scenarios[0];
    for (std::size_t i = 0; i < lever_rows().size(); ++i)
        neutral.changes.push_back({static_cast<int>(i), lever_rows()[i].neutral, Month::of(2026, 3), 6});
    config.scenarios = {neutral};
    const ResultSet same = results_of(config);
    CHECK(same.counts == as_is.counts);
    CHECK(same.denominators == as_is.denominators);
}

TEST_CASE("every lever moves some agent", "[laws][levers]") {
    // Ground on which each can act: a college that cuts at the first deficit, funds with a surplus and a belief in
    // prevention, many who ask, reflection and temporary money that ends, intakes that see money and parents, group staff,
    // bouwdepots and breakthroughs. Evictions, and families that an intake finds to miss a scheme, are too rare for so small
    // a town: evictions_links_test.cpp and intake_links_test.cpp pull their levers. Terms of contracts need contracts that
    // end, and a wish to differ: providers_links_test.cpp. Here both come soon.
    const auto elsewhere = {"eviction_stop", "shelter_capacity", "scheme_outreach", "region_alone", "contract_length"};
    Config config = small_config("heusden", {"verkokerd"}, {2, 1, 2});
    Parameters& p = config.parameters;
    p.college.reserve_floor = 1.0;
    p.college.grant_growth = -0.1;
    p.governing.belief.fill({1.1, 0.7, 0.7});
    p.governing.saving_trend = 0.5;
    p.seeking.most = 1.5;
    p.providers.region_months = 1.0;
    p.providers.contract_months = 12.0;
    p.providers.clients_each = 10.0;
    p.access.breadth = 0.9;
    p.access.see_other = p.access.trust_start = 1.0;
    p.doorbraak.bring_in = 1.0;
    p.doorbraak.equality_refusal = 0.2;
    p.entry.desk_choice = 0.0;
    const std::vector<std::tuple<std::string_view, double, Month>> ground = {
        {"bouwdepot", 10.0, Month::of(2026, 1)}, {"staff_in_schools", 0.05, Month::of(2026, 1)},
        {"reflection", 0.5, Month::of(2026, 1)}, {"backing", 0.5, Month::of(2026, 1)},
        {"temporary_money", 5.0, Month::of(2026, 1)}, {"temporary_money", 0.0, Month::of(2026, 9)},
        {"doorbraak_hours", 100.0, Month::of(2026, 1)}, {"doorbraak_budget", 10.0, Month::of(2026, 1)}};
    config.scenarios = {scenario_with("ground", ground)};
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < lever_rows().size(); ++i) {
        const LeverRow& lever = lever_rows()[i];
        if (std::find(elsewhere.begin(), elsewhere.end(), lever.name) != elsewhere.end()) continue;
        for (const double end : {lever.low, lever.high}) {
            if (end == lever.neutral) continue;
            auto changes = ground;
            changes.push_back({lever.name, end, Month::of(2026, 2)});
            config.scenarios.push_back(scenario_with(std::string(lever.name) + (end == lever.low ? "-low" : "-high"), changes));
            of.push_back(i);
        }
    }
    const ResultSet results = results_of(config);
    std::map<std::size_t, int> moves;
    for (std::size_t s = 0; s < of.size(); ++s) moves[of[s]] += !same_cells(results, 0, results, static_cast<int>(s) + 1);
    CHECK(moves.size() + elsewhere.size() == lever_rows().size());
    for (const auto& [lever, ends] : moves) {
        INFO(lever_rows()[lever].name);
        CHECK(ends > 0);
    }
}

TEST_CASE("a process switched off leaves the luck of others alone", "[laws]") {
    Config config = small_config("heusden", {"verkokerd"}, {2, 1, 4});
    config.parameters.college.budget_rule = 0.0;
    // The ways from youth help to money: schemes found at intake; leaving school, home or a stay with a load; own risk;
    // parents' time (C5); desks for income (D1).
    config.parameters.access.scheme_outreach = config.parameters.workforce.burden_stress = config.parameters.entry.desk_choice = 0.0;
    Young& young = config.parameters.young;
    young.leave_load = young.without_home = young.no_return_foster = young.no_return_stay = young.own_risk = 0.0;
    const ResultSet all = results_of(config);
    const auto without = [&](std::vector<std::string> off) {
        config.run.off = std::move(off);
        return results_of(config);
    };
    const std::vector<std::string_view> people = {"population", "births", "deaths", "separations", "households"};
    const std::vector<std::string_view> money = {"arrears",  "problematic_debt", "total_debt", "collection_costs",
                                                 "bijstand", "scheme_claimants", "financial_stress"};
    const std::vector<std::string_view> children = {"problem_load", "starts", "requests"};
    const ResultSet no_debt_help = without({"help_with_debts"});
    CHECK(same_outcomes(no_debt_help, all, people));
    CHECK_FALSE(same_outcomes(no_debt_help, all, money));
    const ResultSet no_youth_help = without({"seek_help", "take_intakes", "give_help"});
    CHECK(same_outcomes(no_youth_help, all, people));
    CHECK(same_outcomes(no_youth_help, all, money));
    CHECK_FALSE(same_outcomes(no_youth_help, all, children));
    const ResultSet no_work = without({"find_and_lose_work", "claim_schemes", "settle_household_money"});
    CHECK(same_outcomes(no_work, all, people));
    const ResultSet nobody_born = without({"give_birth"});
    CHECK(total(nobody_born, "births", "", 0, 0, 24) == 0);
    CHECK_FALSE(same_outcomes(nobody_born, all, people));
}

}  // namespace neutral_test
