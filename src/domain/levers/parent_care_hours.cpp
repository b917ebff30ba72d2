// A9: hours of adult mental health care, addiction care and support of parents.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow parent_care_hours = {
    "parent_care_hours", "factor", 1.0, 0.5, 3.0,
    "Uren voor behandeling en ondersteuning van ouders, als factor op nu",
    "Hours for treatment and support of parents, as a factor on now",
    "Verzekeraars kopen ggz voor volwassenen in (Zorgverzekeringswet); de gemeente gaat alleen over het Wmo-deel.",
    "Instituut voor Publieke Waarden (2025), five municipalities; VNG (2023)",
    "A9",
    [](double value, Parameters& now) {
        now.parent_care.hours *= value;
    }};

}  // namespace ontkoker::levers
