#include "open_shard.h"

#include <algorithm>
#include <utility>

namespace ontkoker::sweep {

OpenShard::OpenShard(const Study& study, int number, Lock lock, Block block, bool again)
    : study_(study), number_(number), lock_(std::move(lock)), block_(std::move(block)), again_(again) {}

void OpenShard::take(const std::vector<PartRun>& kept) {
    for (const PartRun& run : kept)
        if (block_.runs[run.index].status == RunStatus::missing) put_part(study_, block_, run);
}

void OpenShard::begin() {
    for (std::size_t index = 0; index < block_.runs.size(); ++index)
        if (block_.runs[index].status == RunStatus::missing) pending_.push_back(static_cast<int>(index));
    finished_ = kept_ = static_cast<int>(block_.runs.size() - pending_.size());
}

OpenShard::Next OpenShard::next() {
    const int index = pending_[next_++], replicates = study_.plan().replicates;
    const int point = index / replicates;
    if (point != config_point_) {
        config_ = std::make_shared<PointConfig>();
        config_point_ = point;
    }
    Next run{point, index % replicates, config_};
    if (!has_next()) config_.reset();
    return run;
}

bool OpenShard::put(const std::vector<OutcomeInfo>& all, const Next& run, const ReplicateCounts& counts, std::string digest) {
    const std::lock_guard hold(mutex_);
    put_run(block_, study_.plan(), all, run.point, run.replicate, counts);
    block_.run(study_.plan(), run.point, run.replicate).digest = std::move(digest);
    ++finished_;
    return whole();
}

bool OpenShard::fail(const Next& run, std::string error) {
    const std::lock_guard hold(mutex_);
    RunRecord& record = block_.run(study_.plan(), run.point, run.replicate);
    record = {};
    record.status = RunStatus::failed;
    record.error = std::move(error);
    ++finished_;
    return whole();
}

Problems OpenShard::keep(double seconds, bool whole_too) {
    const std::lock_guard hold(mutex_);
    const std::chrono::duration<double> since = Clock::now() - kept_at_;
    if (finished_ == kept_ || since.count() < seconds || (whole() && !whole_too)) return {};
    Problems problems = write_part(study_, number_, block_);
    if (problems.empty()) kept_ = finished_;
    kept_at_ = Clock::now();
    return problems;
}

}  // namespace ontkoker::sweep
