// A4: vroegsignalering, a legal duty since 2021. Landlords, energy and water companies and health insurers report arrears;
// the municipality offers help. Part is reached, part of those accept: a payment plan, or an application for debt help.
#include "../debt_asking.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {

void signal_arrears(Step& step) {
    if (!step.settles_money()) return;
    World& world = step.world;
    const Households& h = world.households;
    const DebtHelp& now = step.now.debt_help;
    const auto in_arrears = [&](std::size_t i) {
        if (h.debt[i] <= Cents(0)) return false;   // most households
        const bool known = h.debt_help[i] != DebtHelpState::none || h.owed[i].payment_plan > 0 || h.owed[i].bewind;
        return h.occupied[i] && !known;
    };
    const auto reports = propose(step, h.key, Decision::debt_signal, in_arrears, [&](std::size_t i, const Words& words) {
        // A landlord who gives notice must have reported the arrears.
        const bool on_notice = h.housing[i].home == HomeState::notice && h.housing[i].months == 0;
        return on_notice || happens(words[0], now.signal_chance);
    });
    DebtTally& tally = world.tally.debts;
    std::int64_t reached = 0;
    for (const Proposal& p : reports) {
        ++tally.signals[family_cell(world, HouseholdId(p.row))];
        if (!happens(p.words[1], now.signal_reach)) continue;
        ++reached;
        if (!happens(p.words[2], now.signal_accept)) continue;
        ++tally.accepted;
        note(step, p.row, Event::early_signal, step.begin(), 0, {}, {.payer = Account::debt_help, .paid = euros(now.contact_cost)});
        if (h.problematic[p.row] && happens(p.words[3], now.signal_leads)) ask_debt_help(step, p.row);
        else begin_payment_plan(step, p.row);
    }
    tally.reached += reached;
    world.ledger.pay(Account::debt_help, Account::providers, euros(now.contact_cost) * reached);
}

}  // namespace ontkoker::processes
