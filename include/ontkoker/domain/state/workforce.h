// C1 to C9: professionals.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

struct Professionals {};

struct WorkforceTally {};

}  // namespace ontkoker
