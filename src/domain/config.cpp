// The names of the published figures in models/municipalities/*.json. A profile must give every one of them.
#include "ontkoker/domain/config.h"

namespace ontkoker {
namespace {

constexpr FigureRow figures[] = {
    {"population", [](Profile& p) -> double& { return p.population; }},
    {"households", [](Profile& p) -> double& { return p.households; }},
    {"single_person", [](Profile& p) -> double& { return p.single_person; }},
    {"couple_no_children", [](Profile& p) -> double& { return p.couple_no_children; }},
    {"couple_children", [](Profile& p) -> double& { return p.couple_children; }},
    {"single_parent", [](Profile& p) -> double& { return p.single_parent; }},
    {"size_3", [](Profile& p) -> double& { return p.size_3; }},
    {"size_4", [](Profile& p) -> double& { return p.size_4; }},
    {"size_5", [](Profile& p) -> double& { return p.size_5; }},
    {"births_per_1000", [](Profile& p) -> double& { return p.births_per_1000; }},
    {"deaths_per_1000", [](Profile& p) -> double& { return p.deaths_per_1000; }},
    {"income", [](Profile& p) -> double& { return p.income; }},
    {"low_income_40", [](Profile& p) -> double& { return p.low_income_40; }},
    {"social_minimum", [](Profile& p) -> double& { return p.social_minimum; }},
    {"rented", [](Profile& p) -> double& { return p.rented; }},
    {"social_rented", [](Profile& p) -> double& { return p.social_rented; }},
    {"ww", [](Profile& p) -> double& { return p.ww; }},
    {"bijstand", [](Profile& p) -> double& { return p.bijstand; }},
    {"disability", [](Profile& p) -> double& { return p.disability; }},
    {"debt_persons", [](Profile& p) -> double& { return p.debt_persons; }},
    {"youth_help", [](Profile& p) -> double& { return p.youth_help; }},
    {"youth_spending", [](Profile& p) -> double& { return p.youth_spending; }},
    {"protection_share", [](Profile& p) -> double& { return p.protection_share; }},
    {"team_spending", [](Profile& p) -> double& { return p.team_spending; }},
    {"income_spending", [](Profile& p) -> double& { return p.income_spending; }},
    {"medical_referral", [](Profile& p) -> double& { return p.medical_referral; }},
    {"wait_weeks", [](Profile& p) -> double& { return p.wait_weeks; }},
};

constexpr FigureTableRow figure_tables[] = {
    {"ages", [](Profile& p) -> std::vector<double>& { return p.ages; }, 20},
    {"ages_child", [](Profile& p) -> std::vector<double>& { return p.ages_child; }, 20},
};

}  // namespace

std::span<const FigureRow> figure_rows() { return figures; }
std::span<const FigureTableRow> figure_table_rows() { return figure_tables; }

}  // namespace ontkoker
