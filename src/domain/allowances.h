// What a month leaves in the books of allowances (A1, A10): advances against what was due, benefits left unclaimed.
#pragma once
#include "ontkoker/domain/budget.h"

namespace ontkoker {

void keep_allowances(World& world, std::size_t household, const HouseholdFacts& facts, const MonthBudget& budget,
                     const MonthRules& rules, AllowanceTally& tally);

}  // namespace ontkoker
