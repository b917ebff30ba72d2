// D5, D6, D12, D15: providers as agents: contracts, capacity, supply that steers, clients kept, what was bought.
// Values, ranges, units, sources: models/parameters/providers.json.
#pragma once

namespace ontkoker {

struct Market {
};

}  // namespace ontkoker
