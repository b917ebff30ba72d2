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

// Calls visit(chunk, people) for the young in each chunk of rows of children, then of adults.
template <class Visit>
void for_young(const Step& step, const Visit& visit) {
    const World& world = step.world;
    const YoungAges ages(step.day());
    const auto mine = [] () -> std::vector<YoungPerson>& {
        static thread_local std::vector<YoungPerson> people;
        people.clear();
        return people;
    };
    for_chunks(world.child_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::vector<YoungPerson>& people = mine();
        young_children(world, ages, begin, end, [&](const YoungPerson& who) { people.push_back(who); });
        visit(chunk, std::span<const YoungPerson>(people));
    });
    const std::size_t before = chunk_count(world.child_rows(), step.grain);
    for_chunks(world.adults.key.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::vector<YoungPerson>& people = mine();
        young_adults(world, ages, begin, end, [&](const YoungPerson& who) { people.push_back(who); });
        visit(before + chunk, std::span<const YoungPerson>(people));
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
