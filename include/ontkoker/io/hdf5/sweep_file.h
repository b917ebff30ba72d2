// Sweep files: shards, the merged file and the virtual view, all laid out alike (runs/README.md).
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/sweep/block.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker {

// What a sweep file says of itself. `kept` are the outcomes in the file, with their divisors there.
struct SweepHead {
    sweep::Plan plan;
    std::vector<OutcomeInfo> kept;
    std::string plan_text;          // the plan as canonical JSON; enough to run any point again
};

// Writes one shard, whole or absent; returns the bytes written. Equal blocks give equal bytes.
// Codes: those of write_result_file.
Result<std::int64_t> write_shard_file(const std::string& path, const SweepHead& head, const sweep::Block& block,
                                      bool overwrite);
// Reads a shard back, equal to what was written, after checking seal, kind, version, plan digest and shape.
// Codes: those of read_result_file; E0610 a shard of another plan, E0611 of another version of the program.
Result<sweep::Block> read_shard_file(const std::string& path, const SweepHead& head);

// Writes the merged file, block by block in order of point, asking for each when it is due; memory holds one block.
// Written aside, sealed, synced, renamed. `partial` stands in the file.
struct MergeInput {
    const SweepHead* head = nullptr;
    std::string digest;                                     // of the sweep
    bool partial = false;
    std::function<Result<sweep::Block>(int shard)> block;   // of a missing shard: an empty block
    std::function<void(int done, int total)> progress;
};
Result<std::int64_t> write_merged_file(const std::string& path, const MergeInput& input, bool overwrite);

// A file of virtual datasets over the shards, whose paths are stored relative to it. Opens at once, however large; a
// shard that is missing later reads as NaN without a word, so the list of shards is checked before.
Result<std::int64_t> write_virtual_file(const std::string& path, const MergeInput& input,
                                        const std::vector<std::string>& shard_paths, bool overwrite);

// What a merged, virtual or shard file says of itself, and its runs; not its numbers. The plan is parsed by the caller
// from plan_text (io/json); `head.plan` stays empty here.
struct SweepFile {
    std::string plan_text, digest, version;
    bool partial = false;
    int first_point = 0, points = 0, replicates = 0;
    std::vector<sweep::RunRecord> runs;
    std::vector<OutcomeInfo> kept;
};
Result<SweepFile> read_sweep_head(const std::string& path);

// Values of one outcome: index as in Block, points of the file; NaN where the run is not done or a denominator is 0.
Result<std::vector<double>> read_sweep_values(const std::string& path, const std::string& outcome);
// Numerators and denominators of a ratio, likewise.
struct RatioParts {
    std::vector<double> numerators, denominators;
};
Result<RatioParts> read_sweep_ratio(const std::string& path, const std::string& outcome);

// Whether the file is a sweep file (shard, merged or virtual) rather than a result file; by its attribute `filetype`.
Result<bool> is_sweep_file(const std::string& path);

}  // namespace ontkoker
