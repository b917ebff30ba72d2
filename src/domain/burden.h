// C5: how many professionals a family has, and what they ask of the parents.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Services that are active around a household: help of each child and its intake, debt help, treatment of the parents,
// and the income desk.
int services_around(const World& world, std::size_t household);
inline bool is_served(const Children& c, std::size_t child) {
    return c.help[child] == HelpState::intake || c.help[child] == HelpState::in_help;
}
// Those of them that are not for a child.
inline int services_of_parents(const Households& h, std::size_t household) {
    return (h.debt_help[household] != DebtHelpState::none && h.debt_help[household] != DebtHelpState::waiting) +
           ((h.problems[household] & (treated_mental_health | treated_addiction)) != 0) + (h.on_bijstand[household] != 0);
}
// Professionals around a household: the stack of each service, less what one plan saves.
double professionals_around(int services, const Workforce& now);
inline double professionals_around(const World& world, std::size_t household, const Workforce& now) {
    return professionals_around(services_around(world, household), now);
}
// Hours a week that further professionals and paper ask of the parents, as a share of a full burden (0..1).
double burden_of(const World& world, std::size_t household, const Parameters& now);

}  // namespace ontkoker
