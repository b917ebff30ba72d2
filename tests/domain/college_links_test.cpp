// D8: the budget year: deficit, reserve, floor, spring note, November budget, lawful cuts, notice. And: a ceiling refuses nobody.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace college_links_test {

constexpr std::size_t schemes = static_cast<std::size_t>(Account::schemes);
constexpr std::size_t youth = static_cast<std::size_t>(Account::youth);
constexpr std::size_t income_support = static_cast<std::size_t>(Account::income_support);

// A college with books and nobody to pay for: spending is what a test makes it, a twelfth each month.
struct Books {
    Town town;
    const Calendar calendar{2026};

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
        c.freeze_share = c.undo_share = 0.0;
        c.budget_rule = 2.0;
        town.now.contracts.notice_months = 12;
        // One household with a running grant that no law protects: all spending on schemes can be cut.
        town.world.households.granted[town.world.add_household(AgentKey{1}).index][0] = Cents(1000);
        Governance& g = town.world.governance;
        for (const auto& [fund, amount] : budgets) g.spent[static_cast<std::size_t>(fund)] = euros(amount);
    }
    static constexpr std::pair<Account, double> budgets[] = {
        {Account::schemes, 120'000}, {Account::prevention_teams, 240'000}, {Account::youth, 1'200'000}};

    Month month() const { return calendar.month_of_day(town.next * days_per_step); }
    // Runs until the step that settles `until`; each month every fund spends a twelfth of its budget times `factor`.
    void pay_until(Month until, double factor) {
        const int last = calendar.settling_step(until);
        while (town.next < last) {
            const bool settles = calendar.settled_month(town.next).has_value();
            town.run(1, {"govern"});
            if (settles)
                for (const auto& [fund, amount] : budgets) town.world.ledger.pay(fund, Account::providers, euros(amount / 12.0 * factor));
        }
    }
    // A year in which every fund spends its budget times `factor`; ends before the January that closes it.
    void year(double factor) { pay_until(Month::of(month().year() + (month().number() == 12 ? 2 : 1), 1), factor); }
    const Governance& governance() const { return town.world.governance; }
    Cents reserve() const { return town.world.ledger.balance(Account::reserve); }
};

