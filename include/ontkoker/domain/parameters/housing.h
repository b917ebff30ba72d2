// A8: rent arrears, judgment, eviction, shelter.
// Values, ranges, units, sources: models/parameters/housing.json.
#pragma once

namespace ontkoker {

struct Housing {};

}  // namespace ontkoker
