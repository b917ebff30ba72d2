// A1, A10: childcare and its allowance, provisional allowances that are settled a year later, income rules of 18 to 20.
// Values, ranges, units, sources: models/parameters/allowances.json.
#pragma once

namespace ontkoker {

struct Allowances {};

}  // namespace ontkoker
