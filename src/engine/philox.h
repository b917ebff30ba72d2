// The only place that includes Random123. Its feature test refuses processors that it does not know; Philox itself is
// plain C, so WebAssembly borrows the settings of RISC-V, which use no special instructions.
#pragma once
#if defined(__wasm__) && !defined(__riscv)
#define __riscv 1
#include <Random123/philox.h>
#undef __riscv
#else
#include <Random123/philox.h>
#endif

#include <array>
#include <cstdint>

#include "ontkoker/engine/draws.h"

namespace ontkoker {

// Counter words 0 and 1: agent key, low word first; word 2: decision, then block; word 3: time.
constexpr std::uint32_t counter_word_2(std::uint16_t decision, std::uint16_t block) {
    return (static_cast<std::uint32_t>(decision) << 16) | block;
}

inline std::array<std::uint32_t, 4> philox_block(std::array<std::uint32_t, 2> key, DrawAddress address) {
    const philox4x32_ctr_t counter = {{static_cast<std::uint32_t>(address.agent.value),
                                       static_cast<std::uint32_t>(address.agent.value >> 32),
                                       counter_word_2(address.decision, address.block),
                                       static_cast<std::uint32_t>(address.time)}};
    const philox4x32_key_t words = {{key[0], key[1]}};
    const philox4x32_ctr_t out = philox4x32(counter, words);
    return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

}  // namespace ontkoker
