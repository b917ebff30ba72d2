// A4: how many of those reached by early signalling accept help.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow early_signal_quality = {
    "early_signal_quality", "factor", 1.0, 0.0, 2.0,
    "Kwaliteit van vroegsignalering: deel van de bereikte huishoudens dat hulp aanvaardt",
    "Quality of early signalling: share of households reached that accept help",
    "Hulp aanvaarden blijft vrijwillig.",
    "Divosa Monitor Vroegsignalering (2023)",
    "A4 A8",
    [](double value, Parameters& now) {
        now.debt_help.signal_accept *= value;
    }};

}  // namespace ontkoker::levers
