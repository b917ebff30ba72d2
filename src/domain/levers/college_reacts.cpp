// D8: whether the college reacts to deficits.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow college_reacts = {
    "college_reacts", "switch", 1.0, 0.0, 1.0,
    "Het college bezuinigt volgens de regel als de reserve onder de bodem komt (1) of laat tekorten open (0)",
    "The college cuts by rule when the reserve sinks below its floor (1) or leaves deficits open (0)",
    "Begroting moet structureel sluiten (art. 189 Gemeentewet).",
    "Berenschot for VNG (2026), Zwolle",
    "D8",
    [](double value, Parameters& now) {
        now.college.reacts = value;
    }};

}  // namespace ontkoker::levers
