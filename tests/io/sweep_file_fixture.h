// A made-up study for tests of sweep files: numbers that say where they belong, and whether they came back.
#pragma once
#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "../../src/io/hdf5/sweep_layout.h"
#include "file_fixture.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/io/hdf5/whole_file.h"

namespace ontkoker::test {

struct Size {
    int points = 11, per_shard = 3;
    bool yearly = true;
};

inline sweep::Axis axis(const char* name, bool lever, const char* unit) {
    sweep::Axis axis;
    axis.name = name;
    axis.lever = lever;
    axis.target = name;
    axis.unit = unit;
    axis.nl = std::string("de as ") + name;
    axis.en = std::string("the axis ") + name;
    axis.low = -1.5;
    axis.high = 4;
    axis.spread = sweep::Spread::triangular;
    if (!lever) return axis;
    axis.scenarios = {"verkokerd", "€-regeling"};
    axis.from = "2027-01";
    axis.ramp_months = 6;
    return axis;
}

inline SweepHead sample(Size size = {}) {
    SweepHead head;
    sweep::Plan& plan = head.plan;
    plan.name = "proef";
    plan.design = {sweep::DesignKind::saltelli, 4, 7, true, 4};
    plan.axes = {axis("children.livelihood_stress", false, "1"), axis("lever.intake_hours", true, "hours")};
    for (int p = 0; p < size.points; ++p) plan.points.push_back({p / 8.0, 3.0 - p / 16.0});
    plan.yearly = size.yearly;
    plan.points_per_shard = size.per_shard;
    plan.version = "0.1.0";
    plan.municipality = "'s-Hertogenbosch";
    plan.scenarios = {"verkokerd", "€-regeling"};
    plan.replicates = 3;
    plan.start_year = 2026;
    plan.years = 2;
    plan.digest = "00112233445566778899aabbccddeeff";
    head.kept = outcomes_of_every_kind();
    for (const OutcomeInfo& info : head.kept) plan.outcomes.push_back(info.name);
    if (size.yearly) head.kept[0].divisor *= 12;
    head.plan_text = "{\"een\": \"plan\"}\n";
    return head;
}

// Numbers that depend on point, scenario, replicate, time and part alone, so that every division gives the same. Replicate 1
// of point 4 failed.
inline sweep::Block block_of(const SweepHead& head, int first, int points) {
    const sweep::Plan& plan = head.plan;
    const layout::Shape shape{points, 2, plan.replicates, plan.times()};
    sweep::Block block;
    block.first_point = first;
    block.points = points;
    for (int p = first; p < first + points; ++p)
        for (int r = 0; r < plan.replicates; ++r) {
            const bool failed = p == 4 && r == 1;
            block.runs.push_back({failed ? sweep::RunStatus::failed : sweep::RunStatus::done,
                                  failed ? "" : "digest-" + std::to_string(p) + "-" + std::to_string(r),
                                  failed ? "E0401 wet gebroken: \"kas\", én meer" : "", failed ? 0 : 1000 + p});
        }
    for (std::size_t o = 0; o < head.kept.size(); ++o) {
        const OutcomeInfo& info = head.kept[o];
        const bool ratio = info.over_time == OverTime::ratio;
        auto& counts = block.counts.emplace_back();
        auto& below = block.denominators.emplace_back();
        const std::size_t row = static_cast<std::size_t>(shape.times) * info.parts.size();
        for (std::size_t cell = 0; cell < static_cast<std::size_t>(points) * shape.cells(info); ++cell) {
            const auto point = static_cast<std::size_t>(first) + cell / shape.cells(info);
            Numbers numbers{1000 * point + 7 * o + 13 * (cell % shape.cells(info))};
            numbers.next();
            const bool failed = point == 4 && cell / row % 3 == 1;
            counts.push_back(failed ? 0 : numbers.within(1'000'000));
            if (ratio) below.push_back(failed || cell % shape.cells(info) % 5 == 0 ? 0 : numbers.within(500) + 501);
        }
    }
    return block;
}

inline sweep::Block shard_of(const SweepHead& head, int shard) {
    return block_of(head, head.plan.first_point(shard), head.plan.points_in(shard));
}

inline void require_equal(const sweep::Block& a, const sweep::Block& b) {
    REQUIRE(a.first_point == b.first_point);
    REQUIRE(a.points == b.points);
    REQUIRE((a.counts == b.counts));
    REQUIRE((a.denominators == b.denominators));
    REQUIRE(a.runs.size() == b.runs.size());
    for (std::size_t i = 0; i < a.runs.size(); ++i) {
        REQUIRE(a.runs[i].status == b.runs[i].status);
        REQUIRE(a.runs[i].digest == b.runs[i].digest);
        REQUIRE(a.runs[i].error == b.runs[i].error);
        REQUIRE(a.runs[i].households == b.runs[i].households);
    }
}

inline std::string digest_of(const std::vector<sweep::RunRecord>& runs) {
    std::string all;
    for (const sweep::RunRecord& run : runs) all += run.digest + run.error + "|";
    return digest_of_text(all);
}

inline MergeInput merging(const SweepHead& head) {
    MergeInput input;
    input.head = &head;
    input.digest_of = digest_of;
    input.block = [&head](int shard) -> Result<sweep::Block> { return shard_of(head, shard); };
    return input;
}

inline std::string bytes_of(const std::string& path) {
    const auto bytes = read_whole_file(path);
    REQUIRE(bytes.ok());
    return bytes.value();
}

}  // namespace ontkoker::test
