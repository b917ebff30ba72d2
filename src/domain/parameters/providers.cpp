#include "rows.h"

namespace ontkoker {
namespace {

constexpr ParameterRow rows[] = {
    {"providers.clients_each", [](Parameters& p) -> double& { return p.providers.clients_each; }},
    {"providers.most", [](Parameters& p) -> double& { return p.providers.most; }},
    {"providers.size_ratio", [](Parameters& p) -> double& { return p.providers.size_ratio; }},
    {"providers.sees_wait", [](Parameters& p) -> double& { return p.providers.sees_wait; }},
    {"providers.contract_months", [](Parameters& p) -> double& { return p.providers.contract_months; }},
    {"providers.number", [](Parameters& p) -> double& { return p.providers.number; }},
    {"providers.region_months", [](Parameters& p) -> double& { return p.providers.region_months; }},
    {"providers.region_alone", [](Parameters& p) -> double& { return p.providers.region_alone; }},
    {"providers.tariff", [](Parameters& p) -> double& { return p.providers.tariff; }},
    {"providers.tariff_floor", [](Parameters& p) -> double& { return p.providers.tariff_floor; }},
    {"providers.cost_margin", [](Parameters& p) -> double& { return p.providers.cost_margin; }},
    {"providers.cost_growth", [](Parameters& p) -> double& { return p.providers.cost_growth; }},
    {"providers.index_share", [](Parameters& p) -> double& { return p.providers.index_share; }},
    {"providers.short_shrink", [](Parameters& p) -> double& { return p.providers.short_shrink; }},
    {"providers.leave_quarters", [](Parameters& p) -> double& { return p.providers.leave_quarters; }},
    {"providers.staff_follow", [](Parameters& p) -> double& { return p.providers.staff_follow; }},
    {"providers.tender_loss", [](Parameters& p) -> double& { return p.providers.tender_loss; }},
    {"providers.entry_weeks", [](Parameters& p) -> double& { return p.providers.entry_weeks; }},
    {"providers.entry_chance", [](Parameters& p) -> double& { return p.providers.entry_chance; }},
    {"providers.entry_size", [](Parameters& p) -> double& { return p.providers.entry_size; }},
    {"providers.stop_at", [](Parameters& p) -> double& { return p.providers.stop_at; }},
    {"providers.new_provider", [](Parameters& p) -> double& { return p.providers.new_provider; }},
    {"providers.supply_pull", [](Parameters& p) -> double& { return p.providers.supply_pull; }},
    {"providers.keep_idle", [](Parameters& p) -> double& { return p.providers.keep_idle; }},
    {"providers.keep_months", [](Parameters& p) -> double& { return p.providers.keep_months; }},
    {"providers.evaluated", [](Parameters& p) -> double& { return p.providers.evaluated; }},
    {"providers.evaluation_months", [](Parameters& p) -> double& { return p.providers.evaluation_months; }},
    {"providers.evaluation_stop", [](Parameters& p) -> double& { return p.providers.evaluation_stop; }},
    {"providers.output_steering", [](Parameters& p) -> double& { return p.providers.output_steering; }},
    {"providers.output_withheld", [](Parameters& p) -> double& { return p.providers.output_withheld; }},
    {"providers.output_selection", [](Parameters& p) -> double& { return p.providers.output_selection; }},
    {"providers.breadth", [](Parameters& p) -> double& { return p.providers.breadth; }},
    {"providers.purchase_outside", [](Parameters& p) -> double& { return p.providers.purchase_outside; }},
    {"providers.lack", [](Parameters& p) -> double& { return p.providers.lack; }},
    {"providers.lack_stay", [](Parameters& p) -> double& { return p.providers.lack_stay; }},
    {"providers.outside_price", [](Parameters& p) -> double& { return p.providers.outside_price; }},
};

}  // namespace

namespace parameters {

std::span<const ParameterRow> providers_rows() { return rows; }

}  // namespace parameters

}  // namespace ontkoker
