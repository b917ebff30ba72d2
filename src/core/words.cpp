#include "ontkoker/core/words.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ontkoker {
namespace {

// Letters to add, drop, change or swap with their neighbour to get from `a` to `b` (optimal string alignment: no
// letter is touched twice).
std::size_t letters_wrong(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

std::string nearest_word(std::string_view word, std::span<const std::string> candidates) {
    const std::string wanted = lower_case(word);
    const std::string* best = nullptr;
    std::size_t fewest = 0;
    for (const std::string& candidate : candidates) {
        const std::size_t wrong = letters_wrong(wanted, lower_case(candidate));
        if (wrong * 3 > std::max(wanted.size(), candidate.size())) continue;
        if (best && wrong >= fewest) continue;
        best = &candidate;
        fewest = wrong;
    }
    return best ? *best : std::string();
}

}  // namespace ontkoker
