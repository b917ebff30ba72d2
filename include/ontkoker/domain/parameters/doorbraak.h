// D4, D9, D20: a decision on a stuck case by people with time, mandate and backing.
// Values, ranges, units, sources: models/parameters/doorbraak.json.
#pragma once

namespace ontkoker {

struct Doorbraak {
};

}  // namespace ontkoker
