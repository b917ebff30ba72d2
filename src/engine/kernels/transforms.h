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
inline Group rising(Group x, const double (&c)[N]) {
    Group sum = c[N - 1];
    for (int i = N - 2; i >= 0; --i) sum = sum * x + c[i];
    return sum;
}

// Highest power first.
template <int N>
inline Group falling(Group x, const double (&c)[N]) {
    Group sum = c[0];
    for (int i = 1; i < N; ++i) sum = sum * x + c[i];
    return sum;
}

// Half away from zero.
inline Doubles nearest_whole(Doubles x) {
    const Bits sign = bits_of(x) & (u64{1} << 63);
    return truncated(x + doubles_of(bits_of(all(0.5)) | sign));
}
// 2^whole: the lower bits of the sum are the exponent that it has.
inline Doubles power_of_two(Doubles whole) {
    return doubles_of(bits_of(whole + (1.5 * two_52 + exponent_bias)) << mantissa_bits);
}

inline Group exp_of(Group x) {
    x = choose(x > -exp_border, x, -exp_border);  // also what is no number
    x = choose(x > exp_border, exp_border, x);
    const Group whole = each(x * inverse_ln2, nearest_whole);
    const Group r = (x - whole * ln2_high) - whole * ln2_low;
    const Group e_to_r = 1.0 + (r + r * r * rising(r, exp_terms.c));
    return e_to_r * each(whole, power_of_two);
}

inline Doubles exponent_of(Doubles x) {
    return doubles_of((bits_of(x) >> mantissa_bits) | bits_of(all(two_52))) - (two_52 + exponent_bias);
}
inline Doubles mantissa_of(Doubles x) {
    return doubles_of((bits_of(x) & ((u64{1} << mantissa_bits) - 1)) | bits_of(all(1.0)));
}

inline Group log_of(Group x) {
    Group whole = each(x, exponent_of), m = each(x, mantissa_of);
    const Choices upper = m > sqrt_2;
    m = choose(upper, m * 0.5, m);
    whole = choose(upper, whole + 1.0, whole);
    const Group f = m - 1.0;
    const Group s = f / (2.0 + f);
    const Group s2 = s * s;
    const Group log_m = 2.0 * s + s * s2 * rising(s2, log_terms.c);
    return whole * ln2_high + (whole * ln2_low + log_m);
}

inline Group logistic_of(Group x) { return 1.0 / (1.0 + exp_of(-x)); }

// Of as many words.
inline Group number_of(const u32* words) {
    const auto number = [words](std::size_t pack) {
        return doubles_of(widen(words + pack * double_lanes) | bits_of(all(two_52))) - two_52;
    };
    return {number(0), number(1), number(2), number(3)};
}
constexpr double two_32 = 4294967296.0;
inline Group unit_of(const u32* words) { return (number_of(words) + 0.5) * (1.0 / two_32); }

// A bit a word: whole numbers are below threshold(p) when one more is at most p times 2^32.
inline u64 happens_of(const u32* words, const double* chance) {
    return bits_set(load_group(chance) * two_32 >= number_of(words) + 1.0);
}

inline Group centre_of(Group p) {
    const Group q = p - 0.5;
    const Group r = q * q;
    return falling(r, centre_top) * q / falling(r, centre_bottom);
}

// Of p below tail_begins or above 1 - tail_begins.
inline Group tail_of(Group p) {
    const Choices lower = p < 0.5;
    const Group q = each(-2.0 * log_of(choose(lower, p, 1.0 - p)), root);
    const Group z = falling(q, tail_top) / falling(q, tail_bottom);
    return choose(lower, z, -z);
}

// The groups of `count` values; `one` takes those at `at` from `in` and gives a group. A last group that is not full is
// done beside the arrays.
template <class In, class One>
inline void each_group(const In* in, std::size_t count, double* out, const One& one) {
    std::size_t at = 0;
    for (; at + group_lanes <= count; at += group_lanes) store_group(out + at, one(in + at));
    if (at == count) return;
    In last[group_lanes] = {};
    double made[group_lanes];
    __builtin_memcpy(last, in + at, (count - at) * sizeof(In));
    store_group(made, one(last));
    __builtin_memcpy(out + at, made, (count - at) * sizeof(double));
}

