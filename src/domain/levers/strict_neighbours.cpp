// D14: neighbouring laws refuse more.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow strict_neighbours = {
    "strict_neighbours", "share", 0.0, 0.0, 1.0,
    "Extra strengheid van school, langdurige zorg, volwassenenzorg en wonen",
    "Extra strictness of school, long-term care, adult care and housing",
    "De gemeente beslist hier niet over; de Jeugdwet heeft een jeugdhulpplicht (art. 2.3).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020)",
    "D14",
    [](double value, Parameters& now) { now.entry.neighbours_closed += value * (1.0 - now.entry.neighbours_closed); }};

}  // namespace ontkoker::levers
