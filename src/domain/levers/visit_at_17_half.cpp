// B6: a visit half a year before the birthday.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow visit_at_17_half = {
    "visit_at_17_half", "share", 0.0, 0.0, 1.0,
    "Deel van de jeugdigen in hulp dat met 17,5 jaar met een huisbezoek wordt bereikt",
    "Share of youths in help reached by a visit at 17.5",
    "",
    "VNG (2023), Rijssen-Holten: reaches half",
    "B6",
    [](double value, Parameters& now) {
        now.young.visit_share += value * (1.0 - now.young.visit_share);
    }};

}  // namespace ontkoker::levers
