// C2, C3: a norm for the caseload of the access, the team and debt help.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow caseload_norm = {
    "caseload_norm", "factor", 1.0, 0.5, 1.5,
    "Hoe vol de uren van de eigen professionals van de gemeente mogen lopen; lager is minder gezinnen per professional",
    "How full the hours of the municipality's own professionals may run; lower is fewer families for each of them",
    "",
    "Berenschot for VNG (2026); Stand van de jeugdzorg (2022)",
    "C2 C3",
    [](double value, Parameters& now) {
        now.workforce.caseload_norm *= value;
        now.access.pressure_start /= value;  // a norm keeps time for each family while the queue grows
    }};

}  // namespace ontkoker::levers
