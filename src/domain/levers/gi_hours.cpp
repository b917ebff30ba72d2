// B5: more or fewer guardians; the youth fund pays the hours delivered.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow gi_hours = {
    "gi_hours", "factor", 1.0, 0.5, 2.0,
    "Uren van de gecertificeerde instelling",
    "Hours of the certified institution",
    "Een bevolen maatregel moet worden uitgevoerd (art. 2.4 Jeugdwet)",
    "Jeugdautoriteit, Stand van de jeugdzorg",
    "B5",
    [](double value, Parameters& now) {
        now.safety.gi_hours *= value;
    }};

}  // namespace ontkoker::levers
