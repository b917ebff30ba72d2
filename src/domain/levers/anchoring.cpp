// D10: what keeps views when backing stops or leadership changes.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow anchoring = {
    "anchoring", "share", 0.0, 0.0, 1.0,
    "Verankering: deel van de verbrede blik dat blijft als rugdekking wegvalt of de leiding wisselt",
    "Anchoring: share of the widened views that stays when backing stops or leadership changes",
    "",
    "Berenschot for VNG (2026)",
    "D10",
    [](double value, Parameters& now) { now.governing.anchoring += value * (1.0 - now.governing.anchoring); }};

}  // namespace ontkoker::levers
