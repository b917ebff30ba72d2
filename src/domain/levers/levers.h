// The levers: one file each, and one row each in the list below, whose order is that of tables and files.
#pragma once
#include "ontkoker/domain/levers.h"

#define ONTKOKER_LEVERS(row) \
    /* schemes, income */ \
    row(minimaregeling_amount) \
    row(minimaregeling_limit) \
    row(automatic_granting) \
    row(scheme_outreach) \
    row(topup_reach) \
    row(topup_amount) \
    row(search_period) \
    row(young_free_earnings) \
    row(bouwdepot) \
    row(bouwdepot_amount) \
    row(allowance_help) \
    row(energy_costs) \
    /* debts, home, parents */ \
    row(debt_help_hours) \
    row(early_signal_reach) \
    row(early_signal_quality) \
    row(saneringskrediet) \
    row(debt_buy_off_young) \
    row(eviction_stop) \
    row(shelter_capacity) \
    row(parent_care_hours) \
    row(parent_consultation) \
    row(separation_support) \
    row(mentor_asked) \
    row(informal_support) \
    /* access, team */ \
    row(intake_breadth) \
    row(intake_hours) \
    row(one_door) \
    row(steady_face) \
    row(team_help_hours) \
    row(team_substitution) \
    row(poh_hours) \
    row(gp_agreement) \
    /* school, safety */ \
    row(risk_attitude) \
    row(shared_risk_work) \
    row(incident) \
    row(gi_hours) \
    row(board_hours) \
    row(outside_trend) \
    row(stay_test) \
    row(stay_outflow) \
    row(staff_in_schools) \
    row(indication_free) \
    row(joint_school_budget) \
    row(special_school_places) \
    row(family_school) \
    /* young people */ \
    row(plan_from_16) \
    row(visit_at_17_half) \
    row(coordinator) \
    row(extended_help) \
    row(outflow_homes) \
    row(crisis_places) \
    row(guided_work_places) \
    row(briefadres) \
    /* professionals */ \
    row(caseload_norm) \
    row(hiring) \
    row(steering_throughput) \
    row(consult_hours) \
    row(one_plan) \
    row(grant_length) \
    row(paperwork) \
    /* contracts, college */ \
    row(contract_ambulant) \
    row(budget_rule) \
    row(reserve_floor) \
    /* providers */ \
    row(providers_number) \
    row(contract_length) \
    row(region_alone) \
    row(tariff_level) \
    row(purchase_outside) \
    row(catalogue_breadth) \
    row(output_steering) \
    row(evaluated_grants) \
    row(new_provider) \
    /* entry */ \
    row(front_door_meeting) \
    row(livelihood_first) \
    row(light_help_free) \
    row(data_sharing) \
    row(strict_neighbours) \
    row(strict_access) \
    row(joint_case_budget) \
    row(watch_flame) \
    row(duration_cap) \
    /* doorbraak */ \
    row(doorbraak_mandate) \
    row(doorbraak_budget) \
    row(doorbraak_hours) \
    row(case_based_reasoning) \
    /* governing */ \
    row(backing) \
    row(inner_walls) \
    row(outer_agreements) \
    row(revolving_share) \
    row(temporary_money) \
    row(structural_share) \
    row(reflection) \
    row(anchoring) \
    row(leadership_change) \
    row(grant_growth) \
    row(youth_grant) \
    row(national_savings)

namespace ontkoker::levers {

#define ONTKOKER_DECLARED(name) extern const LeverRow name;
ONTKOKER_LEVERS(ONTKOKER_DECLARED)
#undef ONTKOKER_DECLARED

}  // namespace ontkoker::levers
