// A1, A2, A3: one month of money of every household, and the stress that follows from it.
//
// A month that ends short is paid from the buffer, then by cutting back to a floor of needs, then on credit: what stays
// unpaid is a debt: rent, preferential creditors or other credit. Debts bring collection costs, more of them under stress
// (unopened letters), and after some months attachment down to the beslagvrije voet, so income never falls to nil.
#include <algorithm>
#include <vector>

#include "../allowances.h"
#include "../budget_rules.h"
#include "../flows.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/debts.h"
#include "ontkoker/engine/parallel.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

// Sums over one chunk of households, in whole cents and counts.
struct ChunkSums {
    FlowSums flows;
    AllowanceTally allowances;
    Cents fees, written_off, credit, repaid, buffer_change, debt_change;
    std::int64_t new_problematic = 0, ended_problematic = 0, relapses = 0;
};

// What the parameters come to for every household alike.
struct Terms {
    explicit Terms(const Parameters& parameters) : now(parameters), rules(parameters) {}

    const Parameters& now;
    const MonthRules rules;
    const Cents fee = euros(now.finances.fee), problematic = euros(now.finances.problematic_debt);
    const Cents least_income = euros(now.norms.minimum_wage_net * 0.25);   // to which debts are compared
    const std::uint64_t bill = threshold(now.finances.bill_chance);
    // A5: parents' own problems bring money problems too, so the two go together without money causing the rest.
    const std::uint64_t bill_of_troubled = threshold(now.finances.bill_chance * now.parents.bill_factor);
    const double lapsing = now.finances.write_off / 12.0;
    const double habit_stays = 1.0 - 1.0 / now.finances.habit_months;
    const double habit_comes = now.finances.spending_share / now.finances.habit_months;
};

// The choices of one month, in cents.
struct MonthChoice {
    Cents spare;    // spending beyond fixed costs and needs
    Cents bill;     // unexpected costs
    Cents cut;      // spending and needs done without
    Cents credit;   // bills left unpaid: new debt
    Cents from_buffer, to_buffer, extra;  // extra: what is left is spent as well
    Cents freely, attached;               // repaid by free will, and beyond it by attachment or arrangement

    Cents repaid() const { return freely + attached; }
};

void book_income(const MonthBudget& b, ChunkSums& sums) {
    sums.flows.add(Flow::wage, b.work);
    sums.flows.add(Flow::aow, b.aow);
    sums.flows.add(Flow::state_benefit, b.ww + b.disability + b.study + b.advances() + b.kinderbijslag);
    sums.flows.add(Flow::pension, b.pension_supplement);
    sums.flows.add(Flow::bijstand, b.bijstand);
    sums.flows.add(Flow::scheme, b.schemes + b.topup + b.bouwdepot);
}

// Months since debts were cleared, since a bill stayed unpaid and in arrears.
void count_months(Step& step, std::size_t i, ChunkSums& sums) {
    constexpr int relapsed_after = 3;   // months in arrears: more than two
    Households& h = step.world.households;
    DebtState& owed = h.owed[i];
    owed.since_short = static_cast<std::uint8_t>(std::min(255, owed.since_short + 1));
    if (owed.payment_plan > 0) --owed.payment_plan;
    h.arrears_months[i] = h.debt[i] > Cents(0) ? static_cast<std::uint8_t>(std::min(255, h.arrears_months[i] + 1)) : 0;
    if (owed.free_months == 0) return;
    --owed.free_months;
    if (h.arrears_months[i] < relapsed_after) return;
    owed.free_months = 0;
    ++sums.relapses;
    note(step, i, Event::debt_relapse, step.begin());
}

