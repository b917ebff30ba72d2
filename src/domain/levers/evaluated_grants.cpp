// D12: short grants with evaluation.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow evaluated_grants = {
    "evaluated_grants", "share", 0.0, 0.0, 1.0,
    "Deel van de beschikkingen dat kort is, met evaluatie en een plek dichtbij om terug te keren",
    "Share of grants that is short, with evaluation and a local place to return to",
    "Stoppen mag niet om geld: alleen als de hulp niet meer nodig is (Jeugdwet, art. 2.3).",
    "VNG (2023); Berenschot for VNG (2026), Woudenberg",
    "D12",
    [](double value, Parameters& now) {
        now.providers.evaluated += (1.0 - now.providers.evaluated) * value;
    }};

}  // namespace ontkoker::levers
