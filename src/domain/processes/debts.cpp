// A4: who has problematic debts may apply; waits; a plan takes weeks of a counsellor; while new debts still come, the
// household stabilises first; then an arrangement of a fixed term, after which what is left is written off. With a
// saneringskrediet a loan pays the creditors at once; WSNP is the court's way when creditors refuse; for a young person the
// municipality may buy off the debts against a counter-performance within a year.
#include <algorithm>

#include "../debt_asking.h"
#include "loops.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/debts.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr int recent_months = 3, still_short_months = 1;   // since a bill stayed unpaid
constexpr int counter_months = 12;
constexpr double least_offer = 0.05;                       // of the debt: nobody starts an arrangement free of debt

void apply(Step& step) {
    World& world = step.world;
    const Households& h = world.households;
    const auto in_need = [&](std::size_t i) { return h.occupied[i] && h.problematic[i] && h.debt_help[i] == DebtHelpState::none; };
    const double chance = step.now.debt_help.apply_chance, narrowing = step.now.stress.narrowing;
    const double most = chance * std::max(1.0, 1.0 - narrowing);
    const auto applicants = propose_rare(step, h.key, Decision::debt_apply, {most}, in_need, [&](std::size_t i, const Words& words) {
        return happens(words[0], chance * (1.0 - narrowing * h.stress[i].value()));
    });
    for (const Proposal& p : applicants) ask_debt_help(step, p.row);
}

void fail(Step& step, std::size_t i, Moment moment) {
    World& world = step.world;
    Households& h = world.households;
    h.debt_help[i] = DebtHelpState::none;
    h.term_left[i] = 0;
    h.owed[i].arrangement = Arrangement::none;
    h.deadlock[i].failed_help = 1;
    ++world.tally.debts.failed[family_cell(world, HouseholdId(i))];
    note(step, i, Event::debt_help_failed, moment);
}

// What the household owes shrinks to one debt of `kind`; the creditors write off the rest.
void settle_for(World& world, std::size_t i, DebtKind kind, Cents amount) {
    Households& h = world.households;
    const Cents remitted = h.debt[i] - amount;
    world.total_debt -= remitted.count;
    world.tally.written_off += remitted.count;
    owe_only(h, i, kind, amount);
}

double completed_share(Arrangement kind, const DebtHelp& now) {
    switch (kind) {
        case Arrangement::credit: return now.completed_credit;
        case Arrangement::statutory: return now.completed_statutory;
        case Arrangement::bought_off: return now.counter_done;
        default: return now.completed_voluntary;
    }
}

// The loan that the household can repay in the term: what it has above its costs and the beslagvrije voet.
Cents loan(const Step& step, std::size_t i) {
    const HouseholdFacts facts = facts_of(step.world, i, step.day(), step.now);
    const MonthBudget b = month_budget(facts, step.now);
    const Cents room = std::min(b.income() - b.fixed() - b.needs,
                                b.income() - scaled(norm_of(facts, step.now), step.now.norms.beslagvrije_voet));
    const Cents debt = step.world.households.debt[i];
    const auto months = static_cast<std::int64_t>(step.now.debt_help.term_months);
    return std::clamp(std::max(room, Cents(0)) * months, std::max(scaled(debt, least_offer), Cents(1)), debt);
}

void start_arrangement(Step& step, std::size_t i, Arrangement kind, Moment moment) {
    World& world = step.world;
    Households& h = world.households;
    const DebtHelp& now = step.now.debt_help;
    const int months = kind == Arrangement::bought_off ? counter_months : static_cast<int>(now.term_months);
    const auto words = step.draw(h.key[i], Decision::debt_term, h.debt_episode[i]);
    const bool breaks = !happens(words[0], completed_share(kind, now));
    h.debt_help[i] = DebtHelpState::term;
    h.term_left[i] = static_cast<std::uint8_t>(months);
    h.owed[i].arrangement = kind;
    // A young person who does not deliver is known at the end of the year; others break off somewhere in between.
    h.owed[i].breaks_at = !breaks ? 0 : kind == Arrangement::bought_off ? 1 : static_cast<std::uint8_t>(1 + unit(words[1]) * (months - 1));
    if (kind == Arrangement::credit) settle_for(world, i, DebtKind::other, loan(step, i));
    Cents price;
    if (kind == Arrangement::bought_off) {
        price = std::clamp(scaled(h.debt[i], now.buy_off_price), Cents(1), h.debt[i]);
        settle_for(world, i, DebtKind::preferential, price);   // owed to the municipality now
        world.ledger.pay(Account::debt_help, Account::households, price);
        world.ledger.pay(Account::households, Account::creditors, price);
        world.tally.debts.bought_off += price.count;
    }
    ++world.tally.debts.started[family_cell(world, HouseholdId(i))];
    ++world.tally.debts.by_arrangement[static_cast<std::size_t>(kind)];
    note(step, i, Event::debt_arrangement, moment, 0, {}, {.payer = Account::debt_help, .paid = price});
}

