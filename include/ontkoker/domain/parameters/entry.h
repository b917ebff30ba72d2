// D2, D3, D11, D14, D16, D19, D21: front-door meeting, data sharing, neighbours that refuse, disputes about the payer, easy help, watch-flame.
// Values, ranges, units, sources: models/parameters/entry.json.
#pragma once

namespace ontkoker {

struct Entry {
};

}  // namespace ontkoker
