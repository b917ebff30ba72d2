// The list of levers. To add one: a file with its row, a line in levers.h, and its name here.
#include "levers.h"

#include <algorithm>

namespace ontkoker {
namespace {

std::vector<LeverRow> all_levers() {
    using namespace levers;
    return {
        // schemes, income
        minimaregeling_amount, minimaregeling_limit, automatic_granting, scheme_outreach,
        topup_reach, topup_amount, search_period, young_free_earnings, bouwdepot, bouwdepot_amount, allowance_help,
        energy_costs,
        // debts, home, parents
        debt_help_hours, early_signal_reach, early_signal_quality, saneringskrediet, debt_buy_off_young, eviction_stop,
        shelter_capacity,
        parent_care_hours, parent_consultation, separation_support, mentor_asked, informal_support,
        // access, team
        intake_breadth, intake_hours, one_door, steady_face, team_help_hours, team_substitution, poh_hours, gp_agreement,
        // school, safety
        risk_attitude, shared_risk_work, incident, gi_hours, board_hours, outside_trend, stay_test, stay_outflow,
        staff_in_schools, indication_free, joint_school_budget, special_school_places, family_school,
        // young people
        plan_from_16, visit_at_17_half, coordinator, extended_help, outflow_homes, crisis_places, guided_work_places, briefadres,
        // professionals
        caseload_norm, hiring, steering_throughput, consult_hours, one_plan, grant_length, paperwork,
        // contracts, college
        contract_ambulant, budget_rule, reserve_floor,
        // providers
        providers_number, contract_length, region_alone, tariff_level, purchase_outside,
        catalogue_breadth, output_steering, evaluated_grants, new_provider,
        // entry
        front_door_meeting, livelihood_first, light_help_free, data_sharing, strict_neighbours, strict_access,
        joint_case_budget, watch_flame, duration_cap,
        // doorbraak
        doorbraak_mandate, doorbraak_budget, doorbraak_hours, case_based_reasoning,
        // governing
        backing, inner_walls, outer_agreements, revolving_share, temporary_money, structural_share, reflection, anchoring,
        leadership_change, grant_growth, youth_grant, national_savings,
    };
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
