// A small model in a folder, sweep files over it, and plans.
#pragma once
#include <catch2/catch.hpp>

#include <string>

#include "io/json_fixture.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/io/json/listing.h"
#include "ontkoker/io/json/sweep_file.h"

namespace sweep_fixture {

using json_fixture::Root;

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) FAIL("'" << from << "' does not stand in the text");
    return text.replace(at, from.size(), to);
}

inline const std::string sobol_text =
    R"({"name": "proef", "nl": "Proef", "en": "Trial",
 "municipality": "proefstad", "scenarios": ["verkokerd", "anders"],
 "start_year": 2026, "years": 5, "replicates": 2, "seed": 3, "design": {"kind": "sobol", "size": 8},
 "axes": [{"parameter": "finances.fee"}, {"lever": "minimaregeling_amount", "low": 0.2, "high": 1}],
 "outcomes": ["spending", "arrears"], "time": "years"})";

inline const std::string grid_text =
    R"({"name": "proef", "nl": "Proef", "en": "Trial",
 "municipality": "proefstad", "scenarios": ["verkokerd", "anders"],
 "start_year": 2026, "years": 5, "replicates": 2, "seed": 3, "design": {"kind": "grid"},
 "axes": [{"lever": "minimaregeling_amount", "values": [0.2, 0.7, 1]}], "outcomes": "all"})";

inline const std::string list_text =
    R"({"name": "proef", "nl": "Proef", "en": "Trial",
 "municipality": "proefstad", "scenarios": ["verkokerd", "anders"],
 "start_year": 2026, "years": 5, "replicates": 2, "seed": 3, "design": {"kind": "list"},
 "axes": [{"lever": "minimaregeling_amount"}], "points": [[0.2], [0.7]], "outcomes": "all"})";

// The scenario "anders": two levers from January 2027 and one later; and a comparison with it.
inline void add_scenario(const Root& root) {
    root.put("configs/comparisons/rust.json",
             R"({"municipality": "proefstad", "scenarios": ["verkokerd", "anders"], "years": 3, "replicates": 2, "seed": 5})");
    root.put("configs/scenarios/anders.json",
             R"({"name": "anders", "extends": "verkokerd", "nl": "Anders", "en": "Different", "status": "assumed", "source": "made",
                 "changes": [{"lever": "minimaregeling_amount", "value": 0.7, "from": "2027-01", "ramp_months": 12},
                             {"lever": "steady_face", "value": 0.5, "from": "2027-01"},
                             {"lever": "one_door", "value": 1, "from": "2028-01"}]})");
}

inline ontkoker::Request request_of(const Root& root) {
    ontkoker::Request request;
    request.root = root.path();
    return request;
}

inline ontkoker::sweep::Plan plan_of(const Root& root, const std::string& text) {
    root.put("proef.json", text);
    auto plan = ontkoker::load_sweep(request_of(root), root.path("proef.json"));
    if (!plan) FAIL(plan.problems().front().code << " " << plan.problems().front().pointer << " " << plan.problems().front().message);
    return plan.value();
}

inline double value_in(const Root& root, const std::string& parameter) {
    const auto infos = ontkoker::model_parameters(root.path());
    REQUIRE(infos);
    for (const ontkoker::ParameterInfo& info : infos.value())
        if (info.name == parameter) return info.value;
    FAIL(parameter << " is no parameter");
    return 0;
}

}  // namespace sweep_fixture
