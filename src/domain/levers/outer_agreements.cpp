// D7: agreements with payers outside the municipality.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow outer_agreements = {
    "outer_agreements", "share", 0.0, 0.0, 1.0,
    "Afspraken met verzekeraar, scholen en justitie: deel van hun verwachte opbrengst dat zij terugdelen",
    "Agreements with insurer, schools and justice: share of their expected gain that they share back",
    "Een zorgverzekeraar of school mag meebetalen waar de eigen wettelijke taak dat toelaat (Zvw, Wet passend onderwijs).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken; Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten",
    "D7",
    [](double value, Parameters& now) { now.governing.outer_agreements += value * (1.0 - now.governing.outer_agreements); }};

}  // namespace ontkoker::levers
