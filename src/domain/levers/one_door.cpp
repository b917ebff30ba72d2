// D2: one point of access with triage of single and multiple questions.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow one_door = {
    "one_door", "share", 0.0, 0.0, 1.0,
    "Deel van de vragen buiten huisarts en GI dat langs een centrale toegang met triage gaat",
    "Share of requests outside GP and GI that pass one front door with triage",
    "Verwijzing door huisarts, jeugdarts en medisch specialist blijft wettelijk mogelijk (art. 2.6 Jeugdwet).",
    "Berenschot for VNG (2026), Woudenberg; VNG (2023), accelerator 2",
    "D2",
    [](double value, Parameters& now) {
        now.access.one_door += value * (1.0 - now.access.one_door);
    }};

}  // namespace ontkoker::levers
