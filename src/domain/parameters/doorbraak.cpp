#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"doorbraak.mandate", [](Parameters& p) -> double& { return p.doorbraak.mandate; }},
    {"doorbraak.budget", [](Parameters& p) -> double& { return p.doorbraak.budget; }},
    {"doorbraak.hours", [](Parameters& p) -> double& { return p.doorbraak.hours; }},
    {"doorbraak.case_based_reasoning", [](Parameters& p) -> double& { return p.doorbraak.case_based_reasoning; }},
    {"doorbraak.tariff", [](Parameters& p) -> double& { return p.doorbraak.tariff; }},
    {"doorbraak.stuck_months", [](Parameters& p) -> double& { return p.doorbraak.stuck_months; }},
    {"doorbraak.bring_in", [](Parameters& p) -> double& { return p.doorbraak.bring_in; }},
    {"doorbraak.hold_back", [](Parameters& p) -> double& { return p.doorbraak.hold_back; }},
    {"doorbraak.busy", [](Parameters& p) -> double& { return p.doorbraak.busy; }},
    {"doorbraak.failed_start", [](Parameters& p) -> double& { return p.doorbraak.failed_start; }},
    {"doorbraak.rest_months", [](Parameters& p) -> double& { return p.doorbraak.rest_months; }},
    {"doorbraak.case_hours", [](Parameters& p) -> double& { return p.doorbraak.case_hours; }},
    {"doorbraak.ask_hours", [](Parameters& p) -> double& { return p.doorbraak.ask_hours; }},
    {"doorbraak.ask_refused", [](Parameters& p) -> double& { return p.doorbraak.ask_refused; }},
    {"doorbraak.believed", [](Parameters& p) -> double& { return p.doorbraak.believed; }},
    {"doorbraak.horizon_months", [](Parameters& p) -> double& { return p.doorbraak.horizon_months; }},
    {"doorbraak.distrust", [](Parameters& p) -> double& { return p.doorbraak.distrust; }},
    {"doorbraak.equality_refusal", [](Parameters& p) -> double& { return p.doorbraak.equality_refusal; }},
    {"doorbraak.no_money", [](Parameters& p) -> double& { return p.doorbraak.no_money; }},
    {"doorbraak.most_amount", [](Parameters& p) -> double& { return p.doorbraak.most_amount; }},
    {"doorbraak.home_amount", [](Parameters& p) -> double& { return p.doorbraak.home_amount; }},
    {"doorbraak.debt_cost", [](Parameters& p) -> double& { return p.doorbraak.debt_cost; }},
    {"doorbraak.eviction_cost", [](Parameters& p) -> double& { return p.doorbraak.eviction_cost; }},
    {"doorbraak.attention", [](Parameters& p) -> double& { return p.doorbraak.attention; }},
};

}  // namespace

std::span<const ParameterRow> doorbraak_rows() { return rows; }

}  // namespace ontkoker::parameters
