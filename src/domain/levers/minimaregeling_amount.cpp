// A2: what a granted minimaregeling pays. Running grants keep their amount until their anniversary.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow minimaregeling_amount = {
    "minimaregeling_amount", "factor", 1.0, 0.0, 2.0,
    "Bedrag van de minimaregelingen die de gemeente vrij vaststelt, als deel van het huidige bedrag",
    "Amount of the schemes that the municipality sets freely, as a share of the present amount",
    "Alleen regelingen die de wet niet beschermt; bijzondere bijstand voor noodzakelijke kosten blijft (art. 35 Participatiewet).",
    "Berenschot for VNG (2026), table 3; Nibud via rd.nl 2024",
    "A2",
    [](double value, Parameters& now) {
        for (Scheme& scheme : now.schemes)
            if (scheme.lawful_to_cut) scheme.amount *= value;
    }};

}  // namespace ontkoker::levers
