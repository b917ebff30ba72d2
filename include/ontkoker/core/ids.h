// Typed indices into the columns of the state, and the lasting keys by which draws are addressed.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace ontkoker {

// An index into the columns of one kind of agent. Rows are reused; keys (AgentKey) are not.
template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t index = none_value;

    constexpr Id() = default;
    explicit constexpr Id(std::size_t i) : index(static_cast<std::uint32_t>(i)) {}
    constexpr bool exists() const { return index != none_value; }
    constexpr auto operator<=>(const Id&) const = default;
};

using HouseholdId = Id<struct HouseholdTag>;
using ChildId = Id<struct ChildTag>;
using ServerId = Id<struct ServerTag>;

// The lasting name of an agent. It addresses the agent's luck, so it must not depend on the order in which
// agents were made: the first population is numbered, whoever comes later is named after its origin.
struct AgentKey {
    std::uint64_t value = 0;
    constexpr auto operator<=>(const AgentKey&) const = default;
};

// The key of the `ordinal`-th newcomer that stems from `origin` (the child of a parent, the household that a
// person founds). A 64-bit mixing function (SplitMix64's finaliser, Steele and others 2014): two newcomers of one
// run share a key with a chance below 1e-6 for a million of them.
constexpr AgentKey derived_key(AgentKey origin, std::uint64_t purpose, std::uint64_t ordinal) {
    std::uint64_t x = origin.value + 0x9E3779B97F4A7C15ull * (purpose * 0x10000ull + ordinal + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return AgentKey{(x ^ (x >> 31)) | 0x8000000000000000ull};
}

}  // namespace ontkoker
