// The levers, one per file; the list stands in levers.cpp.
#pragma once
#include "ontkoker/domain/levers.h"

namespace ontkoker::levers {

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
extern const LeverRow caseload_norm;
extern const LeverRow hiring;
extern const LeverRow steering_throughput;
extern const LeverRow consult_hours;
extern const LeverRow one_plan;
extern const LeverRow grant_length;
extern const LeverRow paperwork;

}  // namespace ontkoker::levers
