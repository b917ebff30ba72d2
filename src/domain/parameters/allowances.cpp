#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> allowances_rows() { return {}; }

}  // namespace ontkoker::parameters
