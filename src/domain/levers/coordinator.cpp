// B6: one person who keeps what was prepared from getting lost.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow coordinator = {
    "coordinator", "share", 0.0, 0.0, 1.0,
    "Deel van de jongeren in hulp met één coördinator voor de overgang naar 18 jaar",
    "Share of youths in help with one coordinator for the transition at 18",
    "",
    "VNG (2023), Groningen",
    "B6",
    [](double value, Parameters& now) {
        now.young.coordinator += value * (1.0 - now.young.coordinator);
    }};

}  // namespace ontkoker::levers
