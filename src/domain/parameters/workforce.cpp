#include "rows.h"

namespace ontkoker {
namespace {

constexpr ParameterRow rows[] = {
    {"workforce.sickness", [](Parameters& p) -> double& { return p.workforce.sickness; }},
    {"workforce.sick_weeks", [](Parameters& p) -> double& { return p.workforce.sick_weeks; }},
    {"workforce.leaving", [](Parameters& p) -> double& { return p.workforce.leaving; }},
    {"workforce.pressure_lag", [](Parameters& p) -> double& { return p.workforce.pressure_lag; }},
    {"workforce.pressure_queue", [](Parameters& p) -> double& { return p.workforce.pressure_queue; }},
    {"workforce.pressure_sickness", [](Parameters& p) -> double& { return p.workforce.pressure_sickness; }},
    {"workforce.pressure_leaving", [](Parameters& p) -> double& { return p.workforce.pressure_leaving; }},
    {"workforce.recruit_months", [](Parameters& p) -> double& { return p.workforce.recruit_months; }},
    {"workforce.pool_inflow", [](Parameters& p) -> double& { return p.workforce.pool_inflow; }},
    {"workforce.pool_outside", [](Parameters& p) -> double& { return p.workforce.pool_outside; }},
    {"workforce.pool_return", [](Parameters& p) -> double& { return p.workforce.pool_return; }},
    {"workforce.hiring", [](Parameters& p) -> double& { return p.workforce.hiring; }},
    {"workforce.experience_hired", [](Parameters& p) -> double& { return p.workforce.experience_hired; }},
    {"workforce.learn_months", [](Parameters& p) -> double& { return p.workforce.learn_months; }},
    {"workforce.newcomer_loss", [](Parameters& p) -> double& { return p.workforce.newcomer_loss; }},
    {"workforce.caseload_norm", [](Parameters& p) -> double& { return p.workforce.caseload_norm; }},
    {"workforce.depth_loss", [](Parameters& p) -> double& { return p.workforce.depth_loss; }},
    {"workforce.consult_hours", [](Parameters& p) -> double& { return p.workforce.consult_hours; }},
    {"workforce.consult_half", [](Parameters& p) -> double& { return p.workforce.consult_half; }},
    {"workforce.consult_keep", [](Parameters& p) -> double& { return p.workforce.consult_keep; }},
    {"workforce.steering", [](Parameters& p) -> double& { return p.workforce.steering; }},
    {"workforce.steering_shrink", [](Parameters& p) -> double& { return p.workforce.steering_shrink; }},
    {"workforce.steering_queue", [](Parameters& p) -> double& { return p.workforce.steering_queue; }},
    {"workforce.stack", [](Parameters& p) -> double& { return p.workforce.stack; }},
    {"workforce.appointment_hours", [](Parameters& p) -> double& { return p.workforce.appointment_hours; }},
    {"workforce.burden_full", [](Parameters& p) -> double& { return p.workforce.burden_full; }},
    {"workforce.burden_stress", [](Parameters& p) -> double& { return p.workforce.burden_stress; }},
    {"workforce.one_plan", [](Parameters& p) -> double& { return p.workforce.one_plan; }},
    {"workforce.plan_saving", [](Parameters& p) -> double& { return p.workforce.plan_saving; }},
    {"workforce.meeting_share", [](Parameters& p) -> double& { return p.workforce.meeting_share; }},
    {"workforce.grant_months", [](Parameters& p) -> double& { return p.workforce.grant_months; }},
    {"workforce.grant_length", [](Parameters& p) -> double& { return p.workforce.grant_length; }},
    {"workforce.paperwork", [](Parameters& p) -> double& { return p.workforce.paperwork; }},
    {"workforce.decision_worker", [](Parameters& p) -> double& { return p.workforce.decision_worker; }},
    {"workforce.decision_provider", [](Parameters& p) -> double& { return p.workforce.decision_provider; }},
    {"workforce.decision_parent", [](Parameters& p) -> double& { return p.workforce.decision_parent; }},
    {"workforce.account_hours", [](Parameters& p) -> double& { return p.workforce.account_hours; }},
    {"workforce.lump_accounts", [](Parameters& p) -> double& { return p.workforce.lump_accounts; }},
    {"workforce.control_loss", [](Parameters& p) -> double& { return p.workforce.control_loss; }},
};

constexpr ActorRow actor_fields[] = {
    {"share", [](Actor& a) -> double& { return a.share; }},
    {"hours_week", [](Actor& a) -> double& { return a.hours_week; }},
    {"norm", [](Actor& a) -> double& { return a.norm; }},
    {"breadth", [](Actor& a) -> double& { return a.breadth; }},
    {"depth", [](Actor& a) -> double& { return a.depth; }},
    {"tariff", [](Actor& a) -> double& { return a.tariff; }},
};

}  // namespace

std::span<const ActorRow> actor_rows() { return actor_fields; }

namespace parameters {

std::span<const ParameterRow> workforce_rows() { return rows; }

}  // namespace parameters

}  // namespace ontkoker
