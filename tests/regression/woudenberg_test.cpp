// A small standard run against rounded outcomes that were looked at by a person. It guards against changes that nobody
// meant; whether the numbers are right is for the laws, the links and the table of made against published.
// After a change that was meant: ONTKOKER_ACCEPT=1 rewrites the file; explain the new numbers in the commit.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "laws/run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace woudenberg_test {

const std::string expected_file = std::string(ONTKOKER_ROOT) + "/tests/regression/woudenberg/expected.txt";

struct Line {
    const char* scenario;
    const char* name;
    const char* part;
};
constexpr Line lines[] = {
    {"verkokerd", "population", "0-17"},
    {"verkokerd", "population", "18-64"},
    {"verkokerd", "population", "65+"},
    {"verkokerd", "births", ""},
    {"verkokerd", "deaths", ""},
    {"verkokerd", "households", ""},
    {"verkokerd", "under_social_minimum", ""},
    {"verkokerd", "bijstand", ""},
    {"verkokerd", "arrears", ""},
    {"verkokerd", "problematic_debt", ""},
    {"verkokerd", "new_problematic_debt", ""},
    {"verkokerd", "total_debt", ""},
    {"verkokerd", "collection_costs", ""},
    {"verkokerd", "scheme_claimants", ""},
    {"verkokerd", "financial_stress", ""},
    {"verkokerd", "problem_load", ""},
    {"verkokerd", "youth_in_help", ""},
    {"verkokerd", "youth_help_reach", ""},
    {"verkokerd", "requests", ""},
    {"verkokerd", "starts", ""},
    {"verkokerd", "starts_by_referrer", "access"},
    {"verkokerd", "starts_by_referrer", "gp"},
    {"verkokerd", "dropped", ""},
    {"verkokerd", "waiting_weeks", ""},
    {"verkokerd", "causes_seen", ""},
    {"verkokerd", "intake_hours", ""},
    {"verkokerd", "spending", "municipality"},
    {"verkokerd", "spending", "insurer"},
    {"verkokerd", "fund_spending", "youth"},
    {"verkokerd", "fund_spending", "schemes"},
    {"verkokerd", "reserve", ""},
    {"boemerang-minimaregeling-alles", "fund_spending", "schemes"},
    {"boemerang-minimaregeling-alles", "arrears", ""},
    {"boemerang-minimaregeling-alles", "problem_load", ""},
    {"boemerang-minimaregeling-alles", "spending", "municipality"},
};

std::string label(const Line& line) {
    std::string text = std::string(line.scenario) + ' ' + line.name;
    return *line.part ? text + '/' + line.part : text;
}

// Three digits that count.
std::string rounded(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

std::map<std::string, std::string> read_expected() {
    std::map<std::string, std::string> expected;
    std::ifstream file(expected_file);
    for (std::string line; std::getline(file, line);) {
        const auto mark = line.rfind(" = ");
        if (mark != std::string::npos) expected[line.substr(0, mark)] = line.substr(mark + 3);
    }
    return expected;
}

TEST_CASE("a standard run of Woudenberg gives the outcomes that were accepted", "[regression]") {
    const ResultSet results = results_of(small_config("woudenberg", {"verkokerd", "boemerang-minimaregeling-alles"}, {3, 2, 1}));
    const auto expected = read_expected();
    std::ostringstream now, changed;
    for (const Line& line : lines) {
        const auto at = std::find(results.scenarios.begin(), results.scenarios.end(), line.scenario);
        REQUIRE(at != results.scenarios.end());
        const double value = total(results, line.name, line.part, static_cast<int>(at - results.scenarios.begin()), 0, 36);
        const std::string text = rounded(value);
        now << label(line) << " = " << text << '\n';
        const auto found = expected.find(label(line));
        const std::string before = found == expected.end() ? "nothing" : found->second;
        if (before == text) continue;
        const double old = std::strtod(before.c_str(), nullptr);
        changed << label(line) << ": was " << before << ", is " << text;
        if (old != 0.0) changed << ", ratio " << rounded(value / old);
        changed << '\n';
    }
    if (std::getenv("ONTKOKER_ACCEPT")) {
        std::ofstream(expected_file) << "# Woudenberg, three years from 2026, two replicates, seed 1: means of the horizon.\n" << now.str();
        WARN("rewritten: " << expected_file << '\n' << changed.str());
        return;
    }
    INFO(changed.str() << "ONTKOKER_ACCEPT=1 accepts the new numbers");
    CHECK(changed.str().empty());
}

}  // namespace woudenberg_test
