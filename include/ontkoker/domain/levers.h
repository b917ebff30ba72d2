// Policy levers. A lever edits named values in the copy of the parameters that a month uses; processes read those values
// and never ask whether a policy is on. One lever per file in src/domain/levers/, one row in levers.cpp.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "ontkoker/domain/config.h"

namespace ontkoker {

struct LeverRow {
    std::string_view name;
    std::string_view unit;
    double neutral, low, high;              // value that changes nothing; bounds
    std::string_view nl, en;                // what it does, one sentence each
    std::string_view legal;                 // what the law sets, or "" (Dutch)
    std::string_view source;
    std::string_view mechanisms;            // ids, separated by spaces
    void (*apply)(double value, Parameters& now);
};

std::span<const LeverRow> lever_rows();
// Index of a lever by name, or -1.
int find_lever(std::string_view name);
// Value of each lever in `month` under `scenario`.
std::vector<double> lever_values(const Scenario& scenario, Month month);
// The parameters as the levers of `scenario` leave them in `month`. Levers at their neutral value are not applied.
Parameters parameters_in(const Scenario& scenario, const Parameters& base, Month month);

}  // namespace ontkoker
