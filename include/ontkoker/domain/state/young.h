// A7, B6 to B8: the life of a young person (16 to 26), at home or not.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Of one person; goes along from Children to Adults when a child leaves home.
struct YoungLife {};

// Places of the municipality: homes for young adults, work places.
struct YoungPlaces {};

struct YoungTally {};

}  // namespace ontkoker
