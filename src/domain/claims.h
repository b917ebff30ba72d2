// Minimaregelingen: what a decision grants until the household's next anniversary (A2).
#pragma once
#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Grants or renews scheme `s`. A decision holds for a year: a cut reaches running grants at their anniversary only.
void grant(World& world, std::size_t household, std::size_t s, const HouseholdFacts& facts, const Parameters& now);
// The same without the count of new claims, for households side by side.
void grant(Households& h, std::size_t household, std::size_t s, const HouseholdFacts& facts, const Parameters& now,
           const Governance& governance);

}  // namespace ontkoker
