// D8: what the Rijk pays for youth help.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow youth_grant = {
    "youth_grant", "factor", 1.0, 0.5, 1.5,
    "Rijksbijdrage voor jeugdhulp, als factor vanaf deze maand (0,85: de korting van 2015)",
    "Grant of the State for youth help, as a factor from this month on (0.85: the cut of 2015)",
    "De jeugdhulpplicht blijft gelden (art. 2.3 Jeugdwet).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "D8",
    [](double value, Parameters& now) { now.college.youth_grant *= value; }};

}  // namespace ontkoker::levers
