// A5, D8: what a cut of schemes saves, and by which ways it could come back.
#include "laws/run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace saving_links_test {

const std::vector<std::string_view> youth_care = {"youth_spending", "starts", "ends", "dropped", "returns", "requests", "waiting",
                                                  "youth_in_help", "youth_help_reach", "starts_by_referrer", "intake_hours"};

// Outcomes of youth care in which the two scenarios of `results` differ in any month.
std::vector<std::string> differing(const ResultSet& results) {
    std::vector<std::string> names;
    for (const std::string_view name : youth_care) {
        const auto o = static_cast<std::size_t>(results.find(name));
        REQUIRE(results.find(name) >= 0);
        const auto half = static_cast<std::ptrdiff_t>(results.counts[o].size() / 2);
        if (!std::equal(results.counts[o].begin(), results.counts[o].begin() + half, results.counts[o].begin() + half))
            names.emplace_back(name);
    }
    const auto load = static_cast<std::size_t>(results.find("problem_load"));  // all groups together: groups follow money
    for (int m = 0; m < results.months; ++m)
        if (results.value(load, 0, 0, m, -1) != results.value(load, 1, 0, m, -1)) return names.emplace_back("problem_load"), names;
    return names;
}

Config cut_all(int years, int sample = 1) {
    Config config = small_config("heusden", {"verkokerd", "boemerang-minimaregeling-alles"}, {years, 1, sample});
    config.parameters.college.budget_rule = 0.0;
    return config;
}

TEST_CASE("D8: no cut saves fully in its first year", "[d8][a2]") {
    const ResultSet results = results_of(cut_all(4));
    const auto saved = [&](int first) {
        return total(results, "fund_spending", "schemes", 0, first, first + 12) -
               total(results, "fund_spending", "schemes", 1, first, first + 12);
    };
    CHECK(saved(0) == 0.0);                      // the cut is of 2027
    INFO("saved in 2027 " << saved(12) << ", in 2028 " << saved(24));
    CHECK(saved(12) > 0.3 * saved(24));
    CHECK(saved(12) < 0.75 * saved(24));
    CHECK(saved(36) > 0.8 * saved(24));
}

TEST_CASE("A5: with no effect of money a cut of schemes moves nothing in youth care, not one bit", "[a5]") {
    // Money reaches youth care by the load of children, by what an intake spends on families with debts and what it
    // finds there, by stress at home (B5), by families put out of their homes (A8), and by the college. With all of them
    // at zero there is no way left.
    Config config = cut_all(3, 2);
    for (Scheme& scheme : config.parameters.schemes) {  // schemes so large that to lose them hurts many
        scheme.amount *= 10.0;
        scheme.limit = 2.5;
        scheme.low_income_months = 0;
        scheme.take_up_start = 1.0;
    }
    config.parameters.children.livelihood_stress = 0.0;
    config.parameters.access.broad_hours = config.parameters.access.triage_speed = 0.0;
    config.parameters.access.team_substitution = 0.0;
    config.parameters.safety.stress = 0.0;
    config.run.off = {"evict"};
    CHECK(differing(results_of(config)).empty());
    Config loads = config;
    loads.parameters.children.livelihood_stress = 2.0;
    CHECK_FALSE(differing(results_of(loads)).empty());
    Config intakes = config;
    intakes.run.sample = 1;
    intakes.parameters.seeking.gp_to_team = intakes.parameters.access.one_door = intakes.parameters.access.breadth = 1.0;
    intakes.parameters.access.broad_hours = 16.0;
    CHECK_FALSE(differing(results_of(intakes)).empty());
}

TEST_CASE("A5: with no effect of money on children a cut of schemes does not come back", "[a5][claim]") {
    Config config = cut_all(5);
    config.run.replicates = 3;
    config.parameters.children.livelihood_stress = 0.0;
    const Comparison comparison = compare(results_of(config));
    for (const Boomerang& b : comparison.boomerangs)
        if (b.payers == "municipality") CHECK(b.occurs + b.never_saved == 0);
    const ComparedNumber* youth = comparison.find("fund_spending", "youth", "2026-2030", "boemerang-minimaregeling-alles");
    const ComparedNumber* saved = comparison.find("fund_spending", "schemes", "2026-2030", "boemerang-minimaregeling-alles");
    REQUIRE(youth);
    REQUIRE(saved);
    INFO("youth " << youth->difference << ", schemes " << saved->difference);
    CHECK(saved->difference < 0.0);
    CHECK(std::abs(youth->difference) < -saved->difference);
}

TEST_CASE("A1 A2: a cut of schemes raises arrears within two years", "[a1][a2]") {
    const ResultSet results = results_of(cut_all(3));
    CHECK(total(results, "arrears", "", 1, 24, 36) > total(results, "arrears", "", 0, 24, 36));
    CHECK(total(results, "financial_stress", "", 1, 24, 36) > total(results, "financial_stress", "", 0, 24, 36));
}

}  // namespace saving_links_test
