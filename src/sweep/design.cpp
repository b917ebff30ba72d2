// Designs of a study. Everything here is integers and + - * / sqrt, so that a design has the same bits on every machine.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/random/sobol.hpp>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/draws.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker::sweep {
namespace {

using Row = std::vector<double>;
using Table = std::vector<Row>;

// The luck of a design, apart from that of any run: replicates of runs end long before this number.
constexpr std::uint32_t design_replicate = 0x64657367;

class Luck {
public:
    explicit Luck(std::uint32_t seed) : draws_(seed, design_replicate) {}
    // Words number `item` of one purpose (an axis, or the steps of a trajectory).
    std::uint32_t word(std::size_t purpose, std::size_t item, std::size_t which = 0) const {
        return draws_.block({AgentKey{item}, static_cast<std::uint16_t>(purpose), static_cast<std::int32_t>(purpose >> 16), 0})[which];
    }
    // 0 .. n-1; from 32 bits, so even to n in 2^32.
    static std::size_t below(std::uint32_t word, std::size_t n) {
        return static_cast<std::size_t>((static_cast<std::uint64_t>(word) * n) >> 32);
    }

private:
    Draws draws_;
};

// 0 .. n-1 in a drawn order (Fisher and Yates); item i of `draw` decides the i-th exchange.
template <class Draw>
std::vector<std::size_t> shuffled(std::size_t n, Draw draw) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = n; i-- > 1;) std::swap(order[i], order[Luck::below(draw(i), i + 1)]);
    return order;
}

Table grid(const std::vector<Axis>& axes) {
    Table table{{}};
    for (const Axis& axis : axes) {
        Table longer;
        longer.reserve(table.size() * axis.values.size());
        for (const Row& row : table)
            for (const double value : axis.values) {
                longer.push_back(row);
                longer.back().push_back(value);
            }
        table = std::move(longer);
    }
    return axes.empty() ? Table{} : table;
}

Row values_at(const std::vector<Axis>& axes, const Row& units) {
    Row values;
    values.reserve(axes.size());
    for (std::size_t a = 0; a < axes.size(); ++a) values.push_back(value_at(axes[a], units[a]));
    return values;
}

// One point in each of `size` strata of every axis, anywhere within its stratum.
Table latin_hypercube(const Design& design, const std::vector<Axis>& axes) {
    const Luck luck(design.seed);
    const auto size = static_cast<std::size_t>(design.size);
    Table table(size, Row(axes.size()));
    for (std::size_t a = 0; a < axes.size(); ++a) {
        const auto strata = shuffled(size, [&](std::size_t i) { return luck.word(a, i); });
        for (std::size_t i = 0; i < size; ++i) {
            // 24 bits within the stratum: stratum and place fit a double, so that none rounds up into the next.
            const double within = (static_cast<double>(luck.word(a, i, 1) >> 8) + 0.5) * (1.0 / 16777216.0);
            table[i][a] = value_at(axes[a], (static_cast<double>(strata[i]) + within) / static_cast<double>(size));
        }
    }
    return table;
}

// Points `skip` .. skip + size - 1 of the Sobol' sequence, as unit values below 1. Boost leaves out the first point, the
// origin; here it is number 0. Of the 64 bits 53 are kept: exact for sequences up to 2^53 points.
Table sobol_units(std::size_t dimensions, std::size_t skip, std::size_t size) {
    Table table;
    if (dimensions == 0 || dimensions > static_cast<std::size_t>(most_sobol_dimensions)) return table;
    table.reserve(size);
    boost::random::sobol sequence(dimensions);
    if (skip == 0 && size > 0) table.emplace_back(dimensions, 0.0);
    if (skip > 1) sequence.discard((skip - 1) * dimensions);
    while (table.size() < size) {
        Row& row = table.emplace_back(dimensions);
        for (double& u : row) u = static_cast<double>(sequence() >> 11) * (1.0 / 9007199254740992.0);
    }
    return table;
}

// Without scrambling, from the origin on: the first 2^m points are balanced, and dropping one would spoil that (Owen 2020,
// "On dropping the first Sobol' point").
Table sobol(const Design& design, const std::vector<Axis>& axes) {
    Table table = sobol_units(axes.size(), 0, static_cast<std::size_t>(design.size));
    for (Row& row : table) row = values_at(axes, row);
    return table;
}

