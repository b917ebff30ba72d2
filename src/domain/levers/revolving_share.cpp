// D7: savings that flow back.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow revolving_share = {
    "revolving_share", "share", 0.0, 0.0, 1.0,
    "Revolverend fonds: deel van de gemeten besparing op jeugdhulp per minderjarige dat terugvloeit voor nieuwe investeringen",
    "Revolving fund: share of measured savings on youth help a minor that flows back for new investments",
    "Een bestemmingsreserve stelt de raad in (art. 43 BBV).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "D7",
    [](double value, Parameters& now) { now.governing.revolving_share += value * (1.0 - now.governing.revolving_share); }};

}  // namespace ontkoker::levers
