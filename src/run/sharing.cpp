#include "ontkoker/run/sharing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ontkoker/run/comparison.h"

namespace ontkoker {
namespace {

Players bit(int player) { return Players{1} << player; }

// Fixed numbers (splitmix64), so that the same difference is always shared out by the same orders.
class Fixed {
public:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t state_ = 2026;
};

std::vector<std::vector<int>> sampled_orders(int players, int orders) {
    Fixed fixed;
    std::vector<std::vector<int>> all;
    while (static_cast<int>(all.size()) < std::max(2, orders)) {
        std::vector<int> order(static_cast<std::size_t>(players));
        std::iota(order.begin(), order.end(), 0);
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[fixed.next() % i]);
        all.push_back(order);
        std::reverse(order.begin(), order.end());
        all.push_back(std::move(order));
    }
    return all;
}

std::vector<Players> sets_of(const Sharing& sharing) {
    std::vector<Players> sets{0};
    if (sharing.exact)
        for (Players set = 1; set < bit(sharing.players); ++set) sets.push_back(set);
    for (const auto& order : sharing.orders) {
        Players set = 0;
        for (const int player : order) sets.push_back(set |= bit(player));
    }
    std::sort(sets.begin(), sets.end());
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    return sets;
}

std::int64_t factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

// Adds to parts[player] what each player of `order` adds when it comes in.
void add_order(const Sharing& sharing, const std::vector<int>& order, std::span<const std::int64_t> values,
               std::vector<std::int64_t>& parts) {
    Players set = 0;
    std::int64_t before = values.front();
    for (const int player : order) {
        set |= bit(player);
        const auto at = std::lower_bound(sharing.sets.begin(), sharing.sets.end(), set) - sharing.sets.begin();
        const std::int64_t now = values[static_cast<std::size_t>(at)];
        parts[static_cast<std::size_t>(player)] += now - before;
        before = now;
    }
}

// Every order at once: a set of s players stands before a given one in s! (n - s - 1)! of the n! orders.
Shares all_orders(int players, std::span<const std::int64_t> values) {
    Shares shares{std::vector<std::int64_t>(static_cast<std::size_t>(players)), factorial(players)};
    for (Players set = 0; set < values.size(); ++set) {
        const int size = __builtin_popcountll(set);
        const std::int64_t weight = factorial(size) * factorial(players - size - 1);
        for (int player = 0; player < players; ++player)
            if (!(set & bit(player)))
                shares.parts[static_cast<std::size_t>(player)] += weight * (values[set | bit(player)] - values[set]);
    }
    return shares;
}

}  // namespace

Sharing sharing_of(int players, int orders) {
    Sharing sharing;
    sharing.players = players;
    sharing.exact = players <= most_exact_players;
    if (!sharing.exact) sharing.orders = sampled_orders(players, orders);
    sharing.sets = sets_of(sharing);
    return sharing;
}

Shares shares_of(const Sharing& sharing, std::span<const std::int64_t> values) {
    if (sharing.exact) return all_orders(sharing.players, values);
    Shares shares{std::vector<std::int64_t>(static_cast<std::size_t>(sharing.players)),
                  static_cast<std::int64_t>(sharing.orders.size())};
    for (const auto& order : sharing.orders) add_order(sharing, order, values, shares.parts);
    return shares;
}

std::vector<double> order_errors(const Sharing& sharing, const std::vector<std::vector<std::int64_t>>& values) {
    std::vector<double> errors(static_cast<std::size_t>(sharing.players), 0.0);
    const std::size_t pairs = sharing.orders.size() / 2;
    if (sharing.exact || pairs < 2 || values.empty()) return errors;
    std::vector<std::vector<std::int64_t>> of_pair(pairs, std::vector<std::int64_t>(errors.size()));
    for (std::size_t order = 0; order < 2 * pairs; ++order)
        for (const auto& one : values) add_order(sharing, sharing.orders[order], one, of_pair[order / 2]);
    const double per = 2.0 * static_cast<double>(values.size());
    for (std::size_t player = 0; player < errors.size(); ++player) {
        double mean = 0, sum = 0;
        for (const auto& pair : of_pair) mean += static_cast<double>(pair[player]) / per / static_cast<double>(pairs);
        for (const auto& pair : of_pair) {
            const double off = static_cast<double>(pair[player]) / per - mean;
            sum += off * off;
        }
        const double spread = std::sqrt(sum / static_cast<double>(pairs - 1));
        errors[player] = student_95(static_cast<int>(pairs) - 1) * spread / std::sqrt(static_cast<double>(pairs));
    }
    return errors;
}

}  // namespace ontkoker
