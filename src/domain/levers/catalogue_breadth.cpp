// D15: the breadth of the catalogue of contracts.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow catalogue_breadth = {
    "catalogue_breadth", "share", 0.5, 0.0, 1.0,
    "Breedte van het ingekochte aanbod: 0,5 zoals het is, 0 smal, 1 alles wat past",
    "Breadth of what was bought: 0.5 as it is, 0 narrow, 1 all that fits",
    "De gemeente zorgt voor een toereikend aanbod (Jeugdwet, art. 2.6).",
    "Instituut voor Publieke Waarden (2025), Tilburg",
    "D15",
    [](double value, Parameters& now) {
        now.providers.breadth = value;
    }};

}  // namespace ontkoker::levers
