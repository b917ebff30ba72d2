// The loops themselves. Each file that includes this names its ONTKOKER_KERNEL_SPACE and is compiled for one instruction
// set. No function of another header may be called here: the linker could then give an old processor the copy that was
// made for a new one.
#include "kernels.h"
#include "packs.h"
#include "transforms.h"

namespace ontkoker::ONTKOKER_KERNEL_SPACE {
namespace {

// Constants of Philox4x32 (Salmon and others 2011, section 4.3).
constexpr u32 multiplier_0 = 0xD2511F53u, multiplier_1 = 0xCD9E8D57u;
constexpr u32 key_step_0 = 0x9E3779B9u, key_step_1 = 0xBB67AE85u;
constexpr int rounds = 10;

// Packs that go through the rounds side by side, so that one fills the waits of another.
constexpr std::size_t packs = 4;
constexpr std::size_t lanes = packs * pack_lanes;

struct Block {
    Pack word[4][packs];
};

// Of agents[0..lanes).
inline Block draw(const u64* agents, const DrawPlane& plane) {
    Block b;
    for (std::size_t p = 0; p < packs; ++p) {
        load_keys(agents + p * pack_lanes, b.word[0][p], b.word[1][p]);
        b.word[2][p] = spread(plane.word_2);
        b.word[3][p] = spread(plane.word_3);
    }
    const Pack by_0 = spread(multiplier_0), by_1 = spread(multiplier_1);
    u32 key_0 = plane.key[0], key_1 = plane.key[1];
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t p = 0; p < packs; ++p) {
            Pack low_0, high_0, low_1, high_1;
            multiply(b.word[0][p], by_0, low_0, high_0);
            multiply(b.word[2][p], by_1, low_1, high_1);
            b.word[0][p] = xor3(high_1, b.word[1][p], spread(key_0));
            b.word[2][p] = xor3(high_0, b.word[3][p], spread(key_1));
            b.word[1][p] = low_1;
            b.word[3][p] = low_0;
        }
        key_0 += key_step_0;
        key_1 += key_step_1;
    }
    return b;
}

// The last agents, fewer than a block of lanes, in one that holds nobody beyond them.
struct Tail {
    alignas(64) u64 agents[lanes] = {};
    Tail(const u64* from, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) agents[i] = from[i];
    }
};

inline void store_word(const Block& b, int k, u32* to) {
    for (std::size_t p = 0; p < packs; ++p) store(to + p * pack_lanes, b.word[k][p]);
}

inline void put_words(const Block& b, std::size_t begin, std::size_t count, u32* const* out) {
    alignas(64) u32 words[lanes];
    for (int k = 0; k < 4; ++k) {
        if (!out[k]) continue;
        store_word(b, k, words);
        __builtin_memcpy(out[k] + begin, words, count * sizeof(u32));
    }
}

void fill(const u64* agents, std::size_t count, const DrawPlane& plane, u32* const* out) {
    std::size_t begin = 0;
    for (; begin + lanes <= count; begin += lanes) put_words(draw(agents + begin, plane), begin, lanes, out);
    if (begin < count) put_words(draw(Tail(agents + begin, count - begin).agents, plane), begin, count - begin, out);
}

// One bit a lane.
inline u64 hits_of(const Block& b, const SiftLimits& limits) {
    u64 hits = 0;
    for (int k = 0; k < 4; ++k) {
        if (!limits.looked_at[k]) continue;
        for (std::size_t p = 0; p < packs; ++p)
            hits |= static_cast<u64>(at_most(b.word[k][p], limits.limit[k])) << (p * pack_lanes);
    }
    return hits;
}

inline std::size_t keep_hits(const Block& b, u64 hits, std::size_t begin, u32* rows, u32* words) {
    alignas(64) u32 all[4][lanes];
    for (int k = 0; k < 4; ++k) store_word(b, k, all[k]);
    std::size_t found = 0;
    for (; hits != 0; hits &= hits - 1, ++found) {
        const auto lane = static_cast<std::size_t>(__builtin_ctzll(hits));
        rows[found] = static_cast<u32>(begin + lane);
        for (std::size_t k = 0; k < 4; ++k) words[4 * found + k] = all[k][lane];
    }
    return found;
}

std::size_t sift(const u64* agents, std::size_t count, const DrawPlane& plane, const SiftLimits& limits, u32* rows, u32* words) {
    std::size_t found = 0, begin = 0;
    for (; begin + lanes <= count; begin += lanes) {
        const Block b = draw(agents + begin, plane);
        if (const u64 hits = hits_of(b, limits)) found += keep_hits(b, hits, begin, rows + found, words + 4 * found);
    }
    if (begin == count) return found;
    const Block b = draw(Tail(agents + begin, count - begin).agents, plane);
    const u64 hits = hits_of(b, limits) & ((u64{1} << (count - begin)) - 1);
    return found + keep_hits(b, hits, begin, rows + found, words + 4 * found);
}

std::size_t pick(const u8* bytes, u8 value, const s32* numbers, s32 above, u32 first, std::size_t count, u32* rows) {
    std::size_t found = 0, i = 0;
    // A whole pack is stored even when few of its lanes are kept: it ends before `rows` does, as `found` is at most i.
    for (; i + pack_lanes <= count; i += pack_lanes)
        found += put_lanes(equal_bytes(bytes + i, value) & above_number(numbers + i, above), first + static_cast<u32>(i), rows + found);
    for (; i < count; ++i) {
        rows[found] = first + static_cast<u32>(i);
        found += bytes[i] == value && numbers[i] > above;
    }
    return found;
}

}  // namespace

const Kernels table{ONTKOKER_KERNEL_NAME, fill, sift, pick, exps, logs, logistics, units, exponentials, standard_normals,
                    happen};

}  // namespace ontkoker::ONTKOKER_KERNEL_SPACE
