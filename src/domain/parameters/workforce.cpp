#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> workforce_rows() { return {}; }

}  // namespace ontkoker::parameters
