#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"safety.unsafe", [](Parameters& p) -> double& { return p.safety.unsafe; }},
    {"safety.mental_health", [](Parameters& p) -> double& { return p.safety.mental_health; }},
    {"safety.addiction", [](Parameters& p) -> double& { return p.safety.addiction; }},
    {"safety.lvb", [](Parameters& p) -> double& { return p.safety.lvb; }},
    {"safety.conflict", [](Parameters& p) -> double& { return p.safety.conflict; }},
    {"safety.family_load", [](Parameters& p) -> double& { return p.safety.family_load; }},
    {"safety.stress", [](Parameters& p) -> double& { return p.safety.stress; }},
    {"safety.reported", [](Parameters& p) -> double& { return p.safety.reported; }},
    {"safety.assessment_weeks", [](Parameters& p) -> double& { return p.safety.assessment_weeks; }},
    {"safety.to_board", [](Parameters& p) -> double& { return p.safety.to_board; }},
    {"safety.to_help", [](Parameters& p) -> double& { return p.safety.to_help; }},
    {"safety.severity_weight", [](Parameters& p) -> double& { return p.safety.severity_weight; }},
    {"safety.advice_cost", [](Parameters& p) -> double& { return p.safety.advice_cost; }},
    {"safety.board_hours_case", [](Parameters& p) -> double& { return p.safety.board_hours_case; }},
    {"safety.board_weeks", [](Parameters& p) -> double& { return p.safety.board_weeks; }},
    {"safety.board_tariff", [](Parameters& p) -> double& { return p.safety.board_tariff; }},
    {"safety.to_measure", [](Parameters& p) -> double& { return p.safety.to_measure; }},
    {"safety.court_weeks", [](Parameters& p) -> double& { return p.safety.court_weeks; }},
    {"safety.court_cost", [](Parameters& p) -> double& { return p.safety.court_cost; }},
    {"safety.extend", [](Parameters& p) -> double& { return p.safety.extend; }},
    {"safety.to_guardianship", [](Parameters& p) -> double& { return p.safety.to_guardianship; }},
    {"safety.guardianship_end", [](Parameters& p) -> double& { return p.safety.guardianship_end; }},
    {"safety.to_placement", [](Parameters& p) -> double& { return p.safety.to_placement; }},
    {"safety.return_home", [](Parameters& p) -> double& { return p.safety.return_home; }},
    {"safety.caseload", [](Parameters& p) -> double& { return p.safety.caseload; }},
    {"safety.guardian_effect", [](Parameters& p) -> double& { return p.safety.guardian_effect; }},
    {"safety.gi_refers", [](Parameters& p) -> double& { return p.safety.gi_refers; }},
    {"safety.gi_without_measure", [](Parameters& p) -> double& { return p.safety.gi_without_measure; }},
    {"safety.placement_relief", [](Parameters& p) -> double& { return p.safety.placement_relief; }},
    {"safety.placement_load", [](Parameters& p) -> double& { return p.safety.placement_load; }},
    {"safety.risk_attitude", [](Parameters& p) -> double& { return p.safety.risk_attitude; }},
    {"safety.escalation", [](Parameters& p) -> double& { return p.safety.escalation; }},
    {"safety.report_caution", [](Parameters& p) -> double& { return p.safety.report_caution; }},
    {"safety.shared_risk_work", [](Parameters& p) -> double& { return p.safety.shared_risk_work; }},
    {"safety.shared_effect", [](Parameters& p) -> double& { return p.safety.shared_effect; }},
    {"safety.stay_test", [](Parameters& p) -> double& { return p.safety.stay_test; }},
    {"safety.incident", [](Parameters& p) -> double& { return p.safety.incident; }},
    {"safety.incident_chance", [](Parameters& p) -> double& { return p.safety.incident_chance; }},
    {"safety.alarm_lift", [](Parameters& p) -> double& { return p.safety.alarm_lift; }},
    {"safety.alarm_half_life", [](Parameters& p) -> double& { return p.safety.alarm_half_life; }},
    {"safety.outside_trend", [](Parameters& p) -> double& { return p.safety.outside_trend; }},
    {"safety.board_hours", [](Parameters& p) -> double& { return p.safety.board_hours; }},
    {"safety.gi_hours", [](Parameters& p) -> double& { return p.safety.gi_hours; }},
    {"safety.board_utilisation", [](Parameters& p) -> double& { return p.safety.board_utilisation; }},
    {"safety.gi_utilisation", [](Parameters& p) -> double& { return p.safety.gi_utilisation; }},
    {"safety.wait_norm_weeks", [](Parameters& p) -> double& { return p.safety.wait_norm_weeks; }},
    {"safety.growth", [](Parameters& p) -> double& { return p.safety.growth; }},
    {"safety.shrink", [](Parameters& p) -> double& { return p.safety.shrink; }},
    {"safety.supervision_years", [](Parameters& p) -> double& { return p.safety.supervision_years; }},
    {"safety.guardianships", [](Parameters& p) -> double& { return p.safety.guardianships; }},
    {"safety.stay_supervision", [](Parameters& p) -> double& { return p.safety.stay_supervision; }},
};

}  // namespace

std::span<const ParameterRow> safety_rows() { return rows; }

}  // namespace ontkoker::parameters
