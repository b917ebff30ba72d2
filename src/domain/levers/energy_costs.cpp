// A1: a shock of costs from outside.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow energy_costs = {
    "energy_costs", "factor", 1.0, 0.5, 3.0,
    "Schok in energiekosten, tegenover nu",
    "Shock of energy costs against now",
    "Geen keuze van de gemeente: een schok om plannen aan te toetsen.",
    "CBS 2022-2023: energietoeslag als antwoord op hogere prijzen",
    "A1",
    [](double value, Parameters& now) {
        now.finances.energy_base *= value;
        now.finances.energy_person *= value;
    }};

}  // namespace ontkoker::levers
