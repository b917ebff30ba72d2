// D1: a desk per law. A family that comes to the municipality by itself chooses the desk of the law from which most of its
// load seems to come, and each desk sees its own part only.
#include "claims.h"
#include "debt_asking.h"
#include "entry.h"
#include "helping.h"
#include "parent_care.h"

namespace ontkoker {
namespace {

Desk chosen_desk(const Step& step, ChildId child, std::uint32_t door_word, std::uint32_t word) {
    if (happens(door_word, step.now.access.one_door)) return Desk::one_door;
    const Children& c = step.world.children;
    const auto i = child.index;
    const double all = c.own[i].value() + c.family[i].value() + c.livelihood[i].value();
    if (all <= 0.0) return Desk::youth;
    const double income = step.now.entry.desk_choice * c.livelihood[i].value() / all;
    const double wmo = step.now.entry.desk_choice * c.family[i].value() / all;
    if (happens(word, income)) return Desk::income;
    return happens(word, income + wmo) ? Desk::wmo : Desk::youth;
}

// The desk for income: every scheme to which the family is entitled, and debt help.
void help_with_income(Step& step, ChildId child, std::size_t home, Moment moment) {
    World& world = step.world;
    const MonthRules rules(step.now);
    const HouseholdFacts facts = facts_of(world, home, step.day(), rules);
    for (std::size_t s = 0; s < step.now.schemes.size(); ++s) {
        if (world.households.claims[home] >> s & 1) continue;
        if (!entitled(step.now.schemes[s], facts, world.households.low_income_months[home], rules)) continue;
        grant(world, home, s, facts, step.now);
        note(step, home, Event::scheme_granted, moment, static_cast<std::int64_t>(s), {}, {.decided = DecidedBy::municipality});
    }
    lead_to_debt_help(step, child);
}

}  // namespace

bool dealt_with_at_desk(Step& step, ChildId child, Moment moment, std::uint32_t door_word) {
    World& world = step.world;
    const Children& c = world.children;
    const Entry& now = step.now.entry;
    const std::size_t home = c.household[child.index].index;
    const auto words = step.draw(c.key[child.index], Decision::desk, c.episode[child.index]);
    const Desk desk = chosen_desk(step, child, door_word, words[0]);
    ++world.tally.entry.desk[static_cast<std::size_t>(desk)];
    if (desk == Desk::one_door || desk == Desk::youth) return false;
    note(step, child, desk == Desk::income ? Event::at_income_desk : Event::at_wmo_desk, moment);
    world.ledger.pay(desk == Desk::income ? Account::debt_help : Account::wmo, Account::providers, euros(now.desk_cost));
    if (happens(words[1], step.now.access.follow_advice)) {
        if (desk == Desk::income) help_with_income(step, child, home, moment);
        else advise_parents(world, home);
    }
    // D2: a meeting of the domains hears of the child as well.
    if (!multiple_questions(world, home) || !happens(words[2], now.front_door_meeting * now.meeting_sight)) return true;
    ++world.tally.entry.brought_on;
    return false;
}

}  // namespace ontkoker
