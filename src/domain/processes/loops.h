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

// Scratch of a thread, so that a loop over chunks needs no new memory.
struct Scratch {
    std::vector<std::uint32_t> rows;
    std::vector<AgentKey> keys;
    Sifted sifted;
};
inline Scratch& scratch() {
    static thread_local Scratch mine;
    return mine;
}

// The rows of 0..count-1 for which `fits(row)`, in their order.
template <class Fits>
std::vector<std::uint32_t> rows_where(const Step& step, std::size_t count, const Fits& fits) {
    std::vector<std::vector<std::uint32_t>> chunks(chunk_count(count, step.grain));
    for_chunks(count, step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (fits(i)) chunks[chunk].push_back(static_cast<std::uint32_t>(i));
    });
    std::vector<std::uint32_t> rows;
    for (const auto& chunk : chunks) rows.insert(rows.end(), chunk.begin(), chunk.end());
    return rows;
}

struct Proposal {
    AgentKey key;
    std::uint32_t row;
    Words words;
};

inline std::vector<Proposal> in_order(const std::vector<std::vector<Proposal>>& chunks) {
    std::vector<Proposal> all;
    for (const auto& chunk : chunks) all.insert(all.end(), chunk.begin(), chunk.end());
    std::sort(all.begin(), all.end(), [](const Proposal& a, const Proposal& b) { return a.key < b.key; });
    return all;
}

// Of the rows that `concerned(row)` names those for which `chosen(row, words)` is true, in order of their keys.
template <class Concerned, class Chosen>
std::vector<Proposal> propose(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const Concerned& concerned,
                              const Chosen& chosen) {
    std::vector<std::vector<Proposal>> chunks(chunk_count(keys.size(), step.grain));
    draw_rows(step, keys, decision, concerned, [&](std::size_t row, const Words& words) {
        if (chosen(row, words)) chunks[row / step.grain].push_back({keys[row], static_cast<std::uint32_t>(row), words});
    });
    return in_order(chunks);
}

// The same for what seldom happens. `chosen(row, words)` must be false unless some word k is below threshold(most[k]): all
// rows draw, in a vector loop, and only the few that pass are looked at.
template <class Concerned, class Chosen>
std::vector<Proposal> propose_rare(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const std::array<double, 4>& most,
                                   const Concerned& concerned, const Chosen& chosen) {
    std::vector<std::vector<Proposal>> chunks(chunk_count(keys.size(), step.grain));
    for_chunks(keys.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Sifted& few = scratch().sifted;
        step.draws.sift(std::span(keys).subspan(begin, end - begin), static_cast<std::uint16_t>(decision), step.number, most, few);
        for (std::size_t at = 0; at < few.count; ++at) {
            const std::size_t row = begin + few.rows[at];
            if (concerned(row) && chosen(row, few.words[at])) chunks[chunk].push_back({keys[row], static_cast<std::uint32_t>(row), few.words[at]});
        }
    });
    return in_order(chunks);
}

// The children whose household has its week of four, in the order of their rows; `rows` holds them.
inline std::span<const std::uint32_t> children_in_turn(const Step& step, std::vector<std::uint32_t>& rows) {
    const std::vector<std::uint8_t>& turns = step.world.children.turn;
    const std::uint8_t turn = step.turn();
    rows.resize(turns.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        rows[count] = static_cast<std::uint32_t>(i);
        count += turns[i] == turn;
    }
    rows.resize(count);
    return rows;
}

// The same among `rows` only (the children in their turn, say), in the order in which they stand there.
template <class Chosen>
std::vector<Proposal> propose_rare(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const std::array<double, 4>& most,
                                   std::span<const std::uint32_t> rows, const Chosen& chosen) {
    std::vector<std::vector<Proposal>> chunks(chunk_count(rows.size(), step.grain));
    for_chunks(rows.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Scratch& mine = scratch();
        mine.keys.resize(end - begin);
        for (std::size_t at = begin; at < end; ++at) mine.keys[at - begin] = keys[rows[at]];
        step.draws.sift(mine.keys, static_cast<std::uint16_t>(decision), step.number, most, mine.sifted);
        for (std::size_t at = 0; at < mine.sifted.count; ++at) {
            const std::uint32_t row = rows[begin + mine.sifted.rows[at]];
            if (chosen(row, mine.sifted.words[at])) chunks[chunk].push_back({keys[row], row, mine.sifted.words[at]});
        }
    });
    return in_order(chunks);
}

}  // namespace ontkoker::processes
