// A7, B6, B7, B8: eighteen and after, work places, homes for young adults, the support network.
// Values, ranges, units, sources: models/parameters/young.json.
#pragma once

namespace ontkoker {

struct Young {};

}  // namespace ontkoker
