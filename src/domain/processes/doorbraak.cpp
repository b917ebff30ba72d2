// D4, D9, D20: cases in which things stand still are brought in by professionals whom somebody backs and who get round to
// it. People with time take the dearest ones first, make a plan and test it: legal basis, return, and a family that wants
// it. Within their mandate they decide; else they must ask. What needs money waits while the free budget is empty; what
// is left of it at the end of the year flows back to the youth fund.
//
// Nothing here lets the gain fall with numbers: that the first cases gain more, and that part would have ended anyway,
// follows from who comes first and from all the ways in which standstill ends by itself.
#include "../doorbraak.h"

#include <algorithm>

#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;

struct Case {
    Cents cost;
    AgentKey key;
    std::uint32_t row;
};

// Children in one sweep of their own, as following each family's chain takes longer than all the rest.
void mark(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    const Children& c = world.children;
    const auto each_home = [&](const auto& visit) {
        for_chunks(world.household_rows(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                if (h.occupied[i]) visit(i, h.deadlock[i]);
        });
    };
    each_home([&](std::size_t i, Deadlock& deadlock) {
        if (deadlock.failed_help && h.debt[i] <= Cents(0)) deadlock.failed_help = 0;
        deadlock.kinds = standstill_at_home(world, i);
    });
    for (const std::uint32_t child : rows_where(world.child_rows(), step.grain, [&](std::size_t i) {
             return c.household[i].exists() && standstill_of_child(world, i) != 0;
         }))
        h.deadlock[c.household[child].index].kinds |= standstill_of_child(world, child);
    each_home([&](std::size_t, Deadlock& deadlock) {
        deadlock.months = deadlock.kinds ? static_cast<std::uint8_t>(std::min(255, deadlock.months + 1)) : 0;
        if (deadlock.rest > 0) --deadlock.rest;
    });
}

// Share of professionals who bring a stuck case in: who dares (backing) and gets round to it (time).
double willing(const Step& step) {
    const Doorbraak& now = step.now.doorbraak;
    const auto& staff = step.world.professionals.staff;
    const double pressure = staff.size() > access_service ? std::min(1.0, staff[access_service].pressure.value()) : 0.0;
    return (1.0 - now.hold_back * (1.0 - step.now.governing.backing)) * (1.0 - now.busy * pressure);
}

void bring_in(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    const Doorbraak& now = step.now.doorbraak;
    const double chance = now.bring_in * willing(step);
    const auto may_come = [&](std::size_t i) {
        const Deadlock& deadlock = h.deadlock[i];
        return h.occupied[i] && !deadlock.brought_in && deadlock.rest == 0 && is_stuck(deadlock, now) && is_known(world, i);
    };
    const auto cases = propose(step, h.key, Decision::deadlock_known, may_come,
                               [&](std::size_t, const Words& words) { return happens(words[0], chance); });
    for (const Proposal& p : cases) {
        h.deadlock[p.row].brought_in = 1;
        ++h.deadlock[p.row].episode;
        ++world.tally.doorbraak.brought_in;
        note(step, p.row, Event::case_brought_in, step.begin());
    }
}

// Cases that wait for a decision, the dearest first. Those in which nothing stands still any more are dropped.
std::vector<Case> cases_in_order(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    std::vector<Case> cases;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        if (!h.occupied[i] || !h.deadlock[i].brought_in) continue;
        if (h.deadlock[i].kinds != 0) {
            cases.push_back({cost_of_going_on(step, i), h.key[i], static_cast<std::uint32_t>(i)});
            continue;
        }
        h.deadlock[i].brought_in = 0;
        ++world.tally.doorbraak.ended_before;
    }
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.cost != b.cost ? a.cost > b.cost : a.key < b.key; });
    return cases;
}

void close_case(Step& step, std::size_t i) {
    Deadlock& deadlock = step.world.households.deadlock[i];
    deadlock.brought_in = 0;
    deadlock.rest = static_cast<std::uint8_t>(std::clamp(step.now.doorbraak.rest_months, 0.0, 255.0));
}

void refuse(Step& step, std::size_t i, PlanRefusal reason) {
    ++step.world.tally.doorbraak.refused[static_cast<std::size_t>(reason)];
    note(step, i, Event::breakthrough_refused, step.begin(), static_cast<std::int64_t>(reason));
    close_case(step, i);
}

void carry_out(Step& step, std::size_t i, const PlanAmount& amount) {
    World& world = step.world;
    const Deadlock deadlock = world.households.deadlock[i];
    DoorbraakTally& tally = world.tally.doorbraak;
    ++tally.decided[family_cell(world, HouseholdId(i))];
    for (std::size_t kind = 0; kind < stuck_kinds; ++kind) tally.by_kind[kind] += deadlock.kinds >> kind & 1;
    tally.months_stuck += deadlock.months;
    tally.paid_for += amount.sum() > Cents(0);
    note(step, i, Event::breakthrough, step.begin(), 0, {}, {.payer = Account::doorbraak, .paid = amount.sum()});
    close_case(step, i);
    break_deadlock(step, i, amount);
}

