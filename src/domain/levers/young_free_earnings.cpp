// A10: part of what young adults earn is left to them.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow young_free_earnings = {
    "young_free_earnings", "share", 0.0, 0.0, 0.25,
    "Deel van het loon van jongeren onder 27 dat niet van de bijstand afgaat",
    "Share of wages of those under 27 that is not deducted from social assistance",
    "De wet laat loon pas vanaf 27 vrij, tot 25% (art. 31 Participatiewet); daaronder alleen in een experiment.",
    "VNG, Versnellers (2023), Utrecht jongerentoeslag",
    "A10",
    [](double value, Parameters& now) {
        now.allowances.free_earnings = value;
    }};

}  // namespace ontkoker::levers
