// D21: a watch-flame, a few hours of light support a year that stays after help has ended, against steering on a norm
// length of help.
#include <algorithm>

#include "../entry.h"
#include "../helping.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker {
namespace {

constexpr double weeks_per_year = 365.25 / 7.0;
constexpr double minutes_per_year = 365.25 * minutes_per_day;
constexpr int adult_age = 18;

// What does not pass with help: parents' problems, problematic debts, a child with a severe or lifelong problem.
bool vulnerable(const World& world, std::size_t home) {
    const Households& h = world.households;
    if (h.problems[home] || h.problematic[home]) return true;
    for (ChildId child = h.first_child[home]; child.exists(); child = world.children.next[child.index])
        if (world.children.group[child.index] == ChildGroup::lifelong || world.children.group[child.index] == ChildGroup::severe) return true;
    return false;
}

double weekly_minutes(const Entry& now) { return 60.0 * now.watch_hours / weeks_per_year; }

// Base hours of the team's help, minutes a week.
double team_minutes(const Service& service) {
    double sum = 0.0;
    for (const std::int32_t minutes : service.base_capacity) sum += minutes;
    return sum;
}

bool room_for_watch(const Step& step) {
    const Entry& now = step.now.entry;
    for (std::size_t k = 0; k < step.now.help_types.size(); ++k)
        if (step.now.help_types[k].team)
            return static_cast<double>(step.world.watch.families + 1) * weekly_minutes(now) <=
                   now.watch_most * team_minutes(step.world.services[first_help_service + k]);
    return false;
}

}  // namespace

void offer_watch_flame(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    const Children& c = world.children;
    const Entry& now = step.now.entry;
    const std::size_t home = c.household[child.index].index;
    HomeEntry& entry = world.households.entry[home];
    const bool burns = entry.watch_until > moment;
    if (!vulnerable(world, home) || (!burns && !room_for_watch(step))) return;
    const auto word = step.draw(c.key[child.index], Decision::watch_flame, c.episode[child.index])[0];
    if (!happens(word, now.watch_flame)) return;
    entry.watch_until = std::max(entry.watch_until, moment + static_cast<Moment>(nearest(now.watch_years * minutes_per_year)));
    if (burns) return;
    ++world.watch.families;
    ++world.tally.entry.watch_begun;
    note(step, home, Event::watch_begins, moment);
}

double hours_beside_watch(const World& world, const Entry& now, std::size_t service) {
    const double all = team_minutes(world.services[service]);
    if (all <= 0.0) return 1.0;
    return 1.0 - std::min(now.watch_most, static_cast<double>(world.watch.families) * weekly_minutes(now) / all);
}

double months_by_norm(const Step& step, ChildId child, const HelpType& help, double months) {
    const Entry& now = step.now.entry;
    const bool measure = step.world.children.safety[child.index].measure != Measure::none;
    if (help.places || measure || months <= now.norm_months) return months;
    return months - now.duration_cap * (months - now.norm_months);
}

namespace processes {

void keep_watch(Step& step) {
    if (!step.month || step.world.watch.families == 0) return;   // none has begun since the last recount found none
    World& world = step.world;
    Households& h = world.households;
    Children& c = world.children;
    const Entry& now = step.now.entry;
    std::int64_t burning = 0;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        Moment& until = h.entry[i].watch_until;
        if (until == long_ago) continue;
        if (until <= step.begin()) {
            until = long_ago;
            note(step, i, Event::watch_ends, step.begin());
        } else {
            ++burning;
        }
    }
    world.watch.families = burning;
    world.tally.entry.watch_minutes += nearest(60.0 * now.watch_hours / 12.0 * static_cast<double>(burning));
    if (burning == 0) return;
    for_chunks(world.child_rows(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!c.household[i].exists() || h.entry[c.household[i].index].watch_until == long_ago) continue;
            if (age_on(c.birth_day[i], step.day()) >= adult_age) continue;
            const double left = 1.0 - now.watch_fade / 12.0;
            c.family[i] = Level::from(c.family[i].value() * left);
            if (c.group[i] != ChildGroup::lifelong) c.own[i] = Level::from(c.own[i].value() * left);
        }
    });
}

}  // namespace processes
}  // namespace ontkoker
