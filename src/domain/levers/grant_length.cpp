// C8: longer grants need fewer renewals and are tested less often.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow grant_length = {
    "grant_length", "factor", 1.0, 0.5, 3.0,
    "Looptijd van beschikkingen",
    "Length of grants",
    "Een beschikking mag lang lopen; de gemeente blijft verantwoordelijk voor passende hulp (Jeugdwet, art. 2.3).",
    "Instituut voor Publieke Waarden (2023-2024); VNG (2023), D4",
    "C8",
    [](double value, Parameters& now) {
        now.workforce.grant_length *= value;
    }};

}  // namespace ontkoker::levers
