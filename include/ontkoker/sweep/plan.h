// A parameter study as plain data: what varies, which points, what is kept. Written once by `ontkoker sweep plan` and never
// changed after that; runs, shards and the merged file all carry its digest.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/domain/results.h"

namespace ontkoker::sweep {

enum class DesignKind : std::uint8_t { grid, list, latin_hypercube, sobol, saltelli, morris, count };
inline constexpr std::string_view design_words[] = {"grid", "list", "latin-hypercube", "sobol", "saltelli", "morris"};

struct Design {
    DesignKind kind = DesignKind::grid;
    // Points (latin-hypercube, sobol, grid, list), rows of each of the two base matrices (saltelli) or trajectories (morris).
    int size = 0;
    std::uint32_t seed = 1;      // of the design alone; the luck of the runs is that of the base
    bool second_order = false;   // saltelli: also the matrices for pairs of axes
    int levels = 4;              // morris: even
};

// How a unit value u in [0, 1) becomes a value between low and high.
enum class Spread : std::uint8_t { uniform, log_uniform, triangular, count };
inline constexpr std::string_view spread_words[] = {"uniform", "log-uniform", "triangular"};

struct Axis {
    std::string name;             // of the coordinate in result files; as a rule the parameter's or lever's own name
    bool lever = false;
    std::string target;           // declared name of the parameter or lever
    std::string unit, nl, en;     // as declared
    double low = 0, high = 0;     // within the declared bounds
    double mode = 0;              // of a triangular spread: the value in the base
    Spread spread = Spread::uniform;
    std::vector<double> values;   // of a grid
    // A lever's change: in these scenarios it replaces all changes of that lever.
    std::vector<std::string> scenarios;
    std::string from;             // "2027-01"
    int ramp_months = 0;
};

struct Plan {
    std::string name, nl, en;
    std::string base;                         // effective configuration with all scenarios and replicates, canonical JSON
    Design design;
    std::vector<Axis> axes;
    std::vector<std::vector<double>> points;  // [point][axis]
    std::vector<std::string> outcomes;        // that are kept, in the order in which the program lists them
    bool yearly = true;                       // one value a calendar year instead of one a month
    int points_per_shard = 1;
    std::string version;                      // of the program that planned; only the same version may run it
    // What of the base is needed without reading it.
    std::string municipality;
    std::vector<std::string> scenarios;
    int replicates = 0, start_year = 0, years = 0;
    std::uint32_t seed = 0;
    int sample = 1;
    std::string digest;                       // 32 hexadecimal digits over everything above but points_per_shard

    int count() const { return static_cast<int>(points.size()); }
    int shards() const { return (count() + points_per_shard - 1) / points_per_shard; }
    int first_point(int shard) const { return shard * points_per_shard; }
    int points_in(int shard) const {
        const int left = count() - first_point(shard);
        return left < points_per_shard ? left : points_per_shard;
    }
    int runs() const { return count() * replicates; }
    int times() const { return yearly ? years : 12 * years; }
};

// A study larger than this is refused when it is planned: points, numbers in the table of points, and runs.
inline constexpr std::int64_t most_points = 1'000'000, most_coordinates = 10'000'000, most_runs = 100'000'000;
// Dimensions of the table behind the Sobol' sequence (Joe and Kuo 2008, as far as Boost has it). saltelli takes two an axis.
inline constexpr int most_sobol_dimensions = 3667;

// Points of the design, in its order. `axes` hold ranges or, for a grid, values; a list has its points already.
// grid: the last axis moves fastest. sobol: from the start of the sequence, the corner of all low ends included, so that a
// smaller study is the beginning of a larger one. saltelli: the rows of A, those of B, then for each axis A with that column
// of B, and with second_order for each axis B with that column of A: the blocks of OpenTURNS' SobolIndicesExperiment. As
// there, two axes have no blocks of the second kind, for they would be those of the first in reverse order.
// morris: `size` trajectories of axes + 1 points each. Same design, axes and seed: same bits everywhere.
std::vector<std::vector<double>> points_of(const Design& design, const std::vector<Axis>& axes);
// The value of the axis at unit value u, 0 to 1; never outside low .. high.
double value_at(const Axis& axis, double u);

// How many points that will be, without making them; larger than 2^31 - 1 is told as that. A list: its `size`.
inline std::int64_t count_of(const Design& design, const std::vector<Axis>& axes) {
    constexpr std::int64_t most = 2147483647;
    const auto size = static_cast<std::int64_t>(design.size), count = static_cast<std::int64_t>(axes.size());
    std::int64_t points = size;
    if (design.kind == DesignKind::saltelli) points = size * (count * (design.second_order && count != 2 ? 2 : 1) + 2);
    if (design.kind == DesignKind::morris) points = size * (count + 1);
    if (design.kind != DesignKind::grid) return points < most ? points : most;
    points = axes.empty() ? 0 : 1;
    for (const Axis& axis : axes) {
        points *= static_cast<std::int64_t>(axis.values.size());
        if (points > most) points = most;
    }
    return points;
}

}  // namespace ontkoker::sweep
