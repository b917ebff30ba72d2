// A4: bewind (protective administration by order of the court). An administrator opens the letters and pays the rent
// first; who cannot pay the fee gets it from the municipality as special assistance.
#include <algorithm>

#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

double chance_of_order(const Households& h, std::size_t i, const DebtHelp& now) {
    if (h.owed[i].bewind) return h.problematic[i] ? 0.0 : now.bewind_out / 12.0;
    if (!h.problematic[i]) return 0.0;
    return now.bewind_in * (h.problems[i] & lvb ? now.bewind_lvb : 1.0) / 12.0;
}

}  // namespace

void protect_debtors(Step& step) {
    if (!step.settles_money()) return;
    World& world = step.world;
    Households& h = world.households;
    const DebtHelp& now = step.now.debt_help;
    const auto may_change = [&](std::size_t i) { return (h.problematic[i] || h.owed[i].bewind) && h.occupied[i] && chance_of_order(h, i, now) > 0.0; };
    const double most = std::max(now.bewind_out, now.bewind_in * std::max(1.0, now.bewind_lvb)) / 12.0;
    const auto orders = propose_rare(step, h.key, Decision::bewind, {most}, may_change, [&](std::size_t i, const Words& words) {
        return happens(words[0], chance_of_order(h, i, now));
    });
    for (const Proposal& p : orders) {
        h.owed[p.row].bewind = !h.owed[p.row].bewind;
        note(step, p.row, h.owed[p.row].bewind ? Event::bewind_started : Event::bewind_ended, step.begin());
    }
    const Cents fee = euros(now.bewind_fee);
    std::vector<std::int64_t> chunks(chunk_count(world.household_rows(), step.grain));
    for_chunks(world.household_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::int64_t paid = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (!h.owed[i].bewind || !h.occupied[i]) continue;
            if (h.band[i] == IncomeBand::higher) h.pending_bill[i] += fee;
            else ++paid;
        }
        chunks[chunk] = paid;
    });
    std::int64_t paid = 0;
    for (const std::int64_t count : chunks) paid += count;
    const Cents cost = fee * paid;
    world.ledger.pay(Account::schemes, Account::providers, cost);
    world.tally.debts.bewind_cost += cost.count;
}

}  // namespace ontkoker::processes
