// D4: free money for breakthroughs.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow doorbraak_budget = {
    "doorbraak_budget", "EUR/inhabitant/year", 0.0, 0.0, 20.0,
    "Vrij budget voor doorbraken, uit het jeugdbudget; wat over is vloeit elk jaar terug",
    "Free budget for breakthroughs, out of the youth budget; what is left flows back each year",
    "Geen recht: is het budget op, dan wacht een doorbraak; jeugdhulp, Wmo en bijstand mogen er niet om worden geweigerd.",
    "VNG (2023), Versnellers op de Big 5 (Almelo): EUR 100,000 on some 73,000 inhabitants",
    "D4",
    [](double value, Parameters& now) { now.doorbraak.budget += value; }};

}  // namespace ontkoker::levers
