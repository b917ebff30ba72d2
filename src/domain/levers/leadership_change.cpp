// D10: a change of leadership, from its date on.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow leadership_change = {
    "leadership_change", "size", 0.0, 0.0, 1.0,
    "Wisseling van leiding of college vanaf deze maand (1: een hele wisseling)",
    "Change of leadership or college from this month on (1: a whole change)",
    "Raadsverkiezingen zijn elke vier jaar (Kieswet).",
    "Berenschot for VNG (2026)",
    "D10",
    [](double value, Parameters& now) { now.governing.leadership_change = value; }};

}  // namespace ontkoker::levers
