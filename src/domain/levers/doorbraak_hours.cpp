// D4: people with time for stuck cases.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow doorbraak_hours = {
    "doorbraak_hours", "hours/week per 10,000 inhabitants", 0.0, 0.0, 200.0,
    "Uren per week voor doorbraken per 10.000 inwoners, betaald uit het jeugdbudget",
    "Hours a week for breakthroughs per 10,000 inhabitants, paid from the youth budget",
    "",
    "VNG (2023), Versnellers op de Big 5 (Almelo): EUR 350,000 for a project leader and extra staff",
    "D4",
    [](double value, Parameters& now) { now.doorbraak.hours += value; }};

}  // namespace ontkoker::levers
