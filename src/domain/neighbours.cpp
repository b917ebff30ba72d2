// D14: an open youth law beside closed neighbours. A request whose cause belongs to another law goes there first; who is
// refused comes to youth help after all, and the other payer is spared.
#include <algorithm>

#include "entry.h"
#include "helping.h"
#include "parent_care.h"

namespace ontkoker {
namespace {

constexpr double minutes_per_month = 365.25 / 12.0 * minutes_per_day;

CareKind adult_care_for(std::uint8_t problems) {
    return problems & mental_health && !(problems & treated_mental_health) ? CareKind::mental_health : CareKind::addiction;
}

// Parents' mental health or addiction that weighs more on the child than its own problems, and is not treated.
bool belongs_to_adult_care(const World& world, std::size_t i, std::size_t home) {
    const std::uint8_t problems = world.households.problems[home];
    const auto untreated = static_cast<std::uint8_t>(problems & (mental_health | addiction) & ~(problems >> 4));
    return untreated && world.households.care[home].stage == CareStage::none && !world.households.care[home].advised &&
           world.children.family[i] > world.children.own[i];
}

Neighbour neighbour_of(const Step& step, ChildId child) {
    const World& world = step.world;
    const Children& c = world.children;
    const auto i = child.index;
    const std::size_t home = c.household[i].index;
    if (c.group[i] == ChildGroup::lifelong && severity(load_of(world, child), step.now.seeking) == 2) return Neighbour::long_term_care;
    const SchoolState& school = c.school[i];
    if (school.at_home || (school.need && school.place == SchoolPlace::regular)) return Neighbour::school;
    if (world.households.housing[home].homeless() || world.households.housing[home].threatened()) return Neighbour::housing;
    return belongs_to_adult_care(world, i, home) ? Neighbour::adult_care : Neighbour::count;
}

Cents price_at(const Step& step, Neighbour neighbour, std::size_t home) {
    const Parameters& now = step.now;
    const double years = now.entry.neighbour_months / 12.0;
    switch (neighbour) {
        case Neighbour::school: return euros(now.school.arrangement * years);
        case Neighbour::long_term_care: return euros(now.entry.long_term_care_year * years);
        case Neighbour::adult_care: {
            const auto kind = static_cast<std::size_t>(adult_care_for(step.world.households.problems[home]));
            return euros(now.parent_care.cost[kind] * now.parent_care.months[kind] / 12.0);
        }
        case Neighbour::housing:
        case Neighbour::count: break;
    }
    return Cents(0);   // a home has its price with or without this family
}

void help_there(Step& step, ChildId child, Neighbour neighbour, std::size_t home, Cents price, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    const Entry& now = step.now.entry;
    const auto i = child.index;
    c.entry[i].neighbour_until = moment + static_cast<Moment>(nearest(now.neighbour_months * minutes_per_month));
    if (neighbour == Neighbour::long_term_care) world.ledger.pay(Account::long_term_care, Account::providers, price);
    if (neighbour == Neighbour::adult_care) advise_parents(world, home);   // and the insurer pays the treatment when it comes
    if (neighbour != Neighbour::school) return;
    world.ledger.pay(Account::schools, Account::providers, price);
    if (c.group[i] != ChildGroup::lifelong) c.own[i] = Level::from(c.own[i].value() * (1.0 - now.neighbour_effect));
}

}  // namespace

bool taken_by_neighbour(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    const Children& c = world.children;
    const Entry& now = step.now.entry;
    const Neighbour neighbour = neighbour_of(step, child);
    if (neighbour == Neighbour::count) return false;
    const auto word = step.draw(c.key[child.index], Decision::neighbour, c.episode[child.index])[0];
    if (!happens(word, now.neighbour_takes)) return false;   // its question is one for youth help
    const auto n = static_cast<std::size_t>(neighbour);
    const std::size_t home = c.household[child.index].index;
    const Cents price = price_at(step, neighbour, home);
    EntryTally& tally = world.tally.entry;
    if (happens(word, now.neighbour_takes * (1.0 - std::min(1.0, now.neighbours_closed)))) {
        ++tally.taken[n];
        note(step, child, Event::neighbour_helps, moment);
        help_there(step, child, neighbour, home, price, moment);
        return true;
    }
    ++tally.refused[n];
    tally.spared[n] += price;
    note(step, child, Event::neighbour_refuses, moment);
    return false;
}

}  // namespace ontkoker
