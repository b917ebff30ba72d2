#include "quota.h"

#include <algorithm>
#include <numeric>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/draws.h"
#include "ontkoker/engine/parallel.h"
#include "stages.h"

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

// A radix sort, eleven bits at a time from the lowest: whoever has the same word stays in the order of rows.
std::vector<std::uint32_t> order_by(std::span<const std::uint32_t> words) {
    constexpr std::size_t bits = 11, places = std::size_t{1} << bits;
    std::vector<std::uint32_t> rows(words.size()), sorted(words.size());
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    for (std::size_t shift = 0; shift < 32; shift += bits) {
        const auto digit = [&](std::uint32_t row) { return words[row] >> shift & (places - 1); };
        std::vector<std::size_t> begins(places + 1, 0);
        for (const std::uint32_t row : rows) ++begins[digit(row) + 1];
        for (std::size_t place = 1; place <= places; ++place) begins[place] += begins[place - 1];
        for (const std::uint32_t row : rows) sorted[begins[digit(row)]++] = row;
        rows.swap(sorted);
    }
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
    std::vector<double> due(weights.size());
    for_chunks(weights.size(), grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (weights[i] > 0.0) due[i] = exponential(luck[i], 1.0) / weights[i];
    });
    std::vector<Candidate> candidates;
    candidates.reserve(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i] > 0.0) candidates.push_back({due[i], static_cast<std::uint32_t>(i)});
    const auto sooner = [](const Candidate& a, const Candidate& b) { return a.due != b.due ? a.due < b.due : a.row < b.row; };
    std::vector<std::uint8_t> chosen(weights.size(), 0);
    // In order of `due`, but only as far as it takes to meet the target: a portion is sorted at a time.
    auto begin = candidates.begin();
    for (std::int64_t portion = std::max<std::int64_t>(target, 1024); target > 0 && begin != candidates.end(); portion *= 2) {
        const auto end = begin + std::min<std::int64_t>(portion, candidates.end() - begin);
        if (end != candidates.end()) std::nth_element(begin, end, candidates.end(), sooner);
        std::sort(begin, end, sooner);
        for (; begin != end && target > 0; ++begin) {
            if (sizes[begin->row] > target) continue;
            chosen[begin->row] = 1;
            target -= sizes[begin->row];
        }
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
