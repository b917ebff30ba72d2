// Who pays: the municipality by fund, and the other public purses and creditors.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

constexpr Account shown_funds[] = {Account::youth, Account::income_support, Account::schemes, Account::debt_help,
                                   Account::prevention_teams, Account::wmo};

// Paid by `from` into funds of the municipality, or out of these and the revolving fund to `from`: less than zero.
std::int64_t shared(const Ledger& ledger, Account from) {
    Cents sum = -ledger.paid(Account::revolving, from);
    for (std::size_t f = 0; f < fund_count; ++f) {
        const auto fund = static_cast<Account>(f);
        sum += ledger.paid(from, fund) - ledger.paid(fund, from);
    }
    return sum.count;
}

void count_spending(const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t>) {
    for (std::size_t f = 0; f < fund_count; ++f) cells[0] += now.world.ledger.spent(static_cast<Account>(f)).count;
    cells[0] += now.world.ledger.spent(Account::revolving).count;
    const Ledger& ledger = now.world.ledger;
    cells[1] = ledger.spent(Account::centre_municipality).count;
    cells[2] = ledger.spent(Account::rijk).count - now.world.tally.aow;  // AOW would dwarf all else
    cells[3] = ledger.spent(Account::insurer).count;
    cells[4] = (ledger.spent(Account::schools) - now.world.tally.school.regular).count;  // so would places at school
    cells[5] = ledger.spent(Account::justice).count;
    cells[6] = now.world.tally.written_off;
    cells[7] = ledger.spent(Account::long_term_care).count;
    // Agreements across walls and earmarked money: who bears it, not who hands it to the provider (D7, D17).
    constexpr std::pair<Account, std::size_t> across[] = {
        {Account::earmarked, 2}, {Account::insurer, 3}, {Account::schools, 4}, {Account::justice, 5}};
    for (const auto& [payer, cell] : across) {
        cells[cell] += shared(ledger, payer);
        cells[0] -= shared(ledger, payer);
    }
}

void count_funds(const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t>) {
    for (std::size_t i = 0; i < std::size(shown_funds); ++i) cells[i] = now.world.ledger.spent(shown_funds[i]).count;
}

void count_youth(const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t>) {
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = now.world.tally.spending[k];
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("spending", "EUR", "Uitgaven per betaler", "Spending by payer", by_payer(), OverTime::sum, Better::neither, 100);
     },
     count_spending},
    {[](const Parameters&) {
         return make("fund_spending", "EUR", "Uitgaven van de gemeente per budget", "Municipal spending by fund", by_fund(),
                     OverTime::sum, Better::neither, 100);
     },
     count_funds},
    {[](const Parameters& p) {
         return make("youth_spending", "EUR", "Uitgaven aan jeugdhulp per soort", "Spending on youth help by kind",
                     by_help_type(p), OverTime::sum, Better::neither, 100);
     },
     count_youth},
    {[](const Parameters&) {
         return make("reserve", "EUR", "Reserve sociaal domein", "Social-domain reserve", no_split(), OverTime::last,
                     Better::higher, 100);
     },
     [](const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t>) {
         cells[0] = now.world.ledger.balance(Account::reserve).count;
     }},
    {[](const Parameters&) {
         return make("college_cuts", "1", "Besluiten tot bezuinigen, opgeteld", "Decisions to cut so far", no_split(), OverTime::last);
     },
     [](const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t>) { cells[0] = now.world.governance.cuts; }},
};

}  // namespace

std::span<const OutcomeRow> money_rows() { return rows; }

}  // namespace ontkoker::outcomes
