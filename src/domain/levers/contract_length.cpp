// D5: how long new contracts run.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow contract_length = {
    "contract_length", "months", -1.0, -1.0, 120.0,
    "Looptijd van nieuwe contracten met aanbieders in maanden (-1: zoals het is)",
    "Length of new contracts with providers in months (-1: as it is)",
    "Opdrachten hebben een looptijd; verlengen mag binnen het contract (Aanbestedingswet).",
    "VNG (2023), accelerator 8 (Utrecht: nine years)",
    "D5",
    [](double value, Parameters& now) {
        if (value < 0.5) return;
        now.providers.contract_months = value;
    }};

}  // namespace ontkoker::levers
