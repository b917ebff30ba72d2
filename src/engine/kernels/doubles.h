// Doubles for one instruction set each, four packs side by side so that one fills the waits of another: exp on one pack at
// a time took twice as long. Arithmetic, comparison and choice are the compiler's own vector types; what has no such
// expression stands apart for each instruction set. Without one they are plain loops.
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace ontkoker::ONTKOKER_KERNEL_SPACE {
namespace {

#if defined(__AVX512F__)
constexpr std::size_t double_lanes = 8;
#elif defined(__AVX2__)
constexpr std::size_t double_lanes = 4;
#else
constexpr std::size_t double_lanes = 2;
#endif
typedef double Doubles __attribute__((vector_size(8 * double_lanes)));
typedef u64 Bits __attribute__((vector_size(8 * double_lanes)));
typedef std::int64_t Choice __attribute__((vector_size(8 * double_lanes)));  // of a comparison: a lane is 0 or all ones

inline Doubles all(double x) { return x - Doubles{}; }  // x - 0 is x, also for -0
inline Bits bits_of(Doubles x) { return reinterpret_cast<Bits>(x); }
inline Doubles doubles_of(Bits x) { return reinterpret_cast<Doubles>(x); }

#if defined(__AVX512F__)
// Words, each the lower half of a 64-bit lane.
inline Bits widen(const u32* from) {
    return reinterpret_cast<Bits>(_mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))));
}
// Towards zero.
inline Doubles truncated(Doubles x) { return _mm512_roundscale_pd(x, _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC); }
inline Doubles root(Doubles x) { return _mm512_sqrt_pd(x); }
// One bit a lane.
inline u32 bits_set(Choice x) { return _mm512_movepi64_mask(reinterpret_cast<__m512i>(x)); }
#elif defined(__AVX2__)
inline Bits widen(const u32* from) {
    return reinterpret_cast<Bits>(_mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))));
}
inline Doubles truncated(Doubles x) { return _mm256_round_pd(x, _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC); }
inline Doubles root(Doubles x) { return _mm256_sqrt_pd(x); }
inline u32 bits_set(Choice x) { return static_cast<u32>(_mm256_movemask_pd(reinterpret_cast<__m256d>(x))); }
#elif defined(__SSE2__)
inline Bits widen(const u32* from) {
    const __m128i words = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    return reinterpret_cast<Bits>(_mm_unpacklo_epi32(words, _mm_setzero_si128()));
}
inline Doubles truncated(Doubles x) { return _mm_cvtepi32_pd(_mm_cvttpd_epi32(x)); }  // below 2^31
inline Doubles root(Doubles x) { return _mm_sqrt_pd(x); }
inline u32 bits_set(Choice x) { return static_cast<u32>(_mm_movemask_pd(reinterpret_cast<__m128d>(x))); }
#else
inline Bits widen(const u32* from) { return Bits{from[0], from[1]}; }
inline Doubles truncated(Doubles x) {
    return Doubles{static_cast<double>(static_cast<std::int32_t>(x[0])), static_cast<double>(static_cast<std::int32_t>(x[1]))};
}
inline Doubles root(Doubles x) { return Doubles{__builtin_sqrt(x[0]), __builtin_sqrt(x[1])}; }
inline u32 bits_set(Choice x) { return (x[0] != 0 ? 1u : 0u) | (x[1] != 0 ? 2u : 0u); }
#endif

// Four packs; what is done to one is done to each. `T` is Doubles, Bits or Choice.
template <class T>
struct Four {
    T a, b, c, d;
};
struct Group : Four<Doubles> {
    Group(Doubles a, Doubles b, Doubles c, Doubles d) : Four{a, b, c, d} {}
    Group(double x) : Four{all(x), all(x), all(x), all(x)} {}  // implicit: numbers stand in formulas
};
using Choices = Four<Choice>;

inline Group operator+(Group x, Group y) { return {x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d}; }
inline Group operator-(Group x, Group y) { return {x.a - y.a, x.b - y.b, x.c - y.c, x.d - y.d}; }
inline Group operator*(Group x, Group y) { return {x.a * y.a, x.b * y.b, x.c * y.c, x.d * y.d}; }
inline Group operator/(Group x, Group y) { return {x.a / y.a, x.b / y.b, x.c / y.c, x.d / y.d}; }
inline Group operator-(Group x) { return {-x.a, -x.b, -x.c, -x.d}; }
inline Choices operator>(Group x, Group y) { return {x.a > y.a, x.b > y.b, x.c > y.c, x.d > y.d}; }
inline Choices operator>=(Group x, Group y) { return {x.a >= y.a, x.b >= y.b, x.c >= y.c, x.d >= y.d}; }
inline Choices operator<(Group x, Group y) { return y > x; }
inline Choices operator|(Choices x, Choices y) { return {x.a | y.a, x.b | y.b, x.c | y.c, x.d | y.d}; }
inline Group choose(Choices if_true, Group x, Group y) {
    return {if_true.a ? x.a : y.a, if_true.b ? x.b : y.b, if_true.c ? x.c : y.c, if_true.d ? x.d : y.d};
}
// `one` of each pack.
template <class One>
inline Group each(Group x, const One& one) {
    return {one(x.a), one(x.b), one(x.c), one(x.d)};
}

constexpr std::size_t group_lanes = 4 * double_lanes;

inline Doubles load_pack(const double* from) {
    Doubles x;
    __builtin_memcpy(&x, from, sizeof x);
    return x;
}
inline void store_pack(double* to, Doubles x) { __builtin_memcpy(to, &x, sizeof x); }
inline Group load_group(const double* from) {
    return {load_pack(from), load_pack(from + double_lanes), load_pack(from + 2 * double_lanes), load_pack(from + 3 * double_lanes)};
}
inline void store_group(double* to, Group x) {
    store_pack(to, x.a);
    store_pack(to + double_lanes, x.b);
    store_pack(to + 2 * double_lanes, x.c);
    store_pack(to + 3 * double_lanes, x.d);
}
// One bit a lane.
inline u64 bits_set(Choices x) {
    const u64 low = bits_set(x.a) | bits_set(x.b) << double_lanes, high = bits_set(x.c) | bits_set(x.d) << double_lanes;
    return low | high << (2 * double_lanes);
}

}  // namespace
}  // namespace ontkoker::ONTKOKER_KERNEL_SPACE
