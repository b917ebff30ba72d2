// Designs: the laws of each kind, published points, and the same bits as when they were first made.
#include <catch2/catch.hpp>

#include <cmath>
#include <set>

#include "ontkoker/domain/results.h"
#include "ontkoker/io/json/value.h"
#include "ontkoker/sweep/plan.h"

using namespace ontkoker;
using namespace ontkoker::sweep;

namespace design_test {

using Table = std::vector<std::vector<double>>;

std::vector<Axis> unit_axes(int count) {
    std::vector<Axis> axes(static_cast<std::size_t>(count));
    for (Axis& axis : axes) axis.high = 1;
    return axes;
}

Design design_of(DesignKind kind, int size) {
    Design design;
    design.kind = kind;
    design.size = size;
    return design;
}

std::set<double> column(const Table& table, std::size_t axis) {
    std::set<double> values;
    for (const auto& row : table) values.insert(row[axis]);
    return values;
}

Table rows(const Table& table, std::size_t from, std::size_t count) {
    return Table(table.begin() + static_cast<std::ptrdiff_t>(from), table.begin() + static_cast<std::ptrdiff_t>(from + count));
}

// `of` with one column of `from`.
Table exchanged(Table of, const Table& from, std::size_t axis) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i][axis] = from[i][axis];
    return of;
}

// Axes of every spread, with ends that no double holds exactly.
std::vector<Axis> odd_axes() {
    std::vector<Axis> axes(4);
    axes[0].low = 0.1, axes[0].high = 0.7;
    axes[1].low = 0.003, axes[1].high = 33.3, axes[1].spread = Spread::log_uniform;
    axes[2].low = -0.7, axes[2].high = 1.1, axes[2].mode = 0.3, axes[2].spread = Spread::triangular;
    axes[3].low = 1e-9, axes[3].high = 3e-9;
    return axes;
}

std::string digest_of_table(const Table& table) {
    std::string text;
    for (const auto& row : table) {
        for (const double value : row) text += json::number_text(value) + ",";
        text += "\n";
    }
    return digest_of_text(text);
}

TEST_CASE("a grid crosses the values of its axes and the last axis moves fastest", "[sweep]") {
    std::vector<Axis> axes(2);
    axes[0].values = {3, 1};
    axes[1].values = {10, 20, 30};
    CHECK(points_of(design_of(DesignKind::grid, 0), axes) == Table{{3, 10}, {3, 20}, {3, 30}, {1, 10}, {1, 20}, {1, 30}});
}

TEST_CASE("a Latin hypercube has one point in each stratum of every axis", "[sweep]") {
    for (const int size : {1, 2, 7, 1000}) {
        Design design = design_of(DesignKind::latin_hypercube, size);
        const Table table = points_of(design, unit_axes(5));
        REQUIRE(static_cast<int>(table.size()) == size);
        for (std::size_t a = 0; a < 5; ++a) {
            std::set<int> strata;
            for (const auto& row : table) strata.insert(static_cast<int>(std::floor(row[a] * size)));
            CHECK(static_cast<int>(strata.size()) == size);
            CHECK(*strata.begin() == 0);
            CHECK(*strata.rbegin() == size - 1);
        }
        design.seed = 2;
        CHECK(points_of(design, unit_axes(5)) != table);
        if (size == 1000) {
            CHECK(column(table, 0) != column(table, 1));
            std::size_t same_stratum = 0;   // the axes are shuffled apart: on average one row in common
            for (const auto& row : table) same_stratum += std::floor(row[0] * size) == std::floor(row[1] * size);
            CHECK(same_stratum < 10);
        }
    }
}

// The first ten points in three dimensions as Joe and Kuo print them in their notes on generating Sobol' sequences.
TEST_CASE("Sobol' points are the published ones and a longer study begins with a shorter", "[sweep]") {
    const Table published = {{0, 0, 0},           {0.5, 0.5, 0.5},       {0.75, 0.25, 0.25},        {0.25, 0.75, 0.75},
                             {0.375, 0.375, 0.625}, {0.875, 0.875, 0.125}, {0.625, 0.125, 0.875},   {0.125, 0.625, 0.375},
                             {0.1875, 0.3125, 0.9375}, {0.6875, 0.8125, 0.4375}};
    CHECK(points_of(design_of(DesignKind::sobol, 10), unit_axes(3)) == published);
    CHECK(points_of(design_of(DesignKind::sobol, 4), unit_axes(3)) == rows(published, 0, 4));
    const Table many = points_of(design_of(DesignKind::sobol, 64), unit_axes(most_sobol_dimensions));
    REQUIRE(many.size() == 64);
    for (const std::size_t a : {0u, 100u, 3666u}) CHECK(column(many, a).size() == 64);   // one in each of 64 strata
}

TEST_CASE("a Saltelli design is A and B and each of them with one column of the other", "[sweep]") {
    const std::size_t size = 16, count = 3;
    Design design = design_of(DesignKind::saltelli, static_cast<int>(size));
    const Table first = points_of(design, unit_axes(3));
    REQUIRE(first.size() == size * (count + 2));
    const Table a = rows(first, 0, size), b = rows(first, size, size);
    for (std::size_t i = 0; i < size; ++i) CHECK(a[i] != b[i]);
    std::set<double> middles;   // of 16 strata: neither end is among the values
    for (std::size_t i = 0; i < size; ++i) middles.insert((2.0 * static_cast<double>(i) + 1) / 32);
    for (std::size_t axis = 0; axis < count; ++axis) {
        CHECK(column(a, axis) == middles);
        CHECK(column(b, axis) == middles);
        CHECK(rows(first, (2 + axis) * size, size) == exchanged(a, b, axis));
    }
    design.second_order = true;
    const Table second = points_of(design, unit_axes(3));
    REQUIRE(second.size() == size * (2 * count + 2));
    CHECK(rows(second, 0, first.size()) == first);
    for (std::size_t axis = 0; axis < count; ++axis) CHECK(rows(second, (5 + axis) * size, size) == exchanged(b, a, axis));
    // With two axes B with a column of A is A with the other column of B, so OpenTURNS leaves it out.
    CHECK(points_of(design, unit_axes(2)).size() == size * 4);
}

