#include "ontkoker/core/portable_math.h"

#include <array>
#include <bit>
#include <cstdint>

namespace ontkoker {
namespace {

// ln 2 in two parts; the upper has 33 significant bits, so that a whole number up to 2^20 times it is exact.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double inverse_ln2 = 0x1.71547652b82fep+0;
constexpr double sqrt_2 = 0x1.6a09e667f3bcdp+0;
constexpr double exp_border = 700.0;
constexpr int mantissa_bits = 52;
constexpr int exponent_bias = 1023;

// c[0] + c[1] x + c[2] x^2 ..., from the smallest term up.
template <std::size_t N>
constexpr double polynomial(double x, const std::array<double, N>& c) {
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
    return sum;
}

// 1/2!, 1/3! ... 1/13!. For |r| <= ln(2)/2 the first term left out, r^14/14!, is below 5e-18.
constexpr auto exp_terms = [] {
    std::array<double, 12> c{};
    double factorial = 1.0;
    for (std::size_t i = 0; i < c.size(); ++i) {
        factorial *= static_cast<double>(i + 2);
        c[i] = 1.0 / factorial;
    }
    return c;
}();

// 2/3, 2/5 ... 2/21. For s = f/(2+f), |s| <= 0.1716, the first term left out, 2 s^23/23, is below 3e-19.
constexpr auto log_terms = [] {
    std::array<double, 10> c{};
    for (std::size_t i = 0; i < c.size(); ++i) c[i] = 2.0 / static_cast<double>(2 * i + 3);
    return c;
}();

}  // namespace

double portable_exp(double x) {
    if (!(x > -exp_border)) x = -exp_border;
    if (x > exp_border) x = exp_border;
    // e^x = 2^k e^r with |r| <= ln(2)/2.
    const double scaled = x * inverse_ln2;
    const std::int64_t k = static_cast<std::int64_t>(scaled >= 0.0 ? scaled + 0.5 : scaled - 0.5);
    const double whole = static_cast<double>(k);
    const double r = (x - whole * ln2_high) - whole * ln2_low;
    const double e_to_r = 1.0 + (r + r * r * polynomial(r, exp_terms));
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
    const double log_m = 2.0 * s + s * s2 * polynomial(s2, log_terms);
    const double whole = static_cast<double>(k);
    return whole * ln2_high + (whole * ln2_low + log_m);
}

double logistic(double x) { return 1.0 / (1.0 + portable_exp(-x)); }

}  // namespace ontkoker
