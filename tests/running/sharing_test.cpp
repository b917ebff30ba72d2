// Shares against games whose answer is known in closed form.
#include "ontkoker/run/sharing.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <numeric>

using namespace ontkoker;

namespace sharing_test {

// Values of all sets that the sharing asks for.
template <class Game>
std::vector<std::int64_t> played(const Sharing& sharing, const Game& game) {
    std::vector<std::int64_t> values;
    for (const Players set : sharing.sets) values.push_back(game(set));
    return values;
}

bool in(Players set, int player) { return (set >> player & 1) != 0; }

std::int64_t sum(const Shares& shares) { return std::accumulate(shares.parts.begin(), shares.parts.end(), std::int64_t{0}); }

// No structure at all, but always the same: a number per set.
std::int64_t rough(Players set) {
    std::uint64_t z = (set + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 29)) * 0xbf58476d1ce4e5b9u;
    return static_cast<std::int64_t>(z >> 44) - (1 << 19);
}

TEST_CASE("sharing: in a game that adds up everybody gets its own", "[sharing]") {
    for (const int players : {1, 3, 6, 11}) {
        const Sharing sharing = sharing_of(players, 4);
        const Shares shares = shares_of(sharing, played(sharing, [&](Players set) {
            std::int64_t value = 1000;
            for (int p = 0; p < players; ++p) value += in(set, p) ? 7 * p - 20 : 0;
            return value;
        }));
        for (int p = 0; p < players; ++p)
            CHECK(shares.parts[static_cast<std::size_t>(p)] == shares.whole * (7 * p - 20));
    }
}

TEST_CASE("sharing: the shares add up to the whole exactly, whatever the game", "[sharing]") {
    for (const int players : {1, 2, 4, 6, 7, 14}) {
        const Sharing sharing = sharing_of(players, 6);
        CHECK(sharing.exact == (players <= most_exact_players));
        CHECK(sharing.sets.front() == 0);
        CHECK(sharing.sets.back() == (Players{1} << players) - 1);
        const auto values = played(sharing, rough);
        const Shares shares = shares_of(sharing, values);
        CHECK(sum(shares) == shares.whole * (values.back() - values.front()));
    }
}

TEST_CASE("sharing: a glove game has its known shares", "[sharing]") {
    // One left glove (player 0) and two right ones: a pair is worth 6. Shapley: 4, 1, 1.
    const Sharing sharing = sharing_of(3, 0);
    const Shares shares = shares_of(sharing, played(sharing, [](Players set) -> std::int64_t {
        return in(set, 0) && (in(set, 1) || in(set, 2)) ? 6 : 0;
    }));
    CHECK(shares.parts == std::vector<std::int64_t>{4 * shares.whole, shares.whole, shares.whole});
}

TEST_CASE("sharing: who is alike gets alike, and who adds nothing gets exactly nothing", "[sharing]") {
    for (const int players : {4, 9}) {
        const auto game = [](Players set) {
            const std::int64_t both = in(set, 0) + in(set, 1);
            return 100 * both * both + (in(set, 2) ? 17 * both : 0);
        };
        const Sharing sharing = sharing_of(players, 10);
        const Shares shares = shares_of(sharing, played(sharing, game));
        if (sharing.exact) CHECK(shares.parts[0] == shares.parts[1]);
        for (int p = 3; p < players; ++p) CHECK(shares.parts[static_cast<std::size_t>(p)] == 0);
        for (const double error : order_errors(sharing, {played(sharing, game)}))
            if (sharing.exact) CHECK(error == 0);
    }
}

TEST_CASE("sharing: orders come in pairs there and back, and always the same", "[sharing]") {
    const Sharing a = sharing_of(9, 7), b = sharing_of(9, 7);
    REQUIRE(a.orders.size() == 8);
    CHECK(a.orders == b.orders);
    for (std::size_t i = 0; i < a.orders.size(); i += 2)
        CHECK(std::vector<int>(a.orders[i].rbegin(), a.orders[i].rend()) == a.orders[i + 1]);
}

TEST_CASE("sharing: sampled orders agree with all orders within their own error", "[sharing]") {
    // Pairs of players that strengthen each other: each gets half of what its pairs add, in closed form.
    constexpr int players = 8;
    const auto weight = [](int p, int q) { return static_cast<std::int64_t>((p * 5 + q * 3) % 11); };
    const auto game = [&](Players set) {
        std::int64_t value = 0;
        for (int p = 0; p < players; ++p)
            for (int q = 0; q < p; ++q)
                for (int r = 0; r < q; ++r)
                    if (in(set, p) && in(set, q) && in(set, r)) value += 60 * weight(p, q) * (r + 1);
        return value;
    };
    std::vector<double> known(players, 0.0);
    for (int p = 0; p < players; ++p)
        for (int q = 0; q < p; ++q)
            for (int r = 0; r < q; ++r)
                for (const int one : {p, q, r}) known[static_cast<std::size_t>(one)] += 20.0 * static_cast<double>(weight(p, q)) * (r + 1);
    const Sharing sharing = sharing_of(players, 60);
    const auto values = played(sharing, game);
    const Shares shares = shares_of(sharing, values);
    const std::vector<double> errors = order_errors(sharing, {values, values});
    int within = 0;
    for (std::size_t p = 0; p < players; ++p) {
        const double off = std::fabs(static_cast<double>(shares.parts[p]) / static_cast<double>(shares.whole) - known[p]);
        CHECK(off <= 3 * errors[p]);
        within += off <= errors[p];
        CHECK(errors[p] > 0);
    }
    CHECK(within >= 5);  // about 9 in 10
}

}  // namespace sharing_test
