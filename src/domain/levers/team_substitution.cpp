// D2, D3: the plan follows the causes that were seen.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow team_substitution = {
    "team_substitution", "share", 0.0, 0.0, 1.0,
    "Deel van de vragen met een oorzaak in gezin of geld waarbij het team zelf helpt in plaats van door te verwijzen",
    "Share of requests with a cause in family or money in which the team helps instead of referring",
    "",
    "Gemeente Heusden (2021), annex 2",
    "D2 D3",
    [](double value, Parameters& now) {
        now.access.team_substitution += value * (1.0 - now.access.team_substitution);
    }};

}  // namespace ontkoker::levers
