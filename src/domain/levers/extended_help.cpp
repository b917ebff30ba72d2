// B6: help runs on after the birthday.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow extended_help = {
    "extended_help", "share", 0.0, 0.0, 1.0,
    "Deel van de jeugdhulp dat anders op 18 jaar stopt en nu doorloopt",
    "Share of youth help that would stop at 18 and now runs on",
    "Jeugdhulp kan tot 23 jaar doorlopen als zij voor 18 is begonnen en geen andere wet voorgaat (art. 1.1 Jeugdwet).",
    "VNG (2023), Rijssen-Holten",
    "B6",
    [](double value, Parameters& now) {
        now.seeking.extended_18 += value * (1.0 - now.seeking.extended_18);
        now.young.foster_to_21 += value * (1.0 - now.young.foster_to_21);
        now.young.residential_to_21 += value * (1.0 - now.young.residential_to_21);
    }};

}  // namespace ontkoker::levers
