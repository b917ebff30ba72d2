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
extern const LeverRow staff_in_schools;
extern const LeverRow indication_free;
extern const LeverRow joint_school_budget;
extern const LeverRow special_school_places;
extern const LeverRow family_school;
extern const LeverRow poh_hours;
extern const LeverRow gp_agreement;
extern const LeverRow contract_ambulant;
extern const LeverRow debt_help_hours;
extern const LeverRow college_reacts;
extern const LeverRow reserve_floor;

}  // namespace ontkoker::levers