TEST_CASE("a Morris trajectory moves every axis once by half of the levels", "[sweep]") {
    for (const int levels : {2, 4, 6}) {
        Design design = design_of(DesignKind::morris, 200);
        design.levels = levels;
        const std::size_t count = 4;
        const Table table = points_of(design, unit_axes(4));
        REQUIRE(table.size() == 200 * (count + 1));
        const double step = levels / (2.0 * (levels - 1));
        std::set<std::size_t> first_moved;
        int up = 0;
        for (std::size_t t = 0; t < 200; ++t) {
            std::set<std::size_t> moved;
            for (std::size_t k = 0; k < count; ++k) {
                const auto& from = table[t * (count + 1) + k];
                const auto& to = table[t * (count + 1) + k + 1];
                std::size_t changes = 0;
                for (std::size_t a = 0; a < count; ++a) {
                    if (from[a] == to[a]) continue;
                    ++changes;
                    moved.insert(a);
                    if (k == 0) first_moved.insert(a);
                    up += to[a] > from[a];
                    CHECK(std::abs(std::abs(to[a] - from[a]) - step) < 1e-15);
                }
                CHECK(changes == 1);
            }
            CHECK(moved.size() == count);
        }
        CHECK(first_moved.size() == count);
        CHECK(up > 320);   // of 800 steps half go up; 320 is 5.7 standard deviations away
        CHECK(up < 480);
        for (std::size_t a = 0; a < count; ++a) {
            const std::set<double> values = column(table, a);
            CHECK(static_cast<int>(values.size()) == levels);
            CHECK(*values.begin() == 0);
            CHECK(*values.rbegin() == 1);
        }
    }
}

TEST_CASE("spreads turn unit values into values between the ends", "[sweep]") {
    const std::vector<Axis> axes = odd_axes();
    for (const Axis& axis : axes) {
        CHECK(value_at(axis, 0) == axis.low);
        CHECK(value_at(axis, 1) == axis.high);
        double last = axis.low;
        for (int i = 0; i <= 1000; ++i) {
            const double value = value_at(axis, i / 1000.0);
            CHECK((value >= last && value <= axis.high));
            last = value;
        }
    }
    CHECK(value_at(axes[0], 0.25) == Approx(0.25));
    CHECK(value_at(axes[1], 0.5) == Approx(std::sqrt(0.003 * 33.3)));
    CHECK(value_at(axes[1], 0.25) == Approx(0.003 * std::pow(33.3 / 0.003, 0.25)));
    // Of a triangle the part left of the top is (mode - low) / (high - low); the density rises and falls in straight lines.
    const double left = 1.0 / 1.8;
    CHECK(value_at(axes[2], left) == Approx(0.3));
    CHECK(value_at(axes[2], left / 4) == Approx(-0.7 + 1.0 / 2));
    CHECK(value_at(axes[2], 1 - (1 - left) / 4) == Approx(1.1 - 0.8 / 2));
}

TEST_CASE("no design leaves the ends of its axes and counts are those of the points", "[sweep]") {
    for (const DesignKind kind : {DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::saltelli, DesignKind::morris}) {
        Design design = design_of(kind, 32);
        for (const bool second : {false, true}) {
            design.second_order = second;
            const std::vector<Axis> axes = odd_axes();
            const Table table = points_of(design, axes);
            CHECK(static_cast<std::int64_t>(table.size()) == count_of(design, axes));
            for (const auto& row : table)
                for (std::size_t a = 0; a < axes.size(); ++a) CHECK((row[a] >= axes[a].low && row[a] <= axes[a].high));
        }
    }
    std::vector<Axis> axes(12);
    for (Axis& axis : axes) axis.values.assign(1000, 0.0);
    CHECK(count_of(design_of(DesignKind::grid, 0), axes) == 2147483647);
    CHECK(count_of(design_of(DesignKind::morris, 1000000), std::vector<Axis>(5000)) == 2147483647);
    CHECK(count_of(design_of(DesignKind::list, 7), axes) == 7);
}

TEST_CASE("designs have the bits that they were first made with", "[sweep]") {
    const auto digest = [](DesignKind kind, std::uint32_t seed) {
        Design design = design_of(kind, 64);
        design.seed = seed;
        design.second_order = true;
        return digest_of_table(points_of(design, odd_axes()));
    };
    CHECK(digest(DesignKind::latin_hypercube, 1) == "757ef7bdc90c8a49bc853325927838ca");
    CHECK(digest(DesignKind::latin_hypercube, 4294967295) == "b8cf785d46325e08d8e1702a8daf1fd5");
    CHECK(digest(DesignKind::sobol, 1) == "8d3ca67d0eba912c1693e06a39753210");
    CHECK(digest(DesignKind::saltelli, 1) == "31d4fb948b7178ac0b6448175261c667");
    CHECK(digest(DesignKind::morris, 1) == "e030c6738a5bddc623af72e3ddc05de7");
}

}  // namespace design_test
