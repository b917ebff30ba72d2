// B5, B10: where a child is in the safety chain, and how alarmed the municipality is.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Of one child.
struct SafetyState {};

// Of the municipality.
struct Alarm {};

struct SafetyTally {};

}  // namespace ontkoker
