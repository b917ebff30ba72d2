#include "doorbraak.h"

#include <algorithm>

#include "debt_asking.h"
#include "ontkoker/domain/debts.h"
#include "parent_care.h"
#include "young.h"

namespace ontkoker {
namespace {

constexpr std::uint8_t claimable = takes_bijstand | takes_zorgtoeslag | takes_huurtoeslag | takes_kindgebonden;

template <class Visit>
void each_child_of(const World& world, std::size_t household, const Visit& visit) {
    for (ChildId child = world.households.first_child[household]; child.exists();) {
        const ChildId next = world.children.next[child.index];   // the visit may take the child out of its home
        visit(child.index);
        child = next;
    }
}

bool without_home(const YoungLife& life) { return life.home != YoungHome::settled && life.home != YoungHome::young_home; }

// Money trouble behind the help of a child that its intake did not see.
bool misses_livelihood(const World& world, std::size_t household, std::size_t child) {
    const Households& h = world.households;
    return world.children.help[child] == HelpState::in_help && !(world.children.seen[child] & seen_livelihood) &&
           (h.problematic[household] || h.under_minimum[household]);
}

// A week of the help that runs, or of the place that is kept.
Cents week_of_help(const World& world, std::size_t child) {
    const Children& c = world.children;
    const bool kept = c.young[child].home == YoungHome::blocked;
    if (c.help[child] != HelpState::in_help && !kept) return Cents(0);
    const Service& service = world.services[first_help_service + (kept ? c.young[child].place : c.service[child])];
    return service.weekly_load <= 1 ? service.hour_price : scaled(service.hour_price, service.weekly_load / 60.0);
}

void pay(Step& step, Account payee, Cents amount) {
    Ledger& ledger = step.world.ledger;
    ledger.pay(Account::doorbraak, Account::households, amount);
    ledger.pay(Account::households, payee, amount);
    step.world.doorbraak.unspent -= amount;
    step.world.tally.doorbraak.amount += amount;
}

// Arrears that threaten the home go first; creditors hold still for the rest and debt help is asked again.
void settle_debts(Step& step, std::size_t i, Cents amount) {
    World& world = step.world;
    Households& h = world.households;
    const Cents paid = std::min(amount, h.debt[i]);
    take_off(h, i, paid, home_first);
    world.total_debt -= paid.count;
    pay(step, Account::creditors, paid);
    if (h.debt[i] <= Cents(0)) return;
    if (h.problematic[i] && h.debt_help[i] == DebtHelpState::none) ask_debt_help(step, i);
    if (h.debt_help[i] != DebtHelpState::term) begin_payment_plan(step, i);
}

void find_home(Step& step, std::size_t i, Cents first_rent) {
    World& world = step.world;
    HousingState& home = world.households.housing[i];
    constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;
    note(step, i, Event::rehoused, step.begin(), nearest(home.months * weeks_a_month));
    ++world.tally.housing.rehoused[family_cell(world, HouseholdId(i))];
    home = {};
    world.households.tenure[i] = Tenure::social;
    pay(step, Account::landlords, first_rent);
}

}  // namespace

bool refused_as_unequal(Solution solution, std::uint32_t word, const Parameters& now) {
    if (solution == Solution::care) return false;
    return happens(word, now.doorbraak.equality_refusal * (1.0 - now.doorbraak.case_based_reasoning));
}

std::uint8_t standstill_at_home(const World& world, std::size_t i) {
    const Households& h = world.households;
    const HousingState& home = h.housing[i];
    const AllowanceState& allowance = h.allowance[i];
    std::uint8_t kinds = 0;
    if (h.problematic[i] && h.debt_help[i] == DebtHelpState::none && h.deadlock[i].failed_help) kinds |= stuck_debts;
    if (home.homeless() || home.home == HomeState::judgment) kinds |= stuck_home;
    if (allowance.gap > Cents(0) && (allowance.unclaimed & takes_bijstand)) kinds |= stuck_benefit;
    return kinds;
}

std::uint8_t standstill_of_child(const World& world, std::size_t child) {
    std::uint8_t kinds = 0;
    if (misses_livelihood(world, world.children.household[child].index, child)) kinds |= stuck_help;
    if (without_home(world.children.young[child])) kinds |= stuck_young;
    return kinds;
}

bool is_known(const World& world, std::size_t i) {
    const Households& h = world.households;
    if (h.debt_episode[i] > 0 || h.deadlock[i].failed_help || h.care[i].stage != CareStage::none || (h.deadlock[i].kinds & (stuck_home | stuck_young))) return true;
    bool known = false;
    each_child_of(world, i, [&](std::size_t child) { known |= world.children.help[child] != HelpState::none; });
    // A young adult who was in youth help, or for whom a plan was made, is known to who made it (B6).
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        known |= world.has_adult(slot) && (world.adults.young[slot].planned || world.adults.young[slot].had_help);
    return known;
}

Cents cost_of_going_on(const Step& step, std::size_t i) {
    const World& world = step.world;
    const Households& h = world.households;
    const Doorbraak& now = step.now.doorbraak;
    Cents year;
    if (!world.services.empty())
        each_child_of(world, i, [&](std::size_t child) { year += week_of_help(world, child) * 52; });
    each_child_of(world, i, [&](std::size_t child) {
        if (world.children.young[child].home == YoungHome::homeless) year += euros(12.0 * step.now.young.shelter_cost);
        if (world.children.young[child].home == YoungHome::crisis) year += euros(12.0 * step.now.young.crisis_cost);
    });
    if (h.problematic[i]) year += euros(now.debt_cost);
    if (h.housing[i].home == HomeState::shelter) year += euros(12.0 * step.now.housing.shelter_cost);
    const Cents once = h.housing[i].home == HomeState::judgment ? euros(now.eviction_cost) : Cents(0);
    return scaled(year, now.horizon_months / 12.0) + once;
}

PlanAmount amount_of_plan(const World& world, std::size_t i, const Doorbraak& now) {
    const Households& h = world.households;
    PlanAmount amount;
    if ((h.deadlock[i].kinds & stuck_debts) || h.housing[i].home == HomeState::judgment)
        amount.debts = std::min(h.debt[i], euros(now.most_amount));
    if (h.housing[i].homeless()) amount.home = euros(now.home_amount);
    each_child_of(world, i, [&](std::size_t child) {
        if (without_home(world.children.young[child])) amount.young += euros(now.home_amount);
    });
    return amount;
}

void break_deadlock(Step& step, std::size_t i, const PlanAmount& amount) {
    World& world = step.world;
    Households& h = world.households;
    const Doorbraak& now = step.now.doorbraak;
    if (h.debt[i] > Cents(0) && ((h.deadlock[i].kinds & stuck_debts) || h.housing[i].home == HomeState::judgment))
        settle_debts(step, i, amount.debts);
    if (h.housing[i].homeless()) find_home(step, i, euros(now.home_amount));
    if (h.deadlock[i].kinds & stuck_benefit) {
        h.takes[i] |= h.allowance[i].unclaimed & claimable;
        h.allowance[i].unclaimed &= static_cast<std::uint8_t>(~claimable);
        note(step, i, Event::allowance_claimed, step.begin());
    }
    h.stress[i] = Level::from(h.stress[i].value() * (1.0 - now.attention));
    std::vector<std::size_t> movers;
    each_child_of(world, i, [&](std::size_t child) {
        if (misses_livelihood(world, i, child)) {
            world.children.seen[child] |= seen_livelihood | (h.problems[i] ? seen_family : 0);
            if (h.problems[i]) advise_parents(world, i);
        }
        if (without_home(world.children.young[child])) movers.push_back(child);
    });
    // Moving out makes new rows, so nothing of `h` may be held across it.
    for (const std::size_t child : movers) {
        pay(step, Account::landlords, euros(now.home_amount));
        move_out(step, child, false);
    }
}

}  // namespace ontkoker
