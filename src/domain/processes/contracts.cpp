// D5: what providers, teams and debt help are paid, and how providers' capacity follows.
//
// Effort (p x q): delivered hours times the tariff. Trajectory and output: a price for each client (help.cpp). Lump sum and
// population: a sum a week. All times the tariff that the running contract agreed. Local team and debt help are salaries. Providers grow when people wait longer than a norm and someone pays for
// it, as fast as their contract makes it worth while and the labour market allows; idle capacity shrinks.
#include <algorithm>

#include "../helping.h"
#include "../market.h"
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
// sum knows no codes), less what is held back until the result is there.
double effort_price(const Step& step, std::size_t type, std::size_t line) {
    const Contracts& now = step.now.contracts;
    const double held = result_paid(step, type, line) * step.now.providers.output_withheld;
    return tariff_of(step.world, line) * (1.0 + now.upcoding[0] * (now.upcoding_price - 1.0)) * (1.0 - held);
}

// A sum for the population follows the number of minors since the contract began.
double population_share(const World& world, const Offer& offer) {
    if (offer.form != Form::population || offer.minors <= 0 || world.governance.minors <= 0) return 1.0;
    return static_cast<double>(world.governance.minors) / static_cast<double>(offer.minors);
}

void pay_help(Step& step, std::size_t line, const LineCounts& counts) {
    World& world = step.world;
    const std::size_t type = type_of(world, line);
    const HelpType& help = step.now.help_types[type];
    const Service& service = world.services[line];
    const Form form = form_of(world, line, step.now);
    const Cents volume = scaled(delivered_price(counts, help, service.hour_price), hours_given(world, line));
    Cents amount;
    if (help.team) amount = scaled(service.weekly_sum, step.now.access.team_hours * world.governance.team_factor);
    else if (form == Form::effort)
        amount = scaled(delivered_price(counts, help, scaled(service.hour_price, effort_price(step, type, line))), hours_given(world, line));
    else if (paid_by_sum(form))
        amount = scaled(service.weekly_sum, tariff_of(world, line) * population_share(world, service.offer) *
                                                (help.payer == Account::youth ? std::min(1.0, world.governance.contract_factor) : 1.0));
    pay_provider(step, line, amount, paid_by_client(form) || help.team ? Cents(0) : volume);
}

// Grows while people wait and someone pays more than it costs; what stands idle shrinks.
void review(World& world, std::size_t line, const Parameters& p) {
    const Contracts& now = p.contracts;
    Service& service = world.services[line];
    const double started = static_cast<double>(service.quarter_started) / 13.0;
    service.quarter_started = 0;
    const double waiting = static_cast<double>(service.line.waiting());
    const double weeks = waiting > 0.0 ? waiting / std::max(started, 0.1) : 0.0;
    const double idle = idle_share(service);
    if (weeks > now.wait_norm_weeks && covers_cost(world, line))
        service.capacity_factor *= 1.0 + std::min(now.growth[static_cast<std::size_t>(form_of(world, line, p))], now.labour_growth / 4.0);
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
        if (is_help(s)) pay_help(step, s, counts);
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
        for (std::size_t s = first_help_service; s < world.services.size(); ++s)
            if (!step.now.help_types[type_of(world, s)].team) review(world, s, step.now);
    set_capacities(step);
}

}  // namespace ontkoker::processes
