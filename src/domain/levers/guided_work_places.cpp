// B7: paid work with guidance where no employer gets a subsidy.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow guided_work_places = {
    "guided_work_places", "per 1,000 people of 16-26", 0.0, 0.0, 10.0,
    "Begeleide betaalde werkplekken voor jongeren met een loonwaarde onder 30%, per 1.000 jongeren van 16 tot 27",
    "Guided paid work places for youths with a wage value under 30%, per 1,000 people of 16 to 26",
    "Loonkostensubsidie vraagt een loonwaarde van minstens 30% in de praktijk; de gemeente mag zelf een plek betalen.",
    "Instituut voor Publieke Waarden (2025), Nijkerk",
    "B7",
    [](double value, Parameters& now) {
        now.young.guided_places += value;
    }};

}  // namespace ontkoker::levers