// What happens to debts before the month's own balance: collection costs and lapsing.
void collect(Households& h, std::size_t i, std::uint32_t word, const Terms& terms, ChunkSums& sums) {
    if (h.debt[i] <= Cents(0) || h.debt_help[i] == DebtHelpState::term) return;
    const Parameters& now = terms.now;
    // An administrator opens the letters.
    const double unopened = h.owed[i].bewind ? 0.0 : now.finances.new_debt_stress * h.stress[i].value();
    if (!collection_rests(h, i) && happens(word, now.finances.fee_chance * (1.0 + unopened))) {
        const Cents fee = terms.fee;
        const double preferential = static_cast<double>(h.owed[i].preferential.count) / static_cast<double>(h.debt[i].count);
        const Cents raised = scaled(fee, preferential);   // the state raises fines, others charge costs
        owe(h, i, DebtKind::preferential, raised);
        owe(h, i, DebtKind::other, fee - raised);
        sums.fees += fee;
        sums.debt_change += fee;
    }
    for (const DebtKind kind : by_law) {
        const Cents lapsed = scaled(owed_of(h, i, kind), terms.lapsing);
        owe(h, i, kind, -lapsed);
        sums.written_off += lapsed;
        sums.debt_change -= lapsed;
    }
}

// A shortage is met from the buffer, then by cutting spending and needs down to their floor, then on credit.
void cover_shortage(MonthChoice& choice, Cents shortage, Cents buffer, Cents can_cut) {
    choice.from_buffer = std::min(shortage, std::max(buffer, Cents(0)));
    choice.cut = std::min(shortage - choice.from_buffer, can_cut);
    choice.credit = shortage - choice.from_buffer - choice.cut;
}

// What a household pays on its debts out of a surplus: by free will, and by attachment or as agreed whatever it has above
// the beslagvrije voet. A young person whose debts the municipality bought off delivers something else.
void repay(MonthChoice& choice, const Households& h, std::size_t i, Cents surplus, Cents income, Cents seizable, const Parameters& now) {
    if (h.debt[i] <= Cents(0) || h.owed[i].arrangement == Arrangement::bought_off) return;
    const Cents most = std::min(h.debt[i], std::max(surplus, Cents(0)));
    const double narrowing = h.owed[i].bewind ? 0.0 : now.stress.narrowing * h.stress[i].value();
    choice.freely = std::clamp(scaled(surplus, now.finances.repay_share * (1.0 - narrowing)), Cents(0), most);
    if (h.arrears_months[i] < now.finances.attachment_after && h.debt_help[i] != DebtHelpState::term && h.owed[i].payment_plan == 0)
        return;
    const Cents above = std::min(surplus, income - seizable);
    choice.attached = std::clamp(above, choice.freely, std::max(choice.freely, most)) - choice.freely;
}

void update_stress(Households& h, std::size_t i, Cents without, Cents income, Cents needs, const Terms& terms) {
    const Stress& s = terms.now.stress;
    const HousingState& housing = h.housing[i];
    const bool nothing_weighs = without <= Cents(0) && h.debt[i] <= Cents(0) && !h.problematic[i] && housing.home == HomeState::housed;
    if (nothing_weighs && h.stress[i].raw == 0) return;   // most households, most months
    const double short_share = needs.count > 0 ? static_cast<double>(without.count) / static_cast<double>(needs.count) : 0.0;
    const double yearly = 12.0 * static_cast<double>(std::max(income, terms.least_income).count);
    const double debt_share = std::min(1.0, static_cast<double>(h.debt[i].count) / yearly);
    const bool resting = h.debt_help[i] == DebtHelpState::term;  // one creditor gives rest at once
    const double home = terms.now.housing.stress * (housing.homeless() ? 1.0 : housing.home == HomeState::judgment ? 0.5 : 0.0);
    const double target = std::min(1.0, s.from_shortfall * std::min(1.0, short_share / s.shortfall_full) +
                                            (resting ? s.relief_at_once : 1.0) * (s.from_debt * debt_share +
                                                                     (h.problematic[i] ? s.from_problematic : 0.0)) +
                                            home);
    const double old = h.stress[i].value();
    const double share = target > old ? s.rise : s.fall;
    h.stress[i] = Level::from(old + share * (target - old));
}

