// A4: the municipality becomes the one creditor of a young person, who delivers something in return within a year.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow debt_buy_off_young = {
    "debt_buy_off_young", "share", 0.0, 0.0, 1.0,
    "Deel van de jongeren in schuldhulp van wie de gemeente de schulden opkoopt tegen een tegenprestatie",
    "Share of young people in debt help whose debts the municipality buys off against a counter-performance",
    "",
    "Berenschot for VNG (2026), Amersfoort",
    "A4",
    [](double value, Parameters& now) {
        now.debt_help.buy_off_young += value * (1.0 - now.debt_help.buy_off_young);
    }};

}  // namespace ontkoker::levers
