// D3: the local team helps itself, with more or fewer hours; it is paid accordingly.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow team_help_hours = {
    "team_help_hours", "factor", 1.0, 0.0, 3.0,
    "Uren basishulp van het lokale team",
    "Hours of help given by the local team",
    "",
    "Gemeente Heusden (2021), Jeugd & Gezinsteam",
    "D3",
    [](double value, Parameters& now) {
        now.access.team_hours *= value;
    }};

}  // namespace ontkoker::levers
