// What levers do to parameters; the list stands in levers.h.
#include "levers.h"

#include <algorithm>

namespace ontkoker {
namespace {

std::vector<LeverRow> all_levers() {
    using namespace levers;
#define ONTKOKER_LISTED(name) name,
    return {ONTKOKER_LEVERS(ONTKOKER_LISTED)};
#undef ONTKOKER_LISTED
}

// Months from `from` to `to`.
int months_between(Month from, Month to) { return to.index - from.index; }

}  // namespace

std::span<const LeverRow> lever_rows() {
    static const std::vector<LeverRow> rows = all_levers();
    return rows;
}

int find_lever(std::string_view name) {
    const auto rows = lever_rows();
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const LeverRow& row) { return row.name == name; });
    return at == rows.end() ? -1 : static_cast<int>(at - rows.begin());
}

std::vector<double> lever_values(const Scenario& scenario, Month month) {
    std::vector<double> values;
    for (const LeverRow& row : lever_rows()) values.push_back(row.neutral);
    for (const Change& change : scenario.changes) {
        const int passed = months_between(change.from, month);
        if (passed < 0) continue;
        double& value = values[static_cast<std::size_t>(change.lever)];
        if (passed >= change.ramp_months) value = change.value;
        else value += (change.value - value) * (passed + 1) / (change.ramp_months + 1);
    }
    return values;
}

Parameters parameters_in(const Scenario& scenario, const Parameters& base, Month month) {
    Parameters now = base;
    const auto values = lever_values(scenario, month);
    const auto rows = lever_rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (values[i] != rows[i].neutral) rows[i].apply(values[i], now);
    return now;
}

}  // namespace ontkoker
