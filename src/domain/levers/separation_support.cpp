// A5, A9: parents who mean to part are reached before they do (Scheidingsplein).
#include "levers.h"

namespace ontkoker::levers {

const LeverRow separation_support = {
    "separation_support", "share", 0.0, 0.0, 1.0,
    "Deel van de ouders dat voor de scheiding steun krijgt (Scheidingsplein)",
    "Share of parents who are supported before they separate (Scheidingsplein)",
    "Een ouderschapsplan is verplicht bij scheiding (art. 815 Rv); steun is vrijwillig.",
    "Berenschot for VNG (2026), annex II: Hollands Kroon and over 25 municipalities",
    "A5 A9",
    [](double value, Parameters& now) {
        now.parent_care.separation_support += value * (1.0 - now.parent_care.separation_support);
    }};

}  // namespace ontkoker::levers
