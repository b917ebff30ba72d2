// The folder of a study: the plan, a file for each shard with its line of the manifest beside it, finished runs of
// shards that are not whole, and locks (runs/README.md).
#pragma once
#include <optional>
#include <string>

#include "ontkoker/core/result.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/io/json/shard_line.h"
#include "ontkoker/io/json/sweep_file.h"
#include "ontkoker/sweep/block.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker::sweep {

// An opened study. Needs nothing but its own folder.
struct Study {
    std::string folder;
    SweepHead head;
    PointConfigs configs;

    const Plan& plan() const { return head.plan; }
    std::string shard_path(int shard) const { return path_of("shards", shard, ".h5"); }
    std::string line_path(int shard) const { return path_of("shards", shard, ".json"); }
    std::string part_path(int shard) const { return path_of("shards", shard, ".part"); }
    std::string lock_path(int shard) const { return path_of("locks", shard, ".lock"); }

private:
    std::string path_of(const char* sub, int shard, const char* ending) const;
};

// Codes: E0601 no study stands there, E0602 another version of the program planned it, E0603 the plan was edited;
// those of JSON and E0305.
Result<Study> open_study(const std::string& folder);

enum class ShardState : std::uint8_t {
    absent,    // no file, or a file whose line of the manifest is not there yet
    whole,     // the checksum in its line holds
    damaged,   // cut off or changed; is run again, the file is kept aside
    foreign,   // of another plan or version; nothing may happen to it
};

struct ShardLook {
    ShardState state = ShardState::absent;
    bool unlisted = false;          // absent, but a whole file of this shard stands there without its line
    std::optional<ShardLine> line;  // of a whole shard
    Problems problems;              // of a damaged or foreign one: E0610 of another plan or division, E0611 of another
                                    // version, E0612 damaged
};

// What stands where `shard` should; reads all its bytes. Problems: E0305.
Result<ShardLook> look_at_shard(const Study& study, int shard);

// The numbers of a whole shard.
Result<Block> read_shard(const Study& study, int shard);

}  // namespace ontkoker::sweep
