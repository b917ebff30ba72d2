#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> entry_rows() { return {}; }

}  // namespace ontkoker::parameters
