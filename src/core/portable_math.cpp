#include "ontkoker/core/portable_math.h"

#include <bit>
#include <cstddef>
#include <cstdint>

#include "ontkoker/core/portable_terms.h"

namespace ontkoker {
namespace {

constexpr int mantissa_bits = 52;
constexpr int exponent_bias = 1023;

// c[0] + c[1] x + c[2] x^2 ..., from the smallest term up.
template <std::size_t N>
constexpr double polynomial(double x, const double (&c)[N]) {
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
    return sum;
}

}  // namespace

double portable_exp(double x) {
    if (!(x > -exp_border)) x = -exp_border;
    if (x > exp_border) x = exp_border;
    // e^x = 2^k e^r with |r| <= ln(2)/2.
    const double scaled = x * inverse_ln2;
    const std::int64_t k = static_cast<std::int64_t>(scaled >= 0.0 ? scaled + 0.5 : scaled - 0.5);
    const double whole = static_cast<double>(k);
    const double r = (x - whole * ln2_high) - whole * ln2_low;
    const double e_to_r = 1.0 + (r + r * r * polynomial(r, exp_terms.c));
    return e_to_r * std::bit_cast<double>(static_cast<std::uint64_t>(k + exponent_bias) << mantissa_bits);
}

double portable_log(double x) {
    // x = 2^k m with m from sqrt(1/2) to sqrt(2); log m = 2 atanh((m - 1)/(m + 1)).
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    std::int64_t k = static_cast<std::int64_t>(bits >> mantissa_bits) - exponent_bias;
    const std::uint64_t mantissa = bits & ((std::uint64_t{1} << mantissa_bits) - 1);
    double m = std::bit_cast<double>(mantissa | (static_cast<std::uint64_t>(exponent_bias) << mantissa_bits));
    if (m > sqrt_2) {
        m *= 0.5;
        ++k;
    }
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double s2 = s * s;
    const double log_m = 2.0 * s + s * s2 * polynomial(s2, log_terms.c);
    const double whole = static_cast<double>(k);
    return whole * ln2_high + (whole * ln2_low + log_m);
}

double logistic(double x) { return 1.0 / (1.0 + portable_exp(-x)); }

}  // namespace ontkoker
