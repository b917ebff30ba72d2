// D8: deficit, reserve, floor, lawful cuts, notice. And: a ceiling refuses nobody.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace {

constexpr std::size_t schemes = static_cast<std::size_t>(Account::schemes);

// A college with books and nobody to pay for: spending is what a test makes it.
struct Books {
    Town town;

    Books() {
        town.open();
        town.closes_months = true;
        town.world.people = 0;
        College& c = town.now.college;
        c.reserve_per_inhabitant = 0.0;
        c.reserve_floor = 0.3;
        c.grant_growth = 0.0;
        c.cut_share = 1.0;
        c.cut_schemes_max = 0.3;
        c.cut_team_max = 0.1;
        c.cut_contracts_max = 0.05;
        c.reacts = 1.0;
        town.now.contracts.notice_months = 12;
        // One household with a running grant that no law protects: all spending on schemes can be cut.
        town.world.households.granted[town.world.add_household(AgentKey{1}).index][0] = Cents(1000);
        Governance& g = town.world.governance;
        for (const auto& [fund, amount] : budgets) g.spent[static_cast<std::size_t>(fund)] = euros(amount);
    }
    static constexpr std::pair<Account, double> budgets[] = {
        {Account::schemes, 100'000}, {Account::prevention_teams, 200'000}, {Account::youth, 1'000'000}};

    // A year in which every fund spends its budget times `factor`.
    void year(double factor) {
        const Calendar calendar(2026);
        const int first = calendar.month_of_day(town.next * days_per_step).year();
        town.run(1, {"govern"});
        for (const auto& [fund, amount] : budgets) town.world.ledger.pay(fund, Account::providers, euros(amount * factor));
        town.run(calendar.settling_step(Month::of(first + 1, 1)) - town.next, {"govern"});
    }
    const Governance& governance() const { return town.world.governance; }
    Cents reserve() const { return town.world.ledger.balance(Account::reserve); }
};

}  // namespace

