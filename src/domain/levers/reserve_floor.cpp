// D8: how far the reserve may sink before the college cuts.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow reserve_floor = {
    "reserve_floor", "share", 0.0, -0.5, 1.0,
    "Verschuiving van de bodem van de reserve als deel van de beginstand",
    "Shift of the floor of the reserve as a share of its opening",
    "",
    "Berenschot for VNG (2026), Zwolle",
    "D8",
    [](double value, Parameters& now) {
        now.college.reserve_floor += value;
    }};

}  // namespace ontkoker::levers
