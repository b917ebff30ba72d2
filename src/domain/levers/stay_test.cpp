// B5: an ambulatory alternative and a better test of requests for stay.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow stay_test = {
    "stay_test", "share", 0.0, 0.0, 1.0,
    "Verzoeken om verblijf toetsen: deel dat hulp thuis krijgt in plaats van uithuisplaatsing",
    "Testing requests for stay: share helped at home instead of being placed",
    "De rechter en de GI beslissen over een uithuisplaatsing",
    "Berenschot for VNG (2026), annex: Flevoland",
    "B5",
    [](double value, Parameters& now) {
        now.safety.stay_test += value * (1.0 - now.safety.stay_test);
    }};

}  // namespace ontkoker::levers
