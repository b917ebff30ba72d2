// A2, D2: the one who does the intake helps to claim.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow scheme_outreach = {
    "scheme_outreach", "chance", 0.0, 0.0, 1.0,
    "Extra kans dat gezien geldgebrek tot een aanvraag van regelingen leidt",
    "Extra chance that a money problem once seen leads to claims",
    "",
    "Berenschot for VNG (2026), table 3",
    "A2 D2",
    [](double value, Parameters& now) {
        now.access.scheme_outreach += value * (1.0 - now.access.scheme_outreach);
    }};

}  // namespace ontkoker::levers
