// portable_exp, portable_log, logistic, unit, exponential and standard_normal for many values at once: the operations of
// the functions of one value, in their order, so the same bits. Both ways of every choice are computed and one is kept;
// only the tails of the normal distribution (one value in twenty) are gathered and done by themselves.
#include "../normal_terms.h"
#include "doubles.h"
#include "ontkoker/core/portable_terms.h"

namespace ontkoker::ONTKOKER_KERNEL_SPACE {
namespace {

constexpr double two_52 = 4503599627370496.0;   // from here on doubles are whole numbers: the lower bits count units
constexpr int mantissa_bits = 52;
constexpr double exponent_bias = 1023.0;

// c[0] + c[1] x + c[2] x^2 ..., from the smallest term up.
template <int N>
inline Doubles rising(Doubles x, const double (&c)[N]) {
    Doubles sum = all(c[N - 1]);
    for (int i = N - 2; i >= 0; --i) sum = sum * x + c[i];
    return sum;
}

// Highest power first.
template <int N>
inline Doubles falling(Doubles x, const double (&c)[N]) {
    Doubles sum = all(c[0]);
    for (int i = 1; i < N; ++i) sum = sum * x + c[i];
    return sum;
}

inline Doubles exp_of(Doubles x) {
    x = x > -exp_border ? x : all(-exp_border);  // also of what is no number
    x = x > exp_border ? all(exp_border) : x;
    const Doubles scaled = x * inverse_ln2;
    const Bits sign = bits_of(scaled) & (u64{1} << 63);
    const Doubles whole = truncated(scaled + doubles_of(bits_of(all(0.5)) | sign));
    const Doubles r = (x - whole * ln2_high) - whole * ln2_low;
    const Doubles e_to_r = 1.0 + (r + r * r * rising(r, exp_terms.c));
    // The lower bits of this sum are the exponent that 2^whole has.
    return e_to_r * doubles_of(bits_of(whole + (1.5 * two_52 + exponent_bias)) << mantissa_bits);
}

inline Doubles log_of(Doubles x) {
    const Bits bits = bits_of(x);
    Doubles whole = doubles_of((bits >> mantissa_bits) | bits_of(all(two_52))) - (two_52 + exponent_bias);
    Doubles m = doubles_of((bits & ((u64{1} << mantissa_bits) - 1)) | bits_of(all(1.0)));
    const Choice upper = m > sqrt_2;
    m = upper ? m * 0.5 : m;
    whole = upper ? whole + 1.0 : whole;
    const Doubles f = m - 1.0;
    const Doubles s = f / (2.0 + f);
    const Doubles s2 = s * s;
    const Doubles log_m = 2.0 * s + s * s2 * rising(s2, log_terms.c);
    return whole * ln2_high + (whole * ln2_low + log_m);
}

inline Doubles logistic_of(Doubles x) { return 1.0 / (1.0 + exp_of(-x)); }

inline Doubles unit_of(Bits words) {
    return ((doubles_of(words | bits_of(all(two_52))) - two_52) + 0.5) * (1.0 / 4294967296.0);
}

inline Doubles centre_of(Doubles p) {
    const Doubles q = p - 0.5;
    const Doubles r = q * q;
    return falling(r, centre_top) * q / falling(r, centre_bottom);
}

// Of p below tail_begins or above 1 - tail_begins.
inline Doubles tail_of(Doubles p) {
    const Choice lower = p < 0.5;
    const Doubles q = root(-2.0 * log_of(lower ? p : 1.0 - p));
    const Doubles z = falling(q, tail_top) / falling(q, tail_bottom);
    return lower ? z : -z;
}

// The packs of `count` values; `one` takes those at `at` from `in` and gives a pack. A last pack that is not full is
// done beside the arrays.
template <class In, class One>
inline void each_pack(const In* in, std::size_t count, double* out, const One& one) {
    std::size_t at = 0;
    for (; at + double_lanes <= count; at += double_lanes) store(out + at, one(in + at));
    if (at == count) return;
    In last[double_lanes] = {};
    double made[double_lanes];
    __builtin_memcpy(last, in + at, (count - at) * sizeof(In));
    store(made, one(last));
    __builtin_memcpy(out + at, made, (count - at) * sizeof(double));
}

void exps(const double* in, std::size_t count, double* out) {
    each_pack(in, count, out, [](const double* x) { return exp_of(load(x)); });
}
void logs(const double* in, std::size_t count, double* out) {
    each_pack(in, count, out, [](const double* x) { return log_of(load(x)); });
}
void logistics(const double* in, std::size_t count, double* out) {
    each_pack(in, count, out, [](const double* x) { return logistic_of(load(x)); });
}
void units(const u32* words, std::size_t count, double* out) {
    each_pack(words, count, out, [](const u32* w) { return unit_of(widen(w)); });
}
void exponentials(const u32* words, std::size_t count, double mean, double* out) {
    each_pack(words, count, out, [mean](const u32* w) { return -mean * log_of(unit_of(widen(w))); });
}

// Values of which the tails are kept back together.
constexpr std::size_t normal_block = 256;

// At most normal_block.
inline void normals_of(const u32* words, std::size_t count, double* out) {
    u32 tails[normal_block + double_lanes];
    std::size_t found = 0, at = 0;
    each_pack(words, count, out, [&](const u32* w) {
        const Doubles p = unit_of(widen(w));
        u32 set = bits_set((p < tail_begins) | (p > 1.0 - tail_begins));
        for (; set != 0; set &= set - 1) tails[found++] = static_cast<u32>(at) + static_cast<u32>(__builtin_ctz(set));
        at += double_lanes;
        return centre_of(p);
    });
    while (found > 0 && tails[found - 1] >= count) --found;  // lanes beyond the end
    for (std::size_t first = 0; first < found; first += double_lanes) {
        const std::size_t here = found - first < double_lanes ? found - first : double_lanes;
        u32 gathered[double_lanes] = {};
        double made[double_lanes];
        for (std::size_t i = 0; i < here; ++i) gathered[i] = words[tails[first + i]];
        store(made, tail_of(unit_of(widen(gathered))));
        for (std::size_t i = 0; i < here; ++i) out[tails[first + i]] = made[i];
    }
}

void standard_normals(const u32* words, std::size_t count, double* out) {
    for (std::size_t at = 0; at < count; at += normal_block)
        normals_of(words + at, count - at < normal_block ? count - at : normal_block, out + at);
}

}  // namespace
}  // namespace ontkoker::ONTKOKER_KERNEL_SPACE
