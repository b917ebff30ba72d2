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
    {care_patience, "care_patience", false},   {care_duration, "care_duration", false},
    {network, "network", false},               {network_plan, "network_plan", false},
    {mentor_ends, "mentor_ends", true},          {separation_support, "separation_support", true},
    {make_debts, "make_debts", false},         {unpaid, "unpaid", true},
    {debt_signal, "debt_signal", true},        {debt_term, "debt_term", false},
    {bewind, "bewind", true},                  {eviction, "eviction", true},
    {rehousing, "rehousing", true},            {crisis_placement, "crisis_placement", true},
    {make_safety, "make_safety", false},       {unsafe, "unsafe", true},
    {assessment, "assessment", false},         {investigation, "investigation", false},
    {placement, "placement", false},           {measure_review, "measure_review", true},
    {guardian, "guardian", true},              {incident, "incident", true},
    {school_start, "school_start", false},     {school, "school", true},
    {school_case, "school_case", true},
    {young_start, "young_start", false},       {young_plan, "young_plan", false},
    {young_care, "young_care", false},         {young_ask, "young_ask", true},
    {young_patience, "young_patience", false}, {young_home, "young_home", true},
    {young_address, "young_address", false},   {young_school, "young_school", true},
    {young_job, "young_job", true},            {young_drift, "young_drift", true},
    {young_guided, "young_guided", true},
    {staff_person, "staff_person", false},     {staff_sick, "staff_sick", true},
    {staff_leave, "staff_leave", true},        {consult, "consult", false},
    {allowance_ranks, "allowance_ranks", false}, {form_help, "form_help", true},
    {bouwdepot, "bouwdepot", true},
    {desk, "desk", false},                     {neighbour, "neighbour", false},
    {dispute, "dispute", false},               {own_strength, "own_strength", false},
    {sibling, "sibling", false},               {light_help, "light_help", false},
    {watch_flame, "watch_flame", false},
    {deadlock_start, "deadlock_start", false},  {deadlock_known, "deadlock_known", true},   {deadlock_plan, "deadlock_plan", false},
    {equal_treatment, "equal_treatment", false},
    {temporary_end, "temporary_end", true},
    {make_provider, "make_provider", false},   {provider, "provider", false},
    {bought, "bought", false},                 {keep, "keep", false},
    {evaluated, "evaluated", false},           {evaluation, "evaluation", true},
    {output, "output", false},                 {tender, "tender", true},
    {supply, "supply", true},
};
static_assert(sizeof(rows) / sizeof(rows[0]) == static_cast<std::size_t>(Decision::count) - 1);

}  // namespace

std::span<const DecisionRow> decision_rows() { return rows; }

}  // namespace ontkoker
