// D15: what fits is bought outside contract, at a higher price.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow purchase_outside = {
    "purchase_outside", "share", 0.0, 0.0, 1.0,
    "Deel van de gaten in het aanbod dat buiten contract wordt ingekocht",
    "Share of gaps in what was bought that is filled outside contract",
    "De gemeente moet passende hulp bieden, ook als die niet is ingekocht (Jeugdwet, art. 2.3).",
    "Instituut voor Publieke Waarden (2025), Tilburg",
    "D15",
    [](double value, Parameters& now) {
        now.providers.purchase_outside += (1.0 - now.providers.purchase_outside) * value;
    }};

}  // namespace ontkoker::levers
