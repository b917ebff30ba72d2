#include "quota.h"

#include <algorithm>
#include <numeric>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/draws.h"

namespace ontkoker::population {

std::vector<std::int64_t> quotas(std::span<const double> shares, std::int64_t total) {
    std::vector<std::int64_t> whole(shares.size(), 0);
    double sum = 0.0;
    for (const double share : shares) sum += share;
    if (!(sum > 0.0) || total <= 0) return whole;
    std::vector<double> rest(shares.size());
    std::int64_t left = total;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double exact = shares[i] / sum * static_cast<double>(total);
        whole[i] = static_cast<std::int64_t>(exact);
        rest[i] = exact - static_cast<double>(whole[i]);
        left -= whole[i];
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return rest[a] != rest[b] ? rest[a] > rest[b] : a < b; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++whole[order[i % order.size()]];
    return whole;
}

std::vector<std::uint32_t> order_by(std::span<const std::uint32_t> words) {
    std::vector<std::uint64_t> keys(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) keys[i] = static_cast<std::uint64_t>(words[i]) << 32 | i;
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> rows(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) rows[i] = static_cast<std::uint32_t>(keys[i]);
    return rows;
}

std::vector<std::uint8_t> choose_by_chance(std::span<const double> chances, std::span<const std::uint32_t> luck,
                                           std::uint32_t start) {
    std::vector<std::uint8_t> chosen(chances.size(), 0);
    std::uint64_t sum = start;  // in 2^-32, so that a pick falls due whenever bit 32 is passed
    for (const std::uint32_t row : order_by(luck)) {
        const std::uint64_t next = sum + threshold(chances[row]);
        chosen[row] = (next >> 32) != (sum >> 32);
        sum = next;
    }
    return chosen;
}

std::vector<std::uint8_t> choose_by_weight(std::span<const double> weights, std::span<const std::uint8_t> sizes,
                                           std::span<const std::uint32_t> luck, std::int64_t target) {
    struct Candidate {
        double due;
        std::uint32_t row;
    };
    std::vector<Candidate> candidates;
    candidates.reserve(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i] > 0.0)
            candidates.push_back({exponential(luck[i], 1.0) / weights[i], static_cast<std::uint32_t>(i)});
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.due != b.due ? a.due < b.due : a.row < b.row; });
    std::vector<std::uint8_t> chosen(weights.size(), 0);
    for (const Candidate& candidate : candidates) {
        if (target <= 0) break;
        if (sizes[candidate.row] > target) continue;
        chosen[candidate.row] = 1;
        target -= sizes[candidate.row];
    }
    return chosen;
}

double intercept_for(std::span<const Cell> cells, double expected) {
    double low = -30.0, high = 30.0;
    for (int i = 0; i < 80; ++i) {
        const double middle = 0.5 * (low + high);
        double sum = 0.0;
        for (const Cell& cell : cells) sum += static_cast<double>(cell.rows) * logistic(middle + cell.log_odds);
        (sum < expected ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace ontkoker::population
