// C7: steering on queue length and throughput shortens the front of the chain.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow steering_throughput = {
    "steering_throughput", "share", 0.0, 0.0, 1.0,
    "Sturen op wachtrij en doorstroom aan de voorkant",
    "Steering on queue and throughput at the front",
    "Een beschikking volgt binnen acht weken na de melding (Awb, art. 4:13).",
    "Berenschot for VNG (2026), table 1",
    "C7",
    [](double value, Parameters& now) {
        now.workforce.steering += value * (1.0 - now.workforce.steering);
    }};

}  // namespace ontkoker::levers
