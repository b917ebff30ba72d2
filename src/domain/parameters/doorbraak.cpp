#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> doorbraak_rows() { return {}; }

}  // namespace ontkoker::parameters
