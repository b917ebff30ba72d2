// Small runs for laws and regressions.
#pragma once
#include "domain/world_fixture.h"
#include "ontkoker/run/comparison.h"
#include "ontkoker/run/ensemble.h"

namespace ontkoker::testing {

struct Size {
    int years = 2, replicates = 1, sample = 2;
};

inline Config small_config(const std::string& municipality, const std::vector<std::string>& scenarios, Size size) {
    Config config = config_of(municipality, scenarios);
    config.run.years = size.years;
    config.run.replicates = size.replicates;
    config.run.sample = size.sample;
    return config;
}

inline ResultSet results_of(const Config& config, const RunOptions& options = {}) {
    auto results = run_ensemble(config, options);
    if (!results) FAIL(results.problems().front().code << ": " << results.problems().front().message);
    return std::move(results.value());
}

// True when scenario `s` of `a` and `t` of `b` agree in every outcome for replicates and months that both have.
inline bool same_cells(const ResultSet& a, int s, const ResultSet& b, int t, int first_month = 0, int last_month = 1 << 20) {
    const int replicates = std::min(a.replicates, b.replicates), last = std::min({a.months, b.months, last_month});
    for (std::size_t o = 0; o < a.outcomes.size(); ++o)
        for (int r = 0; r < replicates; ++r)
            for (int m = first_month; m < last; ++m)
                for (std::size_t part = 0; part < a.outcomes[o].parts.size(); ++part) {
                    const auto i = a.index(o, s, r, m, static_cast<int>(part)), j = b.index(o, t, r, m, static_cast<int>(part));
                    if (a.counts[o][i] != b.counts[o][j]) return false;
                    if (!a.denominators[o].empty() && a.denominators[o][i] != b.denominators[o][j]) return false;
                }
    return true;
}
// The same for some outcomes only, over all scenarios.
inline bool same_outcomes(const ResultSet& a, const ResultSet& b, const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) {
        const auto o = static_cast<std::size_t>(a.find(name));
        REQUIRE(a.find(name) >= 0);
        if (a.counts[o] != b.counts[o] || a.denominators[o] != b.denominators[o]) return false;
    }
    return true;
}

inline double total(const ResultSet& results, std::string_view name, std::string_view part, int scenario, int first, int last) {
    const int o = results.find(name);
    REQUIRE(o >= 0);
    const auto& parts = results.outcomes[static_cast<std::size_t>(o)].parts;
    int at = part.empty() ? -1 : static_cast<int>(std::find(parts.begin(), parts.end(), part) - parts.begin());
    REQUIRE(at < static_cast<int>(parts.size()));
    double sum = 0.0;
    for (int r = 0; r < results.replicates; ++r) sum += results.over(static_cast<std::size_t>(o), scenario, r, first, last, at);
    return sum / results.replicates;
}

inline Scenario scenario_with(const std::string& name, const std::vector<std::tuple<std::string_view, double, Month>>& changes) {
    Scenario scenario;
    scenario.name = name;
    for (const auto& [lever, value, from] : changes) {
        REQUIRE(find_lever(lever) >= 0);
        scenario.changes.push_back({find_lever(lever), value, from, 0});
    }
    return scenario;
}

}  // namespace ontkoker::testing
