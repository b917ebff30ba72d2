// B5, B10: reports, board, court, certified institution; risk aversion and incidents.
// Values, ranges, units, sources: models/parameters/safety.json.
#pragma once

namespace ontkoker {

struct Safety {};

}  // namespace ontkoker
