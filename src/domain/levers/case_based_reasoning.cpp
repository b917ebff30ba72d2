// D9: judging a request by its case.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow case_based_reasoning = {
    "case_based_reasoning", "share", 0.0, 0.0, 1.0,
    "Mate waarin een vraag om maatwerk in geld naar het geval wordt beoordeeld in plaats van naar gelijkheid met anderen (bovenop wat er nu is)",
    "How far a request for custom money is judged by its case instead of by likeness with others (on top of what there is now)",
    "De Participatiewet schrijft afstemming op omstandigheden voor (art. 18 lid 1) en laat bijzondere bijstand naar het geval toe (art. 35).",
    "Berenschot for VNG (2026), patterns 1 and 2",
    "D9",
    [](double value, Parameters& now) { now.doorbraak.case_based_reasoning += value * (1.0 - now.doorbraak.case_based_reasoning); }};

}  // namespace ontkoker::levers
