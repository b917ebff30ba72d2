// A plan as text: it reads back equal, and an edit is seen.
#include <catch2/catch.hpp>

#include "ontkoker/io/json/sweep_file.h"
#include "sweep/sweep_fixture.h"

using namespace ontkoker;
using namespace sweep_fixture;

namespace plan_text_test {

bool equal(const sweep::Axis& a, const sweep::Axis& b) {
    return a.name == b.name && a.lever == b.lever && a.target == b.target && a.unit == b.unit && a.nl == b.nl && a.en == b.en &&
           a.low == b.low && a.high == b.high && a.mode == b.mode && a.spread == b.spread && a.values == b.values &&
           a.scenarios == b.scenarios && a.from == b.from && a.ramp_months == b.ramp_months;
}

void check_equal(const sweep::Plan& a, const sweep::Plan& b) {
    CHECK((a.name == b.name && a.nl == b.nl && a.en == b.en && a.version == b.version));
    CHECK(a.base == b.base);
    CHECK((a.design.kind == b.design.kind && a.design.size == b.design.size && a.design.seed == b.design.seed));
    CHECK((a.design.second_order == b.design.second_order && a.design.levels == b.design.levels));
    REQUIRE(a.axes.size() == b.axes.size());
    for (std::size_t i = 0; i < a.axes.size(); ++i) CHECK(equal(a.axes[i], b.axes[i]));
    CHECK(a.points == b.points);
    CHECK((a.outcomes == b.outcomes && a.yearly == b.yearly && a.points_per_shard == b.points_per_shard));
    CHECK((a.municipality == b.municipality && a.scenarios == b.scenarios && a.replicates == b.replicates));
    CHECK((a.start_year == b.start_year && a.years == b.years && a.seed == b.seed && a.sample == b.sample));
    CHECK(a.digest == b.digest);
}

// Every field another value than the one it starts with.
sweep::Plan full_plan(const Root& root) {
    add_scenario(root);
    sweep::Plan plan = plan_of(root, sobol_text);
    plan.design = {sweep::DesignKind::morris, 3, 4294967295u, true, 6};
    plan.axes[0].spread = sweep::Spread::log_uniform;
    plan.axes[1].spread = sweep::Spread::triangular;
    plan.axes[1].mode = 1.0 / 3;
    plan.axes[1].values = {0.1, 1e-300, -7};
    plan.points = {{1.0 / 3, 0.1 + 0.2}, {1e-300, -1e22}};
    plan.yearly = false;
    plan.points_per_shard = 17;
    plan.version = "9.9.9";
    plan.sample = 7;
    plan.seed = 4294967295u;
    plan.nl = "Met \"tekens\" en \\ en \t en €";
    plan.digest = digest_of_plan(plan);
    return plan;
}

std::string code_of(const std::string& text) {
    const auto plan = plan_from_text(text, "plan.json");
    if (plan) return "";
    CHECK(plan.problems().front().file == "plan.json");
    return plan.problems().front().code;
}

TEST_CASE("a plan reads back equal from its text", "[sweep]") {
    const Root root;
    const sweep::Plan plan = full_plan(root);
    const std::string text = plan_text(plan);
    const auto again = plan_from_text(text, "plan.json");
    if (!again) FAIL(again.problems().front().pointer << " " << again.problems().front().message);
    check_equal(plan, again.value());
    CHECK(plan_text(again.value()) == text);
    CHECK(text.find("\"ontkoker-effective-1\"") != std::string::npos);   // the base stands in it as JSON, for whoever looks
    CHECK(text.find(root.path()) == std::string::npos);                  // no path of this machine
}

TEST_CASE("a base that is no effective configuration reads back too", "[sweep]") {
    const Root root;
    for (const char* base : {"", "geen json", "{}", "{\"b\": 1, \"a\": 2}\n", "[1]\n"}) {
        sweep::Plan plan = full_plan(root);
        plan.base = base;
        plan.digest = digest_of_plan(plan);
        const auto again = plan_from_text(plan_text(plan), "plan.json");
        REQUIRE(again);
        CHECK(again.value().base == base);
    }
}

TEST_CASE("the digest covers all of a plan but how it is cut into shards", "[sweep]") {
    const Root root;
    const sweep::Plan plan = full_plan(root);
    CHECK(plan.digest.size() == 32);
    sweep::Plan cut = plan;
    cut.points_per_shard = 1;
    cut.digest = "0";
    CHECK(digest_of_plan(cut) == plan.digest);
    std::set<std::string> digests{plan.digest};
    const auto other = [&](auto change) {
        sweep::Plan changed = plan;
        change(changed);
        CHECK(digests.insert(digest_of_plan(changed)).second);
    };
    other([](sweep::Plan& p) { p.name += "x"; });
    other([](sweep::Plan& p) { p.base += " "; });
    other([](sweep::Plan& p) { p.design.seed = 1; });
    other([](sweep::Plan& p) { p.axes[1].ramp_months = 13; });
    other([](sweep::Plan& p) { p.axes[0].high += 1e-13; });
    other([](sweep::Plan& p) { p.points[1][1] = -1.0000000000000002e22; });
    other([](sweep::Plan& p) { std::swap(p.points[0], p.points[1]); });
    other([](sweep::Plan& p) { p.outcomes.pop_back(); });
    other([](sweep::Plan& p) { p.yearly = true; });
    other([](sweep::Plan& p) { p.version = "9.9.8"; });
    other([](sweep::Plan& p) { p.sample = 8; });
}

TEST_CASE("an edited plan is refused and so is a broken one", "[sweep]") {
    const Root root;
    const sweep::Plan plan = full_plan(root);
    const std::string text = plan_text(plan);
    CHECK(code_of(text).empty());
    CHECK(code_of(replaced(text, "\"ramp_months\": 12", "\"ramp_months\": 11")) == "E0603");
    CHECK(code_of(replaced(text, "0.30000000000000004", "0.3")) == "E0603");
    CHECK(code_of(replaced(text, "\"version\": \"9.9.9\"", "\"version\": \"9.9.8\"")) == "E0603");
    CHECK(code_of(replaced(text, plan.digest, std::string(32, '0'))) == "E0603");
    CHECK(code_of(replaced(text, "\"population\": {", "\"populatoin\": {")) == "E0603");   // in the base
    CHECK(code_of(replaced(text, "\"points_per_shard\": 17", "\"points_per_shard\": 4")).empty());
    CHECK(code_of(replaced(text, "\"points_per_shard\": 17", "\"points_per_shard\": 0")) == "E0204");
    CHECK(code_of(replaced(text, "\"ontkoker-plan-1\"", "\"ontkoker-plan-2\"")) == "E0206");
    CHECK(code_of(replaced(text, "\"morris\"", "\"moris\"")) == "E0215");
    CHECK(code_of(replaced(text, "[0.3333333333333333, 0.30000000000000004]", "[0.3333333333333333]")) == "E0219");
    CHECK(code_of(replaced(text, "\"version\":", "\"vresion\":")) == "E0201");
    CHECK(code_of(text.substr(0, text.size() / 2)) == "E0102");
    CHECK(code_of("") == "E0112");
}

TEST_CASE("a plan may hold more points than a file that people write", "[sweep]") {
    const Root root;
    sweep::Plan plan = full_plan(root);
    plan.points.assign(100001, {0.1, 0.2});
    const auto again = plan_from_text(plan_text(plan), "plan.json");
    REQUIRE(again);
    CHECK(again.value().points == plan.points);
}

}  // namespace plan_text_test
