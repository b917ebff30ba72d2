// B5: more or fewer hours of the board; justice pays the hours delivered.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow board_hours = {
    "board_hours", "factor", 1.0, 0.5, 2.0,
    "Uren van de Raad voor de Kinderbescherming",
    "Hours of the Child Protection Board",
    "Rijksdienst: de gemeente beslist er niet over",
    "skipr.nl (2023), waits at the board",
    "B5",
    [](double value, Parameters& now) {
        now.safety.board_hours *= value;
    }};

}  // namespace ontkoker::levers
