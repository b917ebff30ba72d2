// The configuration of a point: the base with the values of the axes, and nothing else.
#include <catch2/catch.hpp>

#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/sweep_file.h"
#include "sweep/sweep_fixture.h"

using namespace ontkoker;
using namespace sweep_fixture;

namespace point_configs_test {

Config at(const sweep::Plan& plan, std::vector<double> point) {
    sweep::Plan one = plan;
    one.points = {std::move(point)};
    const auto configs = PointConfigs::from(one);
    REQUIRE(configs);
    CHECK(configs.value().base().effective == plan.base);
    const auto config = configs.value().at(0);
    if (!config) FAIL(config.problems().front().message);
    return config.value();
}

Request base_request(const Root& root) {
    Request request = root.request();
    request.scenarios = {"verkokerd", "anders"};
    request.start_year = 2026;
    request.years = 5;
    request.replicates = 2;
    request.seed = 3;
    return request;
}

std::string effective(const Request& request) {
    const auto config = load_config(request);
    if (!config) FAIL(config.problems().front().message);
    return config.value().effective;
}

TEST_CASE("a point in which nothing differs is the base, text and all", "[sweep]") {
    const Root root;
    add_scenario(root);
    const sweep::Plan plan = plan_of(root, sobol_text);
    const double fee = value_in(root, "finances.fee");
    CHECK(plan.base == effective(base_request(root)));
    CHECK(at(plan, {fee, 0.7}).effective == plan.base);
    // A lever that the scenario leaves alone, at its neutral value.
    const std::string other = R"({"lever": "debt_help_hours", "scenarios": ["verkokerd", "anders"], "from": "2027-01"})";
    const sweep::Plan neutral = plan_of(root, replaced(sobol_text, R"({"lever": "minimaregeling_amount", "low": 0.2, "high": 1})", other));
    CHECK(at(neutral, {fee, 1}).effective == plan.base);
    CHECK(at(neutral, {fee, 1.5}).effective != plan.base);
}

TEST_CASE("a parameter of a point is set as an assumption sets it", "[sweep]") {
    const Root root;
    add_scenario(root);
    const sweep::Plan plan = plan_of(root, sobol_text);
    const double fee = value_in(root, "finances.fee");
    Request request = base_request(root);
    request.assumptions = {{"finances.fee", fee + 0.125}};
    const Config config = at(plan, {fee + 0.125, 0.7});
    CHECK(config.effective == effective(request));
    CHECK(config.parameters.finances.fee == fee + 0.125);
    // And over an assumption of the base: the model's own value is the one that is kept.
    const sweep::Plan assumed = plan_of(root, replaced(sobol_text, R"("seed": 3,)",
                                                       R"("seed": 3, "assumptions": {"finances.fee": )" + json::number_text(fee - 0.125) + "},"));
    const auto infos = parameters_of(at(assumed, {fee + 0.125, 0.7}).effective);
    REQUIRE(infos);
    for (const ParameterInfo& info : infos.value())
        if (info.name == "finances.fee") CHECK((info.value == fee + 0.125 && info.changed_from == fee));
}

TEST_CASE("a kind of help, a scheme and an actor have parameters that can be axes", "[sweep]") {
    const Root root;
    add_scenario(root);
    for (const char* name : {"help.verblijf.effect_own", "schemes.toeslag.amount", "actors.consulent.breadth"}) {
        const auto infos = model_parameters(root.path());
        double value = -1;
        std::string used = name;
        for (const ParameterInfo& info : infos.value())
            if (info.name == name || (value < 0 && info.name.starts_with(std::string(name).substr(0, 10)))) used = info.name, value = info.value;
        REQUIRE(value >= 0);
        const sweep::Plan plan = plan_of(root, replaced(sobol_text, "finances.fee", used));
        Request request = base_request(root);
        request.assumptions = {{used, value + 0.125}};
        CHECK(at(plan, {value + 0.125, 0.7}).effective == effective(request));
    }
}

TEST_CASE("a lever of a point replaces all changes of that lever in its scenarios", "[sweep]") {
    const Root root;
    add_scenario(root);
    const double fee = value_in(root, "finances.fee");
    const auto scenario = [&](const std::string& changes) {
        root.put("configs/scenarios/anders.json",
                 R"({"name": "anders", "extends": "verkokerd", "nl": "Anders", "en": "Different", "status": "assumed", "source": "made",
                     "changes": [)" + changes + "]}");
    };
    const std::string rest = R"({"lever": "steady_face", "value": 0.5, "from": "2027-01"}, {"lever": "one_door", "value": 1, "from": "2028-01"})";
    const sweep::Plan plan = plan_of(root, sobol_text);
    scenario(R"({"lever": "minimaregeling_amount", "value": 0.4, "from": "2027-01", "ramp_months": 12}, )" + rest);
    CHECK(at(plan, {fee, 0.4}).effective == effective(base_request(root)));

    scenario(R"({"lever": "minimaregeling_amount", "value": 0.7, "from": "2027-01"}, {"lever": "minimaregeling_amount", "value": 1, "from": "2029-01"}, )" + rest);
    const sweep::Plan twice = plan_of(root, replaced(sobol_text, R"("low": 0.2,)", R"("from": "2028-06", "ramp_months": 3, "low": 0.2,)"));
    scenario(rest + R"(, {"lever": "minimaregeling_amount", "value": 0.4, "from": "2028-06", "ramp_months": 3})");
    const Config config = at(twice, {fee, 0.4});
    CHECK(config.effective == effective(base_request(root)));
    REQUIRE(config.scenarios[1].changes.size() == 3);
    CHECK(config.scenarios[1].changes[2].ramp_months == 3);
    CHECK(config.scenarios[0].changes.empty());   // the reference is left alone
    // Neutral is a change like any other where the scenario has one of its own.
    CHECK(at(twice, {fee, 1}).scenarios[1].changes.size() == 3);
}

TEST_CASE("an impossible point fails alone and an impossible plan at once", "[sweep]") {
    const Root root;
    add_scenario(root);
    sweep::Plan plan = plan_of(root, sobol_text);
    const double fee = value_in(root, "finances.fee");
    plan.points = {{fee, 0.5}, {fee + 0.26, 2.5}, {fee, std::numeric_limits<double>::quiet_NaN()}};
    const auto configs = PointConfigs::from(plan);
    REQUIRE(configs);
    CHECK(configs.value().at(0));
    const auto refused = configs.value().at(1);
    REQUIRE(!refused);
    REQUIRE(refused.problems().size() == 2);
    CHECK((refused.problems()[0].code == "E0204" && refused.problems()[0].pointer == "/points/1/0"));
    CHECK((refused.problems()[1].code == "E0204" && refused.problems()[1].pointer == "/points/1/1"));
    CHECK(refused.problems()[1].message.find("minimaregeling_amount: 2.5 valt buiten 0 .. 2") != std::string::npos);
    CHECK(!configs.value().at(2));
    sweep::Plan wrong = plan;
    wrong.axes[0].target = "finances.fees";
    wrong.axes[1].scenarios = {"niemand"};
    wrong.axes[1].from = "ooit";
    const auto problems = PointConfigs::from(wrong);
    REQUIRE(!problems);
    CHECK(problems.problems().size() == 3);
    wrong = plan;
    wrong.base = "{}";
    CHECK(!PointConfigs::from(wrong));
}

}  // namespace point_configs_test
