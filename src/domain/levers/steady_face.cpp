// C6: a steady face keeps families that a handover would lose.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow steady_face = {
    "steady_face", "share", 0.0, 0.0, 1.0,
    "Deel van de overdrachten waarin dezelfde professional meegaat",
    "Share of handovers in which the same professional goes along",
    "",
    "Berenschot for VNG (2026), table 3; VNG (2023), D4",
    "C6",
    [](double value, Parameters& now) {
        now.access.steady_face += value * (1.0 - now.access.steady_face);
    }};

}  // namespace ontkoker::levers
