// A10: more young adults get the low norm topped up.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow topup_reach = {
    "topup_reach", "share", 0.0, 0.0, 1.0,
    "Deel van de klantmanagers die nu niet aanvullen dat de lage norm bij 18 tot en met 20 toch aanvult uit bijzondere bijstand",
    "Share of the case managers who do not top up now that does top up the low norm at 18-20 by special assistance",
    "Aanvullende bijzondere bijstand mag als de ouders niet kunnen of hoeven te betalen, tot de norm vanaf 21 (art. 12 Participatiewet).",
    "VNG, Versnellers (2023), Utrecht jongerentoeslag",
    "A10",
    [](double value, Parameters& now) {
        now.allowances.topup_share += value * (1.0 - now.allowances.topup_share);
    }};

}  // namespace ontkoker::levers
