// D5: who buys alone need not wait for a majority in the region.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow region_alone = {
    "region_alone", "share", 0.0, 0.0, 1.0,
    "Mate waarin de gemeente zelf inkoopt in plaats van met de jeugdregio",
    "How far the municipality buys alone instead of with the youth region",
    "Voor specialistische jeugdhulp moeten gemeenten regionaal samenwerken (Jeugdwet, art. 2.8; Wet verbetering beschikbaarheid jeugdzorg).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020)",
    "D5",
    [](double value, Parameters& now) {
        now.providers.region_alone += (1.0 - now.providers.region_alone) * value;
    }};

}  // namespace ontkoker::levers
