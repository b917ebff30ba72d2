// D8: growth of what the Rijk pays.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow grant_growth = {
    "grant_growth", "1/year", 0.0, -0.1, 0.1,
    "Extra groei of krimp van de rijksbijdrage per jaar, in vaste prijzen",
    "Extra growth or fall of the grant of the State a year, in constant prices",
    "Het Rijk stelt het gemeentefonds vast (Financiële-verhoudingswet).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "D8",
    [](double value, Parameters& now) { now.college.grant_growth += value; }};

}  // namespace ontkoker::levers
