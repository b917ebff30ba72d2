#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> housing_rows() { return {}; }

}  // namespace ontkoker::parameters
