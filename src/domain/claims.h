// Minimaregelingen: who is entitled, and what a decision grants until the household's next anniversary (A2).
#pragma once
#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/step.h"

namespace ontkoker {

bool entitled(const Scheme& scheme, const HouseholdFacts& facts, int low_income_months, const Parameters& now);
// EUR a year in cents that a decision of today grants; cuts by the college act on what may lawfully be cut.
Cents yearly_grant(const Scheme& scheme, const HouseholdFacts& facts, const Governance& governance);
// Grants or renews scheme `s`. A decision holds for a year: a cut reaches running grants at their anniversary only.
void grant(World& world, std::size_t household, std::size_t s, const HouseholdFacts& facts, const Parameters& now);

}  // namespace ontkoker
