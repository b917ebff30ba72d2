#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"school.special_at_start", [](Parameters& p) -> double& { return p.school.special_at_start; }},
    {"school.special_growth", [](Parameters& p) -> double& { return p.school.special_growth; }},
    {"school.support_share", [](Parameters& p) -> double& { return p.school.support_share; }},
    {"school.heavy_share", [](Parameters& p) -> double& { return p.school.heavy_share; }},
    {"school.home_share", [](Parameters& p) -> double& { return p.school.home_share; }},
    {"school.home_weeks", [](Parameters& p) -> double& { return p.school.home_weeks; }},
    {"school.leaver_share", [](Parameters& p) -> double& { return p.school.leaver_share; }},
    {"school.load_risk", [](Parameters& p) -> double& { return p.school.load_risk; }},
    {"school.lifelong_factor", [](Parameters& p) -> double& { return p.school.lifelong_factor; }},
    {"school.apart_factor", [](Parameters& p) -> double& { return p.school.apart_factor; }},
    {"school.need_in", [](Parameters& p) -> double& { return p.school.need_in; }},
    {"school.need_out", [](Parameters& p) -> double& { return p.school.need_out; }},
    {"school.special_in", [](Parameters& p) -> double& { return p.school.special_in; }},
    {"school.special_out", [](Parameters& p) -> double& { return p.school.special_out; }},
    {"school.unserved_factor", [](Parameters& p) -> double& { return p.school.unserved_factor; }},
    {"school.support_effect", [](Parameters& p) -> double& { return p.school.support_effect; }},
    {"school.drop_out", [](Parameters& p) -> double& { return p.school.drop_out; }},
    {"school.return_chance", [](Parameters& p) -> double& { return p.school.return_chance; }},
    {"school.home_to_special", [](Parameters& p) -> double& { return p.school.home_to_special; }},
    {"school.return_loss", [](Parameters& p) -> double& { return p.school.return_loss; }},
    {"school.officer_reach", [](Parameters& p) -> double& { return p.school.officer_reach; }},
    {"school.officer_factor", [](Parameters& p) -> double& { return p.school.officer_factor; }},
    {"school.leave_home", [](Parameters& p) -> double& { return p.school.leave_home; }},
    {"school.leave_class", [](Parameters& p) -> double& { return p.school.leave_class; }},
    {"school.rmc_return", [](Parameters& p) -> double& { return p.school.rmc_return; }},
    {"school.decision_weeks", [](Parameters& p) -> double& { return p.school.decision_weeks; }},
    {"school.special_weeks", [](Parameters& p) -> double& { return p.school.special_weeks; }},
    {"school.payer_delay", [](Parameters& p) -> double& { return p.school.payer_delay; }},
    {"school.grant_months", [](Parameters& p) -> double& { return p.school.grant_months; }},
    {"school.paper_hours", [](Parameters& p) -> double& { return p.school.paper_hours; }},
    {"school.misfit_load", [](Parameters& p) -> double& { return p.school.misfit_load; }},
    {"school.gain_fade", [](Parameters& p) -> double& { return p.school.gain_fade; }},
    {"school.group_hours", [](Parameters& p) -> double& { return p.school.group_hours; }},
    {"school.group_together", [](Parameters& p) -> double& { return p.school.group_together; }},
    {"school.support_hours", [](Parameters& p) -> double& { return p.school.support_hours; }},
    {"school.school_weeks", [](Parameters& p) -> double& { return p.school.school_weeks; }},
    {"school.care_hour", [](Parameters& p) -> double& { return p.school.care_hour; }},
    {"school.group_hour", [](Parameters& p) -> double& { return p.school.group_hour; }},
    {"school.indication_free", [](Parameters& p) -> double& { return p.school.indication_free; }},
    {"school.arrangement", [](Parameters& p) -> double& { return p.school.arrangement; }},
    {"school.arrangement_heavy", [](Parameters& p) -> double& { return p.school.arrangement_heavy; }},
    {"school.place_regular", [](Parameters& p) -> double& { return p.school.place_regular; }},
    {"school.place_special", [](Parameters& p) -> double& { return p.school.place_special; }},
    {"school.home_care", [](Parameters& p) -> double& { return p.school.home_care; }},
    {"school.special_places", [](Parameters& p) -> double& { return p.school.special_places; }},
    {"school.places_follow", [](Parameters& p) -> double& { return p.school.places_follow; }},
    {"school.places_norm", [](Parameters& p) -> double& { return p.school.places_norm; }},
    {"school.primary_size", [](Parameters& p) -> double& { return p.school.primary_size; }},
    {"school.secondary_size", [](Parameters& p) -> double& { return p.school.secondary_size; }},
    {"school.family_school", [](Parameters& p) -> double& { return p.school.family_school; }},
    {"school.signal_gain", [](Parameters& p) -> double& { return p.school.signal_gain; }},
    {"school.youth_share", [](Parameters& p) -> double& { return p.school.youth_share; }},
};

}  // namespace

std::span<const ParameterRow> school_rows() { return rows; }

}  // namespace ontkoker::parameters
