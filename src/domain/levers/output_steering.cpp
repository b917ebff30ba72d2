// D5: payment and steering on outcome.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow output_steering = {
    "output_steering", "share", 0.0, 0.0, 1.0,
    "Mate waarin aanbieders op resultaat in plaats van uren worden betaald en gestuurd",
    "How far providers are paid and steered on outcome instead of hours",
    "Uitkomsten worden alleen met instemming van betrokkenen gemeten; passende hulp blijft verplicht (Jeugdwet, art. 2.3).",
    "VNG (2023), accelerator 8",
    "D5",
    [](double value, Parameters& now) {
        now.providers.output_steering += (1.0 - now.providers.output_steering) * value;
    }};

}  // namespace ontkoker::levers
