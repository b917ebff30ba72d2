// The hot loops of the engine, built for several instruction sets; the widest that the processor has is chosen at run
// time. All of them give the same bits: they compute in whole numbers, or in + - * / without fused operations.
// ONTKOKER_KERNELS=x86-64, x86-64-v3 or x86-64-v4 in the environment holds the program to one of them.
#pragma once
#include <cstddef>
#include <cstdint>

namespace ontkoker {

// Where a batch of draws lies: counter words 0 and 1 are the agent's key.
struct DrawPlane {
    std::uint32_t key[2];    // seed, replicate
    std::uint32_t word_2;    // decision and block
    std::uint32_t word_3;    // time
};

// Word k concerns a row when `looked_at[k]` is all ones and the word is at most `limit[k]`.
struct SiftLimits {
    std::uint32_t limit[4];
    std::uint32_t looked_at[4];
};

struct Kernels {
    const char* name;        // of the instruction set
    // Word k of agents[i] to out[k][i], where out[k] is not null.
    void (*fill)(const std::uint64_t* agents, std::size_t count, const DrawPlane& plane, std::uint32_t* const* out);
    // Indices of the rows that any word concerns to `rows`, in order, and their four words one after another to `words`
    // (room for `count` rows in both). Returns their number.
    std::size_t (*sift)(const std::uint64_t* agents, std::size_t count, const DrawPlane& plane, const SiftLimits& limits,
                        std::uint32_t* rows, std::uint32_t* words);
    // first + i for each i with bytes[i] == value and numbers[i] > above to `rows` (room for `count`), in order. Returns
    // their number.
    std::size_t (*pick)(const std::uint8_t* bytes, std::uint8_t value, const std::int32_t* numbers, std::int32_t above,
                        std::uint32_t first, std::size_t count, std::uint32_t* rows);
    // The transforms of engine/transforms.h; `in` may be `out`.
    void (*exps)(const double* in, std::size_t count, double* out);
    void (*logs)(const double* in, std::size_t count, double* out);
    void (*logistics)(const double* in, std::size_t count, double* out);
    void (*units)(const std::uint32_t* words, std::size_t count, double* out);
    void (*exponentials)(const std::uint32_t* words, std::size_t count, double mean, double* out);
    void (*standard_normals)(const std::uint32_t* words, std::size_t count, double* out);
    void (*happen)(const std::uint32_t* words, const double* chance, std::size_t count, std::uint8_t* out);
};

const Kernels& kernels();
// Those made for the instruction set `name`, or null where this processor or this build has none; for tests.
const Kernels* kernels_for(const char* name);

namespace kernels_plain { extern const Kernels table; }
namespace kernels_v3 { extern const Kernels table; }
namespace kernels_v4 { extern const Kernels table; }

}  // namespace ontkoker