void update_problematic(Step& step, std::size_t i, const Terms& terms, ChunkSums& sums) {
    Households& h = step.world.households;
    const bool was = h.problematic[i];
    // Registered problematic debts end when the debt is gone, not when it dips under the border.
    const bool is = was ? h.debt[i] > Cents(0)
                        : h.debt[i] >= terms.problematic && h.arrears_months[i] >= terms.now.finances.problematic_months;
    sums.new_problematic += is && !was;
    sums.ended_problematic += was && !is;
    if (is && !was) note(step, i, Event::debt_problematic, step.begin(), h.debt[i].count);
    if (was && !is) note(step, i, Event::debt_ended, step.begin());
    h.problematic[i] = is;
}

// Families with debts or an empty buffer hold back what they spend beyond needs.
Cents spare_spending(Households& h, std::size_t i, Cents left, Cents needs, const Terms& terms) {
    const Cents room = std::max(left, Cents(0));
    h.habit[i] = scaled(h.habit[i], terms.habit_stays) + scaled(room, terms.habit_comes);
    const bool careful = h.debt[i] > Cents(0) || h.buffer[i] < needs;
    return careful ? std::min(h.habit[i], scaled(room, terms.now.finances.careful_share)) : h.habit[i];
}

MonthChoice choose(Households& h, std::size_t i, const MonthBudget& b, const MonthRules::Size& size, Cents seizable, Cents bill, const Terms& terms) {
    MonthChoice choice;
    const Cents left = b.income() - b.fixed() - b.needs;
    choice.bill = bill;
    choice.spare = spare_spending(h, i, left, b.needs, terms);
    const Cents balance = left - choice.spare - bill;
    if (balance < Cents(0)) {
        cover_shortage(choice, -balance, h.buffer[i], choice.spare + size.needs_to_cut);
    } else {
        repay(choice, h, i, balance, b.income(), seizable, terms.now);
        const Cents wish = std::max(size.wished_buffer - h.buffer[i], Cents(0));
        choice.to_buffer = std::min(balance - choice.repaid(), wish);
        choice.extra = balance - choice.repaid() - choice.to_buffer;
    }
    return choice;
}

// What stays unpaid in a short month: the rent of a tenant in part of those months (never under bewind), else bills of
// preferential creditors and other credit.
void borrow(Step& step, std::size_t i, Cents credit, Cents rent) {
    if (credit <= Cents(0)) return;
    Households& h = step.world.households;
    const Finances& f = step.now.finances;
    h.owed[i].since_short = 0;
    const bool rent_first = rent > Cents(0) && !h.owed[i].bewind &&
                            happens(step.draw(h.key[i], Decision::unpaid, step.number)[0], f.unpaid_rent);
    const Cents of_rent = rent_first ? std::min(credit, rent) : Cents(0);
    const Cents preferential = scaled(credit - of_rent, f.unpaid_preferential);
    owe(h, i, DebtKind::rent, of_rent);
    owe(h, i, DebtKind::preferential, preferential);
    owe(h, i, DebtKind::other, credit - of_rent - preferential);
}

void pay_off(Households& h, std::size_t i, const MonthChoice& choice) {
    if (choice.repaid() == Cents(0)) return;
    const bool arranged = h.debt_help[i] == DebtHelpState::term;
    take_off(h, i, choice.freely, arranged ? by_law : home_first);
    take_off(h, i, choice.attached, h.owed[i].payment_plan > 0 ? home_first : by_law);
}

void book_choice(Step& step, std::size_t i, const MonthBudget& b, const MonthChoice& choice, ChunkSums& sums) {
    Households& h = step.world.households;
    const Cents buffer_change = choice.to_buffer - choice.from_buffer;
    const Cents rent = h.tenure[i] == Tenure::owner ? Cents(0) : b.rent;
    h.buffer[i] += buffer_change;
    borrow(step, i, choice.credit, rent);
    pay_off(h, i, choice);
    sums.buffer_change += buffer_change;
    sums.debt_change += choice.credit - choice.repaid();
    sums.credit += choice.credit;
    sums.repaid += choice.repaid();
    sums.flows.add(Flow::rent, rent);
    sums.flows.add(Flow::premium, b.premium);
    sums.flows.add(Flow::credit, choice.credit);
    sums.flows.add(Flow::repaid, choice.repaid());
    sums.flows.add(Flow::other, b.rent - rent + b.energy + b.childcare + b.needs + choice.spare + choice.bill + choice.extra - choice.cut);
}

