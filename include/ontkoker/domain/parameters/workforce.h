// C1 to C9: professionals as people with hours, views, sickness and a labour market.
// Values, ranges, units, sources: models/parameters/workforce.json.
#pragma once

namespace ontkoker {

struct Workforce {};

}  // namespace ontkoker
