// A9: hours of adult care in which the youth worker can consult it.
#include <algorithm>

#include "levers.h"

namespace ontkoker::levers {

const LeverRow parent_consultation = {
    "parent_consultation", "share", 0.0, 0.0, 0.1,
    "Deel van de uren van behandelaars van ouders voor overleg met de jeugdhulpverlener",
    "Share of the hours of those who treat parents for consulting with the youth worker",
    "Alleen met toestemming van de ouder (beroepsgeheim, art. 7:457 BW).",
    "Instituut voor Publieke Waarden (2025), five municipalities: no paid time for consulting",
    "A9",
    [](double value, Parameters& now) {
        now.parent_care.consultation = std::min(1.0, now.parent_care.consultation + value);
    }};

}  // namespace ontkoker::levers
