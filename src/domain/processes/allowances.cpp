// A1, A10: allowances are paid in advance and settled a year later; help with forms; the bouwdepot for chosen young
// adults. What a month pays stands in budget.cpp; this process does what happens between the months.
#include <algorithm>

#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/debts.h"
#include "ontkoker/engine/parallel.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

// Ranks of a household among others: drawn once, for those who were there and for newcomers alike. Returns how many
// bouwdepots run, seen in the same look at everybody.
std::int64_t know_households(Step& step) {
    Households& h = step.world.households;
    std::vector<std::int64_t> chunks(chunk_count(step.world.household_rows(), step.grain));
    for_chunks(step.world.household_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::int64_t running = 0;
        for (std::size_t i = begin; i < end; ++i) {
            AllowanceState& state = h.allowance[i];
            running += state.bouwdepot_left > 0;
            if (!h.occupied[i] || state.known) continue;
            const auto words = step.draw(h.key[i], Decision::allowance_ranks, 0);
            state.childcare = static_cast<std::uint8_t>(words[0] >> 24);
            state.room = static_cast<std::uint8_t>(words[1] >> 24);
            state.student = static_cast<std::uint8_t>(words[2] >> 24);
            state.slack = static_cast<std::uint8_t>(words[3] >> 24);
            state.known = 1;
        }
        chunks[chunk] = running;
    });
    std::int64_t running = 0;
    for (const std::int64_t count : chunks) running += count;
    return running;
}

// The year is over: what was paid too much or too little waits for the final decision, and the advances of the new year
// start from the present income.
void close_year(Step& step) {
    std::vector<AllowanceState>& states = step.world.households.allowance;
    for_chunks(states.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            states[i].last_year += states[i].this_year;
            states[i].this_year = Cents(0);
            states[i].estimated = 0;
        }
    });
}

// What settling brings about for others than the household.
struct Settled {
    Cents paid, debt, refunded;
    FamilyCount reclaims{};
};

// A reclaim is paid from savings as far as they go above one month of needs; the rest is a debt.
void reclaim(Step& step, std::size_t i, Cents amount, Settled& settled) {
    World& world = step.world;
    Households& h = world.households;
    const MonthBudget budget = month_budget(facts_of(world, i, step.day(), step.now), step.now);
    const Cents paid = std::clamp(h.buffer[i] - budget.needs, Cents(0), amount), debt = amount - paid;
    h.buffer[i] -= paid;
    owe(h, i, DebtKind::preferential, debt);   // the tax office goes first by law
    settled.paid += paid;
    settled.debt += debt;
    ++settled.reclaims[family_cell(world, HouseholdId(i))];
    note(step, i, Event::allowance_reclaimed, step.begin(), amount.count);
}

void refund(Step& step, std::size_t i, Cents amount, Settled& settled) {
    step.world.households.buffer[i] += amount;
    settled.refunded += amount;
    note(step, i, Event::allowance_refunded, step.begin(), amount.count);
}

void book(World& world, const Settled& settled) {
    world.total_buffer += settled.refunded.count - settled.paid.count;
    world.total_debt += settled.debt.count;
    world.ledger.pay(Account::households, Account::rijk, settled.paid);
    world.ledger.pay(Account::creditors, Account::rijk, settled.debt);   // the claim stands with all that the household owes
    world.ledger.pay(Account::rijk, Account::households, settled.refunded);
    AllowanceTally& tally = world.tally.allowances;
    tally.reclaimed += settled.paid.count + settled.debt.count;
    tally.reclaim_debt += settled.debt.count;
    tally.refunded += settled.refunded.count;
    for (std::size_t cell = 0; cell < settled.reclaims.size(); ++cell) tally.reclaims[cell] += settled.reclaims[cell];
}

void settle_last_year(Step& step) {
    Households& h = step.world.households;
    const Cents least = euros(step.now.allowances.reclaim_least);
    std::vector<Settled> chunks(chunk_count(step.world.household_rows(), step.grain));
    for_chunks(step.world.household_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!h.occupied[i]) continue;
            const Cents balance = h.allowance[i].last_year;
            h.allowance[i].last_year = Cents(0);
            if (balance > Cents(0) && balance >= least) reclaim(step, i, balance, chunks[chunk]);
            else if (balance < Cents(0)) refund(step, i, -balance, chunks[chunk]);
        }
    });
    for (const Settled& settled : chunks) book(step.world, settled);
}

