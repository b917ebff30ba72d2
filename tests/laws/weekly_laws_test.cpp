// Books of money, people, hours and queues, recounted every week, on every profile and under strong policies.
#include <filesystem>

#include "run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace weekly_laws_test {

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

TEST_CASE("laws every week: heusden", "[laws]") { run_with_laws("heusden", 4, {"verkokerd"}); }
TEST_CASE("laws every week: woudenberg", "[laws]") { run_with_laws("woudenberg", 1, {"verkokerd"}); }
TEST_CASE("laws every week: zwolle", "[laws]") { run_with_laws("zwolle", 12, {"verkokerd"}); }
TEST_CASE("laws every week: amsterdam", "[laws]") { run_with_laws("amsterdam", 80, {"verkokerd"}); }
TEST_CASE("laws every week: gemiddeld", "[laws]") { run_with_laws("gemiddeld", 4, {"verkokerd"}); }
TEST_CASE("laws every week: policies of the comparisons", "[laws]") {
    run_with_laws("heusden", 4, {"verkokerd", "integraal", "boemerang-minimaregeling-alles"});
}

TEST_CASE("the books of every payer close to the cent in every scenario", "[laws]") {
    std::vector<std::string> scenarios = {"verkokerd"};
    for (const auto& file : std::filesystem::directory_iterator(std::string(ONTKOKER_ROOT) + "/configs/scenarios"))
        if (file.path().extension() == ".json" && file.path().stem() != "verkokerd") scenarios.push_back(file.path().stem().string());
    REQUIRE(scenarios.size() > 20);
    RunOptions options;
    options.check_laws_weekly = true;
    const ResultSet results = results_of(small_config("woudenberg", scenarios, {3, 1, 10}), options);
    const int paid = results.find("paid_by"), received = results.find("received_by");
    REQUIRE((paid >= 0 && received >= 0));
    for (int s = 0; s < static_cast<int>(scenarios.size()); ++s)
        for (int m = 0; m < results.months; ++m) {
            std::int64_t sum = 0, least = 0;
            const auto parts = static_cast<int>(results.outcomes[static_cast<std::size_t>(paid)].parts.size());
            for (int part = 0; part < parts; ++part) {
                const auto p = results.counts[static_cast<std::size_t>(paid)][results.index(static_cast<std::size_t>(paid), s, 0, m, part)];
                sum += p - results.counts[static_cast<std::size_t>(received)][results.index(static_cast<std::size_t>(received), s, 0, m, part)];
                least = std::min(least, p);
            }
            if (sum != 0 || least < 0) FAIL(scenarios[static_cast<std::size_t>(s)] << " month " << m << ": " << sum << " cents do not close");
        }
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

}  // namespace weekly_laws_test
