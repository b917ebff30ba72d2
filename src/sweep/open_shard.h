// A shard that this process is running: its lock, its block, and the runs that are still to be handed out.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "lock.h"
#include "ontkoker/run/ensemble.h"
#include "ontkoker/sweep/study.h"
#include "shard_store.h"

namespace ontkoker::sweep {

// The configuration of a point, made by the first of its runs and shared by all.
struct PointConfig {
    std::once_flag once;
    std::optional<Result<Config>> config;
};

class OpenShard {
public:
    // A run that is handed out; `point` is counted within the shard.
    struct Next {
        int point = 0, replicate = 0;
        std::shared_ptr<PointConfig> config;
    };

    // `again`: a whole shard stands there whose failed runs are run anew.
    OpenShard(const Study& study, int number, Lock lock, Block block, bool again);

    int number() const { return number_; }
    bool again() const { return again_; }
    const Block& block() const { return block_; }
    int finished() const { return finished_; }
    bool whole() const { return finished_ == static_cast<int>(block_.runs.size()); }

    // Runs of a part that the block does not have yet.
    void take(const std::vector<PartRun>& kept);

    // Not from two threads at a time: whether runs are left to hand out, and the next.
    bool has_next() const { return next_ < pending_.size(); }
    Next next();
    // Makes the list of what is to be handed out; after the last take().
    void begin();

    // From any thread. Each puts a run in its place and tells whether the shard is whole now.
    bool put(const std::vector<OutcomeInfo>& all, const Next& run, const ReplicateCounts& counts, std::string digest);
    bool fail(const Next& run, std::string error);
    // Keeps what is finished when there is something new and the last time is that long ago; a whole shard is about to be
    // written, so it is kept only when asked for.
    Problems keep(double seconds, bool whole_too = false);

private:
    using Clock = std::chrono::steady_clock;

    const Study& study_;
    int number_;
    Lock lock_;
    Block block_;
    bool again_;
    std::mutex mutex_;                  // over block_, finished_, kept_ and kept_at_ while runs are going on
    int finished_ = 0, kept_ = 0;       // runs
    Clock::time_point kept_at_ = Clock::now();
    std::vector<int> pending_;          // indices of missing runs, in order
    std::size_t next_ = 0;
    std::shared_ptr<PointConfig> config_;   // of the point of the run handed out last
    int config_point_ = -1;
};

}  // namespace ontkoker::sweep
