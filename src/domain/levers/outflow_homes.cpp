// B8: homes with through-flow for young adults.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow outflow_homes = {
    "outflow_homes", "factor", 1.0, 0.0, 5.0,
    "Aantal uitstroomwoningen voor jongeren, ten opzichte van nu",
    "Number of outflow homes for the young, against now",
    "Gemeente en corporaties spreken aandachtsgroepen af; de huisvestingsverordening bepaalt de voorrang.",
    "VNG (2023), Haarlem and Alkmaar",
    "B8",
    [](double value, Parameters& now) {
        now.young.homes *= value;
    }};

}  // namespace ontkoker::levers
