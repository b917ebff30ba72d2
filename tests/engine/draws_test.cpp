// Addressed draws. Statistical tests have fixed seeds; their bounds are 4.9 standard errors, so that a right generator
// fails one check in a million. Seen red with: nine rounds (in one draw and in a batch), a multiplier changed, the
// upper half of the agent's key left out, the block left out, the time left out, the decision not shifted, an engine
// that repeats its block, a batch that writes beyond its end, a coefficient of the normal quantile changed in its
// eighth or eleventh digit, the mean squared, 2^32 - 1 as the threshold of certainty.
#include "ontkoker/engine/draws.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <boost/random/bernoulli_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <vector>

using namespace ontkoker;

namespace draws_test {

using Words = std::array<std::uint32_t, 4>;
constexpr double errors_allowed = 4.9;

DrawAddress address_of(std::array<std::uint32_t, 4> counter) {
    return {AgentKey{static_cast<std::uint64_t>(counter[1]) << 32 | counter[0]},
            static_cast<std::uint16_t>(counter[2] >> 16), static_cast<std::int32_t>(counter[3]),
            static_cast<std::uint16_t>(counter[2])};
}

struct Moments {
    double mean = 0.0, variance = 0.0, skewness = 0.0;
};

template <class Sample>
Moments moments(int count, const Sample& sample) {
    const Draws draws(20260101, 7);
    long double one = 0, two = 0, three = 0;
    for (int i = 0; i < count; ++i) {
        for (const std::uint32_t word : draws.block({AgentKey{static_cast<std::uint64_t>(i)}, 3, 0, 0})) {
            const long double x = sample(word);
            one += x;
            two += x * x;
            three += x * x * x;
        }
    }
    const long double n = 4.0L * count, mean = one / n, variance = two / n - mean * mean;
    const long double third = three / n - 3 * mean * two / n + 2 * mean * mean * mean;
    return {static_cast<double>(mean), static_cast<double>(variance),
            static_cast<double>(third / (variance * std::sqrt(variance)))};
}

TEST_CASE("the three known answers of philox4x32-10", "[engine][draws]") {
    // Random123, tests/kat_vectors.
    CHECK(Draws(0, 0).block(address_of({0, 0, 0, 0})) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(Draws(ones, ones).block(address_of({ones, ones, ones, ones})) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(Draws(0xa4093822, 0x299f31d0).block(address_of({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344})) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a batch equals its draws one by one", "[engine][draws]") {
    AddressedEngine chance({1, 2}, {});
    for (std::size_t size = 0; size < 300; ++size) {
        const Draws draws(chance(), chance());
        const auto decision = static_cast<std::uint16_t>(chance());
        const auto time = static_cast<std::int32_t>(chance());
        std::vector<AgentKey> agents(size);
        for (AgentKey& agent : agents) agent.value = static_cast<std::uint64_t>(chance()) << 32 | chance();
        std::array<std::vector<std::uint32_t>, 4> words;
        std::array<std::span<std::uint32_t>, 4> out;
        for (std::size_t k = 0; k < 4; ++k) {
            words[k].assign(size + 1, 12345u);
            if ((size >> k) % 2 == 0) out[k] = std::span(words[k]).first(size);  // the others are not asked for
        }
        draws.fill(agents, decision, time, out);
        for (std::size_t i = 0; i < size; ++i) {
            const Words block = draws.block({agents[i], decision, time, 0});
            for (std::size_t k = 0; k < 4; ++k) REQUIRE(words[k][i] == ((size >> k) % 2 == 0 ? block[k] : 12345u));
        }
        for (std::size_t k = 0; k < 4; ++k) REQUIRE(words[k][size] == 12345u);  // nothing beyond the end
    }
}

TEST_CASE("a million different addresses give a million different blocks", "[engine][draws]") {
    // A chance of 1.5e-27 for a right generator.
    std::vector<Words> blocks;
    const auto add = [&](const Draws& draws, DrawAddress address) { blocks.push_back(draws.block(address)); };
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
            const Draws draws(seed, replicate);
            for (std::uint64_t i = 0; i < 10000; ++i) {
                const std::uint64_t a = i % 10, b = i / 10 % 10, c = i / 100 % 10, d = i / 1000;
                const AgentKey agent = a < 5 ? AgentKey{a << 32 | a} : derived_key(AgentKey{a}, 1, a);
                add(draws, {agent, static_cast<std::uint16_t>(b), static_cast<std::int32_t>(c) - 5,
                            static_cast<std::uint16_t>(d)});
            }
        }
    }
    REQUIRE(blocks.size() == 1000000);
    std::sort(blocks.begin(), blocks.end());
    CHECK(std::adjacent_find(blocks.begin(), blocks.end()) == blocks.end());
}

TEST_CASE("an engine yields the words of its address, then of the next block", "[engine][draws]") {
    const Draws draws(5, 6);
    const DrawAddress address{AgentKey{99}, 12, -3, 0};
    AddressedEngine engine = draws.engine(address);
    for (std::uint16_t block = 0; block < 5; ++block) {
        DrawAddress at = address;
        at.block = block;
        for (const std::uint32_t word : draws.block(at)) CHECK(engine() == word);
    }
    CHECK(draws.word(address) == draws.block(address)[0]);
}

TEST_CASE("Boost.Random's distributions run on an engine", "[engine][draws]") {
    AddressedEngine engine = Draws(31, 0).engine({AgentKey{1}, 1, 1, 0});
    constexpr int throws = 200000;  // within the 262,144 words of one address
    std::array<int, 6> faces{};
    boost::random::uniform_int_distribution<int> die(1, 6);
    for (int i = 0; i < throws; ++i) ++faces[static_cast<std::size_t>(die(engine) - 1)];
    double chi_square = 0.0;
    for (const int count : faces) chi_square += std::pow(count - throws / 6.0, 2) / (throws / 6.0);
    CHECK(chi_square < 35.9);  // five degrees of freedom: one in a million

    AddressedEngine coin_engine = Draws(31, 0).engine({AgentKey{2}, 1, 1, 0});
    boost::random::bernoulli_distribution<double> coin(0.3);
    int heads = 0;
    for (int i = 0; i < throws; ++i) heads += coin(coin_engine);
    CHECK(std::fabs(heads - 0.3 * throws) < errors_allowed * std::sqrt(0.21 * throws));
}

TEST_CASE("chances hold to the last bit at their ends", "[engine][draws]") {
    constexpr std::uint32_t highest = 0xffffffff;
    CHECK_FALSE(happens(0, 0.0));
    CHECK_FALSE(happens(0, -1.0));
    CHECK_FALSE(happens(0, std::nan("")));
    CHECK(happens(highest, 1.0));
    CHECK(happens(highest, 7.0));
    CHECK(happens(0x7fffffff, 0.5));
    CHECK_FALSE(happens(0x80000000, 0.5));
    CHECK(unit(0) > 0.0);
    CHECK(unit(highest) < 1.0);
    CHECK(unit(0) + unit(highest) == 1.0);
}

TEST_CASE("exponential draws have the moments of their distribution", "[engine][draws]") {
    constexpr int blocks = 1000000;
    const double n = 4.0 * blocks, mean = 20.0;
    const Moments found = moments(blocks, [&](std::uint32_t word) { return exponential(word, mean); });
    CHECK(std::fabs(found.mean - mean) < errors_allowed * mean / std::sqrt(n));
    CHECK(std::fabs(found.variance - mean * mean) < errors_allowed * mean * mean * std::sqrt(8.0 / n));
    // The error of the skewness is set by the eighth moment and is about sqrt(72 / n) at this size.
    CHECK(std::fabs(found.skewness - 2.0) < errors_allowed * std::sqrt(72.0 / n));
    CHECK(exponential(0xffffffff, 1.0) > 0.0);
    CHECK(exponential(0, 1.0) < 23.0);
}

TEST_CASE("normal draws have the moments of their distribution", "[engine][draws]") {
    constexpr int blocks = 1000000;
    const double n = 4.0 * blocks;
    const Moments found = moments(blocks, [](std::uint32_t word) { return standard_normal(word); });
    CHECK(std::fabs(found.mean) < errors_allowed / std::sqrt(n));
    CHECK(std::fabs(found.variance - 1.0) < errors_allowed * std::sqrt(2.0 / n));
    CHECK(std::fabs(found.skewness) < errors_allowed * std::sqrt(6.0 / n));
}

TEST_CASE("a normal draw is the quantile of its word, to 1.2e-9", "[engine][draws]") {
    const auto check = [](std::uint32_t word) {
        const double z = standard_normal(word);
        // The chance beyond z on its own side, so that no digits are lost in the upper tail.
        const long double beyond = 0.5L * std::erfc(std::fabs(static_cast<long double>(z)) / std::sqrt(2.0L));
        const long double wanted = z < 0 ? unit(word) : unit(0xffffffff - word);
        const long double density = std::exp(-0.5L * z * z) / std::sqrt(8.0L * std::atan(1.0L));
        REQUIRE(std::fabs(beyond - wanted) / density <= 1.2e-9L * std::fabs(static_cast<long double>(z)) + 1e-18L);
    };
    for (std::uint32_t word = 0; word < 2000; ++word) {
        check(word);
        check(0xffffffff - word);
    }
    for (std::uint32_t i = 0; i < 400000; ++i) check(i * 10737u);
    for (std::uint32_t i = 1; i < 400000; ++i) CHECK(standard_normal(i * 10737u) > standard_normal((i - 1) * 10737u));
}

}  // namespace draws_test
