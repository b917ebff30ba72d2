// A difference shared out over those who made it together (Shapley): each gets what it adds when it comes in, averaged
// over the orders in which they can come in. In whole numbers, so that the shares add up to the whole exactly.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace ontkoker {

using Players = std::uint64_t;  // a set of players, one bit each
constexpr int most_players = 60;
constexpr int most_exact_players = 6;  // 64 sets; beyond it the number doubles with each player

struct Sharing {
    int players = 0;
    bool exact = true;                     // all orders
    std::vector<std::vector<int>> orders;  // else: these; each second one is the reverse of the one before it
    std::vector<Players> sets;             // all whose value must be known; first nobody, last everybody
};
// All orders for few players, else `orders` of them (2 or more, made even), always the same ones.
Sharing sharing_of(int players, int orders);

struct Shares {
    std::vector<std::int64_t> parts;  // by player, in units of 1/whole
    std::int64_t whole = 1;
};
// `values` has the value of each of sharing.sets. The parts add up to whole x (last value - first value).
Shares shares_of(const Sharing& sharing, std::span<const std::int64_t> values);

// How far each mean share may be off because only some orders were taken: half of the 90% interval over the pairs of
// orders, of the mean over `values` (one list for each replicate). Zeros when all orders were taken.
std::vector<double> order_errors(const Sharing& sharing, const std::vector<std::vector<std::int64_t>>& values);

}  // namespace ontkoker
