// Stuck cases and what a breakthrough does for them (D4, D9, D20).
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// D9. Care is granted as a right; custom money of the same cost and gain is refused as unequal in part of the cases, less
// where people reason from the case. The one place of this rule, for the access and for breakthroughs.
enum class Solution : std::uint8_t { care, money };
bool refused_as_unequal(Solution solution, std::uint32_t word, const Parameters& now);

// What stands still now: bits of Deadlock::kinds. Of a household itself, and what each of its children adds.
std::uint8_t standstill_at_home(const World& world, std::size_t household);
std::uint8_t standstill_of_child(const World& world, std::size_t child);
// Long enough; without a home, or about to lose it, at once.
inline bool is_stuck(const Deadlock& deadlock, const Doorbraak& now) {
    constexpr std::uint8_t urgent = stuck_home | stuck_young;
    return deadlock.kinds != 0 && ((deadlock.kinds & urgent) || deadlock.months >= now.stuck_months);
}
// Known to a professional who can bring it in: of youth help (also when it ended by age), debt help, parents' care,
// shelter, or through an eviction.
bool is_known(const World& world, std::size_t household);
// What going on costs over the horizon, as people reckon it: running help, debts, eviction and shelter.
Cents cost_of_going_on(const Step& step, std::size_t household);

// What a plan pays: arrears up to the most that is given, first rents of a home for the household and for its young adults.
struct PlanAmount {
    Cents debts, home, young;
    Cents sum() const { return debts + home + young; }
};
PlanAmount amount_of_plan(const World& world, std::size_t household, const Doorbraak& now);
// Carries out a plan: pays, makes creditors hold still, opens claims, finds homes, makes unseen causes seen.
void break_deadlock(Step& step, std::size_t household, const PlanAmount& amount);

}  // namespace ontkoker
