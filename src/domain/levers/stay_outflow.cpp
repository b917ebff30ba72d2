// B5: sooner home out of a placement.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow stay_outflow = {
    "stay_outflow", "factor", 1.0, 0.5, 3.0,
    "Doorstroom en uitstroom uit verblijf: kans per toets om naar huis te gaan",
    "Flow out of stays: chance per review to go home",
    "De rechter kan een machtiging uithuisplaatsing eerder beëindigen",
    "Berenschot for VNG (2026), annex: Flevoland",
    "B5",
    [](double value, Parameters& now) {
        now.safety.return_home *= value;
    }};

}  // namespace ontkoker::levers
