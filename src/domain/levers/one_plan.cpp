// C5: one plan and joint meetings mean fewer professionals around a family, and cost hours.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow one_plan = {
    "one_plan", "share", 0.0, 0.0, 1.0,
    "Deel van de gezinnen met één plan en gezamenlijk overleg van hun professionals",
    "Share of families with one plan and joint meetings of their professionals",
    "Gegevens delen vraagt een grondslag of toestemming (AVG; Jeugdwet, hoofdstuk 7).",
    "Instituut voor Publieke Waarden (2023-2024), Tilburg",
    "C5",
    [](double value, Parameters& now) {
        now.workforce.one_plan += value * (1.0 - now.workforce.one_plan);
    }};

}  // namespace ontkoker::levers
