// D2: no youth help without sight of livelihood security where problems are multiple.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow livelihood_first = {
    "livelihood_first", "share", 0.0, 0.0, 1.0,
    "Deel van de meervoudige vragen waarbij de intake eerst naar bestaanszekerheid kijkt",
    "Share of multiple questions at which the intake looks at livelihood first",
    "Jeugdhulp wordt er niet om uitgesteld of geweigerd (art. 2.3 Jeugdwet).",
    "Berenschot for VNG (2026), Zwolle",
    "D2",
    [](double value, Parameters& now) { now.entry.livelihood_first += value * (1.0 - now.entry.livelihood_first); }};

}  // namespace ontkoker::levers
