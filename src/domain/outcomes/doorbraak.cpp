// D4, D9, D20: a decision on a stuck case by people with time, mandate and backing.
#include "rows.h"

namespace ontkoker::outcomes {

std::span<const OutcomeRow> doorbraak_rows() { return {}; }

}  // namespace ontkoker::outcomes
