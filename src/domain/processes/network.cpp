// A7: the network around a family. Whether there is an adult to count on is drawn once for a household; mentors and informal
// support begin at an intake (plan_network) and end here; what they take over from professionals is counted here.
#include "../parent_care.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double weeks_per_month = 365.25 / 12.0 / 7.0;

void draw_networks(Step& step) {
    Households& h = step.world.households;
    const ParentCare& now = step.now.parent_care;
    for_chunks(step.world.household_rows(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        each_unusual(h.care_marks, care_known, care_known, begin, end, [&](std::size_t i) {
            if (!h.occupied[i]) return;
            const auto word = step.draw(h.key[i], Decision::network, 0)[0];
            h.care[i].known = true;
            h.care[i].network = Level::from(happens(word, now.network_share) ? 1.0 : now.network_thin);
            mark_care(h, i);
        });
    });
}

void end_support(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    each_unusual(h.care_marks, care_informal, 0, 0, world.household_rows(), [&](std::size_t i) {
        if (h.care[i].informal_ends > step.begin()) return;
        h.care[i].informal = false;
        mark_care(h, i);
        --world.informal.used;
    });
    Children& c = world.children;
    for_chunks(world.child_rows(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!c.network[i].mentor) continue;
            const auto word = step.draw(c.key[i], Decision::mentor_ends, step.number)[0];
            if (happens(word, step.now.parent_care.mentor_ends / 12.0)) c.network[i].mentor = false;
        }
    });
}

// Minutes a week that networks take over from professionals.
std::int64_t minutes_replaced(const Step& step) {
    const Children& c = step.world.children;
    std::vector<std::int64_t> chunks(chunk_count(c.help.size(), step.grain));
    for_chunks(c.help.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        each_marked(c.help, begin, end, [&](std::size_t i) {
            if (c.help[i] == HelpState::in_help) chunks[chunk] += c.network[i].replaced;
        });
    });
    std::int64_t weekly = 0;
    for (const std::int64_t minutes : chunks) weekly += minutes;
    return weekly;
}

}  // namespace

void keep_networks(Step& step) {
    if (!step.month) return;
    World& world = step.world;
    draw_networks(step);
    end_support(step);
    world.tally.parent_care.minutes_replaced += nearest(static_cast<double>(minutes_replaced(step)) * weeks_per_month);
    world.ledger.pay(Account::prevention_teams, Account::providers,
                     world.informal.used * euros(step.now.parent_care.informal_cost / 12.0));
}

}  // namespace ontkoker::processes
