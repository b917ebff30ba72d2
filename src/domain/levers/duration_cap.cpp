// D21: help is steered on a norm length.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow duration_cap = {
    "duration_cap", "share", 0.0, 0.0, 1.0,
    "Hoe hard hulp zonder verblijf of maatregel op normduur wordt afgekapt",
    "How hard help without stay or measure is cut off at a norm length",
    "Wie hulp nodig houdt, houdt recht op een voorziening (art. 2.3 Jeugdwet): een nieuwe vraag mag niet worden geweigerd.",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020)",
    "D21",
    [](double value, Parameters& now) { now.entry.duration_cap += value * (1.0 - now.entry.duration_cap); }};

}  // namespace ontkoker::levers
