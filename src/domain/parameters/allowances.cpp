#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"allowances.young_single", [](Parameters& p) -> double& { return p.allowances.young_single; }},
    {"allowances.young_couple_children", [](Parameters& p) -> double& { return p.allowances.young_couple_children; }},
    {"allowances.sharing_age", [](Parameters& p) -> double& { return p.allowances.sharing_age; }},
    {"allowances.sharing_base", [](Parameters& p) -> double& { return p.allowances.sharing_base; }},
    {"allowances.sharing_person", [](Parameters& p) -> double& { return p.allowances.sharing_person; }},
    {"allowances.search_age", [](Parameters& p) -> double& { return p.allowances.search_age; }},
    {"allowances.search_weeks", [](Parameters& p) -> double& { return p.allowances.search_weeks; }},
    {"allowances.free_earnings", [](Parameters& p) -> double& { return p.allowances.free_earnings; }},
    {"allowances.topup_share", [](Parameters& p) -> double& { return p.allowances.topup_share; }},
    {"allowances.topup_amount", [](Parameters& p) -> double& { return p.allowances.topup_amount; }},
    {"allowances.topup_spread", [](Parameters& p) -> double& { return p.allowances.topup_spread; }},
    {"allowances.student_share", [](Parameters& p) -> double& { return p.allowances.student_share; }},
    {"allowances.student_income", [](Parameters& p) -> double& { return p.allowances.student_income; }},
    {"allowances.young_rent", [](Parameters& p) -> double& { return p.allowances.young_rent; }},
    {"allowances.young_rent_age", [](Parameters& p) -> double& { return p.allowances.young_rent_age; }},
    {"allowances.bouwdepot_places", [](Parameters& p) -> double& { return p.allowances.bouwdepot_places; }},
    {"allowances.bouwdepot_amount", [](Parameters& p) -> double& { return p.allowances.bouwdepot_amount; }},
    {"allowances.bouwdepot_months", [](Parameters& p) -> double& { return p.allowances.bouwdepot_months; }},
    {"allowances.estimate_lag", [](Parameters& p) -> double& { return p.allowances.estimate_lag; }},
    {"allowances.settle_month", [](Parameters& p) -> double& { return p.allowances.settle_month; }},
    {"allowances.reclaim_least", [](Parameters& p) -> double& { return p.allowances.reclaim_least; }},
    {"allowances.form_help", [](Parameters& p) -> double& { return p.allowances.form_help; }},
    {"allowances.childcare_use", [](Parameters& p) -> double& { return p.allowances.childcare_use; }},
    {"allowances.childcare_hours_0_3", [](Parameters& p) -> double& { return p.allowances.childcare_hours_0_3; }},
    {"allowances.childcare_hours_4_11", [](Parameters& p) -> double& { return p.allowances.childcare_hours_4_11; }},
    {"allowances.childcare_price_0_3", [](Parameters& p) -> double& { return p.allowances.childcare_price_0_3; }},
    {"allowances.childcare_price_4_11", [](Parameters& p) -> double& { return p.allowances.childcare_price_4_11; }},
    {"allowances.childcare_cap_0_3", [](Parameters& p) -> double& { return p.allowances.childcare_cap_0_3; }},
    {"allowances.childcare_cap_4_11", [](Parameters& p) -> double& { return p.allowances.childcare_cap_4_11; }},
    {"allowances.childcare_most", [](Parameters& p) -> double& { return p.allowances.childcare_most; }},
    {"allowances.childcare_least", [](Parameters& p) -> double& { return p.allowances.childcare_least; }},
    {"allowances.childcare_free", [](Parameters& p) -> double& { return p.allowances.childcare_free; }},
    {"allowances.childcare_taper", [](Parameters& p) -> double& { return p.allowances.childcare_taper; }},
};

}  // namespace

std::span<const ParameterRow> allowances_rows() { return rows; }

}  // namespace ontkoker::parameters
