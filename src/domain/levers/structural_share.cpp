// D17: what base budget takes over when earmarked money ends.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow structural_share = {
    "structural_share", "share", 0.0, 0.0, 1.0,
    "Deel van aflopend tijdelijk geld dat de gemeente in de basisbegroting overneemt",
    "Share of ending temporary money that the municipality takes over in its base budget",
    "De raad stelt de begroting vast (art. 191 Gemeentewet).",
    "Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten, Tilburg",
    "D17",
    [](double value, Parameters& now) { now.governing.structural_share += value * (1.0 - now.governing.structural_share); }};

}  // namespace ontkoker::levers
