// A7: a mentor chosen by the youth is asked for at every intake (JIM).
#include "levers.h"

namespace ontkoker::levers {

const LeverRow mentor_asked = {
    "mentor_asked", "share", 0.0, 0.0, 1.0,
    "Deel van de intakes waarin de jongere naar een eigen mentor wordt gevraagd (JIM)",
    "Share of intakes at which the youth is asked for a mentor of their own (JIM)",
    "",
    "Berenschot for VNG (2026), Woudenberg; VNG (2023), B5 Support",
    "A7",
    [](double value, Parameters& now) {
        now.parent_care.mentor_asked += value * (1.0 - now.parent_care.mentor_asked);
    }};

}  // namespace ontkoker::levers
