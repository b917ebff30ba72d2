// Results of a block of points: a shard, or everything. One run is one point and replicate, with all scenarios.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/run/ensemble.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker::sweep {

enum class RunStatus : std::int8_t { done = 0, failed = 1, missing = 2 };

// What is kept of one run besides its numbers. Nothing that differs between two times of running it.
struct RunRecord {
    RunStatus status = RunStatus::missing;
    std::string digest;             // of the whole run, all outcomes by month (see digest_of_run); empty unless done
    std::string error;              // "E0401 wet gebroken ..."; empty unless failed
    std::int64_t households = 0;    // on day 0
};

// The kept outcomes of `points` points from `first_point` on. counts[o], for kept outcome o, has index
// (((point * scenarios + scenario) * replicates + replicate) * times + time) * parts + part, `point` counted within the
// block; denominators[o] likewise for ratios, else empty. Cells of a run that is not done are 0 and mean nothing.
struct Block {
    int first_point = 0, points = 0;
    std::vector<std::vector<std::int64_t>> counts, denominators;
    std::vector<RunRecord> runs;    // [point * replicates + replicate]

    RunRecord& run(const Plan& plan, int point, int replicate) {
        return runs[static_cast<std::size_t>(point) * plan.replicates + replicate];
    }
    const RunRecord& run(const Plan& plan, int point, int replicate) const {
        return runs[static_cast<std::size_t>(point) * plan.replicates + replicate];
    }
};

// First cell of one run and scenario in the arrays of a block, of an outcome with so many parts; the others follow as
// [time][part]. `point` is counted within the block.
inline std::size_t first_cell(const Plan& plan, std::size_t parts, std::size_t point, std::size_t scenario, std::size_t replicate) {
    const std::size_t row = (point * plan.scenarios.size() + scenario) * static_cast<std::size_t>(plan.replicates) + replicate;
    return row * static_cast<std::size_t>(plan.times()) * parts;
}

// The outcomes that a plan keeps as they stand in files: a mean over the months of a year is kept as the sum of the
// months, so that it stays a whole number, and its divisor is 12 times as large.
std::vector<OutcomeInfo> kept_outcomes(const Plan& plan, const Config& base);

// An empty block: every run missing, every cell 0.
Block empty_block(const Plan& plan, const std::vector<OutcomeInfo>& kept, int first_point, int points);

// Puts one finished run in its place, month by month or added up over calendar years by each outcome's own rule. `point`
// is counted within the block; `all` are the outcomes of `counts` (outcome_infos of the base).
void put_run(Block& block, const Plan& plan, const std::vector<OutcomeInfo>& all, int point, int replicate,
             const ReplicateCounts& counts);

// Digest of one run: over the effective configuration of its point, version, number of the replicate and all outcomes of
// all scenarios by month. What a sweep keeps of the run does not enter it.
std::string digest_of_run(const std::string& effective, int replicate, const ReplicateCounts& counts);

// Digest of the whole sweep: the plan's digest, and of every run, in order of point and replicate, its digest or error.
// How the runs were spread over shards, tasks, threads and machines does not enter it.
std::string digest_of_sweep(const Plan& plan, const std::vector<RunRecord>& runs);

}  // namespace ontkoker::sweep
