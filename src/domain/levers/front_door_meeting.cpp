// D2: a short joint weekly meeting of the domains that weighs who does what.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow front_door_meeting = {
    "front_door_meeting", "share", 0.0, 0.0, 1.0,
    "Deel van de vragen aan de toegang dat in een kort gezamenlijk voordeuroverleg komt",
    "Share of requests at the access that a short joint front-door meeting weighs",
    "Delen van gegevens in het overleg alleen met een grondslag en niet meer dan nodig (AVG, art. 7.4.0 Jeugdwet).",
    "Berenschot for VNG (2026), Woudenberg",
    "D2",
    [](double value, Parameters& now) { now.entry.front_door_meeting += value * (1.0 - now.entry.front_door_meeting); }};

}  // namespace ontkoker::levers
