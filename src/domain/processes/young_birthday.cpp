// B6: from 16 to the years after 18. Plan and visit before the birthday; in its month help under the Jeugdwet ends unless
// it is extended; adult care has to be asked for, not too early, and queues.
#include <algorithm>

#include "../people.h"
#include "processes.h"
#include "young_loops.h"
#include "young_meet.h"

namespace ontkoker::processes {
namespace {

constexpr int place_help_ends = 21, youth_help_ends = 23, gap_until = 21;
constexpr double days_a_month = days_per_year / 12.0, days_of_visit = 17.5 * days_per_year;

bool is_foster(const HelpType& type) { return type.name == "foster_care"; }

double days_before_full_age(const Step& step, const YoungPerson& who) {
    return full_age * days_per_year - (step.day() - who.birth_day);
}

void pay_team(Step& step, double amount) { step.world.ledger.pay(Account::prevention_teams, Account::providers, euros(amount)); }

bool in_help(const World& world, const YoungPerson& who) { return !who.adult && world.children.help[who.row] == HelpState::in_help; }

// Who is prepared has help and a home asked for in time, unless it gets lost between desks.
void set_ready(Step& step, const YoungPerson& who, std::uint32_t word) {
    YoungLife& life = life_of(step.world, who);
    const Young& now = step.now.young;
    life.ready = (life.planned || life.visited) &&
                 happens(word, now.preparation_effect * (1.0 - now.lost_between * (1.0 - now.coordinator)));
}

void prepare(Step& step, const YoungPerson& who) {
    YoungLife& life = life_of(step.world, who);
    const Young& now = step.now.young;
    if (life.age >= full_age || !in_help(step.world, who)) return;
    const auto words = step.draw(who.key, Decision::young_plan, 0);
    if (!life.plan_drawn) {
        life.plan_drawn = true;
        life.planned = happens(words[0], now.plan_share);
        if (life.planned) {
            pay_team(step, now.plan_cost);
            note(step, who.household, Event::plan_made, step.begin(), 0, who.key);
        }
        if (happens(words[3], now.coordinator)) pay_team(step, now.coordinator_cost);
    }
    if (!life.visit_drawn && step.day() - who.birth_day >= days_of_visit) {
        life.visit_drawn = true;
        life.visited = happens(words[1], now.visit_share);
        if (life.visited) pay_team(step, now.visit_cost);
        set_ready(step, who, words[2]);
    }
}

void end_by_age(Step& step, std::uint32_t child, const YoungPerson& who) {
    World& world = step.world;
    Children& c = world.children;
    const bool had = c.help[child] == HelpState::in_help;
    const std::size_t type = c.service[child];
    const bool place = had && step.now.help_types[type].places;
    stop_help(world, ChildId(child), step.begin());
    ++world.tally.young.ended_by_age;
    YoungLife& life = c.young[child];
    life.had_help = true;
    if (!life.ready && happens(step.draw(who.key, Decision::young_care, 0)[1], step.now.young.asks_early)) {
        life.refused_left = static_cast<std::uint8_t>(nearest(step.now.young.refused_months));
        ++world.tally.young.refused;
    }
    note(step, who.household, Event::help_ended_by_age, step.begin(), 0, who.key);
    const Young& now = step.now.young;
    const double stuck = is_foster(step.now.help_types[type]) ? now.no_return_foster : now.no_return_stay;
    if (!place || !happens(step.draw(who.key, Decision::young_care, 0)[3], stuck)) return;
    life.home = YoungHome::blocked;
    life.place = static_cast<std::uint8_t>(type);
    life.home_months = life.ready ? static_cast<std::uint8_t>(nearest(now.lead_months)) : 0;  // asked for that much earlier
}

// At 18 help ends unless it is extended; stays to 21 by default for some, other help to 23.
void end_help(Step& step, const YoungPerson& who, bool birthday) {
    World& world = step.world;
    Children& c = world.children;
    if (who.adult || c.help[who.row] == HelpState::none) return;
    const int age = age_on(who.birth_day, step.day());
    if (age < full_age) return;
    const bool helped = c.help[who.row] == HelpState::in_help;
    const HelpType& type = step.now.help_types[c.service[who.row]];
    const double share = !type.places ? step.now.seeking.extended_18
                         : is_foster(type) ? step.now.young.foster_to_21 : step.now.young.residential_to_21;
    const bool extended = helped && happens(step.draw(who.key, Decision::extension, 0)[0], share);
    const bool turned = birthday && age == full_age;
    world.tally.young.eighteen_in_help += turned && helped;
    world.tally.young.extended += turned && extended;
    if (!extended || age >= (type.places ? place_help_ends : youth_help_ends)) end_by_age(step, who.row, who);
}

// Whoever needs care and has none asks, with consent; the prepared ask in the months before 18, the others only afterwards.
void ask(Step& step, const YoungPerson& who) {
    World& world = step.world;
    YoungLife& life = life_of(world, who);
    const Young& now = step.now.young;
    if (life.care != AdultCare::none) return;
    const double before = days_before_full_age(step, who);
    const bool early = before > 0.0 && life.ready && before <= now.lead_months * days_a_month && in_help(world, who);
    if (!early && !life.had_help) return;
    if (young_load(world, who) < Level::from(now.need_limit)) return;
    if (life.refused_left > 0) {
        --life.refused_left;
        return;
    }
    const auto words = step.draw(who.key, Decision::young_care, 0);
    if (!happens(words[0], now.consent)) return;
    if (!life.ready && !happens(step.draw(who.key, Decision::young_ask, step.number)[0], now.ask_chance)) return;
    const auto wait = static_cast<Moment>(nearest(exponential(words[2], now.adult_wait_weeks) * minutes_per_step));
    ask_adult_care(step, who, step.begin() + wait);
    note(step, who.household, Event::adult_care_asked, step.begin(), 0, who.key);
}

// A gap: youth help ended by age, a load is left, and adult care has not begun.
void count_gap(Step& step, const YoungPerson& who) {
    World& world = step.world;
    YoungLife& life = life_of(world, who);
    if (!life.had_help || life.age < full_age || life.age >= gap_until) return;
    if (life.care == AdultCare::served || life.care == AdultCare::over) return;
    if (young_load(world, who) < Level::from(step.now.young.need_limit)) return;
    ++world.tally.young.gaps;
    life.gap_months = static_cast<std::uint8_t>(std::min(255, life.gap_months + 1));
    add_young_load(world, who, step.now.young.gap_worsening);
}

// What the month of one chunk asks afterwards: the people to look at one by one, the households that get a bill.
struct Birthdays {
    std::vector<YoungPerson> looked_at;
    Big5Counts big5{};
    std::vector<std::size_t> billed;
    std::int64_t premiums = 0;
};

// Of 18 and over at home without an income: the parents pay the premium, less the allowance.
void pay_premium(const World& world, const YoungPerson& who, Birthdays& month) {
    if (who.adult || world.children.young[who.row].age < full_age) return;
    if (is_idle(world, who)) month.billed.push_back(who.household);
    else ++month.premiums;
}

// No help that ends, is missed or is asked for: a birthday concerns nobody else.
bool without_help(const World& world, const YoungPerson& who, const YoungLife& life) {
    return !life.had_help && (who.adult || world.children.help[who.row] == HelpState::none);
}

// Returns whether it is somebody's birthday.
bool grow_older(Step& step, const YoungPerson& who) {
    YoungLife& life = life_of(step.world, who);
    if (life.age == 0) meet_young(step, who);
    const int age = age_on(who.birth_day, step.day());
    const bool birthday = age > life.age;
    life.age = static_cast<std::uint8_t>(age);
    return birthday;
}

void pass_birthday(Step& step, const YoungPerson& who) {
    World& world = step.world;
    const bool birthday = grow_older(step, who);
    YoungLife& life = life_of(world, who);
    prepare(step, who);
    end_help(step, who, birthday);
    count_gap(step, who);
    ask(step, who);
    if (birthday) look_at_big5(step, who, world.tally.young.big5);
    if (birthday && life.age == 20 && life.had_help) {
        ++world.tally.young.turned_twenty;
        world.tally.young.gap_months_at_twenty += life.gap_months;
    }
}

void start_care(Step& step, const YoungPerson& who) {
    World& world = step.world;
    life_of(world, who).care = AdultCare::served;
    ++world.tally.young.care_started;
    const Cents own = std::min(euros(step.now.young.own_risk), euros(step.now.young.adult_cost));
    world.ledger.pay(Account::insurer, Account::providers, euros(step.now.young.adult_cost));
    world.households.pending_bill[who.household] += own;
    note(step, who.household, Event::adult_care_started, step.begin(), 0, who.key);
}

void end_care(Step& step, const YoungPerson& who, bool done) {
    YoungLife& life = life_of(step.world, who);
    life.seat = no_seat;
    life.care = done ? AdultCare::over : AdultCare::none;
    if (!done) return;
    const double load = who.adult ? life.load.value() : step.world.children.own[who.row].value();
    add_young_load(step.world, who, -load * step.now.young.adult_effect);
}

}  // namespace

void turn_eighteen(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    std::vector<Birthdays> months(young_chunks(step));
    for_young(step, [&](std::size_t chunk, std::span<const YoungPerson> people) {
        for (const YoungPerson& who : people) {
            if (!without_help(world, who, life_of(world, who))) {
                months[chunk].looked_at.push_back(who);
                continue;
            }
            if (grow_older(step, who)) look_at_big5(step, who, months[chunk].big5);
            pay_premium(world, who, months[chunk]);
        }
    });
    for (Birthdays& month : months) {
        for (std::size_t age = 0; age < big5_ages; ++age)
            for (std::size_t k = 0; k < big5_counts; ++k) world.tally.young.big5[age][k] += month.big5[age][k];
        for (const YoungPerson& who : month.looked_at) {
            pass_birthday(step, who);
            pay_premium(world, who, month);
        }
    }
    const Norms& n = step.now.norms;
    const Cents net = std::max(Cents(0), euros(n.health_premium - n.zorgtoeslag_single));
    for (const Birthdays& month : months) {
        world.ledger.pay(Account::outside, Account::insurer, month.premiums * net);
        for (const std::size_t household : month.billed) world.households.pending_bill[household] += net;
    }
}

void give_adult_care(Step& step) {
    World& world = step.world;
    Service& service = world.services[adult_care_service];
    if (service.line.servers() == 0) return;
    YoungPlaces& places = world.places;
    for (std::uint32_t n = 0; n < places.seats.size(); ++n) {  // owners who died or moved away
        YoungPerson who{};
        if (places.seats[n].ticket == WaitingLine::no_ticket || owner_of(world, n, who)) continue;
        service.line.cancel(places.seats[n].ticket, step.begin());
        leave_seat(world, n);
    }
    std::vector<LineEvent> events;
    const auto length = static_cast<Moment>(nearest(step.now.young.adult_months * days_a_month * minutes_per_day));
    service.line.advance(step.end(), [&](std::uint32_t, ServerId, Moment moment) { return moment + std::max<Moment>(1, length); }, events);
    for (const LineEvent& event : events) {
        YoungPerson who{};
        if (!owner_of(world, event.client, who)) continue;
        if (event.kind == LineEvent::Kind::started) {
            start_care(step, who);
            continue;
        }
        end_care(step, who, event.kind == LineEvent::Kind::done);
        leave_seat(world, event.client);
    }
}

}  // namespace ontkoker::processes
