// C9: specialists near the team restore depth; they are paid by the hour.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow consult_hours = {
    "consult_hours", "hours/week", 0.0, 0.0, 4.0,
    "Consultatie-uren van specialisten per week voor iedere professional van de toegang",
    "Consult hours of specialists a week for each professional of the access",
    "",
    "VNG (2023), Borger-Odoorn; Gemeente Heusden (2021), annex",
    "C9",
    [](double value, Parameters& now) {
        now.workforce.consult_hours += value;
    }};

}  // namespace ontkoker::levers
