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
extern const LeverRow scheme_outreach;
extern const LeverRow intake_breadth;
extern const LeverRow intake_hours;
extern const LeverRow one_door;
extern const LeverRow steady_face;
extern const LeverRow team_help_hours;
extern const LeverRow team_substitution;
extern const LeverRow poh_hours;
extern const LeverRow gp_agreement;
extern const LeverRow contract_ambulant;
extern const LeverRow debt_help_hours;
extern const LeverRow college_reacts;
extern const LeverRow reserve_floor;

}  // namespace ontkoker::levers
