// B4: school, support in school, staying at home.
// Values, ranges, units, sources: models/parameters/school.json.
#pragma once

namespace ontkoker {

struct School {};

}  // namespace ontkoker