struct Plan {
    PlanAmount amount;
    std::int64_t minutes = 0;
    bool refused = false;
    PlanRefusal reason = PlanRefusal::legitimacy;
};

// The family pays itself what it can pay: the law gives no ground for a gift then. Of a young adult that is not asked.
bool own_means(const Households& h, std::size_t i, Cents amount) {
    return amount > Cents(0) && (h.buffer[i] >= amount || (h.band[i] == IncomeBand::higher && !h.problematic[i] && !h.housing[i].homeless()));
}

Plan make_plan(const Step& step, const Case& one) {
    const World& world = step.world;
    const Households& h = world.households;
    const Doorbraak& now = step.now.doorbraak;
    const auto words = step.draw(one.key, Decision::deadlock_plan, h.deadlock[one.row].episode);
    const auto equal = step.draw(one.key, Decision::equal_treatment, h.deadlock[one.row].episode);
    Plan plan;
    plan.amount = amount_of_plan(world, one.row, now);
    if (happens(words[0], now.no_money)) plan.amount.debts = Cents(0);   // creditors hold still without a payment
    const Cents amount = plan.amount.sum();
    const bool asks = !happens(words[2], now.mandate);
    plan.minutes = nearest(60.0 * (now.case_hours + (asks ? now.ask_hours : 0.0)));
    const auto refuse_when = [&](bool fails, PlanRefusal reason) {
        if (fails && !plan.refused) plan.reason = reason;
        plan.refused |= fails;
    };
    refuse_when(own_means(h, one.row, plan.amount.debts + plan.amount.home), PlanRefusal::legitimacy);
    refuse_when(scaled(one.cost, now.believed) < amount, PlanRefusal::return_);
    refuse_when(happens(words[1], now.distrust * (1.0 - h.trust[one.row].value())), PlanRefusal::engagement);
    refuse_when(asks && happens(words[3], now.ask_refused), PlanRefusal::mandate);
    refuse_when(refused_as_unequal(amount > Cents(0) ? Solution::money : Solution::care, equal[0], step.now), PlanRefusal::unequal);
    return plan;
}

void decide_cases(Step& step) {
    DoorbraakMeans& means = step.world.doorbraak;
    const auto month = nearest(step.now.doorbraak.hours * 60.0 * static_cast<double>(step.world.people) / 10000.0 * weeks_a_month);
    const auto longest = nearest(60.0 * (step.now.doorbraak.case_hours + step.now.doorbraak.ask_hours));
    means.minutes += month;
    for (const Case& one : cases_in_order(step)) {
        const Plan plan = make_plan(step, one);
        if (plan.minutes > means.minutes) break;
        if (!plan.refused && plan.amount.sum() > Cents(0) && plan.amount.sum() > means.unspent) {
            ++step.world.tally.doorbraak.waited_for_money;
            continue;
        }
        means.minutes -= plan.minutes;
        if (plan.refused) refuse(step, one.row, plan.reason);
        else carry_out(step, one.row, plan.amount);
    }
    means.minutes = std::min(means.minutes, std::max<std::int64_t>(0, longest - 1));   // hours without a case are gone
}

// Hours are salaries; the free money comes by the month. Both out of the youth fund.
void fund(Step& step) {
    World& world = step.world;
    const Doorbraak& now = step.now.doorbraak;
    const auto people = static_cast<double>(world.people);
    const Cents staff = euros(now.hours * now.tariff * people / 10000.0 * weeks_a_month), money = euros(now.budget * people / 12.0);
    world.ledger.pay(Account::youth, Account::doorbraak, staff + money);
    world.ledger.pay(Account::doorbraak, Account::providers, staff);
    world.doorbraak.unspent += money;
    world.tally.doorbraak.staff += staff;
}

void return_rest(World& world) {
    const Cents rest = world.doorbraak.unspent;
    world.ledger.pay(Account::doorbraak, Account::youth, rest);
    world.tally.doorbraak.returned += rest;
    world.doorbraak.unspent = Cents(0);
}

}  // namespace

void break_through(Step& step) {
    if (!step.settles_money()) return;
    mark(step);
    if (step.spin_up) return;
    fund(step);
    if (step.now.doorbraak.hours > 0.0) {
        bring_in(step);
        decide_cases(step);
    }
    if (step.month->number() == 12) return_rest(step.world);
}

}  // namespace ontkoker::processes
