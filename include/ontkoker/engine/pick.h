// Rows of a column that has few values and one of numbers: the first question of most loops over agents.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace ontkoker {

// Into `rows`: first + i for each i with bytes[i] == value and numbers[i] > above, in order. A vector loop (engine/kernels).
void pick_rows(std::span<const std::uint8_t> bytes, std::uint8_t value, std::span<const std::int32_t> numbers, std::int32_t above,
               std::size_t first, std::vector<std::uint32_t>& rows);

}  // namespace ontkoker
