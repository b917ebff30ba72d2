// D3, D19: light help that is open without a decision.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow light_help_free = {
    "light_help_free", "share", 0.0, 0.0, 1.0,
    "Mate waarin lichte hulp van het team open staat zonder besluit",
    "How far light help by the team is open without a decision",
    "De gemeente mag hulp vrij toegankelijk maken (art. 2.9 Jeugdwet).",
    "VNG (2023), Versnellers op de Big 5, Utrecht",
    "D3 D19",
    [](double value, Parameters& now) { now.entry.light_help_free += value * (1.0 - now.entry.light_help_free); }};

}  // namespace ontkoker::levers
