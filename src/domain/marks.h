// Columns of bytes in which few rows have a mark.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace ontkoker {

// Eight bytes of a column at once. Of rows few of which are wanted this passes eight over in a few instructions.
using EightBytes = std::uint64_t;
static_assert(std::endian::native == std::endian::little);   // the first row is the lowest byte
constexpr EightBytes in_each_byte = 0x0101010101010101ull;

template <class Byte>
EightBytes eight_from(const std::vector<Byte>& bytes, std::size_t row) {
    static_assert(sizeof(Byte) == 1);
    EightBytes eight;
    std::memcpy(&eight, bytes.data() + row, sizeof eight);
    return eight;
}
// The highest bit of each byte that is not 0.
constexpr EightBytes bytes_set(EightBytes eight) {
    constexpr EightBytes low = in_each_byte * 0x7f;
    return (((eight & low) + low) | eight) & ~low;
}

// Calls visit(row) for the rows from `begin` to `end` for which `one(row)` is true; `eight(row)` says it of eight rows at once,
// by the highest bit of each byte.
template <class Eight, class One, class Visit>
void each_where(std::size_t begin, std::size_t end, const Eight& eight, const One& one, const Visit& visit) {
    std::size_t i = begin;
    for (; i + 8 <= end; i += 8)
        for (EightBytes found = eight(i); found != 0; found &= found - 1) visit(i + static_cast<std::size_t>(std::countr_zero(found)) / 8);
    for (; i < end; ++i)
        if (one(i)) visit(i);
}

// Calls visit(row) for the rows from `begin` to `end` whose byte differs from `usual` in a bit of `mask`, in their order.
template <class Byte, class Visit>
void each_unusual(const std::vector<Byte>& bytes, std::uint8_t mask, std::uint8_t usual, std::size_t begin, std::size_t end, const Visit& visit) {
    each_where(
        begin, end, [&](std::size_t i) { return bytes_set((eight_from(bytes, i) ^ (in_each_byte * usual)) & (in_each_byte * mask)); },
        [&](std::size_t i) { return ((static_cast<std::uint8_t>(bytes[i]) ^ usual) & mask) != 0; }, visit);
}

// The same for each row whose byte has a bit of `mask`.
template <class Byte, class Visit>
void each_marked(const std::vector<Byte>& bytes, std::size_t begin, std::size_t end, const Visit& visit, std::uint8_t mask = 255) {
    each_unusual(bytes, mask, 0, begin, end, visit);
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
