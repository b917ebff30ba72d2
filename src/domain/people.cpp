#include "people.h"

#include "market.h"
#include "parent_care.h"

namespace ontkoker {

void stop_help(World& world, ChildId child, Moment now) {
    Children& c = world.children;
    const auto i = child.index;
    if (c.ticket[i] != WaitingLine::no_ticket) {
        const bool at_access = c.help[i] == HelpState::waiting_access || c.help[i] == HelpState::intake;
        world.services[at_access ? access_service : line_of(world, child)].line.cancel(c.ticket[i], now);
    }
    c.ticket[i] = WaitingLine::no_ticket;
    c.help[i] = HelpState::none;
    c.delivery[i] = {};
}

void stop_debt_help(World& world, std::size_t household, Moment now) {
    Households& h = world.households;
    if (h.debt_ticket[household] != WaitingLine::no_ticket)
        world.services[debt_service].line.cancel(h.debt_ticket[household], now);
    h.debt_ticket[household] = WaitingLine::no_ticket;
    h.debt_help[household] = DebtHelpState::none;
    h.term_left[household] = 0;
    h.owed[household].arrangement = Arrangement::none;
    h.owed[household].breaks_at = h.owed[household].payment_plan = 0;
}

AdultRecord take_adult(World& world, std::size_t slot) {
    const Adults& a = world.adults;
    const AdultRecord adult{a.key[slot],      a.birth_day[slot], a.woman[slot],
                            a.activity[slot], a.wage[slot],      a.ww_left[slot], a.young[slot]};
    put_adult(world, slot, AdultRecord{});
    return adult;
}

void put_adult(World& world, std::size_t slot, const AdultRecord& adult) {
    Adults& a = world.adults;
    a.key[slot] = adult.key;
    a.birth_day[slot] = adult.birth_day;
    a.woman[slot] = adult.woman;
    a.activity[slot] = adult.activity;
    a.wage[slot] = adult.wage;
    a.ww_left[slot] = adult.ww_left;
    a.young[slot] = adult.young;
    if (const std::uint32_t seat = adult.young.seat; seat != no_seat) {   // who waits for adult care, or has it, is found here now
        world.places.seats[seat].row = static_cast<std::uint32_t>(slot);
        world.places.seats[seat].adult = 1;
    }
}

void move_children(World& world, HouseholdId from, HouseholdId to) {
    Children& c = world.children;
    Households& h = world.households;
    ChildId child = h.first_child[from.index];
    while (child.exists()) {
        const ChildId following = c.next[child.index];
        c.household[child.index] = to;
        c.turn[child.index] = turn_of(h.key[to.index]);
        c.next[child.index] = h.first_child[to.index];
        h.first_child[to.index] = child;
        child = following;
    }
    h.first_child[from.index] = ChildId();
}

HouseholdId found_household(Step& step, AgentKey key, const AdultRecord& adult, Decision decision) {
    World& world = step.world;
    const HouseholdId home = world.add_household(key);
    put_adult(world, 2 * home.index, adult);
    Households& h = world.households;
    const auto words = step.draws.block({key, static_cast<std::uint16_t>(decision), step.number, 1});
    const Finances& f = step.now.finances;
    h.tenure[home.index] = happens(words[0], step.now.demography.starter_social) ? Tenure::social : Tenure::private_rent;
    h.takes[home.index] = static_cast<std::uint8_t>((happens(words[1], f.bijstand_take_up) ? takes_bijstand : 0) |
                                                    (happens(words[2], f.zorgtoeslag_take_up) ? takes_zorgtoeslag : 0) |
                                                    (happens(words[3], f.huurtoeslag_take_up) ? takes_huurtoeslag : 0) |
                                                    (happens(words[3], f.kindgebonden_take_up) ? takes_kindgebonden : 0));
    h.trust[home.index] = Level::from(step.now.access.trust_start);
    return home;
}

void dissolve_household(World& world, HouseholdId household, Moment now) {
    Households& h = world.households;
    const auto i = household.index;
    stop_debt_help(world, i, now);
    stop_parent_care(world, i, now);
    while (h.first_child[i].exists()) {
        stop_help(world, h.first_child[i], now);
        world.remove_child(h.first_child[i]);
        --world.people;
        ++world.tally.departures;
    }
    world.ledger.pay(Account::households, Account::outside, h.buffer[i]);
    world.total_buffer -= h.buffer[i].count;
    world.total_debt -= h.debt[i].count;
    world.tally.written_off += h.debt[i].count;
    world.tally.ended_problematic += h.problematic[i];
    world.free_household(household);
}

std::int64_t minors(const Step& step) {
    const Children& c = step.world.children;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < step.world.child_rows(); ++i)
        count += c.household[i].exists() && age_on(c.birth_day[i], step.day()) < 18;
    return count;
}

}  // namespace ontkoker
