#include "ontkoker/domain/world.h"

#include "protection.h"

namespace ontkoker {
namespace {

template <class... Columns>
void grow(std::size_t rows, Columns&... columns) {
    (columns.resize(rows), ...);
}

void grow_adults(Adults& a, std::size_t rows) {
    grow(rows, a.key, a.woman, a.activity, a.wage, a.ww_left, a.young);
    a.birth_day.resize(rows, no_birth);
}

void grow_households(Households& h, std::size_t rows) {
    grow(rows, h.key, h.turn, h.occupied, h.first_child, h.tenure, h.buffer, h.debt, h.owed, h.habit, h.pending_bill, h.granted, h.claims,
         h.takes, h.on_bijstand, h.under_minimum, h.band, h.low_income_months, h.arrears_months, h.problematic, h.debt_help,
         h.term_left, h.debt_episode, h.stress, h.trust, h.problems, h.children_born, h.newcomers,
         h.allowance, h.housing, h.care, h.care_marks, h.entry, h.deadlock);
    h.debt_ticket.resize(rows, WaitingLine::no_ticket);
}

void grow_children(Children& c, std::size_t rows) {
    grow(rows, c.key, c.household, c.next, c.turn, c.birth_day, c.woman, c.group, c.own, c.family, c.livelihood, c.help, c.service,
         c.referrer, c.episode, c.worsened, c.since, c.seen, c.intake_minutes, c.helped_this_year, c.face, c.helper, c.network, c.watched, c.school, c.safety,
         c.young, c.entry, c.delivery);
    c.ticket.resize(rows, WaitingLine::no_ticket);
    c.ended.resize(rows, never);
}

void clear_adult(Adults& a, std::size_t slot) {
    a.key[slot] = AgentKey{};
    a.birth_day[slot] = no_birth;
    a.woman[slot] = 0;
    a.activity[slot] = Activity::none;
    a.wage[slot] = Cents(0);
    a.ww_left[slot] = 0;
    a.young[slot] = {};
}

void clear_household(Households& h, std::size_t i) {
    h.key[i] = AgentKey{};
    h.turn[i] = no_turn;
    h.occupied[i] = 0;
    h.first_child[i] = ChildId();
    h.tenure[i] = Tenure::social;
    h.buffer[i] = h.debt[i] = h.habit[i] = h.pending_bill[i] = Cents(0);
    h.owed[i] = {};
    h.granted[i] = {};
    h.claims[i] = h.takes[i] = h.on_bijstand[i] = h.under_minimum[i] = 0;
    h.low_income_months[i] = h.arrears_months[i] = h.problematic[i] = h.term_left[i] = 0;
    h.debt_help[i] = DebtHelpState::none;
    h.debt_ticket[i] = WaitingLine::no_ticket;
    h.debt_episode[i] = h.children_born[i] = h.newcomers[i] = 0;
    h.stress[i] = h.trust[i] = Level{};
    h.problems[i] = 0;
    h.band[i] = IncomeBand::minimum;
    h.allowance[i] = {};
    h.housing[i] = {};
    h.care[i] = {};
    h.care_marks[i] = 0;
    h.entry[i] = {};
    h.deadlock[i] = {};
}

void clear_child(Children& c, std::size_t i) {
    c.key[i] = AgentKey{};
    c.household[i] = HouseholdId();
    c.next[i] = ChildId();
    c.turn[i] = no_turn;
    c.birth_day[i] = 0;
    c.woman[i] = 0;
    c.group[i] = ChildGroup::everyday;
    c.own[i] = c.family[i] = c.livelihood[i] = Level{};
    c.help[i] = HelpState::none;
    c.service[i] = 0;
    c.ticket[i] = WaitingLine::no_ticket;
    c.referrer[i] = Referrer::none;
    c.episode[i] = 0;
    c.since[i] = 0;
    c.seen[i] = 0;
    c.intake_minutes[i] = 0;
    c.helped_this_year[i] = 0;
    c.ended[i] = never;
    c.face[i] = c.helper[i] = Face{};
    c.worsened[i] = Level{};
    c.network[i] = {};
    c.watched[i] = 0;
    c.school[i] = {};
    c.safety[i] = {};
    c.young[i] = {};
    c.entry[i] = {};
    c.delivery[i] = {};
}

}  // namespace

HouseholdId World::add_household(AgentKey key) {
    std::size_t row = household_rows();
    if (!free_households.empty()) {
        row = free_households.back();
        free_households.pop_back();
    } else {
        grow_households(households, row + 1);
        grow_adults(adults, 2 * (row + 1));
    }
    clear_household(households, row);
    clear_adult(adults, 2 * row);
    clear_adult(adults, 2 * row + 1);
    households.key[row] = key;
    households.turn[row] = turn_of(key);
    households.occupied[row] = 1;
    return HouseholdId(row);
}

ChildId World::add_child(HouseholdId household, AgentKey key, std::int32_t birth_day, bool woman) {
    std::size_t row = child_rows();
    if (!free_children.empty()) {
        row = free_children.back();
        free_children.pop_back();
    } else {
        grow_children(children, row + 1);
    }
    clear_child(children, row);
    children.key[row] = key;
    children.household[row] = household;
    children.turn[row] = turn_of(households.key[household.index]);
    children.birth_day[row] = birth_day;
    children.woman[row] = woman;
    children.next[row] = households.first_child[household.index];
    households.first_child[household.index] = ChildId(row);
    return ChildId(row);
}

void World::remove_child(ChildId child) {
    stop_safety(*this, child, std::numeric_limits<Moment>::min());  // at the moment up to which its line has advanced
    ChildId* link = &households.first_child[children.household[child.index].index];
    while (*link != child) link = &children.next[link->index];
    *link = children.next[child.index];
    clear_child(children, child.index);
    free_children.push_back(child.index);
}

void World::free_household(HouseholdId household) {
    clear_household(households, household.index);
    clear_adult(adults, 2 * household.index);
    clear_adult(adults, 2 * household.index + 1);
    free_households.push_back(household.index);
}

void World::rename_household(std::size_t household, AgentKey key) {
    households.key[household] = key;
    households.turn[household] = turn_of(key);
    for (ChildId child = households.first_child[household]; child.exists(); child = children.next[child.index])
        children.turn[child.index] = turn_of(key);
}

FamilyGroup family_group(const World& world, ChildId child) {
    return family_group(world.households, world.children.household[child.index].index,
                        world.children.group[child.index] == ChildGroup::lifelong);
}

FamilyGroup family_group(const World& world, HouseholdId household) {
    bool lifelong = false;
    for (ChildId child = world.households.first_child[household.index]; child.exists(); child = world.children.next[child.index])
        lifelong |= world.children.group[child.index] == ChildGroup::lifelong;
    return family_group(world.households, household.index, lifelong);
}

std::size_t family_cell(const World& world, ChildId child) {
    return family_cell(family_group(world, child), world.households.band[world.children.household[child.index].index]);
}

std::size_t family_cell(const World& world, HouseholdId household) {
    return family_cell(family_group(world, household), world.households.band[household.index]);
}

}  // namespace ontkoker
