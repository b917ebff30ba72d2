// A4: capacity of debt counsellors; they are paid accordingly.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow debt_help_hours = {
    "debt_help_hours", "factor", 1.0, 0.0, 4.0,
    "Uren schuldhulpverlening",
    "Hours of debt help",
    "Schuldhulp is een wettelijke taak (Wgs): de toegang moet breed blijven.",
    "Panteia/HU/Nibud (2024)",
    "A4",
    [](double value, Parameters& now) {
        now.debt_help.spending_per_inhabitant *= value;
    }};

}  // namespace ontkoker::levers
