// Parallel loops over rows that propose events; the events are then applied one by one in order of lasting keys, so that
// neither threads nor the place of a row in its column can matter.
#pragma once
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "ontkoker/domain/step.h"
#include "ontkoker/engine/parallel.h"

namespace ontkoker::processes {

using Words = std::array<std::uint32_t, 4>;

// Calls visit(row, words) for each row of `keys` that `concerned(row)` names, with block 0 of (key, decision, step).
// Draws are addressed, so what others would draw need not be drawn.
template <class Concerned, class Visit>
void draw_rows(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const Concerned& concerned, const Visit& visit) {
    for_chunks(keys.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> rows;
        std::vector<AgentKey> named;
        for (std::size_t i = begin; i < end; ++i) {
            if (!concerned(i)) continue;
            rows.push_back(static_cast<std::uint32_t>(i));
            named.push_back(keys[i]);
        }
        std::array<std::vector<std::uint32_t>, 4> columns;
        for (auto& column : columns) column.resize(rows.size());
        step.draws.fill(named, static_cast<std::uint16_t>(decision), step.number, {columns[0], columns[1], columns[2], columns[3]});
        for (std::size_t at = 0; at < rows.size(); ++at)
            visit(rows[at], Words{columns[0][at], columns[1][at], columns[2][at], columns[3][at]});
    });
}

struct Proposal {
    AgentKey key;
    std::uint32_t row;
    Words words;
};

// Of the rows that `concerned(row)` names those for which `chosen(row, words)` is true, in order of their keys.
template <class Concerned, class Chosen>
std::vector<Proposal> propose(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const Concerned& concerned,
                              const Chosen& chosen) {
    std::vector<std::vector<Proposal>> chunks(chunk_count(keys.size(), step.grain));
    draw_rows(step, keys, decision, concerned, [&](std::size_t row, const Words& words) {
        if (chosen(row, words)) chunks[row / step.grain].push_back({keys[row], static_cast<std::uint32_t>(row), words});
    });
    std::vector<Proposal> all;
    for (const auto& chunk : chunks) all.insert(all.end(), chunk.begin(), chunk.end());
    std::sort(all.begin(), all.end(), [](const Proposal& a, const Proposal& b) { return a.key < b.key; });
    return all;
}

}  // namespace ontkoker::processes
