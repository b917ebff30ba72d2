// A1, A10: what the tax office has paid in advance to a household and what it was entitled to.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Of one household.
struct AllowanceState {};

struct AllowanceTally {};

}  // namespace ontkoker
