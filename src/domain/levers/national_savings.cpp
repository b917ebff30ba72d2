// D8: savings that the Rijk books ahead.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow national_savings = {
    "national_savings", "share", 0.0, 0.0, 0.3,
    "Deel van het jeugdbudget dat het Rijk vooraf als besparing inboekt, wat er ook van terechtkomt",
    "Share of the youth budget that the State books ahead as saved, whatever comes of it",
    "De jeugdhulpplicht blijft gelden (art. 2.3 Jeugdwet).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "D8",
    [](double value, Parameters& now) { now.college.national_savings += value * (1.0 - now.college.national_savings); }};

}  // namespace ontkoker::levers
