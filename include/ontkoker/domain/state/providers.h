// D5, D6, D12, D15: providers as agents: contracts, capacity, supply that steers, clients kept, what was bought.
#pragma once
#include <cstdint>

namespace ontkoker {

// Of the running month.
struct MarketTally {
};

}  // namespace ontkoker