// A and B side by side from one sequence in twice as many dimensions. The first `size` points are left out, a power of two,
// and the next `size` taken: as balanced as the first (on each axis one point in the middle of each of `size` strata), but
// without the origin, at which A and B would be one and the same point.
Table saltelli(const Design& design, const std::vector<Axis>& axes) {
    const auto size = static_cast<std::size_t>(design.size), count = axes.size();
    Table a, b;
    for (const Row& units : sobol_units(2 * count, size, size)) {
        const auto middle = units.begin() + static_cast<std::ptrdiff_t>(count);
        a.push_back(values_at(axes, Row(units.begin(), middle)));
        b.push_back(values_at(axes, Row(middle, units.end())));
    }
    Table table = a;
    table.insert(table.end(), b.begin(), b.end());
    const auto blocks = [&](const Table& of, const Table& from) {
        for (std::size_t axis = 0; axis < count; ++axis)
            for (std::size_t i = 0; i < of.size(); ++i) {
                table.push_back(of[i]);
                table.back()[axis] = from[i][axis];
            }
    };
    blocks(a, b);
    if (design.second_order && count != 2) blocks(b, a);
    return table;
}

// Trajectories of Morris (1991): from a drawn corner of the grid every axis once, in a drawn order, up or down by
// levels / (2 (levels - 1)). With an even number of levels that is half of them, so every level is as likely.
Table morris(const Design& design, const std::vector<Axis>& axes) {
    const Luck luck(design.seed);
    const auto count = axes.size();
    const auto half = static_cast<std::size_t>(design.levels / 2);
    const double last = design.levels - 1;
    Table table;
    for (std::size_t t = 0; t < static_cast<std::size_t>(design.size); ++t) {
        std::vector<std::size_t> from(count), to(count);
        for (std::size_t a = 0; a < count; ++a) {
            from[a] = Luck::below(luck.word(a, t), half);
            to[a] = from[a] + half;
            if (luck.word(a, t, 1) >> 31) std::swap(from[a], to[a]);
        }
        Row units;
        for (const std::size_t level : from) units.push_back(static_cast<double>(level) / last);
        table.push_back(values_at(axes, units));
        // The draws for the order come after those of the axes: purpose count + i.
        for (const std::size_t a : shuffled(count, [&](std::size_t i) { return luck.word(count + i, t); })) {
            units[a] = static_cast<double>(to[a]) / last;
            table.push_back(values_at(axes, units));
        }
    }
    return table;
}

// The inverse of the triangular distribution between low and high with its top at mode.
double triangular(const Axis& axis, double u) {
    const double width = axis.high - axis.low, left = axis.mode - axis.low, right = axis.high - axis.mode;
    if (u * width < left) return axis.low + std::sqrt(u * width * left);
    return axis.high - std::sqrt((1.0 - u) * width * right);
}

}  // namespace

double value_at(const Axis& axis, double u) {
    if (u <= 0) return axis.low;
    if (u >= 1) return axis.high;
    double value = axis.low + u * (axis.high - axis.low);
    if (axis.spread == Spread::log_uniform) {
        const double low = portable_log(axis.low);
        value = portable_exp(low + u * (portable_log(axis.high) - low));
    } else if (axis.spread == Spread::triangular) {
        value = triangular(axis, u);
    }
    return std::clamp(value, axis.low, axis.high);  // rounding may pass an end by its last bit
}

std::vector<std::vector<double>> points_of(const Design& design, const std::vector<Axis>& axes) {
    switch (design.kind) {
        case DesignKind::grid:
            return grid(axes);
        case DesignKind::latin_hypercube:
            return latin_hypercube(design, axes);
        case DesignKind::sobol:
            return sobol(design, axes);
        case DesignKind::saltelli:
            return saltelli(design, axes);
        case DesignKind::morris:
            return morris(design, axes);
        case DesignKind::list:
        case DesignKind::count:
            break;
    }
    return {};
}

}  // namespace ontkoker::sweep