bool is_young(const Step& step, std::size_t i) {
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        if (step.world.has_adult(slot) && age_on(step.world.adults.birth_day[slot], step.day()) >= step.now.debt_help.buy_off_age)
            return false;
    return true;
}

void decide(Step& step, std::size_t i, Moment moment) {
    const Households& h = step.world.households;
    const DebtHelp& now = step.now.debt_help;
    const auto words = step.draw(h.key[i], Decision::debt_outcome, h.debt_episode[i]);
    if (happens(words[0], now.drop_out) || h.debt[i] <= Cents(0)) return fail(step, i, moment);
    if (is_young(step, i) && happens(words[3], now.buy_off_young)) return start_arrangement(step, i, Arrangement::bought_off, moment);
    if (happens(words[1], now.success))
        return start_arrangement(step, i, happens(words[2], now.credit_share) ? Arrangement::credit : Arrangement::voluntary, moment);
    if (happens(words[2], now.statutory_share)) return start_arrangement(step, i, Arrangement::statutory, moment);
    fail(step, i, moment);
}

// No creditor agrees while new debts come.
void end_plan(Step& step, std::size_t i, Moment moment) {
    Households& h = step.world.households;
    const bool short_of_late = h.owed[i].since_short < recent_months && !h.owed[i].bewind;
    if (!short_of_late || step.now.debt_help.stabilise_months < 1.0) return decide(step, i, moment);
    h.debt_help[i] = DebtHelpState::stabilising;
    h.term_left[i] = static_cast<std::uint8_t>(step.now.debt_help.stabilise_months);
}

void run_line(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    std::vector<LineEvent> events;
    const Moment plan = std::max<Moment>(1, static_cast<Moment>(nearest(step.now.debt_help.plan_weeks * minutes_per_step)));
    world.services[debt_service].line.advance(
        step.end(), [&](std::uint32_t, ServerId, Moment moment) { return moment + plan; }, events);
    for (const LineEvent& event : events) {
        if (event.kind == LineEvent::Kind::started) {
            world.tally.line_waited[debt_service] += event.waited;
            ++world.tally.line_started[debt_service];
            h.debt_help[event.client] = DebtHelpState::plan;
            continue;
        }
        h.debt_ticket[event.client] = WaitingLine::no_ticket;
        if (event.kind == LineEvent::Kind::left) fail(step, event.client, event.moment);
        else end_plan(step, event.client, event.moment);
    }
}

void complete(Step& step, std::size_t i) {
    World& world = step.world;
    Households& h = world.households;
    ++world.tally.debts.completed[family_cell(world, HouseholdId(i))];
    world.tally.ended_problematic += h.problematic[i];
    note(step, i, Event::debt_cleared, step.begin(), h.debt[i].count);
    settle_for(world, i, DebtKind::other, Cents(0));
    h.problematic[i] = h.arrears_months[i] = h.term_left[i] = 0;
    h.debt_help[i] = DebtHelpState::none;
    h.owed[i].arrangement = Arrangement::none;
    h.owed[i].free_months = static_cast<std::uint8_t>(step.now.debt_help.relapse_months);
}

void pass_month(Step& step, std::size_t i) {
    Households& h = step.world.households;
    if (h.debt_help[i] == DebtHelpState::term) {
        --h.term_left[i];
        if (h.owed[i].breaks_at > 0 && h.term_left[i] < h.owed[i].breaks_at) fail(step, i, step.begin());
        else if (h.term_left[i] == 0 || h.debt[i] <= Cents(0)) complete(step, i);
    } else if (h.debt_help[i] == DebtHelpState::stabilising) {
        if (--h.term_left[i] > 0) return;
        const bool still_short = h.owed[i].since_short < still_short_months && !h.owed[i].bewind;
        still_short ? fail(step, i, step.begin()) : decide(step, i, step.begin());
    }
}

}  // namespace

void help_with_debts(Step& step) {
    if (step.settles_money()) {
        const std::vector<DebtHelpState>& help = step.world.households.debt_help;
        each_marked(help, 0, help.size(), [&](std::size_t i) { pass_month(step, i); });   // an empty row has no help
        apply(step);
    }
    run_line(step);
}

}  // namespace ontkoker::processes
