#include "ontkoker/engine/draws.h"

#include <algorithm>
#include <cmath>

#include "ontkoker/core/portable_math.h"
#include "kernels/kernels.h"
#include "philox.h"

namespace ontkoker {
namespace {

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

namespace {

DrawPlane plane_of(const std::array<std::uint32_t, 2>& key, std::uint16_t decision, std::int32_t time) {
    return {{key[0], key[1]}, counter_word_2(decision, 0), static_cast<std::uint32_t>(time)};
}

// Keys are 64-bit words with a name; the kernels read the words.
static_assert(sizeof(AgentKey) == sizeof(std::uint64_t));
const std::uint64_t* words_of(std::span<const AgentKey> agents) { return reinterpret_cast<const std::uint64_t*>(agents.data()); }

}  // namespace

void Draws::fill(std::span<const AgentKey> agents, std::uint16_t decision, std::int32_t time,
                 std::array<std::span<std::uint32_t>, 4> out) const {
    std::uint32_t* to[4];
    for (std::size_t k = 0; k < out.size(); ++k) to[k] = out[k].empty() ? nullptr : out[k].data();
    kernels().fill(words_of(agents), agents.size(), plane_of(key_, decision, time), to);
}

void Draws::sift(std::span<const AgentKey> agents, std::uint16_t decision, std::int32_t time, const std::array<double, 4>& most,
                 Sifted& out) const {
    SiftLimits limits{};
    for (std::size_t k = 0; k < most.size(); ++k) {
        const std::uint64_t below = threshold(most[k]);
        limits.looked_at[k] = below > 0 ? ~0u : 0u;
        limits.limit[k] = below > 0 ? static_cast<std::uint32_t>(below - 1) : 0u;
    }
    if (out.rows.size() < agents.size()) {
        out.rows.resize(agents.size());
        out.words.resize(agents.size());
    }
    out.count = kernels().sift(words_of(agents), agents.size(), plane_of(key_, decision, time), limits, out.rows.data(),
                               reinterpret_cast<std::uint32_t*>(out.words.data()));
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
