#include "ontkoker/domain/laws.h"

#include "marks.h"
#include "market.h"
#include "ontkoker/domain/debts.h"
#include "protection.h"
#include "recount.h"
#include "young.h"

namespace ontkoker {
namespace {

struct Recount {
    std::int64_t people = 0, buffer = 0, debt = 0, in_chains = 0;
    bool money_sound = true, homes_sound = true, kinds_sound = true, arrangements_sound = true;

    void add(const Recount& other) {
        people += other.people;
        buffer += other.buffer;
        debt += other.debt;
        in_chains += other.in_chains;
        money_sound &= other.money_sound;
        homes_sound &= other.homes_sound;
        kinds_sound &= other.kinds_sound;
        arrangements_sound &= other.arrangements_sound;
    }
};

Recount recount(const World& world, std::size_t begin, std::size_t end) {
    Recount count;
    const Households& h = world.households;
    const Children& c = world.children;
    for (std::size_t i = begin; i < end; ++i) {
        const int adults = world.adult_count(i);
        count.homes_sound &= (adults > 0) == (h.occupied[i] != 0);
        count.homes_sound &= h.turn[i] == (h.occupied[i] ? turn_of(h.key[i]) : no_turn);
        if (!h.occupied[i]) continue;
        count.people += adults;
        count.buffer += h.buffer[i].count;
        count.debt += h.debt[i].count;
        count.money_sound &= (h.buffer[i] >= Cents(0)) & (h.debt[i] >= Cents(0));
        for (const DebtKind kind : by_law) count.kinds_sound &= owed_of(h, i, kind) >= Cents(0);
        count.arrangements_sound &= (h.debt_help[i] == DebtHelpState::term) == (h.owed[i].arrangement != Arrangement::none);
        for (ChildId child = h.first_child[i]; child.exists(); child = c.next[child.index]) {
            ++count.in_chains;
            count.homes_sound &= (c.household[child.index] == HouseholdId(i)) & (c.turn[child.index] == turn_of(h.key[i]));
        }
    }
    return count;
}

void check_people_and_money(const World& world, std::vector<std::string>& broken) {
    const Recount count = over_parts<Recount>(
        world.household_rows(), [&](Recount& part, std::size_t begin, std::size_t end) { part = recount(world, begin, end); });
    std::int64_t children = 0;
    for (const HouseholdId home : world.children.household) children += home.exists();
    if (!count.homes_sound) broken.push_back("people: a household without adults, or a child counted in another home");
    if (count.in_chains != children) broken.push_back("people: a child belongs to no household, or to two");
    if (count.people + children != world.people) broken.push_back("people: births, deaths and moves do not add up");
    if (!count.money_sound) broken.push_back("money: a household with a negative buffer or debt");
    if (!count.kinds_sound) broken.push_back("money: kinds of debt that do not add up to a household's debt");
    if (!count.arrangements_sound) broken.push_back("debts: a term without an arrangement, or an arrangement without a term");
    if (count.buffer != world.total_buffer) broken.push_back("money: the households' buffers differ from their flows");
    if (count.debt != world.total_debt) broken.push_back("money: the households' debts differ from their flows");
    if (world.ledger.balance(Account::earmarked) != Cents(0)) broken.push_back("money: earmarked money was kept");
    if (world.ledger.balance(Account::revolving) < Cents(0)) broken.push_back("money: more was invested than the revolving fund holds");
    if (world.ledger.balance(Account::households).count != world.total_buffer)
        broken.push_back("money: the ledger's account of households differs from what they hold");
}

// Every ticket belongs to a child or household in the matching state, and the other way round.
void check_lines(const World& world, std::vector<std::string>& broken) {
    std::vector<std::int64_t> waiting(world.services.size()), served(world.services.size());
    const Children& c = world.children;
    each_marked(c.help, 0, world.child_rows(), [&](std::size_t i) {
        switch (c.help[i]) {
            case HelpState::none: break;
            case HelpState::waiting_access: ++waiting[access_service]; break;
            case HelpState::intake: ++served[access_service]; break;
            case HelpState::waiting_help: ++waiting[line_of(world, ChildId(i))]; break;
            case HelpState::in_help: ++served[line_of(world, ChildId(i))]; break;
        }
    });
    const Households& h = world.households;
    const std::size_t homes = world.services.empty() ? 0 : world.household_rows();
    each_marked(h.debt_help, 0, homes, [&](std::size_t i) {
        waiting[debt_service] += h.debt_help[i] == DebtHelpState::waiting;
        served[debt_service] += h.debt_help[i] == DebtHelpState::plan;
    });
    for (std::size_t s = 0; s < world.services.size(); ++s) {
        const WaitingLine& line = world.services[s].line;
        const std::string name = "queue " + std::to_string(s);
        if (!line.books_close()) broken.push_back(name + ": its own books do not close");
        if (s != access_service && s != debt_service && s < first_help_service) continue;
        if (line.waiting() + line.coming() != waiting[s]) broken.push_back(name + ": those who wait differ from the line");
        if (line.in_service() != served[s]) broken.push_back(name + ": those in help differ from the line");
    }
}

// Every household that waits or is treated has its place in the line of parents' care, and informal support is counted.
void check_parents(const World& world, std::vector<std::string>& broken) {
    const Households& h = world.households;
    struct Found {
        std::int64_t waiting = 0, treated = 0, informal = 0;
        bool sound = true;
        void add(const Found& other) {
            waiting += other.waiting;
            treated += other.treated;
            informal += other.informal;
            sound &= other.sound;
        }
    };
    const auto [waiting, treated, informal, sound] =
        over_parts<Found>(world.household_rows(), [&](Found& found, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const ParentCareState& care = h.care[i];
                found.waiting += care.stage == CareStage::waiting;
                found.treated += care.stage == CareStage::treated;
                found.informal += care.informal;
                found.sound &= (care.stage == CareStage::none) == (care.ticket == WaitingLine::no_ticket);
                found.sound &= h.care_marks[i] == marks_of(care);
                found.sound &= h.occupied[i] || (care.stage == CareStage::none && !care.informal);
            }
        });
    const WaitingLine& line = world.services[parent_care_service].line;
    if (!sound) broken.push_back("parents: a place in line without a family, or the other way round");
    if (line.waiting() + line.coming() != waiting) broken.push_back("parents: families waiting differ from the line");
    if (line.in_service() != treated) broken.push_back("parents: families in treatment differ from the line");
    if (informal != world.informal.used) broken.push_back("parents: families with informal support differ from the places in use");
}

void check_schools(const World& world, std::vector<std::string>& broken) {
    const Schools& schools = world.schools;
    if (!schools.opened) return;
    const Children& c = world.children;
    struct Found {
        std::int64_t special = 0, waiting = 0;
        bool one_school = true, sound = true, watched = true;
        void add(const Found& other) {
            special += other.special;
            waiting += other.waiting;
            one_school &= other.one_school;
            sound &= other.sound;
            watched &= other.watched;
        }
    };
    const std::int32_t four = born_by(4, schools.day), eighteen = born_by(18, schools.day);
    const auto [special, waiting, one_school, sound, watched] =
        over_parts<Found>(world.child_rows(), [&](Found& found, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const SchoolState& s = c.school[i];
                if (!c.household[i].exists()) {
                    found.sound &= s.place == SchoolPlace::none;
                    continue;
                }
                const bool of_age = c.birth_day[i] <= four && c.birth_day[i] > eighteen;
                found.one_school &= of_age == (s.place != SchoolPlace::none);
                found.sound &= s.place == SchoolPlace::home ? s.at_home != 0 : s.at_home == 0 || s.place == SchoolPlace::waiting;
                found.sound &= s.place != SchoolPlace::support || (s.need && (s.granted || s.group));
                found.watched &= (s.ask == SchoolAsk::none && s.place != SchoolPlace::special && s.place != SchoolPlace::waiting && !s.group) ||
                                 (c.watched[i] & watch_school);
                found.special += s.place == SchoolPlace::special;
                found.waiting += s.place == SchoolPlace::waiting;
            }
        });
    if (!one_school) broken.push_back("school: a child of school age without a school state, or another one with it");
    if (!sound) broken.push_back("school: a state that cannot be");
    if (!watched) broken.push_back("school: a pupil at whom nobody looks");
    if (special > schools.limit) broken.push_back("school: more pupils in special education than places");
    if (waiting > 0 && special < schools.places) broken.push_back("school: somebody waits while a place is free");
}

// Every seat in the line of adult care has a ticket in it, and knows the row of its owner.
void check_young(const World& world, std::vector<std::string>& broken) {
    if (world.services.empty()) return;   // a town of money only
    std::int64_t seats = 0;
    bool owned = true;
    const auto& list = world.places.seats;
    for (std::uint32_t n = 0; n < list.size(); ++n) {
        if (list[n].ticket == WaitingLine::no_ticket) continue;
        ++seats;
        YoungPerson who{};
        owned &= owner_of(world, n, who);
    }
    const WaitingLine& line = world.services[adult_care_service].line;
    if (line.waiting() + line.coming() + line.in_service() != seats) broken.push_back("adult care: seats differ from the line");
    if (!owned) broken.push_back("adult care: a seat does not know its owner");
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
    if (!world.services.empty()) check_parents(world, broken);
    check_protection(world, broken);
    check_schools(world, broken);
    check_young(world, broken);
    return broken;
}

}  // namespace ontkoker
