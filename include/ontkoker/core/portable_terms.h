// The numbers of portable_exp and portable_log, for the functions of one value and the vector kernels of many, which give
// the same bits. Constants only: the kernels are compiled for several processors and may call no function from here.
#pragma once

namespace ontkoker {

// ln 2 in two parts; the upper has 33 significant bits, so that a whole number up to 2^20 times it is exact.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double inverse_ln2 = 0x1.71547652b82fep+0;
constexpr double sqrt_2 = 0x1.6a09e667f3bcdp+0;
constexpr double exp_border = 700.0;

template <int N>
struct PortableTerms {
    double c[N];
};

// 1/2!, 1/3! ... 1/13!. For |r| <= ln(2)/2 the first term left out, r^14/14!, is below 5e-18.
constexpr auto exp_terms = [] {
    PortableTerms<12> terms{};
    double factorial = 1.0;
    for (int i = 0; i < 12; ++i) {
        factorial *= i + 2;
        terms.c[i] = 1.0 / factorial;
    }
    return terms;
}();

// 2/3, 2/5 ... 2/21. For s = f/(2+f), |s| <= 0.1716, the first term left out, 2 s^23/23, is below 3e-19.
constexpr auto log_terms = [] {
    PortableTerms<10> terms{};
    for (int i = 0; i < 10; ++i) terms.c[i] = 2.0 / (2 * i + 3);
    return terms;
}();

}  // namespace ontkoker
