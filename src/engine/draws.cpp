#include "ontkoker/engine/draws.h"

#include <algorithm>
#include <cmath>

#include "ontkoker/core/portable_math.h"
#include "kernels/kernels.h"
#include "normal_terms.h"
#include "philox.h"

namespace ontkoker {
namespace {

// Highest power first.
template <std::size_t N>
double polynomial(double x, const double (&c)[N]) {
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
        const std::uint64_t below = sieves_ ? threshold(most[k]) : threshold(1.0);
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
