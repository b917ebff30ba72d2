// B6: a plan before the birthday.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow plan_from_16 = {
    "plan_from_16", "share", 0.0, 0.0, 1.0,
    "Deel van de jeugdigen in hulp voor wie vanaf 16 jaar een plan voor na 18 wordt gemaakt",
    "Share of youths in help for whom a plan for after 18 is made from 16 on",
    "Een hulpverleningsplan met aandacht voor de overgang naar 18 hoort bij verantwoorde hulp (art. 4.1.3 Jeugdwet).",
    "VNG (2023), Alkmaar and Groningen",
    "B6",
    [](double value, Parameters& now) {
        now.young.plan_share += value * (1.0 - now.young.plan_share);
    }};

}  // namespace ontkoker::levers
