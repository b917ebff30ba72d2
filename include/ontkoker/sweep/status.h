// How far a study is, from the shards and the lines beside them.
#pragma once
#include <vector>

#include "ontkoker/sweep/study.h"

namespace ontkoker::sweep {

struct StudyStatus {
    int points = 0, done = 0, failed = 0;                  // points: in the plan, every run done, with a failed run
    int runs = 0, done_runs = 0, failed_runs = 0;          // in the plan; in whole shards
    int kept_in_parts = 0;                                 // runs that are finished in shards that are not whole
    int shards = 0, whole = 0, absent = 0, damaged = 0, foreign = 0;
    std::vector<int> missing;                              // shards that are not whole
    std::vector<RunFailure> failures;                      // the first of each shard
    Problems problems;                                     // of damaged and foreign shards
};

// Reads all bytes of all shards and changes nothing. Problems: E0305 something cannot be read.
Result<StudyStatus> status_of(const Study& study);

}  // namespace ontkoker::sweep
