// What a month leaves in the books of allowances (A1, A10): advances against what was due, benefits left unclaimed.
#pragma once
#include <algorithm>

#include "ontkoker/domain/budget.h"

namespace ontkoker {

inline void keep_allowances(World& world, std::size_t household, const HouseholdFacts& facts, const MonthBudget& budget,
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
    state.entitled_schemes = 0;
    if (counted <= minimum_of(facts, rules).schemes)
        for (std::size_t s = 0; s < rules.now.schemes.size(); ++s)
            if (entitled(rules.now.schemes[s], facts, world.households.low_income_months[household], rules))
                state.entitled_schemes |= static_cast<std::uint8_t>(1u << s);
    const auto pay = [&](Benefit benefit, Cents amount) { tally.paid[static_cast<std::size_t>(benefit)] += amount.count; };
    pay(Benefit::bijstand, budget.bijstand);
    pay(Benefit::zorgtoeslag, budget.zorgtoeslag);
    pay(Benefit::huurtoeslag, budget.huurtoeslag);
    pay(Benefit::kindgebonden, budget.kindgebonden);
    pay(Benefit::kinderopvang, budget.kinderopvang);
    tally.study += budget.study.count;
    tally.topup += budget.topup.count;
    tally.bouwdepot += budget.bouwdepot.count;
    tally.childcare += budget.childcare.count;
}

}  // namespace ontkoker