void note_low_income(Households& h, std::size_t i, Cents counted, const MonthRules::Minimum& minimum) {
    h.band[i] = counted <= minimum.minimum ? IncomeBand::minimum : counted <= minimum.band ? IncomeBand::low : IncomeBand::higher;
    h.under_minimum[i] = h.band[i] == IncomeBand::minimum;
    h.low_income_months[i] = counted <= minimum.low ? static_cast<std::uint8_t>(std::min(255, h.low_income_months[i] + 1)) : 0;
}

// The unexpected bill of this month, with what was still to be paid.
Cents take_bill(const Step& step, std::size_t i, const Terms& terms, std::array<std::uint32_t, 3> words) {
    Households& h = step.world.households;
    Cents bill = h.pending_bill[i];
    h.pending_bill[i] = Cents(0);
    const bool troubled = h.problems[i] & (mental_health | addiction);
    if (words[1] < (troubled ? terms.bill_of_troubled : terms.bill)) bill += euros(exponential(words[2], terms.now.finances.bill_mean));
    if (bill > Cents(0)) note(step, i, Event::bill, step.begin(), bill.count);
    return bill;
}

void settle(Step& step, std::size_t i, const Terms& terms, std::array<std::uint32_t, 3> words, ChunkSums& sums) {
    Households& h = step.world.households;
    count_months(step, i, sums);
    collect(h, i, words[0], terms, sums);
    const HouseholdFacts facts = budget_rules::facts(step.world, i, step.day(), terms.rules);
    MonthBudget b = budget_rules::budget(facts, terms.rules);
    if (h.housing[i].homeless()) b.rent = b.energy = b.huurtoeslag = Cents(0);
    const MonthRules::Minimum& minimum = minimum_of(facts, terms.rules);
    book_income(b, sums);
    h.on_bijstand[i] = b.bijstand > Cents(0);
    note_low_income(h, i, counted_income(facts, terms.rules) + b.bijstand + b.topup + b.bouwdepot, minimum);
    keep_allowances(step.world, i, facts, b, terms.rules, sums.allowances);
    const MonthChoice choice = choose(h, i, b, size_of(facts, terms.rules), minimum.seizable, take_bill(step, i, terms, words), terms);
    book_choice(step, i, b, choice, sums);
    update_stress(h, i, std::max(choice.cut - choice.spare, Cents(0)) + choice.credit, b.income(), b.needs, terms);
    update_problematic(step, i, terms, sums);
}

void settle_chunk(Step& step, const Terms& terms, std::size_t begin, std::size_t end, ChunkSums& sums) {
    const Households& h = step.world.households;
    const std::span keys(h.key.data() + begin, end - begin);
    std::array<std::vector<std::uint32_t>, 3> words;
    for (auto& column : words) column.resize(keys.size());
    step.draws.fill(keys, static_cast<std::uint16_t>(Decision::bill), step.number, {words[0], words[1], words[2], {}});
    for (std::size_t i = begin; i < end; ++i)
        if (h.occupied[i]) settle(step, i, terms, {words[0][i - begin], words[1][i - begin], words[2][i - begin]}, sums);
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
        world.tally.debts.relapses += sums.relapses;
        world.tally.new_problematic += sums.new_problematic;
        world.tally.ended_problematic += sums.ended_problematic;
    }
}

}  // namespace

void settle_household_money(Step& step) {
    if (!step.settles_money()) return;
    World& world = step.world;
    const Terms terms(step.now);
    std::vector<ChunkSums> chunks(chunk_count(world.household_rows(), step.grain));
    for_chunks(world.household_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        settle_chunk(step, terms, begin, end, chunks[chunk]);
    });
    add_up(world, chunks);
}

}  // namespace ontkoker::processes
