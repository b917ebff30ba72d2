// D13, C8: staff for the group helps without a decision per child.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow indication_free = {
    "indication_free", "share", 0.0, 0.0, 1.0,
    "Deel van de leerlingen dat groepspersoneel zonder eigen beschikking mag helpen",
    "Share of pupils whom group staff may help without a decision of their own",
    "Mag als vrij toegankelijke voorziening (art. 2.9 Jeugdwet).",
    "Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten, Nijmegen",
    "D13 C8",
    [](double value, Parameters& now) {
        now.school.indication_free += value * (1.0 - now.school.indication_free);
    }};

}  // namespace ontkoker::levers
