// Help for a mistyped word.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace ontkoker {

// The candidate nearest to `word` (letters added, dropped, changed or swapped with their neighbour; case ignored; at
// most a third of the letters of the longer word wrong; the first among equals), or an empty string when none is near.
std::string nearest_word(std::string_view word, std::span<const std::string> candidates);
// Lower-case copy (ASCII).
std::string lower_case(std::string_view text);

}  // namespace ontkoker
