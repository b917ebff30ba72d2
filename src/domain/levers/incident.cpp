// B10: a publicised incident; the alarm rises when the value rises and ebbs away by itself.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow incident = {
    "incident", "level", 0.0, 0.0, 3.0,
    "Een incident in de publiciteit; iedere verhoging is een nieuw incident, dat vanzelf wegebt",
    "An incident in the news; every rise is a new incident, which ebbs away by itself",
    "",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "B10",
    [](double value, Parameters& now) {
        now.safety.incident = value;
    }};

}  // namespace ontkoker::levers
