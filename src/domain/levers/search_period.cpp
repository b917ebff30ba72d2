// A10: the search period under 27 is shortened or waived.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow search_period = {
    "search_period", "weeks", 4.0, 0.0, 4.0,
    "Zoektermijn voor jongeren onder 27 voor zij bijstand kunnen aanvragen",
    "Search period for those under 27 before they can apply for social assistance",
    "Vier weken is de wet (art. 41 Participatiewet); korter alleen als maatwerk of in een experiment.",
    "VNG, Versnellers (2023), Utrecht jongerentoeslag",
    "A10",
    [](double value, Parameters& now) {
        now.allowances.search_weeks = value;
    }};

}  // namespace ontkoker::levers
