// D5: what providers, teams and debt help are paid, and how providers' capacity follows.
//
// Effort (p x q): delivered hours times the tariff. Trajectory: a price at the start (help.cpp). Lump sum: a fixed sum a
// week. Local team and debt help are salaries. Providers grow when people wait longer than a norm and someone pays for
// it, as fast as their contract makes it worth while and the labour market allows; idle capacity shrinks.
#include <algorithm>

#include "../helping.h"
#include "../protection.h"
#include "ontkoker/domain/services.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

void add_counts(LineCounts& sum, const LineCounts& more) {
    sum.submitted += more.submitted;
    sum.started += more.started;
    sum.done += more.done;
    sum.left += more.left;
    sum.cancelled_waiting += more.cancelled_waiting;
    sum.cancelled_served += more.cancelled_served;
    sum.waited_minutes += more.waited_minutes;
    sum.queue_minutes += more.queue_minutes;
    sum.served_minutes += more.served_minutes;
    sum.load_minutes_weeks += more.load_minutes_weeks;
}

// What delivered work costs at the price of an hour (places: of a week).
Cents delivered_price(const LineCounts& counts, const HelpType& type, Cents price) {
    const double weeks = static_cast<double>(counts.load_minutes_weeks) / minutes_per_week;  // minutes of work, or place-weeks
    return scaled(price, type.places ? weeks : weeks / 60.0);
}

// The price of an hour when a share of hours is coded one class up (trajectories are coded one by one, see help.cpp; a
// lump sum knows no codes).
Cents effort_price(Cents price, const Contracts& now) {
    return scaled(price, 1.0 + now.upcoding[0] * (now.upcoding_price - 1.0));
}

void pay_help(Step& step, std::size_t type, const LineCounts& counts) {
    World& world = step.world;
    const HelpType& help = step.now.help_types[type];
    const Service& service = world.services[first_help_service + type];
    Cents amount;
    if (help.team) amount = scaled(service.weekly_sum, step.now.access.team_hours * world.governance.team_factor);
    else if (static_cast<int>(help.contract_form) == 0)
        amount = scaled(delivered_price(counts, help, effort_price(service.hour_price, step.now.contracts)), hours_given(world, first_help_service + type));
    else if (static_cast<int>(help.contract_form) == 2) amount = scaled(service.weekly_sum, help.payer == Account::youth ? std::min(1.0, world.governance.contract_factor) : 1.0);
    world.ledger.pay(help.payer, Account::providers, amount);
    world.tally.spending[type] += amount.count;
}

void review(Service& service, const HelpType& type, const Contracts& now) {
    const double started = static_cast<double>(service.quarter_started) / 13.0;
    service.quarter_started = 0;
    const double waiting = static_cast<double>(service.line.waiting());
    const double weeks = waiting > 0.0 ? waiting / std::max(started, 0.1) : 0.0;
    const auto capacity = static_cast<double>(std::max<std::int64_t>(1, service.line.total_capacity()));
    const double idle = 1.0 - static_cast<double>(service.line.total_in_use()) / capacity;
    if (weeks > now.wait_norm_weeks)
        service.capacity_factor *= 1.0 + std::min(now.growth[static_cast<std::size_t>(type.contract_form)], now.labour_growth / 4.0);
    else if (idle > now.idle_share)
        service.capacity_factor *= 1.0 - std::min(now.shrink, idle - now.idle_share);
}

}  // namespace

void pay_services(Step& step) {
    World& world = step.world;
    const Access& now = step.now.access;
    for (std::size_t s = 0; s < world.services.size(); ++s) {
        const LineCounts counts = world.services[s].line.take_counts();
        add_counts(world.services[s].month, counts);
        world.services[s].month_capacity += offered_minutes(world, s) * minutes_per_step;
        if (s == board_service || s == gi_service) pay_protection(step, s, counts);
        if (s >= first_help_service) pay_help(step, s - first_help_service, counts);
    }
    // The team's spending outside help: intakes follow their hours, the rest of task field 6.2 stays.
    const Service& access = world.services[access_service];
    world.ledger.pay(Account::prevention_teams, Account::providers,
                     access.other_weekly + scaled(access.weekly_sum, now.access_hours * world.governance.team_factor));
    const Service& debts = world.services[debt_service];
    world.ledger.pay(Account::debt_help, Account::providers,
                     scaled(debts.weekly_sum, step.now.debt_help.spending_per_inhabitant / debts.money_at_start));
}

void review_capacity(Step& step) {
    if (!step.month) return;
    World& world = step.world;
    if (step.month->number() % 3 == 1)
        for (std::size_t k = 0; k < step.now.help_types.size(); ++k)
            if (!step.now.help_types[k].team)
                review(world.services[first_help_service + k], step.now.help_types[k], step.now.contracts);
    set_capacities(step);
}

}  // namespace ontkoker::processes
