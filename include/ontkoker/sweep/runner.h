// Running what is missing of a study. Shards are written one by one, each when its last run has ended; the order, the
// number of tasks and threads, stops and restarts change no bit of them.
#pragma once
#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "ontkoker/run/ensemble.h"
#include "ontkoker/sweep/study.h"

namespace ontkoker::sweep {

struct StudyRun {
    int task = 1, tasks = 1;                    // this call takes the shards s with s mod tasks = task - 1
    int threads = 1;
    std::size_t grain = 4096;                   // as in RunOptions
    bool retry_failed = false;                  // also runs that failed before
    const std::atomic<bool>* stop = nullptr;    // set to end at the next step of the model
    double keep_seconds = 60;                   // how often finished runs of a shard are kept at most

    // What happens meanwhile; each is called from one thread at a time and may be empty.
    std::function<void(double runs, int finished, int total)> progress;   // `runs`: finished ones and parts of others
    std::function<void(const Problem& why, const std::string& to)> set_aside;   // a damaged shard or part
    std::function<void()> no_locks;             // the file system has none: another process may do the same work
    std::function<void(int shard)> waiting;     // for the first of the shards that only other processes still run

    // Stands in for run_single in tests.
    std::function<Result<ReplicateCounts>(const Config&, int replicate, const RunOptions&)> run;
};

// How the shards of this task stand at the end.
struct StudyOutcome {
    int shards = 0, points = 0, runs = 0;
    int done = 0, failed = 0;                   // runs
    int shards_written = 0, runs_made = 0;      // by this call
    std::vector<RunFailure> failures;           // those that the manifest names
};

// Runs what is missing and waits for shards that another process is running. Problems: E0302 and the like of writing,
// nothing that was finished is lost; E0610 and E0611 a foreign shard, nothing was run; E0499 stopped on request.
Result<StudyOutcome> run_study(const Study& study, const StudyRun& options);

}  // namespace ontkoker::sweep
