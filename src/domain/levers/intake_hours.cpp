// C1, C2: more or fewer hours for intake; the team is paid accordingly.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow intake_hours = {
    "intake_hours", "factor", 1.0, 0.5, 2.0,
    "Uren voor intake bij de gemeentelijke toegang",
    "Hours for intake at the municipal access",
    "",
    "Berenschot for VNG (2026), table 1",
    "C1 C2",
    [](double value, Parameters& now) {
        now.access.access_hours *= value;
    }};

}  // namespace ontkoker::levers
