// B4: where a child goes to school.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Of one child.
struct SchoolState {};

struct SchoolTally {};

}  // namespace ontkoker
