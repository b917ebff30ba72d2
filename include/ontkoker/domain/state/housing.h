// A8: how safe the home of a household is.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Of one household.
struct HousingState {};

struct HousingTally {};

}  // namespace ontkoker
