// D16: education and care money of a child in one budget, so nobody disputes who pays.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow joint_school_budget = {
    "joint_school_budget", "share", 0.0, 0.0, 1.0,
    "Deel van de gevallen waarin onderwijs- en zorggeld samen in een budget zitten",
    "Share of cases with education and care money in one budget",
    "Middelen van het samenwerkingsverband zijn voor onderwijs; een gezamenlijk budget is een afspraak tussen bestuur en gemeente.",
    "Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten, Gouda",
    "D16",
    [](double value, Parameters& now) {
        now.school.payer_delay *= 1.0 - value;
    }};

}  // namespace ontkoker::levers
