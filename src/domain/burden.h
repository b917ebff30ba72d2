// C5: how many professionals a family has, and what they ask of the parents.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

inline bool is_served(const Children& c, std::size_t child) {
    return c.help[child] == HelpState::intake || c.help[child] == HelpState::in_help;
}
// Debt help, treatment of the parents, and the income desk.
inline int services_of_parents(const Households& h, std::size_t household) {
    return (h.debt_help[household] != DebtHelpState::none && h.debt_help[household] != DebtHelpState::waiting) +
           ((h.problems[household] & (treated_mental_health | treated_addiction)) != 0) + (h.on_bijstand[household] != 0);
}
// Services that are active around a household: help of each child and its intake, and those of the parents.
inline int services_around(const World& world, std::size_t household) {
    const Children& c = world.children;
    int services = services_of_parents(world.households, household);
    for (ChildId child = world.households.first_child[household]; child.exists(); child = c.next[child.index])
        services += is_served(c, child.index);
    return services;
}
// Professionals around a household: the stack of each service, less what one plan saves.
double professionals_around(int services, const Workforce& now);
inline double professionals_around(const World& world, std::size_t household, const Workforce& now) {
    return professionals_around(services_around(world, household), now);
}
// Hours a week that further professionals and paper ask of the parents, as a share of a full burden (0..1).
double burden_of(const World& world, std::size_t household, const Parameters& now);

}  // namespace ontkoker
