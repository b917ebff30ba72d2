#include "ontkoker/sweep/status.h"

#include "shard_store.h"

namespace ontkoker::sweep {
namespace {

void count_whole(StudyStatus& status, const ShardLine& line) {
    ++status.whole;
    status.done += line.points - line.failed_points;
    status.failed += line.failed_points;
    status.done_runs += line.runs - line.failed_runs;
    status.failed_runs += line.failed_runs;
    status.failures.insert(status.failures.end(), line.failures.begin(), line.failures.end());
}

}  // namespace

Result<StudyStatus> status_of(const Study& study) {
    StudyStatus status;
    status.points = study.plan().count();
    status.runs = study.plan().runs();
    status.shards = study.plan().shards();
    for (int shard = 0; shard < status.shards; ++shard) {
        const auto look = look_at_shard(study, shard);
        if (!look) return look.problems();
        if (look.value().state == ShardState::whole) {
            count_whole(status, *look.value().line);
            continue;
        }
        status.missing.push_back(shard);
        if (look.value().state == ShardState::damaged) ++status.damaged;
        else if (look.value().state == ShardState::foreign) ++status.foreign;
        else ++status.absent;
        const Problems& why = look.value().problems;
        status.problems.insert(status.problems.end(), why.begin(), why.end());
        if (const auto kept = read_part(study, shard)) status.kept_in_parts += static_cast<int>(kept->size());
    }
    return status;
}

}  // namespace ontkoker::sweep
