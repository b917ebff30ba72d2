// The levers, one per file; the list stands in levers.cpp.
#pragma once
#include "ontkoker/domain/levers.h"

namespace ontkoker::levers {

extern const LeverRow topup_reach;
extern const LeverRow topup_amount;
extern const LeverRow search_period;
extern const LeverRow young_free_earnings;
extern const LeverRow bouwdepot;
extern const LeverRow bouwdepot_amount;
extern const LeverRow allowance_help;
extern const LeverRow energy_costs;
extern const LeverRow minimaregeling_amount;
extern const LeverRow minimaregeling_limit;
extern const LeverRow automatic_granting;
extern const LeverRow backing;
extern const LeverRow scheme_outreach;
extern const LeverRow intake_breadth;
extern const LeverRow intake_hours;
extern const LeverRow one_door;
extern const LeverRow steady_face;
extern const LeverRow team_help_hours;
extern const LeverRow team_substitution;
extern const LeverRow staff_in_schools;
extern const LeverRow indication_free;
extern const LeverRow joint_school_budget;
extern const LeverRow special_school_places;
extern const LeverRow family_school;
extern const LeverRow poh_hours;
extern const LeverRow gp_agreement;
extern const LeverRow contract_ambulant;
extern const LeverRow debt_help_hours;
extern const LeverRow early_signal_reach;
extern const LeverRow early_signal_quality;
extern const LeverRow saneringskrediet;
extern const LeverRow debt_buy_off_young;
extern const LeverRow eviction_stop;
extern const LeverRow shelter_capacity;
extern const LeverRow budget_rule;
extern const LeverRow reserve_floor;
extern const LeverRow parent_care_hours;
extern const LeverRow parent_consultation;
extern const LeverRow separation_support;
extern const LeverRow mentor_asked;
extern const LeverRow informal_support;
extern const LeverRow risk_attitude;
extern const LeverRow shared_risk_work;
extern const LeverRow incident;
extern const LeverRow gi_hours;
extern const LeverRow board_hours;
extern const LeverRow outside_trend;
extern const LeverRow stay_test;
extern const LeverRow stay_outflow;
extern const LeverRow plan_from_16;
extern const LeverRow visit_at_17_half;
extern const LeverRow coordinator;
extern const LeverRow extended_help;
extern const LeverRow outflow_homes;
extern const LeverRow crisis_places;
extern const LeverRow guided_work_places;
extern const LeverRow briefadres;
extern const LeverRow caseload_norm;
extern const LeverRow hiring;
extern const LeverRow steering_throughput;
extern const LeverRow consult_hours;
extern const LeverRow one_plan;
extern const LeverRow grant_length;
extern const LeverRow paperwork;
// entry
extern const LeverRow front_door_meeting;
extern const LeverRow livelihood_first;
extern const LeverRow light_help_free;
extern const LeverRow data_sharing;
extern const LeverRow strict_neighbours;
extern const LeverRow strict_access;
extern const LeverRow joint_case_budget;
extern const LeverRow watch_flame;
extern const LeverRow duration_cap;
extern const LeverRow doorbraak_mandate;
extern const LeverRow doorbraak_budget;
extern const LeverRow doorbraak_hours;
extern const LeverRow case_based_reasoning;
// governing
extern const LeverRow inner_walls;
extern const LeverRow outer_agreements;
extern const LeverRow revolving_share;
extern const LeverRow temporary_money;
extern const LeverRow structural_share;
extern const LeverRow reflection;
extern const LeverRow anchoring;
extern const LeverRow leadership_change;
extern const LeverRow grant_growth;
extern const LeverRow youth_grant;
extern const LeverRow national_savings;

}  // namespace ontkoker::levers
