#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> parent_care_rows() { return {}; }

}  // namespace ontkoker::parameters
