// C1, D2: a broad intake finds more causes and takes more time.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow intake_breadth = {
    "intake_breadth", "share", 0.0, 0.0, 1.0,
    "Bredere blik bij de intake: aandacht voor gezin en geld naast de vraag zelf",
    "A broader look at intake: attention to family and money beside the question",
    "",
    "Berenschot for VNG (2026), table 3",
    "C1 D2",
    [](double value, Parameters& now) {
        now.access.breadth += value * (1.0 - now.access.breadth);
    }};

}  // namespace ontkoker::levers
