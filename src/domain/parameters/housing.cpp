#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"housing.arrears_start", [](Parameters& p) -> double& { return p.housing.arrears_start; }},
    {"housing.arrears_start_months", [](Parameters& p) -> double& { return p.housing.arrears_start_months; }},
    {"housing.notice_rents", [](Parameters& p) -> double& { return p.housing.notice_rents; }},
    {"housing.notice_chance", [](Parameters& p) -> double& { return p.housing.notice_chance; }},
    {"housing.judgment_chance", [](Parameters& p) -> double& { return p.housing.judgment_chance; }},
    {"housing.eviction_chance", [](Parameters& p) -> double& { return p.housing.eviction_chance; }},
    {"housing.notice_months", [](Parameters& p) -> double& { return p.housing.notice_months; }},
    {"housing.judgment_months", [](Parameters& p) -> double& { return p.housing.judgment_months; }},
    {"housing.interception", [](Parameters& p) -> double& { return p.housing.interception; }},
    {"housing.shelter_family", [](Parameters& p) -> double& { return p.housing.shelter_family; }},
    {"housing.shelter_single", [](Parameters& p) -> double& { return p.housing.shelter_single; }},
    {"housing.shelter_cost", [](Parameters& p) -> double& { return p.housing.shelter_cost; }},
    {"housing.stay_months", [](Parameters& p) -> double& { return p.housing.stay_months; }},
    {"housing.foster_in_shelter", [](Parameters& p) -> double& { return p.housing.foster_in_shelter; }},
    {"housing.foster_elsewhere", [](Parameters& p) -> double& { return p.housing.foster_elsewhere; }},
    {"housing.stress", [](Parameters& p) -> double& { return p.housing.stress; }},
};

}  // namespace

std::span<const ParameterRow> housing_rows() { return rows; }

}  // namespace ontkoker::parameters
