// Columns of bytes in which few rows have a mark.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace ontkoker {

// Calls visit(row) for each row from `begin` to `end` whose byte has a bit of `mask`, passing over eight rows at a time.
template <class Byte, class Visit>
void each_marked(const std::vector<Byte>& bytes, std::size_t begin, std::size_t end, const Visit& visit, std::uint8_t mask = 255) {
    static_assert(sizeof(Byte) == 1);
    const std::uint64_t masks = 0x0101010101010101ull * mask;
    for (std::size_t i = begin; i < end; i += 8) {
        const std::size_t last = std::min(i + 8, end);
        std::uint64_t eight = 0;
        std::memcpy(&eight, &bytes[i], last - i);
        if ((eight & masks) == 0) continue;
        for (std::size_t k = i; k < last; ++k)
            if (static_cast<std::uint8_t>(bytes[k]) & mask) visit(k);
    }
}

// How often each of the eight bits is set in many bytes.
class BitCounts {
public:
    void add(std::uint8_t bits) {
        lanes_ += spread[bits];
        if (++held_ == 255) empty();
    }
    // Of bit `bit`; empties what is held.
    std::int64_t operator[](std::size_t bit) {
        empty();
        return counts_[bit];
    }

private:
    // A byte for each bit of a byte.
    static constexpr std::array<std::uint64_t, 256> spread = [] {
        std::array<std::uint64_t, 256> all{};
        for (std::size_t bits = 0; bits < 256; ++bits)
            for (std::size_t k = 0; k < 8; ++k) all[bits] |= static_cast<std::uint64_t>(bits >> k & 1) << (8 * k);
        return all;
    }();

    void empty() {
        for (std::size_t k = 0; k < 8; ++k) counts_[k] += static_cast<std::int64_t>(lanes_ >> (8 * k) & 255);
        lanes_ = 0;
        held_ = 0;
    }

    std::uint64_t lanes_ = 0;   // a byte by bit, none of which overflows within 255 additions
    int held_ = 0;
    std::array<std::int64_t, 8> counts_{};
};

}  // namespace ontkoker
