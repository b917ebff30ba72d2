#include "entry.h"

#include <algorithm>

#include "debt_asking.h"
#include "helping.h"
#include "ontkoker/core/portable_math.h"

namespace ontkoker {
namespace {

constexpr int adult_age = 18;
constexpr int money_from = -52;   // debts move in the last year of the spin-up only

// `chance` by itself, or by what is added independently; exactly `chance` when nothing is added.
double either(double chance, double added) { return chance + std::max(0.0, 1.0 - chance) * added; }

bool known_elsewhere(const World& world, ChildId child, std::uint8_t cause) {
    const std::size_t home = world.children.household[child.index].index;
    const Households& h = world.households;
    if (cause == seen_livelihood) return h.debt[home] > Cents(0) && h.arrears_months[home] > 0;
    constexpr std::uint8_t treated = treated_mental_health | treated_addiction | treated_lvb | treated_conflict;
    return cause == seen_family && (h.problems[home] & treated);
}

}  // namespace

bool multiple_questions(const World& world, std::size_t household) {
    return world.households.problems[household] || world.households.debt[household] > Cents(0);
}

int signals_of(const World& world, ChildId child) {
    return known_elsewhere(world, child, seen_livelihood) + known_elsewhere(world, child, seen_family) +
           (world.children.school[child.index].at_home != 0);
}

double disclosure(const Entry& now) {
    if (now.data_sharing <= now.sharing_tolerated) return 1.0;
    return 1.0 - now.sharing_distrust * (now.data_sharing - now.sharing_tolerated) / (1.0 - now.sharing_tolerated);
}

double sharing_factor(const Step& step, ChildId child) {
    const Entry& now = step.now.entry;
    const World& world = step.world;
    const double open = multiple_questions(world, world.children.household[child.index].index) ? disclosure(now) : 1.0;
    return open * (1.0 + now.data_sharing * now.sharing_signal * signals_of(world, child));
}

double sees_cause(const Step& step, ChildId child, std::uint8_t cause, double chance) {
    const Entry& now = step.now.entry;
    const World& world = step.world;
    const std::size_t home = world.children.household[child.index].index;
    if (known_elsewhere(world, child, cause)) chance = either(chance, now.data_sharing * now.sharing_sight);
    if (!multiple_questions(world, home)) return chance;
    chance = either(chance, now.front_door_meeting * now.meeting_sight);
    if (cause == seen_livelihood)
        chance = either(chance, now.livelihood_first * now.livelihood_sight * world.households.trust[home].value() * disclosure(now));
    return chance;
}

double acts_on_money(const Step& step, ChildId child, double chance) {
    const Entry& now = step.now.entry;
    if (!multiple_questions(step.world, step.world.children.household[child.index].index)) return chance;
    return either(chance, now.livelihood_first * now.livelihood_acts);
}

void lead_to_debt_help(Step& step, ChildId child) {
    const World& world = step.world;
    const std::size_t home = world.children.household[child.index].index;
    const Households& h = world.households;
    if (step.number < money_from || !h.problematic[home] || h.debt_help[home] != DebtHelpState::none || h.owed[home].bewind) return;
    ask_debt_help(step, home);
}

double handovers_left(const Entry& now) { return 1.0 - now.front_door_meeting * now.meeting_saves; }

bool left_to_own_strength(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    const Entry& now = step.now.entry;
    const auto i = child.index;
    if (severity(load_of(world, child), step.now.seeking) == 2) return false;
    const auto word = step.draw(c.key[i], Decision::own_strength, c.episode[i])[0];
    if (!happens(word, now.strict_access * now.own_strength)) return false;
    if (c.group[i] != ChildGroup::lifelong) c.own[i] = Level::from(c.own[i].value() * (1.0 - now.own_strength_effect));
    c.help[i] = HelpState::none;
    c.entry[i].sent_back = true;
    ++world.tally.entry.own_strength;
    note(step, child, Event::own_strength_plan, moment);
    return true;
}

void bring_sibling(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    if (!(c.seen[child.index] & (seen_family | seen_livelihood))) return;
    ChildId heaviest;
    const auto before = [&](ChildId a, ChildId b) {
        const Level x = load_of(world, a), y = load_of(world, b);
        return x != y ? x > y : c.key[a.index] < c.key[b.index];
    };
    for (ChildId other = world.households.first_child[c.household[child.index].index]; other.exists(); other = c.next[other.index]) {
        if (other == child || c.help[other.index] != HelpState::none || age_on(c.birth_day[other.index], step.day()) >= adult_age) continue;
        if (severity(load_of(world, other), step.now.seeking) == 0 || c.entry[other.index].neighbour_until > moment) continue;
        if (!heaviest.exists() || before(other, heaviest)) heaviest = other;
    }
    if (!heaviest.exists()) return;
    const auto word = step.draw(c.key[child.index], Decision::sibling, c.episode[child.index])[0];
    if (!happens(word, step.now.entry.uncovers)) return;
    ++c.episode[heaviest.index];
    c.seen[heaviest.index] = 0;
    ++world.tally.requests;
    ++world.tally.entry.uncovered;
    note(step, heaviest, Event::asked, moment, static_cast<std::int64_t>(Referrer::access), {.decided = DecidedBy::access});
    ask_access(step, heaviest, moment, Referrer::access);
}

bool goes_to_light_help(const Step& step, ChildId child) {
    const Children& c = step.world.children;
    const Entry& now = step.now.entry;
    if (severity(load_of(step.world, child), step.now.seeking) == 2) return false;
    const auto word = step.draw(c.key[child.index], Decision::light_help, c.episode[child.index])[0];
    return happens(word, now.light_help_free * now.light_substitutes);
}

void take_light_help(Step& step, ChildId child, Moment moment) {
    for (std::size_t k = 0; k < step.now.help_types.size(); ++k) {
        if (!step.now.help_types[k].team) continue;
        note(step, child, Event::light_help_asked, moment);
        return join_line(step, child, k, Referrer::none, moment, false);
    }
}

}  // namespace ontkoker
