// What a caller of run_ensemble() sees: shape, progress, stopping, stored replicates, times.
#include <algorithm>

#include "laws/run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace ensemble_test {

class MemoryStore : public ReplicateStore {
public:
    std::optional<ReplicateCounts> load(int replicate) override {
        const auto found = kept.find(replicate);
        if (found == kept.end()) return std::nullopt;
        ++loaded;
        return found->second;
    }
    Problems save(int replicate, const ReplicateCounts& counts) override {
        kept[replicate] = counts;
        ++saved;
        return failing ? Problems{{.code = "E0301", .message = "full", .hint = {}, .file = {}, .pointer = {}}} : Problems{};
    }
    std::map<int, ReplicateCounts> kept;
    int loaded = 0, saved = 0;
    bool failing = false;
};

Config two_by_three() { return small_config("woudenberg", {"verkokerd", "boemerang-minimaregeling"}, {2, 3, 4}); }

TEST_CASE("a result has the shape that its outcomes say", "[running]") {
    const Config config = two_by_three();
    const ResultSet results = results_of(config);
    CHECK(results.scenarios == std::vector<std::string>{"verkokerd", "boemerang-minimaregeling"});
    CHECK(results.replicates == 3);
    CHECK(results.months == 24);
    CHECK(results.start_year == 2026);
    CHECK(results.effective_config == config.effective);
    CHECK(results.digest == digest_of(results));
    REQUIRE(results.counts.size() == results.outcomes.size());
    for (std::size_t o = 0; o < results.outcomes.size(); ++o) {
        const OutcomeInfo& info = results.outcomes[o];
        INFO(info.name);
        CHECK(results.counts[o].size() == 2 * 3 * 24 * info.parts.size());
        CHECK(results.denominators[o].size() == (info.over_time == OverTime::ratio ? results.counts[o].size() : 0));
        CHECK(info.parts_nl.size() == info.parts.size());
        CHECK(info.parts_en.size() == info.parts.size());
        bool any = false;
        for (const std::int64_t count : results.counts[o]) any |= count != 0;
        // None in the base, or too rare to happen in a quarter of a small municipality within two years.
        const auto rare = {"college_cuts",      "bouwdepots",    "evictions",             "homeless_households", "children_without_home",
                           "crisis_placements", "shelter_costs", "separations_supported", "alarm",               "young_gap_months",
                           "young_kept_places", "debt_relapses", "young_guided_work", "own_strength_plans", "light_help_asked",
                           "watch_flames",      "watch_hours",   "intake_stops",      "evaluated_ends",     "supply_called",
                           "bought_outside",    "provider_handovers", "cuts_in_force", "vangnet",       "investments",
                           "shared_back",       "revolving_fund", "earmarked_money",  "workers_gone",       "views",
                           "stuck_brought_in",      "breakthroughs",
                           "breakthrough_kinds", "breakthroughs_refused", "stuck_ended_before", "breakthroughs_waiting_for_money",
                           "breakthrough_amount", "breakthrough_months_stuck", "breakthrough_payments", "breakthrough_staff",
                           "breakthrough_rest", "custom_money_refused"};
        CHECK((any || std::find(rare.begin(), rare.end(), info.name) != rare.end()));
    }
}

TEST_CASE("progress rises to its total, and the total is told from the start", "[running]") {
    RunOptions options;
    std::int64_t last = 0, total = 0, calls = 0;
    bool rising = true, constant = true;
    options.progress = [&](std::int64_t done, std::int64_t all) {
        rising &= done > last && done <= all;
        constant &= total == 0 || total == all;
        last = done;
        total = all;
        ++calls;
    };
    results_of(two_by_three(), options);
    CHECK(rising);
    CHECK(constant);
    CHECK(last == total);
    CHECK(calls == total);
}

TEST_CASE("a run that is told to stop says so and gives no result", "[running]") {
    std::atomic<bool> stop{false};
    RunOptions options;
    options.stop = &stop;
    std::int64_t steps = 0;
    options.progress = [&](std::int64_t, std::int64_t) { stop = ++steps >= 100; };
    MemoryStore store;
    options.store = &store;
    const auto results = run_ensemble(two_by_three(), options);
    REQUIRE_FALSE(results.ok());
    CHECK(results.problems().front().code == "E0499");
    CHECK(steps <= 101);
    CHECK(store.saved == 0);
}

TEST_CASE("a stopped run goes on where it was and ends with the same digest", "[running]") {
    const Config config = two_by_three();
    const ResultSet whole = results_of(config);
    MemoryStore store;
    RunOptions options;
    options.store = &store;
    std::atomic<bool> stop{false};
    options.stop = &stop;
    std::int64_t first_replicate = 0;
    options.progress = [&](std::int64_t done, std::int64_t total) {
        if (done > total / 2) stop = true;      // in the second of three replicates
        first_replicate = total / 3;
    };
    REQUIRE_FALSE(run_ensemble(config, options).ok());
    REQUIRE(store.saved == 1);
    stop = false;
    std::int64_t first_told = 0;
    options.progress = [&](std::int64_t done, std::int64_t) { if (!first_told) first_told = done; };
    const ResultSet resumed = results_of(config, options);
    CHECK(store.loaded == 1);
    CHECK(store.saved == 3);
    CHECK(first_told == first_replicate + 1);
    CHECK(resumed.digest == whole.digest);
    CHECK(results_of(config, options).digest == whole.digest);   // all from the store
    CHECK(store.saved == 3);
}

TEST_CASE("a store that fails is told", "[running]") {
    MemoryStore store;
    store.failing = true;
    RunOptions options;
    options.store = &store;
    const auto results = run_ensemble(two_by_three(), options);
    REQUIRE_FALSE(results.ok());
    CHECK(results.problems().front().code == "E0301");
}

TEST_CASE("measuring times changes no result", "[running]") {
    const Config config = two_by_three();
    ProcessTimes times;
    RunOptions options;
    options.times = &times;
    options.threads = 2;
    CHECK(results_of(config, options).digest == results_of(config).digest);
    REQUIRE(times.rows.size() == process_rows().size());
    for (const PartCost& cost : times.rows) CHECK(cost.calls > 500);
    for (const char* const name : {"population", "levers", "laws", "outcomes"})
        CHECK(std::any_of(times.around.begin(), times.around.end(), [&](const auto& row) { return row.first == name; }));
}

TEST_CASE("every n-th household at an n-th of the money keeps the order of size of outcomes", "[running]") {
    const ResultSet all = results_of(small_config("heusden", {"verkokerd"}, {1, 1, 1}));
    const ResultSet half = results_of(small_config("heusden", {"verkokerd"}, {1, 1, 2}));
    CHECK(all.households == 2 * half.households);
    for (const auto& [name, part] : std::vector<std::pair<std::string, std::string>>{
             {"population", "0-17"}, {"births", ""}, {"youth_in_help", ""}, {"fund_spending", "youth"}, {"arrears", ""}}) {
        const double ratio = total(all, name, part, 0, 0, 12) / total(half, name, part, 0, 0, 12);
        INFO(name << ": " << ratio);
        CHECK(ratio > 1.6);
        CHECK(ratio < 2.4);
    }
}

}  // namespace ensemble_test
