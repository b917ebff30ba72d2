// A4 in its simplest form: who has problematic debts may apply (after an early signal sooner); a plan takes weeks of a
// counsellor; then an arrangement of a fixed term, after which what is left is written off.
#include <algorithm>

#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr Moment minutes_per_week = minutes_per_step;

Moment weeks(double count) { return static_cast<Moment>(nearest(count * minutes_per_week)); }

void apply(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    const DebtHelp& now = step.now.debt_help;
    const auto applicants = propose(step, h.key, Decision::debt_apply, [&](std::size_t i, const Words& words) {
        if (!h.occupied[i] || !h.problematic[i] || h.debt_help[i] != DebtHelpState::none) return false;
        const double chance = now.apply_chance * (1.0 + now.signal_gain);
        return happens(words[0], chance * (1.0 - step.now.stress.narrowing * h.stress[i].value()));
    });
    for (const Proposal& p : applicants) {
        LineRequest request;
        request.key = p.key;
        request.client = p.row;
        request.arrival = step.begin() + static_cast<Moment>(p.words[1] % minutes_per_step);
        request.patience_ends = request.arrival + std::max<Moment>(1, weeks(exponential(p.words[2], now.patience_weeks)));
        request.weekly_load = world.services[debt_service].weekly_load;
        h.debt_ticket[p.row] = world.services[debt_service].line.submit(request);
        h.debt_help[p.row] = DebtHelpState::waiting;
        ++h.debt_episode[p.row];
    }
}

void end_plan(Step& step, std::size_t i) {
    Households& h = step.world.households;
    const DebtHelp& now = step.now.debt_help;
    const auto words = step.draw(h.key[i], Decision::debt_outcome, h.debt_episode[i]);
    const bool succeeds = !happens(words[0], now.drop_out) && happens(words[1], now.success) && h.debt[i] > Cents(0);
    h.debt_help[i] = succeeds ? DebtHelpState::term : DebtHelpState::none;
    h.term_left[i] = succeeds ? static_cast<std::uint8_t>(now.term_months) : 0;
}

void run_line(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    std::vector<LineEvent> events;
    const Moment plan = std::max<Moment>(1, weeks(step.now.debt_help.plan_weeks));
    world.services[debt_service].line.advance(
        step.end(), [&](std::uint32_t, ServerId, Moment moment) { return moment + plan; }, events);
    for (const LineEvent& event : events) {
        if (event.kind == LineEvent::Kind::started) {
            world.tally.line_waited[debt_service] += event.waited;
            ++world.tally.line_started[debt_service];
            continue;
        }
        h.debt_ticket[event.client] = WaitingLine::no_ticket;
        if (event.kind == LineEvent::Kind::left) h.debt_help[event.client] = DebtHelpState::none;
        else end_plan(step, event.client);
    }
}

void finish_terms(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        if (h.debt_help[i] != DebtHelpState::term || --h.term_left[i] > 0) continue;
        world.total_debt -= h.debt[i].count;
        world.tally.written_off += h.debt[i].count;
        world.tally.ended_problematic += h.problematic[i];
        h.debt[i] = Cents(0);
        h.problematic[i] = h.arrears_months[i] = 0;
        h.debt_help[i] = DebtHelpState::none;
    }
}

}  // namespace

void help_with_debts(Step& step) {
    if (step.settles_money()) {
        finish_terms(step);
        apply(step);
    }
    run_line(step);
}

}  // namespace ontkoker::processes
