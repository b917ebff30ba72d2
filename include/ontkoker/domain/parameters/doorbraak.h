// D4, D9, D20: a decision on a stuck case by people with time, mandate and backing.
// Values, ranges, units, sources: models/parameters/doorbraak.json.
#pragma once

namespace ontkoker {

struct Doorbraak {
    // What the municipality gives.
    double mandate = 0;                // share of plans that people may decide themselves
    double budget = 0;                 // free money, EUR an inhabitant and year
    double hours = 0;                  // of people with time, a week per 10,000 inhabitants
    double case_based_reasoning = 0;   // 0..1: how far a request is judged by its case and not by likeness with others (D9)
    double tariff = 0;                 // EUR an hour
    // Which cases come.
    double stuck_months = 0;           // in which nothing moves before a case counts as stuck
    double bring_in = 0;               // chance a month that professionals bring in a stuck case that they know
    double hold_back = 0;              // share of them who do not when nobody backs them
    double busy = 0;                   // share of them who do not get round to it at full pressure
    double failed_start = 0;           // share of problematic debts without debt help on day 0 for which it has failed before
    double rest_months = 0;            // after a decision, before a case can come again
    // The plan and its tests.
    double case_hours = 0, ask_hours = 0;   // of a plan; more when somebody else must decide
    double ask_refused = 0;            // share of plans outside the mandate that are refused
    double believed = 0;               // share of the cost of going on that people think a plan avoids
    double horizon_months = 0;         // over which they reckon it
    double distrust = 0;               // share of families without any trust that do not want the plan
    double equality_refusal = 0;       // share of custom money refused as unequal where care is granted (D9)
    // The amount and the effect.
    double no_money = 0;               // share of plans that need room, not money
    double most_amount = 0, home_amount = 0;   // EUR: most that is paid on debts; first rent and furnishing of a home
    double debt_cost = 0, eviction_cost = 0;   // EUR: of problematic debts a year, of an eviction, as people reckon it
    double attention = 0;              // share of stress that attention as such takes away at once
};

}  // namespace ontkoker
