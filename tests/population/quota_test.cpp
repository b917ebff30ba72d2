// Whole-number assignment against closed forms.
#include "../../src/population/quota.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <numeric>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/draws.h"

using namespace ontkoker;
using namespace ontkoker::population;

namespace quota_test {

std::vector<std::uint32_t> luck(std::size_t rows, std::uint32_t replicate) {
    std::vector<std::uint32_t> words(rows);
    for (std::size_t i = 0; i < rows; ++i) words[i] = Draws(5, replicate).word({AgentKey{i + 1}});
    return words;
}

TEST_CASE("quotas add up and are within one of their share", "[population]") {
    CHECK(quotas(std::array{1.0, 1.0, 1.0}, 10) == std::vector<std::int64_t>{4, 3, 3});
    CHECK(quotas(std::array{0.5, 0.3, 0.2}, 3) == std::vector<std::int64_t>{1, 1, 1});  // 1.5, 0.9, 0.6
    CHECK(quotas(std::array{0.0, 0.0}, 5) == std::vector<std::int64_t>{0, 0});
    const std::array shares{3.7, 0.0, 11.2, 0.4, 29.9};
    for (const std::int64_t total : {1, 7, 100, 12345}) {
        const auto whole = quotas(shares, total);
        CHECK(std::accumulate(whole.begin(), whole.end(), std::int64_t{0}) == total);
        for (std::size_t i = 0; i < shares.size(); ++i)
            CHECK(std::abs(static_cast<double>(whole[i]) - shares[i] / 45.2 * static_cast<double>(total)) < 1.0);
    }
}

TEST_CASE("rows are ordered by word, ties by row", "[population]") {
    CHECK(order_by(std::array<std::uint32_t, 4>{7, 2, 7, 0}) == std::vector<std::uint32_t>{3, 1, 0, 2});
}

TEST_CASE("selection by chance takes as many as the chances add up to, each row as often as its chance says",
          "[population]") {
    constexpr std::size_t rows = 40;
    constexpr int rounds = 20000;
    std::vector<double> chances(rows);
    double sum = 0.0;
    for (std::size_t i = 0; i < rows; ++i) sum += chances[i] = static_cast<double>(i % 10) / 9.0;
    std::vector<int> times(rows, 0);
    bool right_number = true;
    for (std::uint32_t r = 0; r < rounds; ++r) {
        const auto chosen = choose_by_chance(chances, luck(rows, r), Draws(9, r).word({}));
        const int number = std::accumulate(chosen.begin(), chosen.end(), 0);
        right_number &= std::abs(number - sum) < 1.0 + 1e-6;
        for (std::size_t i = 0; i < rows; ++i) times[i] += chosen[i];
    }
    CHECK(right_number);
    for (std::size_t i = 0; i < rows; ++i) {
        const double error = std::sqrt(chances[i] * (1 - chances[i]) / rounds);
        CHECK(std::abs(static_cast<double>(times[i]) / rounds - chances[i]) <= 4.9 * error + 1e-9);
    }
}

TEST_CASE("selection by weight meets its target, spares weight 0 and takes the first row as its weight says",
          "[population]") {
    const std::vector<double> weights{0.0, 1.0, 2.0, 5.0};
    const std::vector<std::uint8_t> one(4, 1), two(4, 2);
    constexpr int rounds = 20000;
    std::array<int, 4> first{};
    for (std::uint32_t r = 0; r < rounds; ++r) {
        const auto chosen = choose_by_weight(weights, one, luck(4, r), 1);
        for (std::size_t i = 0; i < 4; ++i) first[i] += chosen[i];
    }
    CHECK(first[0] == 0);
    for (std::size_t i = 1; i < 4; ++i) {
        const double chance = weights[i] / 8.0;
        CHECK(std::abs(first[i] / double{rounds} - chance) < 4.9 * std::sqrt(chance * (1 - chance) / rounds));
    }
    CHECK(choose_by_weight(weights, one, luck(4, 0), 9) == std::vector<std::uint8_t>{0, 1, 1, 1});
    const auto pairs = choose_by_weight(weights, two, luck(4, 0), 5);  // a size of 2 fits twice into 5
    CHECK(std::accumulate(pairs.begin(), pairs.end(), 0) == 2);
}

TEST_CASE("the intercept gives the expected number", "[population]") {
    CHECK(intercept_for(std::array{Cell{100, 0.0}}, 50.0) == Approx(0.0).margin(1e-9));
    const std::array cells{Cell{900, 0.0}, Cell{100, 1.2}, Cell{10, 3.0}};
    const double a = intercept_for(cells, 61.0);
    CHECK(900 * logistic(a) + 100 * logistic(a + 1.2) + 10 * logistic(a + 3.0) == Approx(61.0).epsilon(1e-9));
}

}  // namespace quota_test
