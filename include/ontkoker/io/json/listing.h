// What the model assumes and what can be turned, as lists for people and programs.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/io/json/value.h"

namespace ontkoker {

struct ParameterInfo {
    std::string name;
    double value = 0, low = 0, high = 0;  // tables have `values` in their place, and no range
    std::vector<double> values;
    std::string unit, distribution, source, status, valid_until, mechanism, nl, en;
    std::optional<double> changed_from;  // the model's value, where an overlay or assumption replaced it
};

struct FigureInfo {
    std::string name;
    double value = 0;
    std::string unit, table, source, note;
    int year = 0;
    std::optional<double> changed_from;
};

// Every parameter of the model under `root`, by name.
Result<std::vector<ParameterInfo>> model_parameters(const std::string& root);
// Those in an effective configuration, as they were used.
Result<std::vector<ParameterInfo>> parameters_of(std::string_view effective);
Result<std::vector<FigureInfo>> figures_of(std::string_view effective);

// `ontkoker params --json`: objects with name, value (or values), low, high, unit, distribution, source, status,
// valid_until, mechanism, nl, en and, where it differs, changed_from. Tables have null for what they lack.
json::Value list_of(const std::vector<ParameterInfo>& parameters);
// name, unit, neutral, low, high, nl, en, legal, source, mechanisms of every lever.
json::Value list_of_levers();

}  // namespace ontkoker
