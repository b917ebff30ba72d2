// A10: chosen young adults get a fixed sum a month.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow bouwdepot = {
    "bouwdepot", "1/100,000 inhabitants", 0.0, 0.0, 300.0,
    "Plaatsen in een bouwdepot per 100.000 inwoners: een vast bedrag per maand voor jongeren zonder steun van ouders",
    "Places in a bouwdepot per 100,000 inhabitants: a fixed monthly sum for young adults without support of parents",
    "Bijzondere bijstand of een eigen regeling van de gemeente; naast bijstand telt het mee als middel.",
    "VNG, Versnellers (2023): Amersfoort, Groningen",
    "A10",
    [](double value, Parameters& now) {
        now.allowances.bouwdepot_places = value;
    }};

}  // namespace ontkoker::levers
