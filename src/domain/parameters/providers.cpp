#include "rows.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> providers_rows() { return {}; }

}  // namespace ontkoker::parameters
