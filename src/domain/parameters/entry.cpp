#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"entry.desk_choice", [](Parameters& p) -> double& { return p.entry.desk_choice; }},
    {"entry.desk_cost", [](Parameters& p) -> double& { return p.entry.desk_cost; }},
    {"entry.front_door_meeting", [](Parameters& p) -> double& { return p.entry.front_door_meeting; }},
    {"entry.meeting_minutes", [](Parameters& p) -> double& { return p.entry.meeting_minutes; }},
    {"entry.meeting_sight", [](Parameters& p) -> double& { return p.entry.meeting_sight; }},
    {"entry.meeting_saves", [](Parameters& p) -> double& { return p.entry.meeting_saves; }},
    {"entry.livelihood_first", [](Parameters& p) -> double& { return p.entry.livelihood_first; }},
    {"entry.livelihood_hours", [](Parameters& p) -> double& { return p.entry.livelihood_hours; }},
    {"entry.livelihood_sight", [](Parameters& p) -> double& { return p.entry.livelihood_sight; }},
    {"entry.livelihood_acts", [](Parameters& p) -> double& { return p.entry.livelihood_acts; }},
    {"entry.light_help_free", [](Parameters& p) -> double& { return p.entry.light_help_free; }},
    {"entry.light_new", [](Parameters& p) -> double& { return p.entry.light_new; }},
    {"entry.light_substitutes", [](Parameters& p) -> double& { return p.entry.light_substitutes; }},
    {"entry.uncovers", [](Parameters& p) -> double& { return p.entry.uncovers; }},
    {"entry.data_sharing", [](Parameters& p) -> double& { return p.entry.data_sharing; }},
    {"entry.sharing_signal", [](Parameters& p) -> double& { return p.entry.sharing_signal; }},
    {"entry.sharing_sight", [](Parameters& p) -> double& { return p.entry.sharing_sight; }},
    {"entry.sharing_tolerated", [](Parameters& p) -> double& { return p.entry.sharing_tolerated; }},
    {"entry.sharing_distrust", [](Parameters& p) -> double& { return p.entry.sharing_distrust; }},
    {"entry.neighbours_closed", [](Parameters& p) -> double& { return p.entry.neighbours_closed; }},
    {"entry.neighbour_takes", [](Parameters& p) -> double& { return p.entry.neighbour_takes; }},
    {"entry.neighbour_months", [](Parameters& p) -> double& { return p.entry.neighbour_months; }},
    {"entry.neighbour_effect", [](Parameters& p) -> double& { return p.entry.neighbour_effect; }},
    {"entry.long_term_care_year", [](Parameters& p) -> double& { return p.entry.long_term_care_year; }},
    {"entry.strict_access", [](Parameters& p) -> double& { return p.entry.strict_access; }},
    {"entry.own_strength", [](Parameters& p) -> double& { return p.entry.own_strength; }},
    {"entry.own_strength_effect", [](Parameters& p) -> double& { return p.entry.own_strength_effect; }},
    {"entry.test_share", [](Parameters& p) -> double& { return p.entry.test_share; }},
    {"entry.shift", [](Parameters& p) -> double& { return p.entry.shift; }},
    {"entry.dispute_share", [](Parameters& p) -> double& { return p.entry.dispute_share; }},
    {"entry.dispute_weeks", [](Parameters& p) -> double& { return p.entry.dispute_weeks; }},
    {"entry.joint_case_budget", [](Parameters& p) -> double& { return p.entry.joint_case_budget; }},
    {"entry.watch_flame", [](Parameters& p) -> double& { return p.entry.watch_flame; }},
    {"entry.watch_hours", [](Parameters& p) -> double& { return p.entry.watch_hours; }},
    {"entry.watch_years", [](Parameters& p) -> double& { return p.entry.watch_years; }},
    {"entry.watch_fade", [](Parameters& p) -> double& { return p.entry.watch_fade; }},
    {"entry.watch_most", [](Parameters& p) -> double& { return p.entry.watch_most; }},
    {"entry.duration_cap", [](Parameters& p) -> double& { return p.entry.duration_cap; }},
    {"entry.norm_months", [](Parameters& p) -> double& { return p.entry.norm_months; }},
    {"entry.cap_renewals", [](Parameters& p) -> double& { return p.entry.cap_renewals; }},
};

}  // namespace

std::span<const ParameterRow> entry_rows() { return rows; }

}  // namespace ontkoker::parameters
