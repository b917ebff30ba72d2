// A difference shared out over levers, on small runs.
#include "ontkoker/run/explanation.h"

#include "laws/run_fixture.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/domain/outcomes.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace explanation_test {

Measured measured_of(const Config& config, std::string_view name) {
    const auto infos = outcome_infos(config.parameters);
    for (std::size_t o = 0; o < infos.size(); ++o)
        if (infos[o].name == name) return {o, infos[o].split.empty() ? 0 : -1};
    FAIL("no outcome " << name);
    return {};
}

// Two levers that matter and one that comes after the horizon in all but name: the same value as before.
Config example() {
    Config config = small_config("woudenberg", {"verkokerd"}, {2, 2, 4});
    config.scenarios.push_back(scenario_with("b", {{"minimaregeling_amount", 0.0, Month::of(2026, 3)},
                                                   {"minimaregeling_amount", 0.5, Month::of(2027, 3)},
                                                   {"energy_costs", 1.5, Month::of(2026, 7)},
                                                   {"bouwdepot_amount", 2.0, Month::of(2026, 7)}}));
    return config;
}

TEST_CASE("explanation: all dated changes of a lever move together", "[explain]") {
    Config config = example();
    config.scenarios[0].changes.push_back({find_lever("minimaregeling_amount"), 0.8, Month::of(2026, 9), 0});
    const auto levers = differing_levers(config);
    REQUIRE(levers.size() == 3);
    const Scenario none = with_levers_of(config, levers, 0), all = with_levers_of(config, levers, 7);
    for (int m = 0; m < 24; ++m) {
        const Month month{Month::of(2026, 1).index + m};
        CHECK(lever_values(none, month) == lever_values(config.scenarios[0], month));
        CHECK(lever_values(all, month) == lever_values(config.scenarios[1], month));
        const Scenario first = with_levers_of(config, levers, 1);
        for (std::size_t lever = 0; lever < lever_rows().size(); ++lever)
            CHECK(lever_values(first, month)[lever] ==
                  lever_values(static_cast<int>(lever) == levers[0] ? all : none, month)[lever]);
    }
}

TEST_CASE("explanation: bars add up to the difference of a comparison, and a lever without effect gets nothing", "[explain]") {
    const Config config = example();
    const auto levers = differing_levers(config);
    const Sharing sharing = sharing_of(3, 0);
    std::vector<Measured> measures;
    for (const char* name : {"spending", "arrears", "total_debt", "financial_stress", "reserve"})
        measures.push_back(measured_of(config, name));
    const Config arms = arms_of(config, levers, sharing.sets, measures);
    RunOptions options;
    const auto counted = count_arms(arms, measures, options);
    REQUIRE(counted.ok());
    options.threads = 2;
    const auto again = count_arms(arms, measures, options);
    CHECK(again.value().counts == counted.value().counts);
    CHECK(again.value().denominators == counted.value().denominators);

    const ResultSet results = results_of(config);
    const Comparison comparison = compare(results);
    const auto infos = outcome_infos(config.parameters);
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const OutcomeInfo& info = infos[measures[m].outcome];
        INFO(info.name);
        const Waterfall fall = waterfall_of(config, levers, sharing, counted.value(), measures, m, info);
        CHECK(fall.adds_up);
        const ComparedNumber* known = comparison.find(info.name, "", "2026-2027", "b");
        REQUIRE(known);
        CHECK(fall.total.difference == Approx(known->difference).margin(2e-6));
        CHECK(fall.total.low == Approx(known->low).margin(2e-6));
        double sum = 0;
        for (const Bar& bar : fall.bars) {
            sum += bar.share.difference;
            CHECK(bar.order_error == 0);
            if (bar.lever == "bouwdepot_amount") {  // there is no bouwdepot to have an amount
                CHECK(bar.share.difference == 0);
                CHECK(bar.share.high == 0);
            }
        }
        CHECK(sum == Approx(fall.total.difference).margin(1e-9));
        if (info.name == "spending") CHECK(fall.total.difference != 0);
    }
}

// Keeps what it is given; counts what it is asked for.
struct Kept : ReplicateStore {
    std::vector<std::optional<ReplicateCounts>> all = std::vector<std::optional<ReplicateCounts>>(2);
    int loaded = 0, saved = 0;
    std::optional<ReplicateCounts> load(int replicate) override {
        const auto& one = all[static_cast<std::size_t>(replicate)];
        loaded += one.has_value();
        return one;
    }
    Problems save(int replicate, const ReplicateCounts& counts) override {
        all[static_cast<std::size_t>(replicate)] = counts;
        ++saved;
        return {};
    }
};

TEST_CASE("explanation: a stopped run goes on after the replicates that were kept", "[explain]") {
    const Config config = example();
    const auto levers = differing_levers(config);
    const std::vector<Measured> measures{measured_of(config, "spending")};
    const Config arms = arms_of(config, levers, {0, 7}, measures);
    Kept store;
    RunOptions options;
    options.store = &store;
    std::atomic<bool> stop{true};
    options.stop = &stop;
    const auto stopped = count_arms(arms, measures, options);
    REQUIRE_FALSE(stopped.ok());
    CHECK(stopped.problems().front().code == "E0499");
    CHECK(store.saved == 0);
    stop = false;
    const auto whole = count_arms(arms, measures, options);
    REQUIRE(whole.ok());
    CHECK(store.saved == 2);
    store.all[1].reset();
    const auto again = count_arms(arms, measures, options);
    CHECK(store.loaded == 1);
    CHECK(again.value().counts == whole.value().counts);
    CHECK(arms.effective != arms_of(config, levers, {0, 3}, measures).effective);
    CHECK(arms.effective != arms_of(config, levers, {0, 7}, {measured_of(config, "arrears")}).effective);
}

}  // namespace explanation_test
