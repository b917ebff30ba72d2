// B5: the alternative to escalation, risks weighed and carried together.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow shared_risk_work = {
    "shared_risk_work", "share", 0.0, 0.0, 1.0,
    "Professionals wegen en dragen risico samen: perspectief, een plek, gedeeld risico",
    "Professionals weigh and carry risks together: perspective, a place, shared risk",
    "Wie een kind in acuut gevaar ziet, moet handelen; de rechter beslist over maatregelen",
    "Instituut voor Publieke Waarden (2025), Zwolle",
    "B5",
    [](double value, Parameters& now) {
        now.safety.shared_risk_work += value * (1.0 - now.safety.shared_risk_work);
    }};

}  // namespace ontkoker::levers
