// D13: staff for the group in school, for all who need support there.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow staff_in_schools = {
    "staff_in_schools", "hours a week and pupil", 0.0, 0.0, 0.3,
    "Uren personeel voor de groep op school, per leerling en week, betaald uit jeugdhulp",
    "Hours of staff for the group in school, per pupil and week, paid from youth help",
    "De jeugdhulpplicht blijft: wie meer nodig heeft houdt recht op een eigen voorziening (art. 2.3 Jeugdwet).",
    "Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten, Nijmegen",
    "D13 B4",
    [](double value, Parameters& now) {
        now.school.group_hours += value;
    }};

}  // namespace ontkoker::levers
