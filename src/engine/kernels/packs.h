// Packs of 32-bit words for one instruction set each, and the one thing that compilers do badly by themselves: the high and
// low halves of a product. Without such a set (the browser, other processors) plain loops do the same.
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace ontkoker::ONTKOKER_KERNEL_SPACE {
namespace {

using u8 = std::uint8_t;
using s32 = std::int32_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;

#if defined(__AVX512F__)
using Pack = __m512i;
constexpr std::size_t pack_lanes = 16;
inline Pack spread(u32 x) { return _mm512_set1_epi32(static_cast<int>(x)); }
inline void store(u32* to, Pack x) { _mm512_store_si512(to, x); }
// Low and high halves of sixteen 64-bit keys.
inline void load_keys(const u64* from, Pack& low, Pack& high) {
    const Pack a = _mm512_loadu_si512(from), b = _mm512_loadu_si512(from + 8);
    const Pack even = _mm512_set_epi32(30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0);
    low = _mm512_permutex2var_epi32(a, even, b);
    high = _mm512_permutex2var_epi32(a, _mm512_add_epi32(even, spread(1)), b);
}
inline void multiply(Pack x, Pack by, Pack& low, Pack& high) {
    const Pack even = _mm512_mul_epu32(x, by), odd = _mm512_mul_epu32(_mm512_srli_epi64(x, 32), by);
    low = _mm512_mask_shuffle_epi32(even, 0xAAAA, odd, static_cast<_MM_PERM_ENUM>(0xA0));
    high = _mm512_mask_shuffle_epi32(odd, 0x5555, even, static_cast<_MM_PERM_ENUM>(0xF5));
}
inline Pack xor3(Pack a, Pack b, Pack c) { return _mm512_ternarylogic_epi32(a, b, c, 0x96); }
inline u32 at_most(Pack x, u32 limit) { return _mm512_cmple_epu32_mask(x, spread(limit)); }
inline u32 equal_bytes(const u8* from, u8 value) {
    return _mm_cmpeq_epi8_mask(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)), _mm_set1_epi8(static_cast<char>(value)));
}
inline u32 above_number(const s32* from, s32 limit) { return _mm512_cmpgt_epi32_mask(_mm512_loadu_si512(from), _mm512_set1_epi32(limit)); }
inline u32 put_lanes(u32 hits, u32 first, u32* to) {
    const Pack lanes = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    _mm512_storeu_si512(to, _mm512_maskz_compress_epi32(static_cast<__mmask16>(hits), _mm512_add_epi32(lanes, spread(first))));
    return static_cast<u32>(__builtin_popcount(hits));
}
#elif defined(__AVX2__)
using Pack = __m256i;
constexpr std::size_t pack_lanes = 8;
inline Pack spread(u32 x) { return _mm256_set1_epi32(static_cast<int>(x)); }
inline void store(u32* to, Pack x) { _mm256_store_si256(reinterpret_cast<Pack*>(to), x); }
inline void load_keys(const u64* from, Pack& low, Pack& high) {
    const __m256 a = _mm256_castsi256_ps(_mm256_loadu_si256(reinterpret_cast<const Pack*>(from)));
    const __m256 b = _mm256_castsi256_ps(_mm256_loadu_si256(reinterpret_cast<const Pack*>(from + 4)));
    low = _mm256_permute4x64_epi64(_mm256_castps_si256(_mm256_shuffle_ps(a, b, 0x88)), 0xD8);
    high = _mm256_permute4x64_epi64(_mm256_castps_si256(_mm256_shuffle_ps(a, b, 0xDD)), 0xD8);
}
inline void multiply(Pack x, Pack by, Pack& low, Pack& high) {
    const Pack even = _mm256_mul_epu32(x, by), odd = _mm256_mul_epu32(_mm256_srli_epi64(x, 32), by);
    low = _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xAA);
    high = _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xAA);
}
inline Pack xor3(Pack a, Pack b, Pack c) { return _mm256_xor_si256(_mm256_xor_si256(a, b), c); }
inline u32 at_most(Pack x, u32 limit) {
    const Pack hit = _mm256_cmpeq_epi32(_mm256_min_epu32(x, spread(limit)), x);
    return static_cast<u32>(_mm256_movemask_ps(_mm256_castsi256_ps(hit)));
}
inline u32 equal_bytes(const u8* from, u8 value) {
    const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    return static_cast<u32>(_mm_movemask_epi8(_mm_cmpeq_epi8(eight, _mm_set1_epi8(static_cast<char>(value))))) & 0xFFu;
}
inline u32 above_number(const s32* from, s32 limit) {
    const Pack hit = _mm256_cmpgt_epi32(_mm256_loadu_si256(reinterpret_cast<const Pack*>(from)), _mm256_set1_epi32(limit));
    return static_cast<u32>(_mm256_movemask_ps(_mm256_castsi256_ps(hit)));
}
inline u32 put_lanes(u32 hits, u32 first, u32* to) {
    const u64 bytes = _pdep_u64(hits, 0x0101010101010101ull) * 0xFF;
    const __m128i lanes = _mm_cvtsi64_si128(static_cast<long long>(_pext_u64(0x0706050403020100ull, bytes)));
    _mm256_storeu_si256(reinterpret_cast<Pack*>(to), _mm256_add_epi32(_mm256_cvtepu8_epi32(lanes), spread(first)));
    return static_cast<u32>(__builtin_popcount(hits));
}
#elif defined(__SSE2__)
using Pack = __m128i;
constexpr std::size_t pack_lanes = 4;
inline Pack spread(u32 x) { return _mm_set1_epi32(static_cast<int>(x)); }
inline void store(u32* to, Pack x) { _mm_store_si128(reinterpret_cast<Pack*>(to), x); }
inline void load_keys(const u64* from, Pack& low, Pack& high) {
    const __m128 a = _mm_castsi128_ps(_mm_loadu_si128(reinterpret_cast<const Pack*>(from)));
    const __m128 b = _mm_castsi128_ps(_mm_loadu_si128(reinterpret_cast<const Pack*>(from + 2)));
    low = _mm_castps_si128(_mm_shuffle_ps(a, b, 0x88));
    high = _mm_castps_si128(_mm_shuffle_ps(a, b, 0xDD));
}
inline void multiply(Pack x, Pack by, Pack& low, Pack& high) {
    const __m128 even = _mm_castsi128_ps(_mm_mul_epu32(x, by)), odd = _mm_castsi128_ps(_mm_mul_epu32(_mm_srli_epi64(x, 32), by));
    low = _mm_shuffle_epi32(_mm_castps_si128(_mm_shuffle_ps(even, odd, 0x88)), 0xD8);
    high = _mm_shuffle_epi32(_mm_castps_si128(_mm_shuffle_ps(even, odd, 0xDD)), 0xD8);
}
inline Pack xor3(Pack a, Pack b, Pack c) { return _mm_xor_si128(_mm_xor_si128(a, b), c); }
inline u32 at_most(Pack x, u32 limit) {
    const Pack flip = spread(0x80000000u);  // SSE2 compares signed words only
    const Pack above = _mm_cmpgt_epi32(_mm_xor_si128(x, flip), spread(limit ^ 0x80000000u));
    return static_cast<u32>(_mm_movemask_ps(_mm_castsi128_ps(above))) ^ 0xFu;
}
#elif defined(__wasm_simd128__)
using Pack = v128_t;
constexpr std::size_t pack_lanes = 4;
inline Pack spread(u32 x) { return wasm_u32x4_splat(x); }
inline void store(u32* to, Pack x) { wasm_v128_store(to, x); }
inline void load_keys(const u64* from, Pack& low, Pack& high) {
    const Pack a = wasm_v128_load(from), b = wasm_v128_load(from + 2);
    low = wasm_i32x4_shuffle(a, b, 0, 2, 4, 6);
    high = wasm_i32x4_shuffle(a, b, 1, 3, 5, 7);
}
inline void multiply(Pack x, Pack by, Pack& low, Pack& high) {
    const Pack first = wasm_u64x2_extmul_low_u32x4(x, by), second = wasm_u64x2_extmul_high_u32x4(x, by);
    low = wasm_i32x4_shuffle(first, second, 0, 2, 4, 6);
    high = wasm_i32x4_shuffle(first, second, 1, 3, 5, 7);
}
inline Pack xor3(Pack a, Pack b, Pack c) { return wasm_v128_xor(wasm_v128_xor(a, b), c); }
inline u32 at_most(Pack x, u32 limit) { return wasm_i32x4_bitmask(wasm_u32x4_le(x, spread(limit))); }
#else
struct Pack {
    u32 lane[4];
};
constexpr std::size_t pack_lanes = 4;
inline Pack spread(u32 x) { return {{x, x, x, x}}; }
inline void store(u32* to, Pack x) {
    for (std::size_t i = 0; i < pack_lanes; ++i) to[i] = x.lane[i];
}
inline void load_keys(const u64* from, Pack& low, Pack& high) {
    for (std::size_t i = 0; i < pack_lanes; ++i) {
        low.lane[i] = static_cast<u32>(from[i]);
        high.lane[i] = static_cast<u32>(from[i] >> 32);
    }
}
inline void multiply(Pack x, Pack by, Pack& low, Pack& high) {
    for (std::size_t i = 0; i < pack_lanes; ++i) {
        const u64 product = static_cast<u64>(x.lane[i]) * by.lane[i];
        low.lane[i] = static_cast<u32>(product);
        high.lane[i] = static_cast<u32>(product >> 32);
    }
}
inline Pack xor3(Pack a, Pack b, Pack c) {
    for (std::size_t i = 0; i < pack_lanes; ++i) a.lane[i] ^= b.lane[i] ^ c.lane[i];
    return a;
}
inline u32 at_most(Pack x, u32 limit) {
    u32 hit = 0;
    for (std::size_t i = 0; i < pack_lanes; ++i) hit |= (x.lane[i] <= limit ? 1u : 0u) << i;
    return hit;
}
#endif

#if !defined(__AVX2__)
inline u32 equal_bytes(const u8* from, u8 value) {
    u32 hits = 0;
    for (std::size_t i = 0; i < pack_lanes; ++i) hits |= (from[i] == value ? 1u : 0u) << i;
    return hits;
}
inline u32 above_number(const s32* from, s32 limit) {
    u32 hits = 0;
    for (std::size_t i = 0; i < pack_lanes; ++i) hits |= (from[i] > limit ? 1u : 0u) << i;
    return hits;
}
inline u32 put_lanes(u32 hits, u32 first, u32* to) {
    u32 found = 0;
    for (u32 i = 0; i < pack_lanes; ++i) {
        to[found] = first + i;
        found += hits >> i & 1;
    }
    return found;
}
#endif

}  // namespace
}  // namespace ontkoker::ONTKOKER_KERNEL_SPACE
