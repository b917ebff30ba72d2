// Sweep files: shards, the merged file and the virtual view, all laid out alike (runs/README.md).
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
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

// Writes the merged file, block by block in order of point, asking for each when it is due; memory holds one block and a
// batch. Written aside, sealed, synced, renamed. `partial` stands in the file. Equal inputs give equal bytes, however the
// points are divided over shards. Codes: those of write_shard_file, and of `block`.
struct MergeInput {
    const SweepHead* head = nullptr;
    // Of the sweep, from all its runs in order (sweep::digest_of_sweep).
    std::function<std::string(const std::vector<sweep::RunRecord>&)> digest_of;
    bool partial = false;
    std::function<Result<sweep::Block>(int shard)> block;   // of a missing shard: an empty block
    std::function<void(int done, int total)> progress;      // in shards
    // Numbers are held until there are so many bytes of them, in points of a power of two, whatever the size of shards. No
    // chunk is larger, so another value makes another file of the same contents.
    std::int64_t batch_bytes = std::int64_t{1} << 26;
};
Result<std::int64_t> write_merged_file(const std::string& path, const MergeInput& input, bool overwrite);

// A file of virtual datasets over the shards, whose paths are stored relative to it; an empty path is a missing shard.
// Runs are stored in the file itself. Opens at once, however large; a shard that is missing later reads as NaN without a
// word in other programs, so the list of shards is checked before, and again when this program opens it.
// `input.block` is not asked for.
Result<std::int64_t> write_virtual_file(const std::string& path, const MergeInput& input,
                                        const std::vector<std::string>& shard_paths, bool overwrite);

// What a merged, virtual or shard file says of itself, and its runs; not its numbers.
struct SweepFile {
    enum class Kind : std::uint8_t { merged, virtual_view, shard };
    Kind kind = Kind::merged;
    std::string plan_text;          // of a shard: empty, it stands in the folder of the study
    std::string digest, plan_digest, version, study, design, municipality;
    int design_size = 0;
    bool second_order = false, yearly = true, partial = false;
    int first_point = 0, points = 0, replicates = 0, times = 0, start_year = 0;
    std::vector<std::string> scenarios;
    std::vector<sweep::Axis> axes;                  // without what only the plan says (mode, values)
    std::vector<std::vector<double>> axis_values;   // [axis][point]
    std::vector<sweep::RunRecord> runs;             // [point * replicates + replicate]
    std::vector<OutcomeInfo> kept;
};
Result<SweepFile> read_sweep_head(const std::string& path);

// Numerators and denominators of a ratio.
struct RatioParts {
    std::vector<double> numerators, denominators;
};

// A merged, virtual or shard file that is read bit by bit. Index as in Block, `first` counted within the file; NaN where
// the run is not done or a denominator is 0.
// Codes: those of read_result_file; of a virtual file also for its shards, all at once.
class SweepReader {
public:
    static Result<SweepReader> open(const std::string& path);
    ~SweepReader();
    SweepReader(SweepReader&&) noexcept;
    SweepReader& operator=(SweepReader&&) noexcept;

    const SweepFile& head() const;
    Result<std::vector<double>> values(std::size_t outcome, int first, int count) const;
    // The counts behind them: of an outcome that is no ratio as numerators (value x divisor), of a ratio both.
    Result<RatioParts> counts(std::size_t outcome, int first, int count) const;

private:
    struct State;
    explicit SweepReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Whether the file is a sweep file (shard, merged or virtual) rather than a result file; by its attribute `filetype`.
Result<bool> is_sweep_file(const std::string& path);

}  // namespace ontkoker
