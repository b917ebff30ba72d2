// Writing what a running study leaves: shards with their lines, and finished runs of shards that are not whole.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ontkoker/sweep/study.h"

namespace ontkoker::sweep {

// Writes the shard, then its line. `again`: in the place of an older shard of the same points,
// whose line goes first, so that a kill never leaves a line beside a shard that it was not written for.
// Problems: those of write_shard_file.
Result<ShardLine> store_shard(const Study& study, int shard, const Block& block, bool again);
// Gives a whole shard without a line its line.
Result<ShardLine> list_shard(const Study& study, int shard);
// Renames a file to a free name that begins with `path`.damaged; returns that name.
Result<std::string> set_aside(const std::string& path);
// Removes what killed processes left of writing this shard. Only while nobody else can be writing it.
void clear_leftovers(const Study& study, int shard);

// A run as it is kept in a part: cells[k] of kept outcome k are those of the run, [scenario][time][part].
struct PartRun {
    std::size_t index = 0;   // in Block::runs
    RunRecord record;
    std::vector<std::vector<std::int64_t>> cells, denominators;
};
// The runs of the block that are done or failed. Problems: those of write_whole_file.
Problems write_part(const Study& study, int shard, const Block& block);
// Empty when there is no part; nothing when there is one that is damaged or of another plan, version or division.
std::optional<std::vector<PartRun>> read_part(const Study& study, int shard);
// Puts a kept run in its place.
void put_part(const Study& study, Block& block, const PartRun& run);

}  // namespace ontkoker::sweep
