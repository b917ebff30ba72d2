// A7: places for informal support by volunteers and experience experts.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow informal_support = {
    "informal_support", "factor", 1.0, 0.0, 10.0,
    "Plekken voor informele steun (vrijwilligers, ervaringsdeskundigen), als factor op nu",
    "Places for informal support (volunteers, experience experts), as a factor on now",
    "",
    "Instituut voor Publieke Waarden (2025), Zwolle: informal help; VNG (2023)",
    "A7",
    [](double value, Parameters& now) {
        now.parent_care.informal_factor *= value;
    }};

}  // namespace ontkoker::levers
