// A8: how many evicted households the shelter takes in; the centre municipality pays.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow shelter_capacity = {
    "shelter_capacity", "factor", 1.0, 0.0, 2.0,
    "Plaats in de maatschappelijke opvang voor wie uit huis is gezet",
    "Room in the shelter for those evicted",
    "Opvang is een wettelijke taak van de centrumgemeente (art. 1.2.1 Wmo 2015).",
    "Panteia (2024), citing Cebeon/Regioplan (2011)",
    "A8",
    [](double value, Parameters& now) {
        now.housing.shelter_family *= value;
        now.housing.shelter_single *= value;
    }};

}  // namespace ontkoker::levers
