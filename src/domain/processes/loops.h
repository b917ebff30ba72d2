// Parallel loops over rows that propose events; the events are then applied one by one in order of lasting keys, so that
// neither threads nor the place of a row in its column can matter.
#pragma once
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "../marks.h"
#include "ontkoker/domain/step.h"
#include "ontkoker/engine/parallel.h"
#include "ontkoker/engine/pick.h"

namespace ontkoker::processes {

using Words = std::array<std::uint32_t, 4>;

// Calls visit(row, words) for each row of `keys` that `concerned(row)` names, with block 0 of (key, decision, step).
// Draws are addressed, so what others would draw need not be drawn.
template <class Concerned, class Visit>
void draw_rows(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const Concerned& concerned, const Visit& visit) {
    for_chunks(keys.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        static thread_local std::vector<std::uint32_t> rows;
        static thread_local std::vector<AgentKey> named;
        static thread_local std::array<std::vector<std::uint32_t>, 4> columns;
        rows.clear();
        named.clear();
        for (std::size_t i = begin; i < end; ++i) {
            if (!concerned(i)) continue;
            rows.push_back(static_cast<std::uint32_t>(i));
            named.push_back(keys[i]);
        }
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

// Of mine.rows those of which some word k is below threshold(most[k]), into mine.sifted.
inline void sift_named(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const std::array<double, 4>& most, Scratch& mine) {
    mine.keys.resize(mine.rows.size());
    for (std::size_t at = 0; at < mine.rows.size(); ++at) mine.keys[at] = keys[mine.rows[at]];
    step.draws.sift(mine.keys, static_cast<std::uint16_t>(decision), step.number, most, mine.sifted);
}

// Calls visit(row, words) for the rows of `keys` of which some word k is below threshold(most[k]), for what seldom happens:
// all rows draw, in a vector loop, and only the few that pass are looked at.
template <class Visit>
void sift_rows(const Step& step, const std::vector<AgentKey>& keys, Decision decision, const std::array<double, 4>& most, const Visit& visit) {
    for_chunks(keys.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        Sifted& few = scratch().sifted;
        step.draws.sift(std::span(keys).subspan(begin, end - begin), static_cast<std::uint16_t>(decision), step.number, most, few);
        for (std::size_t at = 0; at < few.count; ++at) visit(begin + few.rows[at], few.words[at]);
    });
}

// The rows from `begin` to `end` for which `named(row)` is true, into `rows`; without a branch, so let `named` have none.
template <class Named>
void pick_where(std::size_t begin, std::size_t end, const Named& named, std::vector<std::uint32_t>& rows) {
    static thread_local std::vector<std::uint32_t> all;   // as long as the longest chunk: nothing to clear each time
    if (all.size() < end - begin) all.resize(end - begin);
    std::uint32_t* next = all.data();
    for (std::size_t i = begin; i < end; ++i) {
        *next = static_cast<std::uint32_t>(i);
        next += static_cast<bool>(named(i));
    }
    rows.assign(all.data(), next);
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

// Calls visit(row) for each of `rows`, while what stands at `address(row)`, far apart, is on its way for the rows that follow.
template <class Address, class Visit>
void visit_ahead(std::span<const std::uint32_t> rows, const Address& address, const Visit& visit) {
    constexpr std::size_t ahead = 12;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        __builtin_prefetch(address(rows[std::min(at + ahead, rows.size() - 1)]));
        visit(rows[at]);
    }
}

// What `look(found, row)` finds, chunk by chunk in parallel, then joined in the order of rows by Found::add().
template <class Found, class Look>
Found look_at_rows(std::size_t count, std::size_t grain, const Look& look) {
    std::vector<Found> chunks(chunk_count(count, grain));
    for_chunks(count, grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Found found;
        for (std::size_t i = begin; i < end; ++i) look(found, i);
        chunks[chunk] = std::move(found);
    });
    Found all;
    for (const Found& found : chunks) all.add(found);
    return all;
}

// A short list of rows.
struct Rows {
    std::vector<std::uint32_t> rows;
    void add(const Rows& other) { rows.insert(rows.end(), other.rows.begin(), other.rows.end()); }
};

// The rows for which `wanted(row)` is true, in order.
template <class Wanted>
std::vector<std::uint32_t> rows_where(std::size_t count, std::size_t grain, const Wanted& wanted) {
    return look_at_rows<Rows>(count, grain, [&](Rows& found, std::size_t i) {
        if (wanted(i)) found.rows.push_back(static_cast<std::uint32_t>(i));
    }).rows;
}

// The rows whose byte has a bit of `mask` and for which `wanted(row)` is true, in order.
template <class Byte, class Wanted>
std::vector<std::uint32_t> rows_marked(const std::vector<Byte>& bytes, std::uint8_t mask, std::size_t grain, const Wanted& wanted) {
    std::vector<Rows> chunks(chunk_count(bytes.size(), grain));
    for_chunks(bytes.size(), grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        each_unusual(bytes, mask, 0, begin, end, [&](std::size_t i) {
            if (wanted(i)) chunks[chunk].rows.push_back(static_cast<std::uint32_t>(i));
        });
    });
    Rows all;
    for (const Rows& found : chunks) all.add(found);
    return all.rows;
}

// The rows begin..end of children who are younger than `age` and whose household has its week of four, in that order.
inline void young_in_turn(const Step& step, int age, std::size_t begin, std::size_t end, std::vector<std::uint32_t>& rows) {
    const Children& c = step.world.children;
    const std::size_t count = end - begin;
    pick_rows(std::span(c.turn).subspan(begin, count), step.turn(), std::span(c.birth_day).subspan(begin, count),
              born_by(age, step.day()), begin, rows);
}

// What seldom happens to these children, as propose_rare() does it.
template <class Chosen>
std::vector<Proposal> propose_rare_in_turn(const Step& step, int age, Decision decision, const std::array<double, 4>& most, const Chosen& chosen) {
    const std::vector<AgentKey>& keys = step.world.children.key;
    std::vector<std::vector<Proposal>> chunks(chunk_count(keys.size(), step.grain));
    for_chunks(keys.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Scratch& mine = scratch();
        young_in_turn(step, age, begin, end, mine.rows);
        sift_named(step, keys, decision, most, mine);
        for (std::size_t at = 0; at < mine.sifted.count; ++at) {
            const std::uint32_t row = mine.rows[mine.sifted.rows[at]];
            if (chosen(row, mine.sifted.words[at])) chunks[chunk].push_back({keys[row], row, mine.sifted.words[at]});
        }
    });
    return in_order(chunks);
}

}  // namespace ontkoker::processes
