// A4: one loan that pays all creditors at once.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow saneringskrediet = {
    "saneringskrediet", "share", 0.0, 0.0, 1.0,
    "Deel van de schuldbemiddelingen dat in plaats daarvan een saneringskrediet wordt",
    "Share of arrangements with creditors that become a loan which pays them at once instead",
    "",
    "NVVK annual report (2016): completed 92% against 51%",
    "A4",
    [](double value, Parameters& now) {
        now.debt_help.credit_share += value * (1.0 - now.debt_help.credit_share);
    }};

}  // namespace ontkoker::levers
