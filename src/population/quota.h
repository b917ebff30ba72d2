// Whole-number assignment: how many is fixed by quotas, draws decide who.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace ontkoker::population {

// Whole numbers in the proportions of `shares` that add up to `total`: largest remainder, ties to the lower index.
// Shares of nothing at all give zeros.
std::vector<std::int64_t> quotas(std::span<const double> shares, std::int64_t total);

// Rows in the order of their words, ties by row.
std::vector<std::uint32_t> order_by(std::span<const std::uint32_t> words);

// 1 for every chosen row: row i with chance chances[i] exactly, and as many rows as the chances add up to (rounded up
// or down). Systematic selection of the rows in order of `luck`; `start` is the word that places the first pick.
std::vector<std::uint8_t> choose_by_chance(std::span<const double> chances, std::span<const std::uint32_t> luck,
                                           std::uint32_t start);

// 1 for every chosen row: rows are taken, without replacement and in proportion to their weights (Efraimidis and
// Spirakis 2006), until the sizes taken add up to `target`. Rows of weight 0 are never taken.
std::vector<std::uint8_t> choose_by_weight(std::span<const double> weights, std::span<const std::uint8_t> sizes,
                                           std::span<const std::uint32_t> luck, std::int64_t target);

// A number of rows that share their log odds.
struct Cell {
    std::int64_t rows = 0;
    double log_odds = 0;
};
// The intercept a at which the chances logistic(a + log_odds) of all rows add up to `expected`.
double intercept_for(std::span<const Cell> cells, double expected);

}  // namespace ontkoker::population
