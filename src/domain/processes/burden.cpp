// C5, C8: professionals around a family, and the paper that they and the family fill in.
#include <algorithm>

#include "../burden.h"
#include "../market.h"
#include "../paper.h"
#include "../parent_care.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {

namespace {

// Minutes of paper of a month, from who is in help now.
void count_paper(Step& step) {
    const Workforce& now = step.now.workforce;
    WorkforceTally& tally = step.world.tally.workforce;
    constexpr double weeks = 365.25 / 84.0;
    for (std::size_t s = first_help_service; s < step.world.services.size(); ++s) {
        const HelpType& type = step.now.help_types[type_of(step.world, s)];
        const double clients = weeks * static_cast<double>(step.world.services[s].line.in_service());
        const double decisions = type.team ? 0.0 : 60.0 * now.paperwork * decisions_a_week(now) * clients;
        tally.paper_worker += nearest(decisions * now.decision_worker);
        tally.paper_parent += nearest(decisions * now.decision_parent);
        tally.paper_provider += nearest(clients * provider_paper(type, form_of(step.world, s, step.now), now));
    }
}

// Homes of children in an intake or in help.
std::vector<std::uint8_t> homes_with_help(const World& world) {
    const Children& c = world.children;
    std::vector<std::uint8_t> homes(world.household_rows(), 0);
    for (std::size_t i = 0; i < world.child_rows(); ++i)
        if (c.help[i] == HelpState::intake || c.help[i] == HelpState::in_help) homes[c.household[i].index] = 1;
    return homes;
}

}  // namespace

void weigh_on_parents(Step& step) {
    if (!step.month) return;
    count_paper(step);
    World& world = step.world;
    Households& h = world.households;
    const Workforce& now = step.now.workforce;
    if (now.burden_stress <= 0.0) return;
    // The share of the gap that stress closes in a month, as in household_money.cpp.
    const double follow = step.now.stress.rise;
    const std::vector<std::uint8_t> helped = homes_with_help(world);
    for_chunks(world.household_rows(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t>& families = scratch().rows;
        pick_where(begin, end, [&](std::size_t i) {
            return helped[i] | (h.first_child[i].exists() & ((h.on_bijstand[i] != 0) | (h.debt_help[i] > DebtHelpState::waiting) |
                                                             ((h.problems[i] & all_treated) != 0)));
        }, families);
        for (const std::uint32_t i : families) {
            const double burden = burden_of(world, i, step.now);
            if (burden <= 0.0) continue;
            const double stress = h.stress[i].value();
            h.stress[i] = Level::from(stress + (1.0 - stress) * follow * now.burden_stress * burden);
        }
    });
}

}  // namespace ontkoker::processes
