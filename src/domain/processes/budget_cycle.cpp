// D8: what the college foresees and decides within a year. In June the spring note: when the year threatens to end with a
// deficit and a reserve below its floor, posts that fall open stay open until the year ends. In November the budget of next
// year: cuts where cutting is easiest and lawful (minimaregelingen that no law protects, then the team, then ceilings on
// provider contracts, never a grant of help), or a part of them undone after a surplus. Schemes keep their amount until each
// household's anniversary, the team shrinks as people leave, contracts have notice: no cut saves fully in its first year.
#include <algorithm>

#include "college.h"

namespace ontkoker::processes {
namespace {

constexpr int spring = 6, autumn = 11;
constexpr double weeks_a_year = 365.25 / days_per_step;

// Share of the year that has been paid for before month `month`: benefits go by month, services by week.
double passed(const Step& step, Account fund, int month) {
    if (fund == Account::income_support || fund == Account::schemes) return (month - 1) / 12.0;
    return (step.number - step.world.governance.cycle.january) / weeks_a_year;
}

Cents year_of(const Step& step, Account fund, int month) {
    return scaled(step.world.governance.spent[static_cast<std::size_t>(fund)], 1.0 / passed(step, fund, month));
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

// Takes up to `most` of what `spent` still leaves; returns the factor that remains and lowers `wanted`.
double cut_line(double factor, double most, Cents spent, Cents& wanted) {
    if (wanted <= Cents(0) || spent <= Cents(0)) return factor;
    const double share = std::min(most, static_cast<double>(wanted.count) / static_cast<double>(spent.count));
    wanted -= scaled(spent, share);
    return factor * (1.0 - share);
}

// Gives back up to `room` of what was cut of a line that now costs `spent`; returns the factor and lowers `room`.
double restore_line(double factor, Cents spent, Cents& room) {
    if (factor >= 1.0 || room <= Cents(0) || spent <= Cents(0)) return factor;
    const Cents all = scaled(spent, 1.0 / factor - 1.0);
    if (all <= room) {
        room -= all;
        return 1.0;
    }
    const double share = static_cast<double>(room.count) / static_cast<double>(all.count);
    room = Cents(0);
    return factor + share * (1.0 - factor);
}

int notice_ends(const Step& step) {
    return step.number + static_cast<int>(nearest(step.now.contracts.notice_months * 365.25 / 12.0 / days_per_step));
}

// What the lines cost in the year that runs, where a cut can act.
struct Lines {
    Cents schemes, team, contracts;
};

Lines lines_of(const Step& step) {
    const Cents fixed = step.world.services[access_service].other_weekly * 52;
    return {scaled(year_of(step, Account::schemes, autumn), lawful_share(step)),
            year_of(step, Account::prevention_teams, autumn) - fixed, year_of(step, Account::youth, autumn)};
}

// A line whose last cut is not yet in force is left alone.
void decide_cuts(Step& step, Cents deficit) {
    Governance& g = step.world.governance;
    const College& now = step.now.college;
    Cents wanted = scaled(deficit, now.cut_share);
    const Lines lines = lines_of(step);
    if (now.budget_rule >= 1.5) {
        g.cycle.schemes_next = cut_line(g.scheme_factor, now.cut_schemes_max, lines.schemes, wanted);
        if (g.team_factor <= g.cycle.team_target) g.cycle.team_next = cut_line(g.cycle.team_target, now.cut_team_max, lines.team, wanted);
    }
    if (g.contract_factor_next == g.contract_factor) {
        g.contract_factor_next = cut_line(g.contract_factor, now.cut_contracts_max, lines.contracts, wanted);
        g.contract_from_step = notice_ends(step);
    }
    ++g.cuts;
}

// The last cut is undone first.
void undo_cuts(Step& step, Cents surplus) {
    Governance& g = step.world.governance;
    Cents room = scaled(surplus, step.now.college.undo_share);
    const Cents before = room;
    const Lines lines = lines_of(step);
    if (g.contract_factor_next == g.contract_factor) {
        g.contract_factor_next = restore_line(g.contract_factor, lines.contracts, room);
        g.contract_from_step = step.number;
    }
    g.cycle.team_next = restore_line(g.cycle.team_target, lines.team, room);
    g.cycle.schemes_next = restore_line(g.scheme_factor, lines.schemes, room);
    g.cycle.undone += room < before;
}

// Staff on permanent contracts: the team shrinks as posts fall open and are not filled, and grows back as fast.
void follow_team(Step& step) {
    Governance& g = step.world.governance;
    const double leaving = step.now.workforce.leaving / 12.0;
    if (g.cycle.frozen) g.team_factor *= 1.0 - leaving * step.now.college.freeze_share;
    else if (g.team_factor > g.cycle.team_target) g.team_factor = std::max(g.cycle.team_target, g.team_factor - leaving);
    else if (g.team_factor < g.cycle.team_target) g.team_factor = std::min(g.cycle.team_target, g.team_factor + leaving);
}

// How long the reserve stays above its floor, with what the funds have left of this month's part of their grant.
void watch_floor(Step& step, int month) {
    Governance& g = step.world.governance;
    if (g.cycle.floor_reached) return;
    Cents standing = step.world.ledger.balance(Account::reserve);
    for (std::size_t f = 0; f < fund_count; ++f)
        if (static_cast<Account>(f) != Account::reserve)
            standing += step.world.ledger.balance(static_cast<Account>(f)) - scaled(g.granted[f], (13 - month) / 12.0);
    g.cycle.floor_reached = standing < floor_of(step);
    g.cycle.months_above += !g.cycle.floor_reached;
}

}  // namespace

Cents foreseen_result(const Step& step, int month) {
    Cents result;
    for (std::size_t f = 0; f < fund_count; ++f) {
        const auto fund = static_cast<Account>(f);
        if (fund == Account::reserve) continue;
        result += step.world.ledger.balance(fund) - (year_of(step, fund, month) - step.world.governance.spent[f]);
    }
    return result;
}

void follow_budget_cycle(Step& step) {
    Governance& g = step.world.governance;
    BudgetCycle& cycle = g.cycle;
    const int month = step.month->number();
    if (month == 1) {
        g.scheme_factor = cycle.schemes_next;
        cycle.team_target = cycle.team_next;
        cycle.frozen = false;
    }
    follow_team(step);
    watch_floor(step, month);
    if (step.now.college.budget_rule < 0.5 || (month != spring && month != autumn)) return;
    const Cents result = foreseen_result(step, month);
    const bool below = step.world.ledger.balance(Account::reserve) + result < floor_of(step);
    const bool short_of_money = result < Cents(0) && below;
    if (month == spring) cycle.frozen = short_of_money && step.now.college.budget_rule >= 1.5 && step.now.college.freeze_share > 0.0;
    else if (short_of_money) decide_cuts(step, -result);
    else if (result > Cents(0) && !below && step.now.college.undo_share > 0.0) undo_cuts(step, result);
}

}  // namespace ontkoker::processes
