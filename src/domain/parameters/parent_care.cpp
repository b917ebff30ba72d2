#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"parent_care.asks_mental_health", [](Parameters& p) -> double& { return p.parent_care.asks[0]; }},
    {"parent_care.asks_addiction", [](Parameters& p) -> double& { return p.parent_care.asks[1]; }},
    {"parent_care.asks_separation", [](Parameters& p) -> double& { return p.parent_care.asks[2]; }},
    {"parent_care.asks_lvb", [](Parameters& p) -> double& { return p.parent_care.asks[3]; }},
    {"parent_care.months_mental_health", [](Parameters& p) -> double& { return p.parent_care.months[0]; }},
    {"parent_care.months_addiction", [](Parameters& p) -> double& { return p.parent_care.months[1]; }},
    {"parent_care.months_separation", [](Parameters& p) -> double& { return p.parent_care.months[2]; }},
    {"parent_care.months_lvb", [](Parameters& p) -> double& { return p.parent_care.months[3]; }},
    {"parent_care.cost_mental_health", [](Parameters& p) -> double& { return p.parent_care.cost[0]; }},
    {"parent_care.cost_addiction", [](Parameters& p) -> double& { return p.parent_care.cost[1]; }},
    {"parent_care.cost_separation", [](Parameters& p) -> double& { return p.parent_care.cost[2]; }},
    {"parent_care.cost_lvb", [](Parameters& p) -> double& { return p.parent_care.cost[3]; }},
    {"parent_care.hours_week", [](Parameters& p) -> double& { return p.parent_care.hours_week; }},
    {"parent_care.capacity", [](Parameters& p) -> double& { return p.parent_care.capacity; }},
    {"parent_care.hours", [](Parameters& p) -> double& { return p.parent_care.hours; }},
    {"parent_care.patience_weeks", [](Parameters& p) -> double& { return p.parent_care.patience_weeks; }},
    {"parent_care.separation_out", [](Parameters& p) -> double& { return p.parent_care.separation_out; }},
    {"parent_care.relief", [](Parameters& p) -> double& { return p.parent_care.relief; }},
    {"parent_care.lvb_relief", [](Parameters& p) -> double& { return p.parent_care.lvb_relief; }},
    {"parent_care.consultation", [](Parameters& p) -> double& { return p.parent_care.consultation; }},
    {"parent_care.consultation_full", [](Parameters& p) -> double& { return p.parent_care.consultation_full; }},
    {"parent_care.consultation_gain", [](Parameters& p) -> double& { return p.parent_care.consultation_gain; }},
    {"parent_care.separation_support", [](Parameters& p) -> double& { return p.parent_care.separation_support; }},
    {"parent_care.separation_effect", [](Parameters& p) -> double& { return p.parent_care.separation_effect; }},
    {"parent_care.separation_support_cost", [](Parameters& p) -> double& { return p.parent_care.separation_support_cost; }},
    {"parent_care.network_share", [](Parameters& p) -> double& { return p.parent_care.network_share; }},
    {"parent_care.network_thin", [](Parameters& p) -> double& { return p.parent_care.network_thin; }},
    {"parent_care.mentor_asked", [](Parameters& p) -> double& { return p.parent_care.mentor_asked; }},
    {"parent_care.mentor_found", [](Parameters& p) -> double& { return p.parent_care.mentor_found; }},
    {"parent_care.mentor_age", [](Parameters& p) -> double& { return p.parent_care.mentor_age; }},
    {"parent_care.mentor_ends", [](Parameters& p) -> double& { return p.parent_care.mentor_ends; }},
    {"parent_care.mentor_hours", [](Parameters& p) -> double& { return p.parent_care.mentor_hours; }},
    {"parent_care.mentor_fade", [](Parameters& p) -> double& { return p.parent_care.mentor_fade; }},
    {"parent_care.informal_places", [](Parameters& p) -> double& { return p.parent_care.informal_places; }},
    {"parent_care.informal_factor", [](Parameters& p) -> double& { return p.parent_care.informal_factor; }},
    {"parent_care.informal_asked", [](Parameters& p) -> double& { return p.parent_care.informal_asked; }},
    {"parent_care.informal_months", [](Parameters& p) -> double& { return p.parent_care.informal_months; }},
    {"parent_care.informal_hours", [](Parameters& p) -> double& { return p.parent_care.informal_hours; }},
    {"parent_care.informal_fade", [](Parameters& p) -> double& { return p.parent_care.informal_fade; }},
    {"parent_care.informal_cost", [](Parameters& p) -> double& { return p.parent_care.informal_cost; }},
};

}  // namespace

std::span<const ParameterRow> parent_care_rows() { return rows; }

}  // namespace ontkoker::parameters
