// The axes of a sweep file.
#pragma once
#include <vector>

#include "effective.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/sweep/plan.h"
#include "place.h"

namespace ontkoker::json {

struct AxisRead {
    sweep::Axis axis;
    bool known = false;           // its parameter or lever exists
    bool ends = false;            // the file gives low or high
    Bounds bounds{0, 0, ""};      // of its values: what the file gives, else what is declared
};

// Every axis with what is declared of its parameter or lever; all that is wrong is reported. `kind` count: not known, so
// that nothing is said of what a design asks of its axes.
std::vector<AxisRead> read_axes(const Place& list, sweep::DesignKind kind, const Effective& effective,
                                const std::vector<OutcomeInfo>& outcomes);

}  // namespace ontkoker::json