// Help with forms: who is entitled to an allowance and does not claim it, claims it.
void help_with_forms(Step& step) {
    if (step.now.allowances.form_help <= 0.0) return;
    World& world = step.world;
    Households& h = world.households;
    const auto leaves = [&](std::size_t i) { return h.occupied[i] && (h.allowance[i].unclaimed & ~takes_bijstand); };
    const auto helped = propose(step, h.key, Decision::form_help, leaves, [&](std::size_t, const Words& words) {
        return happens(words[0], step.now.allowances.form_help / 12.0);
    });
    for (const Proposal& p : helped) {
        const auto gained = static_cast<std::uint8_t>(h.allowance[p.row].unclaimed & ~takes_bijstand);
        h.takes[p.row] |= gained;
        h.allowance[p.row].unclaimed &= static_cast<std::uint8_t>(~gained);
        for (std::uint8_t bit = takes_zorgtoeslag; bit <= takes_kindgebonden; bit <<= 1) world.tally.allowances.helped += (gained & bit) != 0;
        note(step, p.row, Event::allowance_claimed, step.begin());
    }
}

// Single, of 18-20, without work or study, and not chosen before.
bool may_have_bouwdepot(const Step& step, std::size_t i) {
    const World& world = step.world;
    const AllowanceState& state = world.households.allowance[i];
    if (!world.households.occupied[i] || state.bouwdepot_had || world.adult_count(i) != 1) return false;
    const HouseholdFacts facts = facts_of(world, i, step.day(), step.now);
    return facts.young == 1 && !facts.studies && facts.work + facts.ww + facts.disability == Cents(0);
}

// A month less is left of each that runs; returns how many go on.
std::int64_t pass_month_of_bouwdepots(Step& step) {
    std::vector<AllowanceState>& states = step.world.households.allowance;
    std::vector<std::int64_t> chunks(chunk_count(states.size(), step.grain));
    for_chunks(states.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::int64_t count = 0;
        for (std::size_t i = begin; i < end; ++i)
            if (states[i].bouwdepot_left > 0) count += --states[i].bouwdepot_left > 0;
        chunks[chunk] = count;
    });
    std::int64_t used = 0;
    for (const std::int64_t count : chunks) used += count;
    return used;
}

void give_bouwdepots(Step& step, std::int64_t running) {
    World& world = step.world;
    Households& h = world.households;
    const Allowances& now = step.now.allowances;
    std::int64_t used = running > 0 ? pass_month_of_bouwdepots(step) : 0;
    const std::int64_t places = nearest(now.bouwdepot_places * static_cast<double>(world.people) / 100000.0);
    if (places <= used) return;
    auto candidates = propose(
        step, h.key, Decision::bouwdepot, [&](std::size_t i) { return may_have_bouwdepot(step, i); },
        [](std::size_t, const Words&) { return true; });
    std::stable_sort(candidates.begin(), candidates.end(), [](const Proposal& a, const Proposal& b) { return a.words[0] < b.words[0]; });
    for (const Proposal& p : candidates) {
        if (used++ >= places) break;
        h.allowance[p.row].bouwdepot_left = static_cast<std::uint8_t>(std::clamp(now.bouwdepot_months, 1.0, 255.0));
        h.allowance[p.row].bouwdepot_had = 1;
        note(step, p.row, Event::bouwdepot_given, step.begin(), euros(now.bouwdepot_amount).count);
    }
}

}  // namespace

void settle_allowances(Step& step) {
    if (!step.settles_money()) return;
    const std::int64_t bouwdepots = know_households(step);
    if (step.month->number() == 1) close_year(step);
    if (step.month->number() == static_cast<int>(step.now.allowances.settle_month)) settle_last_year(step);
    help_with_forms(step);
    give_bouwdepots(step, bouwdepots);
}

}  // namespace ontkoker::processes
