// Parallel loops over people of 16 to 26. Each chunk of rows decides for its own people and leaves in its own slot what
// others have a part in; that is applied afterwards, chunk by chunk, so in the order of each_young().
#pragma once
#include <span>
#include <vector>

#include "../young.h"
#include "loops.h"

namespace ontkoker::processes {

inline std::size_t young_chunks(const Step& step) {
    return chunk_count(step.world.child_rows(), step.grain) + chunk_count(step.world.adults.key.size(), step.grain);
}

// Scratch of a thread: the rows and people of one chunk.
struct YoungScratch {
    std::vector<std::uint32_t> rows;
    std::vector<YoungPerson> people;
};
inline YoungScratch& young_scratch() {
    static thread_local YoungScratch mine;
    mine.people.clear();
    return mine;
}

// The rows of begin to end with a birth day that fits. Without a branch: which ones fit cannot be foreseen.
inline std::span<const std::uint32_t> rows_of_age(const std::vector<std::int32_t>& birth_day, const YoungAges& ages, std::size_t begin,
                                                  std::size_t end, std::vector<std::uint32_t>& rows) {
    rows.resize(end - begin);
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) {
        rows[count] = static_cast<std::uint32_t>(i);
        count += ages.fit(birth_day[i]);
    }
    return std::span(rows).first(count);
}

// Calls visit(chunk, people) for the young in each chunk of rows of children, then of adults.
template <class Visit>
void for_young(const Step& step, const Visit& visit) {
    const Children& c = step.world.children;
    const Adults& a = step.world.adults;
    const YoungAges ages(step.day());
    for_chunks(c.key.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        YoungScratch& mine = young_scratch();
        for (const std::uint32_t i : rows_of_age(c.birth_day, ages, begin, end, mine.rows))
            if (c.household[i].exists()) mine.people.push_back({c.key[i], c.birth_day[i], c.household[i].index, i, false});
        visit(chunk, std::span<const YoungPerson>(mine.people));
    });
    const std::size_t before = chunk_count(c.key.size(), step.grain);
    for_chunks(a.key.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        YoungScratch& mine = young_scratch();
        for (const std::uint32_t slot : rows_of_age(a.birth_day, ages, begin, end, mine.rows))
            mine.people.push_back({a.key[slot], a.birth_day[slot], slot / 2, slot, true});
        visit(before + chunk, std::span<const YoungPerson>(mine.people));
    });
}

// The words of people of whom a sieve leaves few: to the others nothing happens, whatever is asked of their words.
class FewWords {
public:
    void draw(const Step& step, std::span<const YoungPerson> people, Decision decision, const std::array<double, 4>& most) {
        keys_.clear();
        for (const YoungPerson& who : people) keys_.push_back(who.key);
        step.draws.sift(keys_, static_cast<std::uint16_t>(decision), step.number, most, few_);
        next_ = 0;
    }
    // Of people[at]; `at` rises from call to call.
    Words of(std::size_t at) {
        while (next_ < few_.count && few_.rows[next_] < at) ++next_;
        return next_ < few_.count && few_.rows[next_] == at ? few_.words[next_] : Words{~0u, ~0u, ~0u, ~0u};
    }

private:
    std::vector<AgentKey> keys_;
    Sifted few_;
    std::size_t next_ = 0;
};

}  // namespace ontkoker::processes
