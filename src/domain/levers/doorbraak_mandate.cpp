// D4: what people may decide themselves.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow doorbraak_mandate = {
    "doorbraak_mandate", "share", 0.0, 0.0, 1.0,
    "Deel van de doorbraakplannen waarover wie het plan maakt zelf mag besluiten (bovenop wat er nu mag)",
    "Share of breakthrough plans that their makers may decide themselves (on top of what they may now)",
    "Mandaat geeft het college (afd. 10.1.1 Awb); het verandert geen recht van het gezin.",
    "VNG (2023), Versnellers op de Big 5 (Almelo)",
    "D4",
    [](double value, Parameters& now) { now.doorbraak.mandate += value * (1.0 - now.doorbraak.mandate); }};

}  // namespace ontkoker::levers
