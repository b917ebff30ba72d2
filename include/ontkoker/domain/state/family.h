// By whom outcomes are split: family group and income band, crossed in one row of cells.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace ontkoker {

enum class FamilyGroup : std::uint8_t { other, parents, vulnerable, lifelong, count };
// Income of the last month against the social minimum: at most 101%, at most 130%, more. Without allowances and schemes.
enum class IncomeBand : std::uint8_t { minimum, low, higher, count };
constexpr std::size_t family_groups = static_cast<std::size_t>(FamilyGroup::count);
constexpr std::size_t income_bands = static_cast<std::size_t>(IncomeBand::count);
constexpr std::size_t family_cells = family_groups * income_bands;

constexpr std::size_t family_cell(FamilyGroup group, IncomeBand band) {
    return static_cast<std::size_t>(group) * income_bands + static_cast<std::size_t>(band);
}

// Counts of a month by family_cell().
using FamilyCount = std::array<std::int64_t, family_cells>;

}  // namespace ontkoker