TEST_CASE("D8: a deficit goes to the reserve, a surplus comes back, to the cent", "[d8]") {
    Books books;
    books.town.world.people = 1000;
    books.town.now.college.reserve_per_inhabitant = 400;
    books.year(1.05);
    books.year(0.98);
    books.town.run(1, {"govern"});
    CHECK(books.governance().opening_reserve == euros(400'000));
    CHECK(books.reserve() == euros(400'000 - 65'000 + 26'000));
    CHECK(books.governance().cuts == 0);       // the reserve is above its floor
    CHECK(books.governance().scheme_factor == 1.0);
    CHECK(books.town.world.ledger.closes());
}

TEST_CASE("D8: below the floor the college cuts in the order of what is easiest and lawful", "[d8]") {
    Books books;
    books.year(1.01);                          // EUR 13,000 short, of which schemes can give 30% of 101,000
    CHECK(books.governance().cuts == 0);
    books.town.run(1, {"govern"});
    CHECK(books.governance().cuts == 1);
    CHECK(std::abs(books.governance().scheme_factor - (1.0 - 13.0 / 101.0)) < 1e-9);
    CHECK(books.governance().team_factor == 1.0);
    CHECK(books.governance().contract_factor_next == 1.0);

    Books more;
    more.year(1.05);                           // EUR 65,000 short: 31,500 from schemes, 21,000 from the team, the rest later
    more.town.run(1, {"govern"});
    CHECK(std::abs(more.governance().scheme_factor - 0.7) < 1e-9);
    CHECK(std::abs(more.governance().team_factor - 0.9) < 1e-9);
    CHECK(std::abs(more.governance().contract_factor_next - (1.0 - 12.5 / 1050.0)) < 1e-9);
    CHECK(more.governance().contract_factor == 1.0);
}

TEST_CASE("D8: no deficit, a reserve above its floor, or a college that does not react: no cut", "[d8]") {
    Books even;
    even.year(1.0);
    even.town.run(1, {"govern"});
    CHECK(even.governance().cuts == 0);
    Books passive;
    passive.town.pull("college_reacts", 0.0);
    for (int n = 0; n < 4; ++n) passive.year(1.1);
    CHECK(passive.governance().cuts == 0);
    CHECK(passive.reserve() == euros(-3 * 130'000.0));
    Books nothing_to_cut;
    College& c = nothing_to_cut.town.now.college;
    c.cut_schemes_max = c.cut_team_max = c.cut_contracts_max = 0.0;
    nothing_to_cut.year(1.1);
    nothing_to_cut.town.run(1, {"govern"});
    CHECK(nothing_to_cut.governance().scheme_factor == 1.0);
    CHECK(nothing_to_cut.governance().team_factor == 1.0);
    CHECK(nothing_to_cut.governance().contract_factor_next == 1.0);
}

TEST_CASE("D8: contracts are cut after their notice, not before", "[d8]") {
    for (const double months : {6.0, 12.0}) {
        Books books;
        books.town.now.contracts.notice_months = months;
        books.year(1.05);
        const int decided = books.town.next;
        books.town.run(1, {"govern"});
        int steps = 1;
        while (books.governance().contract_factor == 1.0 && steps < 80) {
            for (const auto& [fund, amount] : Books::budgets)  // a year without a deficit
                books.town.world.ledger.pay(Account::rijk, fund, Cents(0));
            books.town.run(1, {"govern"});
            ++steps;
        }
        INFO(months << " months of notice: in force after " << steps << " weeks");
        CHECK(std::abs(steps - months * 365.25 / 12.0 / 7.0) < 2.0);
        CHECK(books.town.next - decided == steps);
    }
}

TEST_CASE("D8: a cut under notice keeps its date when the next year is short as well", "[d8]") {
    Books books;
    books.town.now.contracts.notice_months = 20;
    for (int n = 0; n < 3; ++n) books.year(1.1);
    CHECK(books.governance().cuts == 2);
    CHECK(books.governance().contract_factor == 1.0 - 0.05);  // decided in 2027, in force since September 2028
    CHECK(books.governance().contract_factor_next == books.governance().contract_factor);
}

TEST_CASE("D8: budgets grow with the grant, and not at zero", "[d8]") {
    for (const double growth : {0.0, 0.02}) {
        Books books;
        books.town.now.college.grant_growth = growth;
        books.year(1.0);
        CHECK(books.governance().budget[schemes] == euros(100'000));
        books.year(1.0);
        CHECK(books.governance().budget[schemes] == euros(100'000 * (1.0 + growth)));
    }
}

TEST_CASE("D8 E: bijstand is paid by formula and youth by the number of minors", "[d8]") {
    constexpr auto income_support = static_cast<std::size_t>(Account::income_support), youth = static_cast<std::size_t>(Account::youth);
    Books books;
    books.town.settle({.children = {3, 8, 12, 20}});
    const std::int64_t people = books.town.world.people;
    books.town.world.people = 0;              // no reserve
    books.town.world.governance.spent[income_support] = euros(50'000);
    books.town.run(1, {"govern"});
    books.town.world.people = people;
    CHECK(books.governance().budget[income_support] == euros(50'000));
    books.town.world.ledger.pay(Account::income_support, Account::households, euros(30'000));  // EUR 20,000 saved
    books.town.world.add_child(HouseholdId(0), AgentKey{900}, born(1), true);
    const Calendar calendar(2026);
    books.town.run(calendar.settling_step(Month::of(2027, 1)) - books.town.next, {"govern"});
    CHECK(books.governance().budget[income_support] == euros(50'000));
    books.town.run(1, {"govern"});
    CHECK(books.reserve() >= euros(20'000));   // the saving stays
    CHECK(books.governance().budget[income_support] == euros(30'000));
    CHECK(books.governance().budget[youth] == euros(1'000'000 * 4.0 / 3.0));
}

TEST_CASE("D8 E: a ceiling on contracts refuses no request and no referral; the queue grows", "[d8]") {
    Town base = town_of("heusden", 2);
    Town cut = base;
    cut.world.governance.contract_factor = cut.world.governance.contract_factor_next = 0.7;
    const auto weeks = [](Town& town, int steps) {
        for (Service& service : town.world.services) service.line.take_counts();
        town.run(steps);
    };
    const auto waiting = [](const Town& town) {
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < town.now.help_types.size(); ++k)
            if (!town.now.help_types[k].team) sum += town.help(k).line.waiting();
        return sum;
    };
    const auto referred = [](const Town& town) {
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < town.now.help_types.size(); ++k) sum += town.help(k).month.submitted;
        return sum;
    };
    weeks(base, 3);
    weeks(cut, 3);
    CHECK(cut.world.tally.requests == base.world.tally.requests);
    CHECK(cut.world.tally.intakes == base.world.tally.intakes);
    CHECK(referred(cut) == referred(base));
    CHECK(base.world.tally.requests > 5);
    CHECK(sum_of(cut.world.tally.starts) < sum_of(base.world.tally.starts));
    CHECK(waiting(cut) > waiting(base));
    base.run(steps_a_year);
    cut.run(steps_a_year);
    CHECK(waiting(cut) > waiting(base) + 20);
}
