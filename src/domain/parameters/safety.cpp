#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> safety_rows() { return {}; }

}  // namespace ontkoker::parameters
