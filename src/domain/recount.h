// Recounts for the laws: rows are looked at in parts, side by side, and what is found in each is added up.
#pragma once
#include <vector>

#include "ontkoker/engine/parallel.h"

namespace ontkoker {

// `look(found, begin, end)` notes in `found` what it sees in those rows; Found{} is nothing seen, add() takes another in.
template <class Found, class Look>
Found over_parts(std::size_t rows, const Look& look) {
    constexpr std::size_t rows_at_once = 4096;
    std::vector<Found> parts(chunk_count(rows, rows_at_once));
    for_chunks(rows, rows_at_once, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Found found;   // of its own, so that it need not be written back after every row
        look(found, begin, end);
        parts[chunk] = found;
    });
    Found all;
    for (const Found& part : parts) all.add(part);
    return all;
}

}  // namespace ontkoker
