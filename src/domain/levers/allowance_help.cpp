// A2: help with forms raises the use of allowances of the Rijk.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow allowance_help = {
    "allowance_help", "1/year", 0.0, 0.0, 1.0,
    "Kans per jaar dat een huishouden dat een toeslag laat liggen er met hulp (formulierenbrigade) een aanvraagt",
    "Chance a year that a household that leaves an allowance unclaimed claims it with help with forms",
    "De gemeente mag helpen; zij kan een toeslag niet zelf toekennen.",
    "CPB 2021 via gemeente.nu: niet-gebruik van toeslagen",
    "A1 A2",
    [](double value, Parameters& now) {
        now.allowances.form_help += value;
    }};

}  // namespace ontkoker::levers
