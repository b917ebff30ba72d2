// D7: walls between the budgets of the municipality, taken down.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow inner_walls = {
    "inner_walls", "share", 0.0, 0.0, 1.0,
    "Binnenmuren omlaag: deel waarvoor resultaat en opbrengst van andere gemeentelijke budgetten meetellen bij een investering",
    "Inner walls down: share to which results and gains of other funds of the municipality count in an investment",
    "De uitkeringen zijn vrij besteedbaar; de schotten zijn een eigen keuze van de gemeente (art. 189 Gemeentewet, Gemeentefonds).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken; Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten",
    "D7",
    [](double value, Parameters& now) { now.governing.inner_walls += value * (1.0 - now.governing.inner_walls); }};

}  // namespace ontkoker::levers
