// A9: treatment of parents outside the youth budget, with a waiting line of its own.
// Values, ranges, units, sources: models/parameters/parent_care.json.
#pragma once

namespace ontkoker {

struct ParentCare {};

}  // namespace ontkoker
