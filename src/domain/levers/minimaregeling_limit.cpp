// A2: up to which income a household is entitled.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow minimaregeling_limit = {
    "minimaregeling_limit", "share of the norm", 0.0, -0.3, 0.5,
    "Verschuiving van de inkomensgrens van de minimaregelingen (0,1 = tien procentpunt ruimer)",
    "Shift of the income limit of the schemes (0.1 = ten percentage points wider)",
    "Alleen regelingen die de wet niet beschermt; bijzondere bijstand voor noodzakelijke kosten blijft (art. 35 Participatiewet).",
    "Nibud via rd.nl 2024",
    "A2",
    [](double value, Parameters& now) {
        for (Scheme& scheme : now.schemes)
            if (scheme.lawful_to_cut) scheme.limit += value;
    }};

}  // namespace ontkoker::levers
