// D7, D10, D17: walls, revolving fund, money that ends, learning and its backing.
// Values, ranges, units, sources: models/parameters/governing.json.
#pragma once

namespace ontkoker {

struct Governing {
    double backing = 0;                           // 0..1: how far management and college back who uses the room there is (D4, D10)
};

}  // namespace ontkoker
