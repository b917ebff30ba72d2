// C5: how many professionals a family has, and what they ask of the parents.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Services that are active around a household: help of each child and its intake, debt help, treatment of the parents,
// and the income desk.
int services_around(const World& world, std::size_t household);
// Professionals around a household: the stack of each service, less what one plan saves.
double professionals_around(int services, const Workforce& now);
inline double professionals_around(const World& world, std::size_t household, const Workforce& now) {
    return professionals_around(services_around(world, household), now);
}
// Hours a week that further professionals and paper ask of the parents, as a share of a full burden (0..1).
double burden_of(const World& world, std::size_t household, const Parameters& now);

}  // namespace ontkoker
