// C3: recruiting reaches more people for the region's labour pool.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow hiring = {
    "hiring", "factor", 1.0, 0.0, 3.0,
    "Werving: instroom van nieuwe professionals in de regionale arbeidsmarkt",
    "Recruiting: inflow of new professionals into the regional labour pool",
    "",
    "Stand van de jeugdzorg (2022); Instituut voor Publieke Waarden (2023-2024), Nijkerk",
    "C3",
    [](double value, Parameters& now) {
        now.workforce.hiring *= value;
    }};

}  // namespace ontkoker::levers
