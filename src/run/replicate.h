// One replicate of all scenarios: the common past once, branched where a scenario first differs.
#pragma once
#include "ontkoker/run/ensemble.h"
#include "watcher.h"

namespace ontkoker {

// Shared by the replicates that run at the same time.
struct RunControl {
    const Config& config;
    const RunOptions& options;
    std::size_t grain;
    std::atomic<std::int64_t>* steps_done;
    std::function<void()> tick;   // called after each step by the replicate that reports, else empty
    Watcher* watcher = nullptr;   // of this replicate

    bool stopped() const { return options.stop && options.stop->load(std::memory_order_relaxed); }
};

// Steps of seven days before day 0 in which stocks become level.
constexpr int spin_up_steps = 156;

// For each scenario the step at which it leaves the reference (steps of the run when it never does; 0 for itself).
std::vector<int> branch_steps(const Config& config);
std::int64_t steps_per_replicate(const Config& config);

Result<ReplicateCounts> run_replicate(int replicate, const RunControl& control);

// One replicate by itself, with the progress that the options ask for. `watcher` may be null.
Result<ReplicateCounts> run_watched(const Config& config, int replicate, const RunOptions& options, Watcher* watcher);

}  // namespace ontkoker
