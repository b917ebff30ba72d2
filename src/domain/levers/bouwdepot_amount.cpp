// A10: how much a bouwdepot pays.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow bouwdepot_amount = {
    "bouwdepot_amount", "factor", 1.0, 0.0, 2.0,
    "Bedrag van het bouwdepot, tegenover het gebruikelijke",
    "Amount of the bouwdepot against the usual one",
    "",
    "Bedrag van de proeven, algemeen bekend in het veld",
    "A10",
    [](double value, Parameters& now) {
        now.allowances.bouwdepot_amount *= value;
    }};

}  // namespace ontkoker::levers
