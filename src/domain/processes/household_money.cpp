// A1, A2, A3: one month of money of every household, and the stress that follows from it.
//
// A month that ends short is paid from the buffer, then by cutting back to a floor of needs, then on credit: what stays
// unpaid is a debt to creditors. Debts bring collection costs, more of them under stress (unopened letters), and after
// some months attachment down to the beslagvrije voet, so income never falls to nil.
#include <algorithm>
#include <vector>

#include "../allowances.h"
#include "../flows.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/engine/parallel.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

// Sums over one chunk of households, in whole cents and counts.
struct ChunkSums {
    FlowSums flows;
    AllowanceTally allowances;
    Cents fees, written_off, credit, repaid, buffer_change, debt_change;
    std::int64_t new_problematic = 0, ended_problematic = 0;
};

// The choices of one month, in cents.
struct MonthChoice {
    Cents spare;    // spending beyond fixed costs and needs
    Cents bill;     // unexpected costs
    Cents cut;      // spending and needs done without
    Cents credit;   // bills left unpaid: new debt
    Cents from_buffer, to_buffer, repaid, extra;  // extra: what is left is spent as well
};

void book_income(const MonthBudget& b, ChunkSums& sums) {
    sums.flows.add(Flow::wage, b.work);
    sums.flows.add(Flow::aow, b.aow);
    sums.flows.add(Flow::state_benefit, b.ww + b.disability + b.study + b.advances() + b.kinderbijslag);
    sums.flows.add(Flow::pension, b.pension_supplement);
    sums.flows.add(Flow::bijstand, b.bijstand);
    sums.flows.add(Flow::scheme, b.schemes + b.topup + b.bouwdepot);
}

// What happens to debts before the month's own balance: collection costs, lapsing, the arrears clock.
void collect(Households& h, std::size_t i, std::uint32_t word, const Parameters& now, ChunkSums& sums) {
    if (h.debt[i] <= Cents(0)) {
        h.arrears_months[i] = 0;
        return;
    }
    h.arrears_months[i] = static_cast<std::uint8_t>(std::min(255, h.arrears_months[i] + 1));
    if (h.debt_help[i] == DebtHelpState::term) return;  // collection rests during an arrangement
    const double chance = now.finances.fee_chance * (1.0 + now.finances.new_debt_stress * h.stress[i].value());
    if (happens(word, chance)) {
        const Cents fee = euros(now.finances.fee);
        h.debt[i] += fee;
        sums.fees += fee;
        sums.debt_change += fee;
    }
    const Cents lapsed = scaled(h.debt[i], now.finances.write_off / 12.0);
    h.debt[i] -= lapsed;
    sums.written_off += lapsed;
    sums.debt_change -= lapsed;
}

// A shortage is met from the buffer, then by cutting spending and needs down to their floor, then on credit.
void cover_shortage(MonthChoice& choice, Cents shortage, Cents buffer, Cents can_cut) {
    choice.from_buffer = std::min(shortage, std::max(buffer, Cents(0)));
    choice.cut = std::min(shortage - choice.from_buffer, can_cut);
    choice.credit = shortage - choice.from_buffer - choice.cut;
}

// What a household pays on its debts out of a surplus and by attachment.
Cents repayment(const Households& h, std::size_t i, Cents surplus, Cents income, Cents norm, const Parameters& now) {
    if (h.debt[i] <= Cents(0)) return Cents(0);
    const double will = now.finances.repay_share * (1.0 - now.stress.narrowing * h.stress[i].value());
    Cents paid = scaled(surplus, will);
    if (h.arrears_months[i] >= now.finances.attachment_after || h.debt_help[i] == DebtHelpState::term)
        paid = std::max(paid, std::min(surplus, income - scaled(norm, now.norms.beslagvrije_voet)));
    return std::clamp(paid, Cents(0), std::min(h.debt[i], std::max(surplus, Cents(0))));
}

void update_stress(Households& h, std::size_t i, Cents without, Cents income, Cents needs, const Parameters& now) {
    const Stress& s = now.stress;
    const double short_share = needs.count > 0 ? static_cast<double>(without.count) / static_cast<double>(needs.count) : 0.0;
    const double yearly = 12.0 * static_cast<double>(std::max(income, euros(now.norms.minimum_wage_net * 0.25)).count);
    const double debt_share = std::min(1.0, static_cast<double>(h.debt[i].count) / yearly);
    const bool resting = h.debt_help[i] == DebtHelpState::term;  // one creditor gives rest at once
    const double target = std::min(1.0, s.from_shortfall * std::min(1.0, short_share / s.shortfall_full) +
                                            (resting ? s.relief_at_once : 1.0) * (s.from_debt * debt_share +
                                                                     (h.problematic[i] ? s.from_problematic : 0.0)));
    const double old = h.stress[i].value();
    const double share = target > old ? s.rise : s.fall;
    h.stress[i] = Level::from(old + share * (target - old));
}

void update_problematic(Households& h, std::size_t i, const Parameters& now, ChunkSums& sums) {
    const bool was = h.problematic[i];
    // Registered problematic debts end when the debt is gone, not when it dips under the border.
    const bool is = was ? h.debt[i] > Cents(0)
                        : h.debt[i] >= euros(now.finances.problematic_debt) &&
                              h.arrears_months[i] >= now.finances.problematic_months;
    sums.new_problematic += is && !was;
    sums.ended_problematic += was && !is;
    h.problematic[i] = is;
}

// Families with debts or an empty buffer hold back what they spend beyond needs.
Cents spare_spending(Households& h, std::size_t i, Cents left, Cents needs, const Finances& f) {
    const Cents room = std::max(left, Cents(0));
    h.habit[i] = scaled(h.habit[i], 1.0 - 1.0 / f.habit_months) + scaled(room, f.spending_share / f.habit_months);
    const bool careful = h.debt[i] > Cents(0) || h.buffer[i] < needs;
    return careful ? std::min(h.habit[i], scaled(room, f.careful_share)) : h.habit[i];
}

