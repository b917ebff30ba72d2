// Arms share their past once. Branching must change nothing: neither before the first difference nor after it.
#include "laws/run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace branching_test {

// The scenario by itself, from the start and without a branch.
ResultSet alone(Config config, std::size_t scenario) {
    config.scenarios = {config.scenarios[scenario]};
    return results_of(config);
}

TEST_CASE("arms are equal before their first difference, and differ after it", "[running]") {
    const Config config = small_config("woudenberg", {"verkokerd", "boemerang-minimaregeling-alles", "integraal"}, {3, 2, 2});
    const ResultSet results = results_of(config);
    for (const int s : {1, 2}) {
        INFO(results.scenarios[static_cast<std::size_t>(s)]);
        CHECK(same_cells(results, 0, results, s, 0, 12));
        CHECK_FALSE(same_cells(results, 0, results, s, 12, 36));
    }
}

TEST_CASE("an arm equals a run of its own from the start", "[running]") {
    Config config = small_config("woudenberg", {"verkokerd", "boemerang-minimaregeling-alles", "integraal"}, {3, 1, 2});
    config.scenarios.push_back(scenario_with("from the first day", {{"team_help_hours", 2.0, Month::of(2026, 1)},
                                                                    {"steady_face", 1.0, Month::of(2026, 1)}}));
    config.scenarios.push_back(scenario_with("in the last month", {{"contract_ambulant", 2.0, Month::of(2028, 12)}}));
    config.scenarios.push_back(scenario_with("and back again", {{"minimaregeling_amount", 0.0, Month::of(2026, 6)},
                                                                {"minimaregeling_amount", 1.0, Month::of(2027, 6)}}));
    config.scenarios.push_back(scenario_with("after the horizon", {{"minimaregeling_amount", 0.0, Month::of(2035, 1)}}));
    const ResultSet together = results_of(config);
    for (std::size_t s = 0; s < config.scenarios.size(); ++s) {
        INFO(config.scenarios[s].name);
        CHECK(same_cells(together, static_cast<int>(s), alone(config, s), 0));
    }
    CHECK(same_cells(together, 6, together, 0));
    CHECK_FALSE(same_cells(together, 3, together, 0));
    CHECK_FALSE(same_cells(together, 5, together, 0));
    CHECK(same_cells(together, 4, together, 0, 0, 35));
}

TEST_CASE("the order of scenarios and their company change no arm", "[running]") {
    const Config two = small_config("woudenberg", {"verkokerd", "integraal"}, {2, 1, 2});
    const Config three = small_config("woudenberg", {"verkokerd", "boemerang-minimaregeling", "integraal"}, {2, 1, 2});
    const Config turned = small_config("woudenberg", {"integraal", "verkokerd"}, {2, 1, 2});
    const ResultSet a = results_of(two), b = results_of(three), c = results_of(turned);
    CHECK(same_cells(a, 1, b, 2));
    CHECK(same_cells(a, 0, c, 1));
    CHECK(same_cells(a, 1, c, 0));
}

}  // namespace branching_test
