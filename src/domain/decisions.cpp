#include "ontkoker/domain/decisions.h"

namespace ontkoker {
namespace {

using enum Decision;
constexpr DecisionRow rows[] = {
    {make_household, "make_household", false}, {make_adults, "make_adults", false},
    {make_children, "make_children", false},   {make_money, "make_money", false},
    {make_problems, "make_problems", false},   {make_youth, "make_youth", false},
    {make_work, "make_work", false},           {make_help, "make_help", false},
    {make_claims, "make_claims", false},       {death, "death", true},
    {birth, "birth", true},                    {leave_home, "leave_home", true},
    {new_partner, "new_partner", true},        {separation, "separation", true},
    {move, "move", true},                      {job, "job", true},
    {bill, "bill", true},                      {collection, "collection", true},
    {scheme, "scheme", true},                  {debt_apply, "debt_apply", true},
    {debt_outcome, "debt_outcome", false},     {debt_plan, "debt_plan", false},
    {parents_change, "parents_change", true},  {parents_treatment, "parents_treatment", true},
    {own_shock, "own_shock", true},            {seek, "seek", true},
    {route, "route", false},                   {sight, "sight", false},
    {follow_up, "follow_up", false},           {help_type, "help_type", false},
    {handover, "handover", false},             {patience, "patience", false},
    {duration, "duration", false},             {upcoding, "upcoding", false},
    {extension, "extension", false},           {breadth, "breadth", false},
    {allowance_ranks, "allowance_ranks", false}, {form_help, "form_help", true},
    {bouwdepot, "bouwdepot", true},
};
static_assert(sizeof(rows) / sizeof(rows[0]) == static_cast<std::size_t>(Decision::count) - 1);

}  // namespace

std::span<const DecisionRow> decision_rows() { return rows; }

}  // namespace ontkoker
