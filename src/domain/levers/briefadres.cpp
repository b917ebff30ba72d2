// B8: no address, no benefit.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow briefadres = {
    "briefadres", "share", 0.0, 0.0, 1.0,
    "Deel van de jongeren zonder huis dat een briefadres en zo een uitkering krijgt",
    "Share of young people without a home who get a postal address and so a benefit",
    "De gemeente moet iemand zonder woonadres op een briefadres inschrijven (art. 2.23 Wet BRP).",
    "VNG (2023), accelerator on income",
    "B8",
    [](double value, Parameters& now) {
        now.young.briefadres += value * (1.0 - now.young.briefadres);
    }};

}  // namespace ontkoker::levers
