// C5: how many professionals a family has, and what they ask of the parents.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Services that are active around a household: help of each child and its intake, debt help, treatment of the parents,
// and the income desk.
inline int services_around(const World& world, std::size_t household) {
    const Households& h = world.households;
    const Children& c = world.children;
    int services = 0;
    for (ChildId child = h.first_child[household]; child.exists(); child = c.next[child.index])
        services += c.help[child.index] == HelpState::intake || c.help[child.index] == HelpState::in_help;
    services += h.debt_help[household] != DebtHelpState::none && h.debt_help[household] != DebtHelpState::waiting;
    services += (h.problems[household] & (treated_mental_health | treated_addiction)) != 0;
    services += h.on_bijstand[household] != 0;
    return services;
}
// Professionals around a household: the stack of each service, less what one plan saves.
double professionals_around(const World& world, std::size_t household, const Workforce& now);
// Hours a week that further professionals and paper ask of the parents, as a share of a full burden (0..1).
double burden_of(const World& world, std::size_t household, const Parameters& now);

}  // namespace ontkoker
