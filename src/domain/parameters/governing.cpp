#include "rows.h"

namespace ontkoker::parameters {
namespace {

template <Investment kind>
Belief& belief_of(Parameters& p) {
    return p.governing.belief[static_cast<std::size_t>(kind)];
}

constexpr ParameterRow rows[] = {
    {"governing.backing", [](Parameters& p) -> double& { return p.governing.backing; }},
    {"governing.inner_walls", [](Parameters& p) -> double& { return p.governing.inner_walls; }},
    {"governing.outer_agreements", [](Parameters& p) -> double& { return p.governing.outer_agreements; }},
    {"governing.revolving_share", [](Parameters& p) -> double& { return p.governing.revolving_share; }},
    {"governing.saving_trend", [](Parameters& p) -> double& { return p.governing.saving_trend; }},
    {"governing.invest_room", [](Parameters& p) -> double& { return p.governing.invest_room; }},
    {"governing.invest_most", [](Parameters& p) -> double& { return p.governing.invest_most; }},
    {"governing.outreach_effect", [](Parameters& p) -> double& { return p.governing.outreach_effect; }},
    {"governing.parent_care_tariff", [](Parameters& p) -> double& { return p.governing.parent_care_tariff; }},
    {"governing.temporary_money", [](Parameters& p) -> double& { return p.governing.temporary_money; }},
    {"governing.structural_share", [](Parameters& p) -> double& { return p.governing.structural_share; }},
    {"governing.worker_relief", [](Parameters& p) -> double& { return p.governing.worker_relief; }},
    {"governing.reflection", [](Parameters& p) -> double& { return p.governing.reflection; }},
    {"governing.anchoring", [](Parameters& p) -> double& { return p.governing.anchoring; }},
    {"governing.leadership_change", [](Parameters& p) -> double& { return p.governing.leadership_change; }},
    {"governing.learn_years", [](Parameters& p) -> double& { return p.governing.learn_years; }},
    {"governing.forget_years", [](Parameters& p) -> double& { return p.governing.forget_years; }},
    {"governing.change_loss", [](Parameters& p) -> double& { return p.governing.change_loss; }},
    {"governing.views_breadth", [](Parameters& p) -> double& { return p.governing.views_breadth; }},
    {"governing.views_risk", [](Parameters& p) -> double& { return p.governing.views_risk; }},
    {"governing.views_case", [](Parameters& p) -> double& { return p.governing.views_case; }},
    {"governing.outreach_own", [](Parameters& p) -> double& { return belief_of<Investment::outreach>(p).own; }},
    {"governing.outreach_inside", [](Parameters& p) -> double& { return belief_of<Investment::outreach>(p).inside; }},
    {"governing.outreach_outside", [](Parameters& p) -> double& { return belief_of<Investment::outreach>(p).outside; }},
    {"governing.debts_own", [](Parameters& p) -> double& { return belief_of<Investment::debts>(p).own; }},
    {"governing.debts_inside", [](Parameters& p) -> double& { return belief_of<Investment::debts>(p).inside; }},
    {"governing.debts_outside", [](Parameters& p) -> double& { return belief_of<Investment::debts>(p).outside; }},
    {"governing.team_own", [](Parameters& p) -> double& { return belief_of<Investment::team>(p).own; }},
    {"governing.team_inside", [](Parameters& p) -> double& { return belief_of<Investment::team>(p).inside; }},
    {"governing.team_outside", [](Parameters& p) -> double& { return belief_of<Investment::team>(p).outside; }},
    {"governing.parent_care_own", [](Parameters& p) -> double& { return belief_of<Investment::parent_care>(p).own; }},
    {"governing.parent_care_inside", [](Parameters& p) -> double& { return belief_of<Investment::parent_care>(p).inside; }},
    {"governing.parent_care_outside", [](Parameters& p) -> double& { return belief_of<Investment::parent_care>(p).outside; }},
    {"governing.school_staff_own", [](Parameters& p) -> double& { return belief_of<Investment::school_staff>(p).own; }},
    {"governing.school_staff_inside", [](Parameters& p) -> double& { return belief_of<Investment::school_staff>(p).inside; }},
    {"governing.school_staff_outside", [](Parameters& p) -> double& { return belief_of<Investment::school_staff>(p).outside; }},
    {"governing.guided_work_own", [](Parameters& p) -> double& { return belief_of<Investment::guided_work>(p).own; }},
    {"governing.guided_work_inside", [](Parameters& p) -> double& { return belief_of<Investment::guided_work>(p).inside; }},
    {"governing.guided_work_outside", [](Parameters& p) -> double& { return belief_of<Investment::guided_work>(p).outside; }},
};

}  // namespace

std::span<const ParameterRow> governing_rows() { return rows; }

}  // namespace ontkoker::parameters
