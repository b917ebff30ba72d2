// D8: the books of the municipality. Each January the year is closed: results of the funds go to the reserve, large deficits
// on bijstand are met in part by the Rijk (vangnet), what was decided in November comes into force, and the grants of the
// new year are paid. The grant for youth follows what the Rijk takes off in the month in which it does so.
#include "college.h"

#include <algorithm>

#include "../people.h"
#include "ontkoker/core/calendar.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr std::size_t reserve_fund = static_cast<std::size_t>(Account::reserve);
constexpr std::size_t youth_fund = static_cast<std::size_t>(Account::youth);
constexpr std::size_t income_fund = static_cast<std::size_t>(Account::income_support);

// The first January: budgets are what the last year of the spin-up cost.
void set_first_budgets(Step& step) {
    World& world = step.world;
    Governance& g = world.governance;
    for (std::size_t f = 0; f < fund_count; ++f) {
        const auto fund = static_cast<Account>(f);
        const Cents balance = world.ledger.balance(fund);
        if (balance < Cents(0)) world.ledger.pay(Account::rijk, fund, -balance);
        else world.ledger.pay(fund, Account::rijk, balance);
        g.budget[f] = f == reserve_fund ? Cents(0) : g.spent[f];
    }
    g.opening_reserve = euros(step.now.college.reserve_per_inhabitant * static_cast<double>(world.people));
    world.ledger.pay(Account::outside, Account::reserve, g.opening_reserve);
    g.minors = minors(step);
    g.investing.base_minors = g.minors;
    g.investing.base_youth = g.budget[youth_fund];
    g.started = true;
}

// What the Rijk pays of a deficit on bijstand: a part above one share of the grant, all above another.
void receive_vangnet(Step& step) {
    const College& now = step.now.college;
    const Cents grant = step.world.governance.granted[income_fund];
    const Cents balance = step.world.ledger.balance(Account::income_support);
    if (grant <= Cents(0) || balance >= Cents(0)) return;
    const double deficit = static_cast<double>(-balance.count) / static_cast<double>(grant.count);
    const double full = std::max(now.vangnet_from, now.vangnet_full);
    const double met = now.vangnet_half * std::max(0.0, std::min(deficit, full) - now.vangnet_from) + std::max(0.0, deficit - full);
    const Cents amount = scaled(grant, met);
    step.world.ledger.pay(Account::rijk, Account::income_support, amount);
    step.world.tally.governing.vangnet += amount;
}

// Surpluses go to the reserve, deficits are paid from it.
void close_year(Step& step) {
    World& world = step.world;
    receive_vangnet(step);
    for (std::size_t f = 0; f < fund_count; ++f) {
        if (f == reserve_fund) continue;
        const auto fund = static_cast<Account>(f);
        const Cents balance = world.ledger.balance(fund);
        if (balance > Cents(0)) world.ledger.pay(fund, Account::reserve, balance);
        else world.ledger.pay(Account::reserve, fund, -balance);
        world.governance.result[f] = balance;
    }
}

// D7: a share of what a minor cost less than in the first budget year, with its trend, goes into the revolving fund.
void keep_savings(Step& step) {
    Governance& g = step.world.governance;
    ++g.investing.years;
    if (step.now.governing.revolving_share <= 0.0 || g.investing.base_minors <= 0) return;
    double expected = static_cast<double>(g.investing.base_youth.count) / static_cast<double>(g.investing.base_minors) * static_cast<double>(g.minors);
    for (int year = 0; year < g.investing.years; ++year) expected *= 1.0 + step.now.governing.saving_trend;
    const Cents saved = Cents(nearest(expected)) - g.spent[youth_fund];
    if (saved <= Cents(0)) return;
    const Cents kept = scaled(saved, step.now.governing.revolving_share);
    step.world.ledger.pay(Account::youth, Account::revolving, kept);
    step.world.tally.governing.saved += kept;
}

// The grant of a new year. Bijstand follows what it cost a year ago (the formula follows numbers, so a saving stays for
// a year); the grant for youth follows the number of minors; all of it grows as the scenario says.
void renew_budgets(Step& step) {
    Governance& g = step.world.governance;
    const std::int64_t now = minors(step);
    for (std::size_t f = 0; f < fund_count; ++f) {
        const auto fund = static_cast<Account>(f);
        if (fund == Account::income_support) g.budget[f] = g.spent[f];
        if (fund == Account::youth && g.minors > 0)
            g.budget[f] = scaled(g.budget[f], static_cast<double>(now) / static_cast<double>(g.minors));
        g.budget[f] = scaled(g.budget[f], 1.0 + step.now.college.grant_growth);
    }
    g.minors = now;
}

double youth_factor(const College& now) { return now.youth_grant * (1.0 - now.national_savings); }

void grant_budgets(Step& step) {
    Governance& g = step.world.governance;
    g.cycle.youth_factor = youth_factor(step.now.college);
    g.granted = g.budget;
    g.granted[youth_fund] = scaled(g.budget[youth_fund], g.cycle.youth_factor);
    for (std::size_t f = 0; f < fund_count; ++f)
        step.world.ledger.pay(Account::rijk, static_cast<Account>(f), g.granted[f]);
    g.spent = {};
}

// A cut of the grant, or a saving booked ahead, counts from its date, for the months that are left.
void follow_rijk(Step& step) {
    Governance& g = step.world.governance;
    const double factor = youth_factor(step.now.college);
    if (factor == g.cycle.youth_factor) return;
    const double left = (13 - step.month->number()) / 12.0;
    const Cents more = scaled(g.budget[youth_fund], (factor - g.cycle.youth_factor) * left);
    if (more >= Cents(0)) step.world.ledger.pay(Account::rijk, Account::youth, more);
    else step.world.ledger.pay(Account::youth, Account::rijk, -more);
    g.granted[youth_fund] += more;
    g.cycle.youth_factor = factor;
}

void begin_year(Step& step) {
    Governance& g = step.world.governance;
    if (!g.started) {
        set_first_budgets(step);
    } else {
        keep_savings(step);
        close_year(step);
        renew_budgets(step);
    }
    grant_budgets(step);
    g.cycle.january = step.number;
}

}  // namespace

void govern(Step& step) {
    if (step.spin_up) return;
    Governance& g = step.world.governance;
    if (g.contract_factor_next != g.contract_factor && step.number >= g.contract_from_step)
        g.contract_factor = g.contract_factor_next;
    if (!step.month) return;
    if (step.month->number() == 1) begin_year(step);
    else if (g.started) follow_rijk(step);
    if (g.started) follow_budget_cycle(step);
}

}  // namespace ontkoker::processes
