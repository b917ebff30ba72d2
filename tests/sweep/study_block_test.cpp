// What is kept of a run, against numbers worked out by hand.
#include "study_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;
using sweep::Block;
using sweep::Plan;
using sweep::RunRecord;
using sweep::RunStatus;

namespace study_block_test {

OutcomeInfo info_of(const std::string& name, OverTime over_time, std::vector<std::string> parts = {""}) {
    OutcomeInfo info;
    info.name = name;
    info.over_time = over_time;
    info.split = parts.size() > 1 ? "kind" : "";
    info.parts = std::move(parts);
    return info;
}

const std::vector<OutcomeInfo> all = {info_of("left_out", OverTime::sum), info_of("flow", OverTime::sum, {"a", "b"}),
                                      info_of("stock", OverTime::mean), info_of("state", OverTime::last),
                                      info_of("share", OverTime::ratio)};
const std::vector<OutcomeInfo> kept(all.begin() + 1, all.end());

Plan plan_of(bool yearly) {
    Plan plan;
    plan.points = {{0}, {1}};
    plan.scenarios = {"one", "two"};
    plan.outcomes = {"flow", "stock", "state", "share"};
    plan.replicates = 2;
    plan.years = 2;
    plan.yearly = yearly;
    plan.digest = "d";
    return plan;
}

// Month m (1 to 24) of scenario s (0, 1) counts 100 s + m; part b ten times that; denominators twice.
ReplicateCounts counts_of() {
    ReplicateCounts counts;
    counts.households = 5;
    for (const OutcomeInfo& info : all) {
        counts.counts.emplace_back();
        counts.denominators.emplace_back();
        for (int s = 0; s < 2; ++s)
            for (int m = 1; m <= 24; ++m)
                for (std::size_t part = 0; part < info.parts.size(); ++part) {
                    counts.counts.back().push_back((100 * s + m) * (part == 0 ? 1 : 10));
                    if (info.over_time == OverTime::ratio) counts.denominators.back().push_back(2 * (100 * s + m));
                }
    }
    return counts;
}

TEST_CASE("by year a flow is the sum, a stock the sum of the months, a state that of December, a ratio both sums", "[sweep]") {
    const Plan plan = plan_of(true);
    Block block = sweep::empty_block(plan, kept, 4, 2);
    sweep::put_run(block, plan, all, 1, 1, counts_of());
    // 1 + ... + 12 = 78, 13 + ... + 24 = 222; scenario two has 12 x 100 more.
    const auto at = [](int point, int scenario, int replicate) {
        return static_cast<std::size_t>(((point * 2 + scenario) * 2 + replicate) * 2);   // two years
    };
    using Two = std::vector<std::int64_t>;
    const auto two = [](const Two& values, std::size_t first) { return Two{values[first], values[first + 1]}; };
    const Two& flow = block.counts[0];
    CHECK(Two(flow.begin() + static_cast<std::ptrdiff_t>(2 * at(1, 0, 1)), flow.begin() + static_cast<std::ptrdiff_t>(2 * at(1, 0, 1)) + 4) ==
          Two{78, 780, 222, 2220});
    CHECK(Two(flow.begin() + static_cast<std::ptrdiff_t>(2 * at(1, 1, 1)), flow.begin() + static_cast<std::ptrdiff_t>(2 * at(1, 1, 1)) + 4) ==
          Two{1278, 12780, 1422, 14220});
    CHECK(two(block.counts[1], at(1, 0, 1)) == Two{78, 222});
    CHECK(two(block.counts[1], at(1, 1, 1)) == Two{1278, 1422});
    CHECK(two(block.counts[2], at(1, 0, 1)) == Two{12, 24});
    CHECK(two(block.counts[2], at(1, 1, 1)) == Two{112, 124});
    CHECK(two(block.counts[3], at(1, 1, 1)) == Two{1278, 1422});
    CHECK(two(block.denominators[3], at(1, 1, 1)) == Two{2556, 2844});
    CHECK(block.denominators[0].empty());

    // Nothing else was touched.
    std::int64_t sum = 0;
    for (const std::int64_t cell : block.counts[1]) sum += cell;
    CHECK(sum == 78 + 222 + 1278 + 1422);
    CHECK(block.run(plan, 1, 1).status == RunStatus::done);
    CHECK(block.run(plan, 1, 1).households == 5);
    CHECK(block.run(plan, 1, 0).status == RunStatus::missing);
    CHECK(block.runs.size() == 4);
}

TEST_CASE("by month every month stands as it was counted", "[sweep]") {
    const Plan plan = plan_of(false);
    Block block = sweep::empty_block(plan, kept, 0, 2);
    const ReplicateCounts counts = counts_of();
    sweep::put_run(block, plan, all, 0, 1, counts);
    for (std::size_t k = 0; k < kept.size(); ++k) {
        const std::size_t cells = 24 * kept[k].parts.size();
        for (std::size_t s = 0; s < 2; ++s)
            for (std::size_t i = 0; i < cells; ++i) {
                REQUIRE(block.counts[k][(s * 2 + 1) * cells + i] == counts.counts[k + 1][s * cells + i]);
                if (kept[k].over_time == OverTime::ratio)
                    REQUIRE(block.denominators[k][(s * 2 + 1) * cells + i] == counts.denominators[k + 1][s * cells + i]);
            }
    }
}

TEST_CASE("of a mean by year the divisor is twelve times as large", "[sweep]") {
    Plan plan = small_plan();
    REQUIRE(plan.outcomes.size() == 4);   // one of each rule
    const std::vector<OutcomeInfo> infos = outcome_infos(base_config().parameters);
    for (const bool yearly : {true, false}) {
        plan.yearly = yearly;
        const auto outcomes = sweep::kept_outcomes(plan, base_config());
        REQUIRE(outcomes.size() == 4);
        for (const OutcomeInfo& outcome : outcomes)
            for (const OutcomeInfo& info : infos)
                if (info.name == outcome.name)
                    CHECK(outcome.divisor == info.divisor * (yearly && info.over_time == OverTime::mean ? 12 : 1));
    }
}

TEST_CASE("the digest of a run changes with everything that the run is", "[sweep]") {
    const ReplicateCounts counts = counts_of();
    const std::string digest = sweep::digest_of_run("{}", 3, counts);
    CHECK(digest.size() == 32);
    CHECK(digest == sweep::digest_of_run("{}", 3, counts));
    CHECK(digest != sweep::digest_of_run("{} ", 3, counts));
    CHECK(digest != sweep::digest_of_run("{}", 4, counts));
    for (std::size_t o = 0; o < all.size(); ++o) {
        ReplicateCounts other = counts;
        ++other.counts[o].back();   // the last month of an outcome, also of one that is not kept
        CHECK(digest != sweep::digest_of_run("{}", 3, other));
    }
    ReplicateCounts other = counts;
    --other.denominators[4].front();
    CHECK(digest != sweep::digest_of_run("{}", 3, other));
}

TEST_CASE("the digest of a study is over the plan and the runs in order, whatever the shards", "[sweep]") {
    Plan plan = plan_of(true);
    std::vector<RunRecord> runs(4);
    for (std::size_t i = 0; i < 4; ++i) runs[i] = {RunStatus::done, "digest " + std::to_string(i), "", 9};
    const std::string digest = sweep::digest_of_sweep(plan, runs);
    plan.points_per_shard = 2;
    CHECK(digest == sweep::digest_of_sweep(plan, runs));
    auto other = runs;
    std::swap(other[1], other[2]);
    CHECK(digest != sweep::digest_of_sweep(plan, other));
    other = runs;
    other[1] = {RunStatus::failed, "", "E0401 x", 0};
    const std::string failed = sweep::digest_of_sweep(plan, other);
    CHECK(digest != failed);
    other[1].error = "E0401 y";
    CHECK(failed != sweep::digest_of_sweep(plan, other));
    other[1] = {};
    CHECK(failed != sweep::digest_of_sweep(plan, other));
    plan.digest = "e";
    CHECK(digest != sweep::digest_of_sweep(plan, runs));
}

}  // namespace study_block_test
