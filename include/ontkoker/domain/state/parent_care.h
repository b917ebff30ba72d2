// A9: treatment of the parents of a household.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Of one household.
struct ParentCareState {};

struct ParentCareTally {};

}  // namespace ontkoker
