// D4, D9, D20: a decision on a stuck case by people with time, mandate and backing.
#pragma once
#include <cstdint>

namespace ontkoker {

// Of the running month.
struct DoorbraakTally {
};

}  // namespace ontkoker
