// A8: landlords and municipality stop evictions for arrears with a payment plan.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow eviction_stop = {
    "eviction_stop", "share", 0.0, 0.0, 1.0,
    "Deel van de dreigende ontruimingen dat verhuurder en gemeente elke maand stoppen, boven het gewone",
    "Share of threatened evictions that landlord and municipality stop each month, beyond the usual",
    "De rechter toetst een ontruiming; een verhuurder moet achterstanden eerst melden (Besluit gemeentelijke schuldhulpverlening).",
    "Berenschot for VNG (2026); creditexpo.nl (2022)",
    "A8",
    [](double value, Parameters& now) {
        now.housing.interception += value * (1.0 - now.housing.interception);
    }};

}  // namespace ontkoker::levers
