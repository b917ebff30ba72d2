// Books of money, people, hours and queues, recounted every week, on every profile and under strong policies.
#include "run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace {

// A run whose books do not close is no result, so results_of() ends the test with the law that was broken.
void run_with_laws(const std::string& municipality, int sample, const std::vector<std::string>& scenarios) {
    RunOptions options;
    options.check_laws_weekly = true;
    const ResultSet results = results_of(small_config(municipality, scenarios, {2, 1, sample}), options);
    CHECK(results.households > 1000);
    CHECK(total(results, "births", "", 0, 0, 24) > 0);
    CHECK(total(results, "starts", "", 0, 0, 24) > 0);
    CHECK(total(results, "spending", "municipality", 0, 0, 24) > 0);
}

}  // namespace

TEST_CASE("laws every week: heusden", "[laws]") { run_with_laws("heusden", 4, {"verkokerd"}); }
TEST_CASE("laws every week: woudenberg", "[laws]") { run_with_laws("woudenberg", 1, {"verkokerd"}); }
TEST_CASE("laws every week: zwolle", "[laws]") { run_with_laws("zwolle", 12, {"verkokerd"}); }
TEST_CASE("laws every week: amsterdam", "[laws]") { run_with_laws("amsterdam", 80, {"verkokerd"}); }
TEST_CASE("laws every week: gemiddeld", "[laws]") { run_with_laws("gemiddeld", 4, {"verkokerd"}); }
TEST_CASE("laws every week: policies of the comparisons", "[laws]") {
    run_with_laws("heusden", 4, {"verkokerd", "integraal", "boemerang-minimaregeling-alles"});
}

TEST_CASE("laws every week: every lever at its ends", "[laws]") {
    Config config = small_config("woudenberg", {"verkokerd"}, {2, 1, 2});
    for (const bool high : {false, true}) {
        Scenario ends;
        ends.name = high ? "high" : "low";
        for (std::size_t i = 0; i < lever_rows().size(); ++i)
            ends.changes.push_back({static_cast<int>(i), high ? lever_rows()[i].high : lever_rows()[i].low, Month::of(2026, 4), 0});
        config.scenarios.push_back(ends);
    }
    RunOptions options;
    options.check_laws_weekly = true;
    const ResultSet results = results_of(config, options);
    CHECK_FALSE(same_cells(results, 0, results, 1));
    CHECK_FALSE(same_cells(results, 0, results, 2));
}
