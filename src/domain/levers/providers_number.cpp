// D5: how many providers get a contract, when the running ones end.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow providers_number = {
    "providers_number", "providers", -1.0, -1.0, 40.0,
    "Aantal aanbieders per soort ambulante hulp en jeugd-ggz (-1: zoals het is), bij het einde van elk contract",
    "Number of providers of each kind of outpatient help and mental-health care (-1: as it is), at the end of each contract",
    "Inkoop volgt de Aanbestedingswet; de jeugdregio beslist mee (Jeugdwet, art. 2.8 en 2.12).",
    "VNG (2023), accelerator 8",
    "D5",
    [](double value, Parameters& now) {
        if (value < 0.5) return;
        now.providers.number = value;
    }};

}  // namespace ontkoker::levers
