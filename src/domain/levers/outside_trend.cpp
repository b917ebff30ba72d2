// B9: lower tolerance of ordinary trouble, and cases that were not seen before.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow outside_trend = {
    "outside_trend", "factor", 1.0, 0.0, 10.0,
    "Groei van buiten van de kans om hulp te vragen (0: uit)",
    "Growth from outside of the chance to ask for help (0: off)",
    "",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "B9",
    [](double value, Parameters& now) {
        now.safety.outside_trend *= value;
    }};

}  // namespace ontkoker::levers
