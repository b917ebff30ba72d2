// The configuration of one point of a study.
#include <algorithm>

#include "canonical.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/sweep_file.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

using sweep::Axis;

std::string axis_pointer(std::size_t axis) { return "/axes/" + std::to_string(axis); }

// A plan of this program has none of these problems; one that was put together otherwise may.
void check_axis(const Axis& axis, std::size_t at, const Effective& effective, Report& report) {
    if (!axis.lever) {
        if (!effective.parameters.contains(axis.target))
            report.add(codes::unknown_parameter, "de parameter '" + axis.target + "' staat niet in de basis", "", "",
                       axis_pointer(at));
        return;
    }
    if (find_lever(axis.target) < 0)
        report.add(codes::unknown_lever, "de beleidsknop '" + axis.target + "' bestaat niet", "", "", axis_pointer(at));
    if (!month_of(axis.from))
        report.add(codes::bad_date, "'" + axis.from + "' is geen maand", "", "", axis_pointer(at));
    for (const std::string& name : axis.scenarios)
        if (std::none_of(effective.scenarios.begin(), effective.scenarios.end(),
                         [&](const ScenarioText& text) { return text.name == name; }))
            report.add(codes::unknown_scenario, "het scenario '" + name + "' staat niet in de basis", "", "", axis_pointer(at));
}

void set_parameter(Row& row, double value) {
    if (value == row.value) return;
    if (!row.changed_from) row.changed_from = row.value;
    row.value = value;
}

// One change in place of all those of this lever. It keeps the place of the first where the date allows, so that a change
// that is the scenario's own leaves the text as it was.
void set_lever(std::vector<ChangeText>& changes, const ChangeText& change) {
    const auto same = [&](const ChangeText& old) { return old.lever == change.lever; };
    const auto first = std::find_if(changes.begin(), changes.end(), same);
    if (first == changes.end()) {
        const LeverRow& row = lever_rows()[static_cast<std::size_t>(find_lever(change.lever))];
        if (change.value == row.neutral) return;
        changes.push_back(change);
    } else {
        *first = change;
        changes.erase(std::remove_if(first + 1, changes.end(), same), changes.end());
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const ChangeText& a, const ChangeText& b) { return a.from < b.from; });
}

}  // namespace
}  // namespace ontkoker::json

namespace ontkoker {

struct PointConfigs::State {
    std::vector<sweep::Axis> axes;
    std::vector<std::vector<double>> points;
    json::Effective effective;
    Config base;
};

PointConfigs::PointConfigs(std::unique_ptr<State> state) : state_(std::move(state)) {}
PointConfigs::PointConfigs(PointConfigs&&) noexcept = default;
PointConfigs& PointConfigs::operator=(PointConfigs&&) noexcept = default;
PointConfigs::~PointConfigs() = default;
const Config& PointConfigs::base() const { return state_->base; }

Result<PointConfigs> PointConfigs::from(const sweep::Plan& plan) {
    json::Report report;
    auto state = std::make_unique<State>();
    const auto document = json::parse("", plan.base, report);
    if (document) json::read_effective(json::Place(*document, report), state->effective);
    if (report.any()) return report.take();
    for (std::size_t a = 0; a < plan.axes.size(); ++a) json::check_axis(plan.axes[a], a, state->effective, report);
    if (report.any()) return report.take();
    state->axes = plan.axes;
    state->points = plan.points;
    state->base = json::bind(state->effective);
    return PointConfigs(std::move(state));
}

Result<Config> PointConfigs::at(int point) const {
    using namespace json;
    const std::vector<double>& values = state_->points[static_cast<std::size_t>(point)];
    Effective effective = state_->effective;
    Report report;
    for (std::size_t a = 0; a < state_->axes.size(); ++a) {
        const sweep::Axis& axis = state_->axes[a];
        const double value = values[a];
        Bounds bounds{0, 0, ""};
        Row* row = nullptr;
        if (axis.lever) {
            const LeverRow& lever = lever_rows()[static_cast<std::size_t>(find_lever(axis.target))];
            bounds = {lever.low, lever.high, lever.unit};
        } else {
            row = &effective.parameters.at(axis.target);
            bounds = {row->low, row->high, row->unit};
        }
        if (!(value >= bounds.low && value <= bounds.high)) {
            report.add(codes::out_of_bounds, axis.name + ": " + number_text(value) + " valt buiten " + bounds_text(bounds), "", "",
                       "/points/" + std::to_string(point) + "/" + std::to_string(a));
            continue;
        }
        if (row) set_parameter(*row, value);
        for (ScenarioText& scenario : effective.scenarios)
            if (axis.lever && std::find(axis.scenarios.begin(), axis.scenarios.end(), scenario.name) != axis.scenarios.end())
                set_lever(scenario.changes, ChangeText{axis.target, value, axis.from, axis.ramp_months});
    }
    if (report.any()) return report.take();
    return bind(effective);
}

}  // namespace ontkoker
