// D7, D8, D10, D17: the books of every payer, walls, money that ends, learning.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

Split by_account() {
    return {"account",
            {"youth", "income_support", "schemes", "debt_help", "wmo", "prevention_teams", "doorbraak", "reserve",
             "centre_municipality", "rijk", "insurer", "long_term_care", "schools", "justice", "employers", "landlords",
             "creditors", "providers", "households", "outside", "earmarked", "revolving"},
            {"Gemeente: jeugdhulp", "Gemeente: bijstand", "Gemeente: minimaregelingen", "Gemeente: schuldhulp", "Gemeente: Wmo",
             "Gemeente: lokale teams en toegang", "Gemeente: doorbraak", "Gemeente: reserve", "Centrumgemeente", "Rijk",
             "Zorgverzekeraar", "Langdurige zorg", "Samenwerkingsverband en scholen", "Justitie", "Werkgevers", "Verhuurders",
             "Schuldeisers", "Aanbieders", "Huishoudens", "Anderen buiten", "Gemeente: geoormerkt geld van het Rijk",
             "Gemeente: revolverend fonds"},
            {"Municipality: youth help", "Municipality: social assistance", "Municipality: schemes for low incomes",
             "Municipality: debt help", "Municipality: Wmo", "Municipality: local teams and access", "Municipality: breakthrough",
             "Municipality: reserve", "Centre municipality", "State", "Health insurer", "Long-term care",
             "School alliance and schools", "Justice", "Employers", "Landlords", "Creditors", "Providers", "Households",
             "Others outside", "Municipality: earmarked money of the State", "Municipality: revolving fund"}};
}

Split by_investment() {
    return {"investment",
            {"outreach", "debts", "team", "parent_care", "school_staff", "guided_work"},
            {"Outreach voor minimaregelingen", "Schuldhulp", "Hulp door het lokale team", "Hulp voor ouders", "Personeel in scholen",
             "Begeleid werk"},
            {"Outreach for schemes", "Debt help", "Help by the local team", "Care of parents", "Staff in schools", "Guided work"}};
}

void count_paid(const Snapshot& now, Cells cells, Cells) {
    for (std::size_t a = 0; a < account_count; ++a)
        for (std::size_t b = 0; b < account_count; ++b)
            cells[a] += now.world.ledger.paid(static_cast<Account>(a), static_cast<Account>(b)).count;
}
void count_received(const Snapshot& now, Cells cells, Cells) {
    for (std::size_t a = 0; a < account_count; ++a)
        for (std::size_t b = 0; b < account_count; ++b)
            cells[b] += now.world.ledger.paid(static_cast<Account>(a), static_cast<Account>(b)).count;
}
void count_cuts(const Snapshot& now, Cells cells, Cells) {
    const Governance& g = now.world.governance;
    const double factors[] = {g.scheme_factor, g.team_factor, g.contract_factor};
    for (std::size_t i = 0; i < 3; ++i) cells[i] = nearest(1e4 * (1.0 - factors[i]));
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("paid_by", "EUR", "Betaald, door wie", "Paid, by whom", by_account(), OverTime::sum, Better::neither, 100);
     },
     count_paid},
    {[](const Parameters&) {
         return make("received_by", "EUR", "Ontvangen, door wie", "Received, by whom", by_account(), OverTime::sum, Better::neither, 100);
     },
     count_received},
    {[](const Parameters&) {
         return make("cuts_in_force", "%", "Bezuinigingen die gelden", "Cuts in force",
                     {"budget_line",
                      {"schemes", "team", "contracts"},
                      {"Minimaregelingen", "Lokaal team", "Contracten (plafond)"},
                      {"Schemes for low incomes", "Local team", "Contracts (ceiling)"}},
                     OverTime::last, Better::lower, 100);
     },
     count_cuts},
    {[](const Parameters&) {
         return make("reserve_months", "months", "Maanden dat de reserve boven de bodem bleef", "Months that the reserve stayed above its floor",
                     no_split(), OverTime::last, Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.governance.cycle.months_above; }},
    {[](const Parameters&) {
         return make("vangnet", "EUR", "Vangnetuitkering van het Rijk voor bijstand", "Paid by the State for large deficits on social assistance",
                     no_split(), OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.governing.vangnet.count; }},
    {[](const Parameters&) {
         return make("investments", "EUR", "Preventief geïnvesteerd", "Preventive investments", by_investment(), OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = now.world.tally.governing.invested[k].count;
     }},
    {[](const Parameters&) {
         return make("shared_back", "EUR", "Teruggedeeld door betalers buiten de gemeente", "Shared back by payers outside the municipality",
                     no_split(), OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.governing.shared_back.count; }},
    {[](const Parameters&) {
         return make("revolving_fund", "EUR", "Revolverend fonds", "Revolving fund", no_split(), OverTime::last, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.ledger.balance(Account::revolving).count; }},
    {[](const Parameters&) {
         return make("earmarked_money", "EUR", "Tijdelijk geld van het Rijk, besteed", "Temporary money of the State, spent", no_split(),
                     OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         cells[0] = now.world.ledger.paid(Account::earmarked, Account::prevention_teams).count;
     }},
    {[](const Parameters&) {
         return make("workers_gone", "1", "Kinderen van wie de gezinswerker met het geld verdween", "Children whose family worker went with the money",
                     no_split(), OverTime::sum, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.governing.workers_gone; }},
    {[](const Parameters&) {
         return make("views", "%", "Verbrede blik van raad, leiding en praktijk", "Widened views of council, management and practice", no_split(),
                     OverTime::last, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = nearest(1e4 * now.world.governance.learning.views.value()); }},
};

}  // namespace

std::span<const OutcomeRow> governing_rows() { return rows; }

}  // namespace ontkoker::outcomes
