// D16: where more payers touch a case they may differ about who pays the next step. Weeks pass in which nobody may decide;
// the child joins the line of help after that. A joint budget takes the delay away.
#include <algorithm>

#include "entry.h"
#include "helping.h"
#include "ontkoker/core/portable_math.h"

namespace ontkoker {
namespace {

constexpr double longest_weeks = 52.0;

// Payers beside the youth fund: insurer (parents' own care), long-term care, school.
int further_payers(const World& world, ChildId child) {
    const Children& c = world.children;
    const auto i = child.index;
    const SchoolState& school = c.school[i];
    return ((world.households.problems[c.household[i].index] & (mental_health | addiction)) != 0) + (c.group[i] == ChildGroup::lifelong) +
           (school.at_home || school.need);
}

}  // namespace

Moment dispute_about(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    const Entry& now = step.now.entry;
    const HelpType& help = step.now.help_types[type];
    c.entry[child.index].dispute_until = long_ago;
    // Nobody disputes what a court or certified institution decides; the team's own help needs no payer.
    if (help.team || help.payer != Account::youth || referrer == Referrer::gi || referrer == Referrer::court) return 0;
    const int payers = further_payers(world, child);
    if (payers == 0) return 0;
    const auto words = step.draw(c.key[child.index], Decision::dispute, c.episode[child.index]);
    if (!happens(words[0], now.dispute_share * payers)) return 0;
    const double weeks = std::min(longest_weeks, exponential(words[1], now.dispute_weeks * payers)) * (1.0 - now.joint_case_budget);
    const auto delay = static_cast<Moment>(nearest(weeks * minutes_per_week));
    if (delay <= 0) return 0;
    c.entry[child.index].dispute_until = moment + delay;
    ++world.tally.entry.disputes[family_cell(world, child)];
    world.tally.entry.dispute_minutes[family_cell(world, child)] += delay;
    note(step, child, Event::payers_differ, moment, delay);
    return delay;
}

}  // namespace ontkoker
