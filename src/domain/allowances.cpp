#include "allowances.h"

#include <algorithm>

namespace ontkoker {

void keep_allowances(World& world, std::size_t household, const HouseholdFacts& facts, const MonthBudget& budget,
                     const MonthRules& rules, AllowanceTally& tally) {
    AllowanceState& state = world.households.allowance[household];
    state.estimate = budget.estimate;
    state.estimated = 1;
    state.this_year += budget.advances() - budget.due;
    state.searched = budget.entitled & takes_bijstand & facts.takes ? 1 : 0;
    state.topped_up = budget.topup > Cents(0);
    state.entitled = budget.entitled;
    state.unclaimed = budget.unclaimed;
    const Cents counted = counted_income(facts, rules);
    state.gap = std::max(Cents(0), norm_of(facts, rules) - counted - budget.bijstand - budget.topup - budget.bouwdepot);
    state.entitled_schemes = entitled_schemes(facts, world.households.low_income_months[household], rules);
    const Cents paid[] = {budget.bijstand, budget.zorgtoeslag, budget.huurtoeslag, budget.kindgebonden, budget.kinderopvang};
    for (std::size_t b = 0; b < benefit_count; ++b) tally.paid[b] += paid[b].count;
    tally.study += budget.study.count;
    tally.topup += budget.topup.count;
    tally.bouwdepot += budget.bouwdepot.count;
    tally.childcare += budget.childcare.count;
}

}  // namespace ontkoker
