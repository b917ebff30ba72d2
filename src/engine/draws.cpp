#include "ontkoker/engine/draws.h"

#include <algorithm>
#include <cmath>

#include "ontkoker/core/portable_math.h"
#include "philox.h"

namespace ontkoker {
namespace {

// Constants of Philox4x32 (Salmon and others 2011, section 4.3).
constexpr std::uint32_t multiplier_0 = 0xD2511F53u, multiplier_1 = 0xCD9E8D57u;
constexpr std::uint32_t key_step_0 = 0x9E3779B9u, key_step_1 = 0xBB67AE85u;
constexpr int rounds = 10;

// Agents that go through the rounds side by side: a fixed number, so that the compiler makes vectors of them.
constexpr std::size_t lanes = 16;
using Lane = std::array<std::uint32_t, lanes>;

void philox_lanes(std::array<std::uint32_t, 2> key, Lane& c0, Lane& c1, Lane& c2, Lane& c3) {
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < lanes; ++i) {
            const std::uint64_t product_0 = static_cast<std::uint64_t>(c0[i]) * multiplier_0;
            const std::uint64_t product_1 = static_cast<std::uint64_t>(c2[i]) * multiplier_1;
            const std::uint32_t next_0 = static_cast<std::uint32_t>(product_1 >> 32) ^ c1[i] ^ key[0];
            const std::uint32_t next_2 = static_cast<std::uint32_t>(product_0 >> 32) ^ c3[i] ^ key[1];
            c1[i] = static_cast<std::uint32_t>(product_1);
            c3[i] = static_cast<std::uint32_t>(product_0);
            c0[i] = next_0;
            c2[i] = next_2;
        }
        key[0] += key_step_0;
        key[1] += key_step_1;
    }
}

// Coefficients of Acklam's rational approximation of the inverse normal distribution (P. J. Acklam, "An algorithm for
// computing the inverse normal cumulative distribution function", 2003).
constexpr std::array<double, 6> centre_top{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                                           1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
constexpr std::array<double, 6> centre_bottom{-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                                              6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
constexpr std::array<double, 6> tail_top{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                                         -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
constexpr std::array<double, 5> tail_bottom{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                                            3.754408661907416e+00, 1.0};
constexpr double tail_begins = 0.02425;

// Highest power first.
template <std::size_t N>
double polynomial(double x, const std::array<double, N>& c) {
    double sum = c[0];
    for (std::size_t i = 1; i < N; ++i) sum = sum * x + c[i];
    return sum;
}

// The lower tail: below -1.97.
double tail_quantile(double p) {
    const double q = std::sqrt(-2.0 * portable_log(p));
    return polynomial(q, tail_top) / polynomial(q, tail_bottom);
}

}  // namespace

AddressedEngine::result_type AddressedEngine::operator()() {
    if (used_ == 4) {
        words_ = philox_block(key_, address_);
        ++address_.block;
        used_ = 0;
    }
    return words_[static_cast<std::size_t>(used_++)];
}

std::array<std::uint32_t, 4> Draws::block(DrawAddress address) const { return philox_block(key_, address); }

void Draws::fill(std::span<const AgentKey> agents, std::uint16_t decision, std::int32_t time,
                 std::array<std::span<std::uint32_t>, 4> out) const {
    const std::uint32_t word_2 = counter_word_2(decision, 0);
    const std::uint32_t word_3 = static_cast<std::uint32_t>(time);
    for (std::size_t begin = 0; begin < agents.size(); begin += lanes) {
        const std::size_t count = std::min(lanes, agents.size() - begin);
        Lane c0{}, c1{}, c2, c3;
        for (std::size_t i = 0; i < count; ++i) {
            c0[i] = static_cast<std::uint32_t>(agents[begin + i].value);
            c1[i] = static_cast<std::uint32_t>(agents[begin + i].value >> 32);
        }
        c2.fill(word_2);
        c3.fill(word_3);
        philox_lanes(key_, c0, c1, c2, c3);
        const std::array<const Lane*, 4> words{&c0, &c1, &c2, &c3};
        for (std::size_t k = 0; k < words.size(); ++k) {
            if (out[k].empty()) continue;
            std::copy_n(words[k]->begin(), count, out[k].begin() + static_cast<std::ptrdiff_t>(begin));
        }
    }
}

double exponential(std::uint32_t word, double mean) { return -mean * portable_log(unit(word)); }

double standard_normal(std::uint32_t word) {
    const double p = unit(word);
    if (p < tail_begins) return tail_quantile(p);
    if (p > 1.0 - tail_begins) return -tail_quantile(1.0 - p);
    const double q = p - 0.5;
    const double r = q * q;
    return polynomial(r, centre_top) * q / polynomial(r, centre_bottom);
}

}  // namespace ontkoker