MonthChoice choose(Households& h, std::size_t i, const MonthBudget& b, Cents norm, Cents bill, const Parameters& now) {
    MonthChoice choice;
    const Cents left = b.income() - b.fixed() - b.needs;
    choice.bill = bill;
    choice.spare = spare_spending(h, i, left, b.needs, now.finances);
    const Cents balance = left - choice.spare - bill;
    if (balance < Cents(0)) {
        cover_shortage(choice, -balance, h.buffer[i], choice.spare + scaled(b.needs, 1.0 - now.finances.needs_floor));
    } else {
        choice.repaid = repayment(h, i, balance, b.income(), norm, now);
        const Cents wish = std::max(scaled(b.needs, now.finances.buffer_months) - h.buffer[i], Cents(0));
        choice.to_buffer = std::min(balance - choice.repaid, wish);
        choice.extra = balance - choice.repaid - choice.to_buffer;
    }
    return choice;
}

void book_choice(Households& h, std::size_t i, const MonthBudget& b, const MonthChoice& choice, ChunkSums& sums) {
    const Cents buffer_change = choice.to_buffer - choice.from_buffer;
    const Cents debt_change = choice.credit - choice.repaid;
    h.buffer[i] += buffer_change;
    h.debt[i] += debt_change;
    sums.buffer_change += buffer_change;
    sums.debt_change += debt_change;
    sums.credit += choice.credit;
    sums.repaid += choice.repaid;
    const Cents rent = h.tenure[i] == Tenure::owner ? Cents(0) : b.rent;
    sums.flows.add(Flow::rent, rent);
    sums.flows.add(Flow::premium, b.premium);
    sums.flows.add(Flow::credit, choice.credit);
    sums.flows.add(Flow::repaid, choice.repaid);
    sums.flows.add(Flow::other, b.rent - rent + b.energy + b.childcare + b.needs + choice.spare + choice.bill + choice.extra - choice.cut);
}

void note_low_income(Households& h, std::size_t i, Cents counted, Cents norm) {
    h.band[i] = band_of(counted, norm);
    h.under_minimum[i] = h.band[i] == IncomeBand::minimum;
    const bool low = counted <= scaled(norm, low_border);
    h.low_income_months[i] = low ? static_cast<std::uint8_t>(std::min(255, h.low_income_months[i] + 1)) : 0;
}

void settle(Step& step, std::size_t i, std::array<std::uint32_t, 3> words, ChunkSums& sums) {
    Households& h = step.world.households;
    const Parameters& now = step.now;
    collect(h, i, words[0], now, sums);
    const HouseholdFacts facts = facts_of(step.world, i, step.day(), now);
    const MonthBudget b = month_budget(facts, now);
    const Cents norm = norm_of(facts, now);
    book_income(b, sums);
    h.on_bijstand[i] = b.bijstand > Cents(0);
    note_low_income(h, i, counted_income(facts, now) + b.bijstand + b.topup + b.bouwdepot, norm);
    keep_allowances(step.world, i, facts, b, now, sums.allowances);
    Cents bill = h.pending_bill[i];
    h.pending_bill[i] = Cents(0);
    // A5: parents' own problems bring money problems too, so the two go together without money causing the rest.
    const double troubled = h.problems[i] & (mental_health | addiction) ? now.parents.bill_factor : 1.0;
    if (happens(words[1], now.finances.bill_chance * troubled)) bill += euros(exponential(words[2], now.finances.bill_mean));
    const MonthChoice choice = choose(h, i, b, norm, bill, now);
    book_choice(h, i, b, choice, sums);
    update_stress(h, i, std::max(choice.cut - choice.spare, Cents(0)) + choice.credit, b.income(), b.needs, now);
    update_problematic(h, i, now, sums);
}

void settle_chunk(Step& step, std::size_t begin, std::size_t end, ChunkSums& sums) {
    const Households& h = step.world.households;
    const std::span keys(h.key.data() + begin, end - begin);
    std::array<std::vector<std::uint32_t>, 3> words;
    for (auto& column : words) column.resize(keys.size());
    step.draws.fill(keys, static_cast<std::uint16_t>(Decision::bill), step.number, {words[0], words[1], words[2], {}});
    for (std::size_t i = begin; i < end; ++i)
        if (h.occupied[i]) settle(step, i, {words[0][i - begin], words[1][i - begin], words[2][i - begin]}, sums);
}

void add_up(World& world, const std::vector<ChunkSums>& chunks) {
    for (const ChunkSums& sums : chunks) {
        sums.flows.book(world.ledger);
        world.total_buffer += sums.buffer_change.count;
        world.total_debt += sums.debt_change.count;
        world.tally.allowances.add(sums.allowances);
        world.tally.aow += sums.flows.of(Flow::aow).count;
        world.tally.fees += sums.fees.count;
        world.tally.written_off += sums.written_off.count;
        world.tally.credit += sums.credit.count;
        world.tally.repaid += sums.repaid.count;
        world.tally.new_problematic += sums.new_problematic;
        world.tally.ended_problematic += sums.ended_problematic;
    }
}

}  // namespace

void settle_household_money(Step& step) {
    if (!step.settles_money()) return;
    World& world = step.world;
    std::vector<ChunkSums> chunks(chunk_count(world.household_rows(), step.grain));
    for_chunks(world.household_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        settle_chunk(step, begin, end, chunks[chunk]);
    });
    add_up(world, chunks);
}

}  // namespace ontkoker::processes