void exps(const double* in, std::size_t count, double* out) {
    each_group(in, count, out, [](const double* x) { return exp_of(load_group(x)); });
}
void logs(const double* in, std::size_t count, double* out) {
    each_group(in, count, out, [](const double* x) { return log_of(load_group(x)); });
}
void logistics(const double* in, std::size_t count, double* out) {
    each_group(in, count, out, [](const double* x) { return logistic_of(load_group(x)); });
}
void units(const u32* words, std::size_t count, double* out) {
    each_group(words, count, out, [](const u32* w) { return unit_of(w); });
}
void exponentials(const u32* words, std::size_t count, double mean, double* out) {
    each_group(words, count, out, [mean](const u32* w) { return -mean * log_of(unit_of(w)); });
}

// Values of which the tails are kept back together.
constexpr std::size_t normal_block = 512;

// At most normal_block.
inline void normals_of(const u32* words, std::size_t count, double* out) {
    u32 tails[normal_block + group_lanes];
    std::size_t found = 0, at = 0;
    each_group(words, count, out, [&](const u32* w) {
        const Group p = unit_of(w);
        u64 set = bits_set((p < tail_begins) | (p > 1.0 - tail_begins));
        for (; set != 0; set &= set - 1) tails[found++] = static_cast<u32>(at) + static_cast<u32>(__builtin_ctzll(set));
        at += group_lanes;
        return centre_of(p);
    });
    while (found > 0 && tails[found - 1] >= count) --found;  // lanes beyond the end
    for (std::size_t first = 0; first < found; first += group_lanes) {
        const std::size_t here = found - first < group_lanes ? found - first : group_lanes;
        u32 gathered[group_lanes] = {};
        double made[group_lanes];
        for (std::size_t i = 0; i < here; ++i) gathered[i] = words[tails[first + i]];
        store_group(made, tail_of(unit_of(gathered)));
        for (std::size_t i = 0; i < here; ++i) out[tails[first + i]] = made[i];
    }
}

void standard_normals(const u32* words, std::size_t count, double* out) {
    for (std::size_t at = 0; at < count; at += normal_block)
        normals_of(words + at, count - at < normal_block ? count - at : normal_block, out + at);
}

// Eight bits to eight bytes of 0 or 1: each byte keeps its own bit, which then carries into its highest.
inline u64 spread_bits(u64 bits) {
    const u64 own = (bits & 0xFF) * 0x0101010101010101u & 0x8040201008040201u;
    return (own + 0x007F7F7F7F7F7F7Fu) >> 7 & 0x0101010101010101u;
}

inline void happen_group(const u32* words, const double* chance, std::uint8_t* out) {
    const u64 bits = happens_of(words, chance);
    for (std::size_t first = 0; first < group_lanes; first += 8) {
        const u64 eight = spread_bits(bits >> first);
        __builtin_memcpy(out + first, &eight, 8);
    }
}

void happen(const u32* words, const double* chance, std::size_t count, std::uint8_t* out) {
    std::size_t at = 0;
    for (; at + group_lanes <= count; at += group_lanes) happen_group(words + at, chance + at, out + at);
    if (at == count) return;
    u32 last_words[group_lanes] = {};
    double last_chance[group_lanes] = {};
    std::uint8_t made[group_lanes];
    __builtin_memcpy(last_words, words + at, (count - at) * sizeof(u32));
    __builtin_memcpy(last_chance, chance + at, (count - at) * sizeof(double));
    happen_group(last_words, last_chance, made);
    __builtin_memcpy(out + at, made, count - at);
}

}  // namespace
}  // namespace ontkoker::ONTKOKER_KERNEL_SPACE
