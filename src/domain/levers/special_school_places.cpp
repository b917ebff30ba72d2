// B4: places in special education.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow special_school_places = {
    "special_school_places", "factor", 1.0, 0.5, 2.0,
    "Plaatsen in het speciaal onderwijs",
    "Places in special education",
    "Schoolbesturen en samenwerkingsverbanden beslissen hierover, niet de gemeente.",
    "Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten, Gouda",
    "B4",
    [](double value, Parameters& now) {
        now.school.special_places *= value;
    }};

}  // namespace ontkoker::levers
