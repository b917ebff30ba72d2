// What scenario files say besides their changes: read, checked, and without any effect on a configuration.
#include <catch2/catch.hpp>

#include "json_fixture.h"
#include "ontkoker/io/json/systems.h"

using namespace ontkoker;
using namespace json_fixture;

namespace json_systems_test {

const char* const told_about = R"({"name": "eigen", "nl": "Eigen", "en": "Own", "extends": "verkokerd",
  "municipality": "proefstad", "says": {"nl": "minder schuld", "en": "less debt"},
  "measures": [{"outcome": "arrears", "direction": "lower"},
               {"outcome": "spending", "part": "rijk", "direction": "none", "over": "sum"}],
  "not_measurable": {"nl": "rust", "en": "rest"}, "status": "aim", "source": "made for the tests",
  "changes": [{"lever": "one_door", "value": 0.5, "from": "2027-01", "ramp_months": 6}]})";
const char* const silent = R"({"name": "eigen", "nl": "Eigen", "en": "Own", "extends": "verkokerd", "status": "aim",
  "source": "made for the tests",
  "changes": [{"lever": "one_door", "value": 0.5, "from": "2027-01", "ramp_months": 6}]})";

std::vector<LocalSystem> systems_of(const Request& request) {
    const auto systems = local_systems(request);
    if (!systems.ok()) FAIL(systems.problems().front().message);
    return systems.value();
}

TEST_CASE("a local system says where it belongs, what is said of it and how that can be seen", "[json]") {
    const Root root;
    root.put("configs/scenarios/eigen.json", told_about);
    Request request;
    request.root = root.path();
    const std::vector<LocalSystem> all = systems_of(request);
    REQUIRE(all.size() == 2);
    CHECK(all[1].name == "verkokerd");
    CHECK(all[1].about.municipality.empty());
    CHECK(all[1].runs_on() == "heusden");
    const LocalSystem& own = all[0];
    CHECK(own.name == "eigen");
    CHECK(own.runs_on() == "proefstad");
    CHECK(own.about.says_nl == "minder schuld");
    CHECK(own.about.says_en == "less debt");
    CHECK(own.about.not_measurable_en == "rest");
    REQUIRE(own.changes.size() == 1);
    CHECK(own.changes[0].lever == "one_door");
    CHECK(own.changes[0].from == "2027-01");
    REQUIRE(own.about.measures.size() == 2);
    CHECK(own.about.measures[0].outcome == "arrears");
    CHECK(own.about.measures[0].over == "last_year");
    CHECK(own.about.measures[1].part == "rijk");
    CHECK(own.about.measures[1].direction == "none");
    CHECK(own.about.measures[1].over == "sum");
    request.scenarios = {"EIGEN"};
    CHECK(systems_of(request).size() == 1);
}

TEST_CASE("what is said of a system is not inherited and changes no byte of a configuration", "[json]") {
    const Root root;
    root.put("configs/scenarios/eigen.json", told_about);
    root.put("configs/scenarios/verder.json",
             R"({"name": "verder", "nl": "Verder", "en": "Further", "extends": "eigen", "status": "aim",
                 "source": "made for the tests", "changes": []})");
    Request request = root.request();
    request.scenarios = {"verder"};
    const LocalSystem further = systems_of(request)[0];
    CHECK(further.about.municipality.empty());
    CHECK(further.about.measures.empty());
    CHECK(further.changes.size() == 1);
    request.scenarios = {"verkokerd", "eigen"};
    const auto with = load_config(request);
    root.put("configs/scenarios/eigen.json", silent);
    const auto without = load_config(request);
    REQUIRE((with.ok() && without.ok()));
    CHECK(with.value().effective == without.value().effective);
}

TEST_CASE("a system that does not exist is told with the likely name", "[json]") {
    const Root root;
    Request request;
    request.root = root.path();
    request.scenarios = {"verkokert"};
    const auto systems = local_systems(request);
    REQUIRE(!systems.ok());
    CHECK(systems.problems()[0].code == "E0210");
    CHECK(systems.problems()[0].hint.find("verkokerd") != std::string::npos);
}

}  // namespace json_systems_test
