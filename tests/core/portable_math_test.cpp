// exp, log and logistic against long double libm (64 bits of mantissa: its own error is 2,000 times smaller than what
// is asked here). Seen red with: two terms of either series left out, ln2_low set to 0, truncation in place of rounding
// to the nearest power of two, the halving at sqrt(2) moved to 3, a border of 702.
#include "ontkoker/core/portable_math.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "ontkoker/engine/draws.h"

using namespace ontkoker;

namespace portable_math_test {

constexpr int arguments = 1000000;

// Uniform between -1 and 1, with 52 bits.
double between(AddressedEngine& engine) {
    const std::uint64_t upper = engine() >> 6, lower = engine() >> 6;
    return static_cast<double>(upper << 26 | lower) * 0x1p-51 - 1.0;
}

double exp_error(double x) {
    const long double exact = std::exp(static_cast<long double>(x));
    return static_cast<double>(std::fabs((portable_exp(x) - exact) / exact));
}

double log_error(double x) {
    const long double exact = std::log(static_cast<long double>(x));
    return static_cast<double>(std::fabs(portable_log(x) - exact) / std::max(1.0L, std::fabs(exact)));
}

TEST_CASE("exp is within 4e-16 of the true value", "[core][portable_math]") {
    AddressedEngine engine({2026, 1}, {});
    for (const double range : {700.0, 20.0, 1.0, 1e-3, 1e-9}) {
        double worst = 0.0;
        for (int i = 0; i < arguments; ++i) worst = std::max(worst, exp_error(between(engine) * range));
        CAPTURE(range);
        CHECK(worst < 4e-16);
    }
    for (int k = -1009; k <= 1009; ++k) {  // where the whole number of halvings changes
        const double border = (k + 0.5) * 0.6931471805599453;
        if (std::fabs(border) > 699.0) continue;
        CHECK(exp_error(border) < 4e-16);
        CHECK(exp_error(std::nextafter(border, 1e9)) < 4e-16);
        CHECK(exp_error(std::nextafter(border, -1e9)) < 4e-16);
    }
    CHECK(exp_error(700.0) < 4e-16);
    CHECK(exp_error(-700.0) < 4e-16);
}

TEST_CASE("exp at its borders", "[core][portable_math]") {
    CHECK(portable_exp(0.0) == 1.0);
    CHECK(portable_exp(-0.0) == 1.0);
    CHECK(portable_exp(701.0) == portable_exp(700.0));
    CHECK(portable_exp(-1e300) == portable_exp(-700.0));
    CHECK(portable_exp(std::numeric_limits<double>::infinity()) == portable_exp(700.0));
    CHECK(portable_exp(-700.0) > 0.0);
}

TEST_CASE("log is within 4e-16 of the true value, absolute below 1 and relative above", "[core][portable_math]") {
    AddressedEngine engine({2026, 2}, {});
    for (const double range : {0.999999, 0.5, 1e-3, 1e-9}) {  // around 1, on both sides
        double worst = 0.0;
        for (int i = 0; i < arguments; ++i) worst = std::max(worst, log_error(1.0 + between(engine) * range));
        CAPTURE(range);
        CHECK(worst < 4e-16);
    }
    double worst = 0.0;
    for (int i = 0; i < arguments; ++i) {  // any normal number
        const std::uint64_t exponent = 1 + engine() % 2046, upper = engine() >> 6, lower = engine() >> 6;
        worst = std::max(worst, log_error(std::bit_cast<double>(exponent << 52 | upper << 26 | lower)));
    }
    CHECK(worst < 4e-16);
    CHECK(log_error(std::numeric_limits<double>::min()) < 4e-16);
    CHECK(log_error(std::numeric_limits<double>::max()) < 4e-16);
    CHECK(portable_log(1.0) == 0.0);
    CHECK(log_error(std::sqrt(2.0)) < 4e-16);
    CHECK(log_error(std::nextafter(std::sqrt(2.0), 2.0)) < 4e-16);
}

TEST_CASE("exp and log go up with their argument", "[core][portable_math]") {
    for (int i = -7000; i < 7000; ++i) CHECK(portable_exp(i * 0.1) < portable_exp((i + 1) * 0.1));
    for (int i = 1; i < 20000; ++i) CHECK(portable_log(i * 1e-3) < portable_log((i + 1) * 1e-3));
}

TEST_CASE("logistic", "[core][portable_math]") {
    AddressedEngine engine({2026, 3}, {});
    double worst = 0.0;
    for (int i = 0; i < arguments; ++i) {
        const double x = between(engine) * 40.0;
        const long double exact = 1.0L / (1.0L + std::exp(static_cast<long double>(-x)));
        worst = std::max(worst, static_cast<double>(std::fabs((logistic(x) - exact) / exact)));
    }
    CHECK(worst < 8e-16);
    CHECK(logistic(0.0) == 0.5);
    CHECK(logistic(1e9) == 1.0);
    CHECK(logistic(-1e9) > 0.0);
}

}  // namespace portable_math_test
