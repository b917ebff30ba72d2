// D16: one budget of all payers for a case.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow joint_case_budget = {
    "joint_case_budget", "share", 0.0, 0.0, 1.0,
    "Deel van de vertraging door geschillen over de betaler dat een gezamenlijk budget per casus wegneemt",
    "Share of the delay by disputes about the payer that a joint budget per case takes away",
    "Elke wet houdt haar eigen plicht; samen betalen vraagt een afspraak tussen betalers.",
    "Instituut voor Publieke Waarden (2025), Gouda",
    "D16",
    [](double value, Parameters& now) { now.entry.joint_case_budget += value * (1.0 - now.entry.joint_case_budget); }};

}  // namespace ontkoker::levers
