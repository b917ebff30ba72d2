// A8: how safe the home of a household is.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// The road from rent arrears to the street. Without a home of its own: in the shelter, or with family and friends.
enum class HomeState : std::uint8_t { housed, notice, judgment, shelter, elsewhere };

// Of one household.
struct HousingState {
    HomeState home = HomeState::housed;
    std::uint8_t months = 0;        // in this state, at most 255

    bool homeless() const { return home == HomeState::shelter || home == HomeState::elsewhere; }
    bool threatened() const { return home == HomeState::notice || home == HomeState::judgment; }
};

// Of the running month.
struct HousingTally {
    FamilyCount evictions{}, rehoused{};
    std::int64_t notices = 0, judgments = 0, intercepted = 0, children_evicted = 0, children_placed = 0, shelter_cost = 0;
};

}  // namespace ontkoker
