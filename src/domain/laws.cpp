#include "ontkoker/domain/laws.h"

namespace ontkoker {
namespace {

struct Recount {
    std::int64_t people = 0, buffer = 0, debt = 0, in_chains = 0;
    bool money_sound = true, homes_sound = true;
};

Recount recount(const World& world) {
    const Households& h = world.households;
    const Children& c = world.children;
    Recount count;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        const int adults = world.adult_count(i);
        count.homes_sound &= (adults > 0) == (h.occupied[i] != 0);
        if (!h.occupied[i]) continue;
        count.people += adults;
        count.buffer += h.buffer[i].count;
        count.debt += h.debt[i].count;
        count.money_sound &= h.buffer[i] >= Cents(0) && h.debt[i] >= Cents(0);
        for (ChildId child = h.first_child[i]; child.exists(); child = c.next[child.index]) {
            ++count.in_chains;
            count.homes_sound &= c.household[child.index] == HouseholdId(i);
        }
    }
    return count;
}

void check_people_and_money(const World& world, std::vector<std::string>& broken) {
    const Recount count = recount(world);
    std::int64_t children = 0;
    for (const HouseholdId home : world.children.household) children += home.exists();
    if (!count.homes_sound) broken.push_back("people: a household without adults, or a child counted in another home");
    if (count.in_chains != children) broken.push_back("people: a child belongs to no household, or to two");
    if (count.people + children != world.people) broken.push_back("people: births, deaths and moves do not add up");
    if (!count.money_sound) broken.push_back("money: a household with a negative buffer or debt");
    if (count.buffer != world.total_buffer) broken.push_back("money: the households' buffers differ from their flows");
    if (count.debt != world.total_debt) broken.push_back("money: the households' debts differ from their flows");
    if (world.ledger.balance(Account::households).count != world.total_buffer)
        broken.push_back("money: the ledger's account of households differs from what they hold");
}

// Every ticket belongs to a child in the matching state, and the other way round.
void check_lines(const World& world, std::vector<std::string>& broken) {
    std::vector<std::int64_t> waiting(world.services.size()), served(world.services.size());
    const Children& c = world.children;
    for (std::size_t i = 0; i < world.child_rows(); ++i) {
        const std::size_t help = first_help_service + c.service[i];
        switch (c.help[i]) {
            case HelpState::waiting_access: ++waiting[access_service]; break;
            case HelpState::intake: ++served[access_service]; break;
            case HelpState::waiting_help: ++waiting[help]; break;
            case HelpState::in_help: ++served[help]; break;
            case HelpState::none: break;
        }
    }
    for (std::size_t s = 0; s < world.services.size(); ++s) {
        const WaitingLine& line = world.services[s].line;
        const std::string name = "queue " + std::to_string(s);
        if (!line.books_close()) broken.push_back(name + ": its own books do not close");
        if (s != access_service && s < first_help_service) continue;
        if (line.waiting() + line.coming() != waiting[s]) broken.push_back(name + ": children waiting differ from the line");
        if (line.in_service() != served[s]) broken.push_back(name + ": children in help differ from the line");
    }
}

// Every seat in the line of adult care has a ticket in it.
void check_young(const World& world, std::vector<std::string>& broken) {
    if (world.services.empty()) return;   // a town of money only
    std::int64_t seats = 0;
    for (const YoungSeat& seat : world.places.seats) seats += seat.ticket != WaitingLine::no_ticket;
    const WaitingLine& line = world.services[adult_care_service].line;
    if (line.waiting() + line.coming() + line.in_service() != seats) broken.push_back("adult care: seats differ from the line");
}

}  // namespace

std::vector<std::string> broken_weekly_laws(const World& world) {
    std::vector<std::string> broken;
    if (!world.ledger.closes()) broken.push_back("money: the accounts of the ledger do not add up to zero");
    for (std::size_t s = 0; s < world.services.size(); ++s)
        if (world.services[s].line.idle_while_waiting())
            broken.push_back("queue " + std::to_string(s) + ": somebody waits while a fitting professional is idle");
    return broken;
}

std::vector<std::string> broken_monthly_laws(const World& world) {
    std::vector<std::string> broken = broken_weekly_laws(world);
    check_people_and_money(world, broken);
    check_lines(world, broken);
    check_young(world, broken);
    return broken;
}

}  // namespace ontkoker
