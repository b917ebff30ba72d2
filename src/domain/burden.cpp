#include "burden.h"

#include <algorithm>

#include "paper.h"

namespace ontkoker {

double professionals_around(int services, const Workforce& now) {
    if (services == 0) return 0.0;
    const double stacked = services * (1.0 + now.stack);
    return 1.0 + (stacked - 1.0) * (1.0 - now.one_plan * now.plan_saving);
}

double burden_of(const World& world, std::size_t household, const Parameters& p) {
    const Workforce& now = p.workforce;
    const double around = professionals_around(world, household, now);
    if (around <= 0.0) return 0.0;
    const Children& c = world.children;
    double paper = 0.0;
    for (ChildId child = world.households.first_child[household]; child.exists(); child = c.next[child.index])
        if (c.help[child.index] == HelpState::in_help && !p.help_types[c.service[child.index]].team)
            paper += now.paperwork * decisions_a_week(now) * now.decision_parent;
    return std::min(1.0, (now.appointment_hours * (around - 1.0) + paper) / now.burden_full);
}

}  // namespace ontkoker
