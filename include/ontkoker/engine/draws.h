// Addressed random draws. A draw is named by (seed, replicate, agent, decision, time, word): the same address gives the
// same number, whoever asks and in whatever order, so two policies meet the same luck. Nobody owns a stream.
// Philox4x32-10 (Salmon and others 2011, Random123): the key holds seed and replicate, the counter the rest.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "ontkoker/core/ids.h"

namespace ontkoker {

// Address of one block of four 32-bit words. `decision` is a number from the domain's declared list; `time` is the step
// for weekly chances or the ordinal of the episode for durations and outcomes (declared per decision).
struct DrawAddress {
    AgentKey agent;
    std::uint16_t decision = 0;
    std::int32_t time = 0;
    std::uint16_t block = 0;
};

// Uniform on (0, 1), never 0 or 1: (word + 0.5) / 2^32.
constexpr double unit(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * (1.0 / 4294967296.0); }
// A Bernoulli threshold: `word < threshold(p)` holds with chance p (to 2^-32); p <= 0 never, p >= 1 always.
constexpr std::uint64_t threshold(double p) {
    if (!(p > 0.0)) return 0;
    if (p >= 1.0) return 4294967296ull;
    return static_cast<std::uint64_t>(p * 4294967296.0);
}
constexpr bool happens(std::uint32_t word, double p) { return word < threshold(p); }

// Meets Boost.Random's (and the standard's) uniform random bit generator: words 0, 1, 2 ... of one address.
class AddressedEngine {
public:
    using result_type = std::uint32_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    AddressedEngine(std::array<std::uint32_t, 2> key, DrawAddress address) : key_(key), address_(address) {}
    result_type operator()();

private:
    std::array<std::uint32_t, 2> key_;
    DrawAddress address_;
    std::array<std::uint32_t, 4> words_{};
    int used_ = 4;
};

// What a sieve leaves: positions in the span that was sifted, in order, and the four words of each. Kept by the caller, so
// that a loop over chunks needs no new memory.
struct Sifted {
    std::vector<std::uint32_t> rows;
    std::vector<std::array<std::uint32_t, 4>> words;
    std::size_t count = 0;   // of both that are filled
};

class Draws {
public:
    Draws(std::uint32_t seed, std::uint32_t replicate) : key_{seed, replicate} {}

    // The four words at one address.
    std::array<std::uint32_t, 4> block(DrawAddress address) const;
    // The first word at one address.
    std::uint32_t word(DrawAddress address) const { return block(address)[0]; }
    AddressedEngine engine(DrawAddress address) const { return AddressedEngine(key_, address); }
    // Block 0 of many agents at once: out[k][i] is word k of agents[i]. Each non-empty out[k] must be as long as
    // agents. A vector loop (engine/kernels); equal to calling block() for each.
    void fill(std::span<const AgentKey> agents, std::uint16_t decision, std::int32_t time,
              std::array<std::span<std::uint32_t>, 4> out) const;
    // The agents of which some word k is below threshold(most[k]), with block 0 of their words. Where a chance is small this
    // is much faster than looking at each agent: draw first, look at the few afterwards.
    void sift(std::span<const AgentKey> agents, std::uint16_t decision, std::int32_t time, const std::array<double, 4>& most,
              Sifted& out) const;
    // The same draws with a sieve that lets everybody through: what a sieve leaves out must have nothing happen to it, so
    // this gives the same results, slowly. For tests.
    Draws unsieved() const {
        Draws all = *this;
        all.sieves_ = false;
        return all;
    }

private:
    std::array<std::uint32_t, 2> key_;
    bool sieves_ = true;
};

// Exponential with the given mean, from one word, by -mean * log(u).
double exponential(std::uint32_t word, double mean);
// Standard normal from one word: Acklam's rational approximation of the inverse normal distribution (relative error
// below 1.2e-9), because Box-Muller needs sin and cos. One word reaches 6.2 standard deviations either way.
double standard_normal(std::uint32_t word);

}  // namespace ontkoker
