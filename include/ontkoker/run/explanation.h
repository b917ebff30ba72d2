// Why two scenarios differ: the levers in which they differ as players, every set of them run under the same luck, and
// for each outcome what each lever adds, averaged over the orders in which they can be turned.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ontkoker/run/comparison.h"
#include "ontkoker/run/ensemble.h"
#include "ontkoker/run/sharing.h"

namespace ontkoker {

// An outcome over the whole horizon. A negative part: all parts together.
struct Measured {
    std::size_t outcome = 0;
    int part = 0;
};

// Levers whose value differs between the first two scenarios in some month of the run.
std::vector<int> differing_levers(const Config& config);
// The first scenario with all dated changes of the chosen levers (bits of `set`, by place in `levers`) taken from the
// second one.
Scenario with_levers_of(const Config& config, const std::vector<int>& levers, Players set);
// One scenario for each of `sets`. Its effective text is a key for what is kept of it, not a text to read back.
Config arms_of(const Config& config, const std::vector<int>& levers, const std::vector<Players>& sets,
               const std::vector<Measured>& measures);

// What was counted over the horizon: index (replicate * measures + measure) * arms + arm.
struct Counted {
    std::size_t measures = 0, arms = 0;
    int replicates = 0;
    std::vector<std::int64_t> counts, denominators;  // denominators: 0 where the outcome is no ratio

    std::size_t index(int replicate, std::size_t measure, std::size_t arm) const {
        return (static_cast<std::size_t>(replicate) * measures + measure) * arms + arm;
    }
};
// Runs all scenarios of `arms` and keeps only what is measured. Problems as of run_ensemble().
Result<Counted> count_arms(const Config& arms, const std::vector<Measured>& measures, const RunOptions& options);
std::int64_t steps_of(const Config& config);  // over all scenarios and replicates

// A whole number for each arm, of which `per` make one unit: counts as they are, a ratio in millionths of its unit.
struct WholeValues {
    std::vector<std::vector<std::int64_t>> values;  // [pair][arm]; pairs in which an arm has no value are left out
    double per = 1;
};
WholeValues whole_values(const Counted& counted, std::size_t measure, const OutcomeInfo& info, int months);

struct Bar {
    std::string lever;
    ComparedNumber share;     // `difference` is the mean over the pairs; a and b are not used
    double order_error = 0;   // see order_errors
};
struct Waterfall {
    Measured measured;
    ComparedNumber total;
    std::vector<Bar> bars;     // largest first
    bool adds_up = false;      // in every pair, in whole numbers
};
Waterfall waterfall_of(const Config& config, const std::vector<int>& levers, const Sharing& sharing,
                       const Counted& counted, const std::vector<Measured>& measures, std::size_t measure,
                       const OutcomeInfo& info);
// The difference of the last arm with the first.
ComparedNumber ends_of(const Config& config, const Counted& counted, const std::vector<Measured>& measures,
                       std::size_t measure, const OutcomeInfo& info);

}  // namespace ontkoker
