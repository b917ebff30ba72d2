// Names and rules that writers and readers of sweep files share. Their meaning: runs/README.md.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>

#include "items.h"
#include "layout.h"
#include "ontkoker/io/hdf5/sweep_file.h"

namespace ontkoker::layout {

inline constexpr const char* sweep_filetype = "ontkoker-sweep";
inline constexpr const char* shard_filetype = "ontkoker-shard";
inline constexpr std::int64_t sweep_major = 1, sweep_minor = 0;

inline constexpr const char* point = "point";
inline constexpr const char* run_status = "status";
inline constexpr const char* run_households = "run_households";
inline constexpr const char* run_digest = "run_digest";
inline constexpr const char* run_error = "error";
inline constexpr const char* plan_text = "plan";
inline constexpr const char* numerator = "numerator";
inline constexpr const char* denominator = "denominator";

// Where numerators or denominators of a ratio stand.
inline std::string part_of_ratio(const OutcomeInfo& info, const char* word) {
    return std::string(ratios_group) + "/" + info.name + "_" + word;
}

// How long the dimensions of a sweep file are.
struct Shape {
    int points = 0, scenarios = 0, replicates = 0, times = 0;

    // Cells of one point.
    std::size_t cells(const OutcomeInfo& info) const {
        return static_cast<std::size_t>(scenarios) * static_cast<std::size_t>(replicates) * static_cast<std::size_t>(times) *
               info.parts.size();
    }
    hdf5::Sizes sizes(const OutcomeInfo& info) const {
        hdf5::Sizes sizes = {static_cast<hsize_t>(points), static_cast<hsize_t>(scenarios), static_cast<hsize_t>(replicates),
                             static_cast<hsize_t>(times)};
        if (!info.split.empty()) sizes.push_back(info.parts.size());
        return sizes;
    }
    hdf5::Sizes runs() const { return {static_cast<hsize_t>(points), static_cast<hsize_t>(replicates)}; }
};

// Bytes of all numbers of one point as they stand in a file before they are packed.
inline std::int64_t bytes_of_point(const Shape& shape, const std::vector<OutcomeInfo>& kept) {
    std::size_t cells = 0;
    for (const OutcomeInfo& info : kept) cells += shape.cells(info) * (is_ratio(info) ? 3 : 1);
    return static_cast<std::int64_t>(8 * cells + 64 * static_cast<std::size_t>(shape.replicates));
}

// The merged file is written in batches of a power of two points, as many as fit `bytes`.
inline int points_per_batch(const Shape& shape, const std::vector<OutcomeInfo>& kept, std::int64_t bytes) {
    const std::int64_t each = bytes_of_point(shape, kept);
    int points = 1;
    while (points < shape.points && 2 * points * each <= bytes) points *= 2;
    return points;
}

// One scenario, all times and parts; then as many points as fit 128 KiB, as a power of two, so that no chunk lies in two
// batches. Small enough to read one point, with enough in it to read all points of one outcome. Where one point of one
// scenario is larger, the replicates are cut instead.
constexpr hsize_t cells_per_sweep_chunk = hsize_t{1} << 14;
inline hdf5::Sizes chunk_of(const Shape& shape, const OutcomeInfo& info, int batch) {
    hdf5::Sizes chunk = shape.sizes(info);
    const hsize_t each = chunk[3] * info.parts.size();
    chunk[1] = 1;
    chunk[2] = std::clamp<hsize_t>(cells_per_sweep_chunk / each, 1, chunk[2]);
    hsize_t points = 1;
    while (points < chunk[0] && 2 * points <= static_cast<hsize_t>(batch) && 2 * points * chunk[2] * each <= cells_per_sweep_chunk)
        points *= 2;
    chunk[0] = std::min(points, chunk[0]);
    return chunk;
}
// Of the tables of runs.
inline hdf5::Sizes chunk_of_runs(const Shape& shape, int batch) {
    hdf5::Sizes chunk = shape.runs();
    hsize_t points = 1;
    while (points < chunk[0] && 2 * points <= static_cast<hsize_t>(batch) && 2 * points * chunk[1] <= cells_per_sweep_chunk) points *= 2;
    chunk[0] = std::min(points, chunk[0]);
    return chunk;
}

}  // namespace ontkoker::layout
