// A10: how much the low norm is topped up.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow topup_amount = {
    "topup_amount", "factor", 1.0, 0.0, 2.0,
    "Bedrag van de aanvulling bij 18 tot en met 20, tegenover nu",
    "Amount of the top-up at 18-20 against the present one",
    "Niet hoger dan tot de norm vanaf 21 jaar (art. 12 Participatiewet).",
    "Nibud 2022 via manonvanhoeckel.com: tekort van EUR 666 per maand",
    "A10",
    [](double value, Parameters& now) {
        now.allowances.topup_amount *= value;
    }};

}  // namespace ontkoker::levers
