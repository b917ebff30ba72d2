// A4: how many reported arrears lead to contact; each contact is paid.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow early_signal_reach = {
    "early_signal_reach", "factor", 1.0, 0.0, 4.0,
    "Bereik van vroegsignalering: deel van de signalen waarbij contact lukt",
    "Reach of early signalling: share of reports that lead to contact",
    "Vroegsignalering is een wettelijke taak (art. 3 en 8 Wgs; Besluit gemeentelijke schuldhulpverlening, 2021).",
    "Divosa Monitor Vroegsignalering (2023)",
    "A4 A8",
    [](double value, Parameters& now) {
        now.debt_help.signal_reach *= value;
    }};

}  // namespace ontkoker::levers
