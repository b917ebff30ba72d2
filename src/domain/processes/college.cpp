// D8: each January the college closes the books of the year, fills the funds with the grant, and, when the reserve has
// sunk below its floor, cuts where cutting is easiest and lawful: minimaregelingen that no law protects, then the hours
// of the team, then ceilings on provider contracts (never a grant of help). Running decisions keep their amount until
// their anniversary and contracts have notice, so no cut saves fully in its first year.
#include <algorithm>

#include "ontkoker/core/calendar.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr std::size_t reserve_fund = static_cast<std::size_t>(Account::reserve);

std::int64_t minors(const Step& step) {
    const Children& c = step.world.children;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < step.world.child_rows(); ++i)
        count += c.household[i].exists() && age_on(c.birth_day[i], step.day()) < 18;
    return count;
}

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
    g.started = true;
}

// Surpluses go to the reserve, deficits are paid from it. Returns the deficit of the year (negative: a surplus).
Cents close_year(World& world) {
    Cents deficit;
    for (std::size_t f = 0; f < fund_count; ++f) {
        if (f == reserve_fund) continue;
        const auto fund = static_cast<Account>(f);
        const Cents balance = world.ledger.balance(fund);
        if (balance > Cents(0)) world.ledger.pay(fund, Account::reserve, balance);
        else world.ledger.pay(Account::reserve, fund, -balance);
        deficit -= balance;
    }
    return deficit;
}

// Takes up to `most` of what `spent` still leaves; returns the factor that remains and lowers `wanted`.
double cut_line(double factor, double most, Cents spent, Cents& wanted) {
    if (wanted <= Cents(0) || spent <= Cents(0)) return factor;
    const double share = std::min(most, static_cast<double>(wanted.count) / static_cast<double>(spent.count));
    wanted -= scaled(spent, share);
    return factor * (1.0 - share);
}

// Share of what is now granted in minimaregelingen that no law protects.
double lawful_share(const Step& step) {
    const Households& h = step.world.households;
    Cents lawful, all;
    for (const auto& granted : h.granted)
        for (std::size_t s = 0; s < step.now.schemes.size(); ++s) {
            all += granted[s];
            if (step.now.schemes[s].lawful_to_cut) lawful += granted[s];
        }
    return all > Cents(0) ? static_cast<double>(lawful.count) / static_cast<double>(all.count) : 0.0;
}

void decide_cuts(Step& step, Cents deficit) {
    World& world = step.world;
    Governance& g = world.governance;
    const College& now = step.now.college;
    const bool below = world.ledger.balance(Account::reserve) < scaled(g.opening_reserve, now.reserve_floor);
    if (now.reacts < 0.5 || !below || deficit <= Cents(0)) return;
    Cents wanted = scaled(deficit, now.cut_share);
    const auto spent = [&](Account fund) { return g.spent[static_cast<std::size_t>(fund)]; };
    g.scheme_factor = cut_line(g.scheme_factor, now.cut_schemes_max, scaled(spent(Account::schemes), lawful_share(step)), wanted);
    const Cents fixed = world.services[access_service].other_weekly * 52;
    g.team_factor = cut_line(g.team_factor, now.cut_team_max, spent(Account::prevention_teams) - fixed, wanted);
    if (g.contract_factor_next == g.contract_factor) {  // else contracts are under notice: that cut keeps its date
        g.contract_factor_next = cut_line(g.contract_factor, now.cut_contracts_max, spent(Account::youth), wanted);
        g.contract_from_step = step.number + static_cast<int>(nearest(step.now.contracts.notice_months * 365.25 / 12.0 / days_per_step));
    }
    ++g.cuts;
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

void grant_budgets(Step& step) {
    Governance& g = step.world.governance;
    for (std::size_t f = 0; f < fund_count; ++f)
        step.world.ledger.pay(Account::rijk, static_cast<Account>(f), g.budget[f]);
    g.spent = {};
}

}  // namespace

void govern(Step& step) {
    if (step.spin_up) return;
    Governance& g = step.world.governance;
    if (g.contract_factor_next < g.contract_factor && step.number >= g.contract_from_step)
        g.contract_factor = g.contract_factor_next;
    if (!step.month || step.month->number() != 1) return;
    if (!g.started) {
        set_first_budgets(step);
    } else {
        decide_cuts(step, close_year(step.world));
        renew_budgets(step);
    }
    grant_budgets(step);
}

}  // namespace ontkoker::processes