TEST_CASE("D8: a deficit goes to the reserve, a surplus comes back, to the cent", "[d8]") {
    Books books;
    books.town.world.people = 1000;
    books.town.now.college.reserve_per_inhabitant = 400;
    books.year(1.05);
    books.year(0.98);
    books.town.run(1, {"govern"});
    CHECK(books.governance().opening_reserve == euros(400'000));
    CHECK(books.reserve() == euros(400'000 - 78'000 + 31'200));
    CHECK(books.governance().cuts == 0);       // the reserve is above its floor
    CHECK(books.governance().scheme_factor == 1.0);
    CHECK(books.town.world.ledger.closes());
}

TEST_CASE("D8: below the floor the November budget cuts in the order of what is easiest and lawful, from January", "[d8]") {
    Books books;
    books.pay_until(Month::of(2026, 11), 1.1);
    CHECK(books.governance().cuts == 0);
    books.town.run(1, {"govern"});
    CHECK(books.governance().cuts == 1);
    // About EUR 140,000 short, more than the three lines can give in a year.
    CHECK(std::abs(books.governance().cycle.schemes_next - 0.7) < 1e-9);
    CHECK(std::abs(books.governance().cycle.team_next - 0.9) < 1e-9);
    CHECK(std::abs(books.governance().contract_factor_next - 0.95) < 1e-9);
    CHECK(books.governance().scheme_factor == 1.0);    // a decision is not yet a cut
    CHECK(books.governance().team_factor == 1.0);
    CHECK(books.governance().contract_factor == 1.0);
    books.pay_until(Month::of(2027, 1), 1.0);
    CHECK(books.governance().scheme_factor == 1.0);
    books.town.run(1, {"govern"});
    CHECK(books.governance().scheme_factor == books.governance().cycle.schemes_next);

    Books less;                                // schemes alone: 30% of them is EUR 36,000
    less.pay_until(Month::of(2026, 11), 1.018);
    less.town.run(1, {"govern"});
    CHECK(less.governance().cycle.schemes_next < 1.0);
    CHECK(less.governance().cycle.schemes_next > 0.69);
    CHECK(less.governance().cycle.team_next == 1.0);
    CHECK(less.governance().contract_factor_next == 1.0);
}

TEST_CASE("D8: team and contracts save only a part in the first year of a cut", "[d8]") {
    Books books;
    books.year(1.1);
    books.town.run(1, {"govern"});
    const Governance& g = books.governance();
    REQUIRE(g.cycle.team_target < 0.95);
    // The team shrinks as people leave; contracts wait for their notice; schemes keep their amount until anniversaries
    // (scheme_links_test.cpp).
    const double leaving = books.town.now.workforce.leaving;
    CHECK(std::abs(g.team_factor - (1.0 - leaving / 12.0)) < 1e-9);
    double mean_team = 0.0, mean_contracts = 0.0;
    for (int month = 1; month <= 12; ++month) {
        mean_team += (1.0 - g.team_factor) / 12.0;
        mean_contracts += (1.0 - g.contract_factor) / 12.0;
        if (month < 12) books.pay_until(Month::of(2027, month + 1), 1.0), books.town.run(1, {"govern"});
    }
    CHECK(mean_team < 0.8 * (1.0 - g.cycle.team_target));
    CHECK(mean_contracts < 0.3 * (1.0 - g.contract_factor_next));
    CHECK(g.team_factor == g.cycle.team_target);
}

TEST_CASE("D8: no deficit, a reserve above its floor, or an open end: no cut", "[d8]") {
    Books even;
    even.year(0.98);
    even.town.run(1, {"govern"});
    CHECK(even.governance().cuts == 0);
    Books passive;
    passive.town.pull("budget_rule", 0.0);
    passive.town.now.college.freeze_share = 1.0;
    for (int n = 0; n < 4; ++n) passive.year(1.1);
    CHECK(passive.governance().cuts == 0);
    CHECK(passive.governance().team_factor == 1.0);
    CHECK(passive.reserve() == euros(-3 * 156'000.0));
    Books nothing_to_cut;
    College& c = nothing_to_cut.town.now.college;
    c.cut_schemes_max = c.cut_team_max = c.cut_contracts_max = 0.0;
    nothing_to_cut.year(1.1);
    nothing_to_cut.town.run(1, {"govern"});
    CHECK(nothing_to_cut.governance().scheme_factor == 1.0);
    CHECK(nothing_to_cut.governance().cycle.team_target == 1.0);
    CHECK(nothing_to_cut.governance().contract_factor_next == 1.0);
}

TEST_CASE("D8 E: the rule of contract ceilings leaves schemes and team alone", "[d8]") {
    Books books;
    books.town.pull("budget_rule", 1.0);
    books.year(1.1);
    books.town.run(1, {"govern"});
    CHECK(books.governance().cuts == 1);
    CHECK(books.governance().scheme_factor == 1.0);
    CHECK(books.governance().cycle.team_target == 1.0);
    CHECK(books.governance().contract_factor_next == 1.0 - 0.05);
}

TEST_CASE("D8: a spring note with a deficit freezes posts until the year ends, nil at share zero", "[d8]") {
    for (const double share : {0.0, 0.5, 1.0}) {
        Books books;
        books.town.now.college.freeze_share = share;
        books.town.now.college.cut_share = 0.0;
        books.pay_until(Month::of(2026, 6), 1.1);
        CHECK(books.governance().team_factor == 1.0);
        books.pay_until(Month::of(2027, 1), 1.1);
        const double left = books.governance().team_factor, month = books.town.now.workforce.leaving / 12.0 * share;
        double expected = 1.0;
        for (int n = 7; n <= 12; ++n) expected *= 1.0 - month;
        INFO("share " << share);
        CHECK(std::abs(left - expected) < 1e-12);
        books.pay_until(Month::of(2028, 1), 0.9);
        CHECK(books.governance().team_factor == 1.0);     // filled again
    }
}

TEST_CASE("D8: after a better year a part of cuts is undone, the last first, nil at share zero", "[d8]") {
    for (const double share : {0.0, 0.6}) {
        Books books;
        books.town.world.people = 1000;
        books.town.now.college.reserve_per_inhabitant = 100;
        books.town.now.college.undo_share = share;
        books.town.now.contracts.notice_months = 1;
        books.year(1.1);
        books.year(0.96);                                  // still below the floor: no more cuts, none undone
        const Governance& g = books.governance();
        REQUIRE(g.cycle.team_target < 1.0);
        REQUIRE(g.scheme_factor < 1.0);
        const double team = g.cycle.team_target, scheme = g.scheme_factor, contracts = g.contract_factor;
        books.town.world.ledger.pay(Account::outside, Account::reserve, euros(2'000'000));   // above the floor again
        books.year(0.94);
        books.town.run(1, {"govern"});
        INFO("share " << share);
        CHECK((g.contract_factor > contracts) == (share > 0.0));
        CHECK((g.cycle.team_target >= team));
        CHECK(g.scheme_factor == scheme);                  // the first to be cut, the last to be undone
        CHECK(g.cycle.undone == (share > 0.0));
    }
}

TEST_CASE("D8: contracts are cut after their notice, not before", "[d8]") {
    for (const double months : {6.0, 12.0}) {
        Books books;
        books.town.now.contracts.notice_months = months;
        books.pay_until(Month::of(2026, 11), 1.1);
        books.town.run(1, {"govern"});
        REQUIRE(books.governance().contract_factor_next < 1.0);
        int steps = 1;
        for (; books.governance().contract_factor == 1.0 && steps < 80; ++steps) books.town.run(1, {"govern"});
        INFO(months << " months of notice: in force after " << steps << " weeks");
        CHECK(std::abs(steps - months * 365.25 / 12.0 / 7.0) < 2.0);
    }
}

TEST_CASE("D8: a cut under notice keeps its date when the next year is short as well", "[d8]") {
    Books books;
    books.town.now.contracts.notice_months = 20;
    for (int n = 0; n < 3; ++n) books.year(1.1);
    CHECK(books.governance().cuts == 3);
    CHECK(books.governance().contract_factor == 1.0 - 0.05);  // decided in November 2026, in force since July 2028
    CHECK(std::abs(books.governance().contract_factor_next - 0.95 * 0.95) < 1e-9);   // the next after that
}

TEST_CASE("D8: budgets grow with the grant, and not at zero", "[d8]") {
    for (const double growth : {0.0, 0.02}) {
        Books books;
        books.town.pull("grant_growth", growth);
        books.year(1.0);
        CHECK(books.governance().budget[schemes] == euros(120'000));
        books.year(1.0);
        CHECK(books.governance().budget[schemes] == euros(120'000 * (1.0 + growth)));
    }
}

TEST_CASE("D8: what the Rijk takes off the grant for youth counts from its date, whatever happens", "[d8]") {
    Books whole;
    whole.year(1.0);
    whole.town.run(1, {"govern"});
    for (const auto& [lever, value, share] : {std::tuple{"youth_grant", 0.85, 0.15}, std::tuple{"national_savings", 0.05, 0.05}}) {
        INFO(lever);
        Books cut;
        cut.pay_until(Month::of(2026, 7), 1.0);
        cut.town.pull(lever, value);
        cut.year(1.0);                                     // EUR 1.2 million less, for half a year
        cut.town.run(1, {"govern"});
        CHECK(cut.reserve() == whole.reserve() - euros(1'200'000 * share / 2.0));
        CHECK(cut.governance().granted[youth] == euros(1'200'000 * (1.0 - share)));
        CHECK(cut.governance().budget[youth] == euros(1'200'000));
        CHECK(cut.town.world.ledger.closes());
    }
}

TEST_CASE("D8: the months until the reserve reaches its floor are counted", "[d8]") {
    const auto months = [](double factor) {
        Books books;
        books.town.pull("budget_rule", 0.0);
        books.town.world.people = 1000;
        books.town.now.college.reserve_per_inhabitant = 300;
        for (int n = 0; n < 5; ++n) books.year(factor);
        return books.governance().cycle.months_above;
    };
    CHECK(months(1.0) == 60);
    // EUR 13,000 a month short, EUR 210,000 above the floor.
    CHECK(std::abs(months(1.1) - 17) <= 1);
    CHECK(months(1.2) < months(1.1));
}

TEST_CASE("D8 E: large deficits on bijstand are met in part, savings stay", "[d8]") {
    const auto reserve = [](double factor, double from) {
        Books books;
        books.town.now.college.vangnet_from = from;
        books.town.now.college.vangnet_full = 0.125;
        books.town.now.college.vangnet_half = 0.5;
        books.town.world.governance.spent[income_support] = euros(1'000'000);
        books.town.run(1, {"govern"});
        books.town.world.ledger.pay(Account::income_support, Account::households, euros(1'000'000 * factor));
        for (const auto& [fund, amount] : Books::budgets) books.town.world.ledger.pay(fund, Account::providers, euros(amount));
        books.town.run(books.calendar.settling_step(Month::of(2027, 1)) + 1 - books.town.next, {"govern"});
        return books.reserve();
    };
    CHECK(reserve(0.9, 0.075) == euros(100'000));
    CHECK(reserve(1.07, 0.075) == euros(-70'000));
    CHECK(reserve(1.1, 0.075) == euros(-100'000 + 12'500));
    CHECK(reserve(1.2, 0.075) == euros(-200'000 + 25'000 + 75'000));
    CHECK(reserve(1.2, 10.0) == euros(-200'000));          // no vangnet
}

TEST_CASE("D8 E: bijstand is paid by formula and youth by the number of minors", "[d8]") {
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
    CHECK(books.governance().budget[youth] == euros(1'200'000 * 4.0 / 3.0));
}

TEST_CASE("D8 E: a ceiling on contracts refuses no request and no referral, the queue grows", "[d8]") {
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

}  // namespace college_links_test
