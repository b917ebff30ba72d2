// D7, D10, D17: walls, revolving fund, money that ends, learning and its backing.
#pragma once
#include <cstdint>

namespace ontkoker {

// Of the running month.
struct GoverningTally {
};

}  // namespace ontkoker
