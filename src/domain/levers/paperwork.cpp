// C8: fewer hours of paper for each decision and account.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow paperwork = {
    "paperwork", "factor", 1.0, 0.0, 2.0,
    "Papierwerk per beschikking, verlenging en declaratie",
    "Paper for each decision, renewal and account",
    "Verantwoording volgt landelijke standaarden (Jeugdwet, art. 2.15).",
    "Instituut voor Publieke Waarden (2023-2024); VNG (2023), D4",
    "C8",
    [](double value, Parameters& now) {
        now.workforce.paperwork *= value;
    }};

}  // namespace ontkoker::levers
