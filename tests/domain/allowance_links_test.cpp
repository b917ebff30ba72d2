// A1, A10: advances settled a year later, what is left unclaimed, and the income rules under 27.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace allowance_links_test {

const std::vector<std::string_view> money = {"settle_allowances", "settle_household_money"};

// No bills and nobody in care of children: only the rules of income move money.
void calm(Parameters& p) {
    p.finances.bill_chance = p.finances.fee_chance = p.finances.write_off = 0.0;
    p.allowances.childcare_use = p.allowances.student_share = 0.0;
    p.allowances.settle_month = 7;
    p.allowances.reclaim_least = 0.0;
}

// Low wages with allowances; after some months everybody earns much more (or less).
Town changing_incomes(double lag, double factor) {
    Town town;
    calm(town.now);
    town.now.allowances.estimate_lag = lag;
    for (int n = 0; n < 100; ++n) town.settle({.wage = 1500.0 + 2 * n, .children = {5}, .buffer = 100});
    town.run(3 * steps_a_year / 12, money);
    for (Cents& wage : town.world.adults.wage) wage = scaled(wage, factor);
    return town;
}

// Young adults on their own without income.
Town young_adults(int age = 19, int count = 200) {
    Town town;
    calm(town.now);
    town.now.allowances.topup_share = 0.3;
    town.now.allowances.topup_amount = 350;
    for (int n = 0; n < count; ++n) town.settle({.age = age, .buffer = 300});
    return town;
}

std::int64_t debts_after_a_year(Town town) {
    town.run(steps_a_year, money);
    CHECK(broken_monthly_laws(town.world).empty());
    return town.world.total_debt;
}

TEST_CASE("A1: reclaimed allowances are a debt a year later, and nothing is reclaimed when the estimate follows at once", "[a1]") {
    Town slow = changing_incomes(1.0, 1.6), at_once = changing_incomes(0.0, 1.6);
    for (Town* town : {&slow, &at_once}) town->run(steps_a_year - town->next, money);
    CHECK(slow.world.tally.allowances.reclaimed == 0);  // the year itself
    Town unsettled = slow;
    unsettled.now.allowances.settle_month = 13;  // never
    for (Town* town : {&slow, &at_once, &unsettled}) town->run(30, money);  // past July
    CHECK(slow.world.tally.allowances.reclaimed > 0);
    CHECK(slow.world.tally.allowances.reclaim_debt > 0);
    CHECK(sum_of(slow.homes().debt) > sum_of(unsettled.homes().debt));
    CHECK(slow.world.tally.allowances.reclaimed >= slow.world.tally.allowances.reclaim_debt);
    CHECK(at_once.world.tally.allowances.reclaimed == 0);
    CHECK(at_once.world.tally.allowances.refunded == 0);
    for (const AllowanceState& state : at_once.homes().allowance) CHECK((state.this_year == Cents(0) && state.last_year == Cents(0)));
    for (const Town* town : {&slow, &at_once}) CHECK(broken_monthly_laws(town->world).empty());
}

TEST_CASE("A1: at an estimate that follows at once the settlement changes not one bit", "[a1]") {
    Town with = changing_incomes(0.0, 1.6), without = with;
    with.run(2 * steps_a_year, money);
    without.now.allowances.settle_month = 13;
    without.run(2 * steps_a_year, money);
    CHECK(with.homes().debt == without.homes().debt);
    CHECK(with.homes().buffer == without.homes().buffer);
    CHECK(with.homes().stress == without.homes().stress);
    CHECK(with.world.ledger.balance(Account::rijk) == without.world.ledger.balance(Account::rijk));
}

TEST_CASE("A1: who earns less than estimated is paid afterwards", "[a1]") {
    Town town = changing_incomes(1.0, 1.6);
    town.run(2 * steps_a_year - town.next, money);  // the estimate is now the higher income
    const std::int64_t refunded = town.world.tally.allowances.refunded;
    town.run(8, money);
    for (Cents& wage : town.world.adults.wage) wage = scaled(wage, 0.5);
    town.run(2 * steps_a_year, money);
    CHECK(town.world.tally.allowances.refunded > refunded);
    CHECK(broken_monthly_laws(town.world).empty());
}

TEST_CASE("A1: a reclaim takes savings above a month of needs first, and small ones are left", "[a1]") {
    Town town = changing_incomes(1.0, 1.6);
    town.run(steps_a_year - town.next, money);
    town.run(8, money);
    for (std::size_t i = 0; i < 100; ++i) town.world.households.allowance[i].last_year = euros(400);
    Town saved = town, small = town;
    for (Cents& buffer : saved.world.households.buffer) buffer = euros(20000);
    small.now.allowances.reclaim_least = 401;
    const std::vector<Cents> before = saved.homes().debt;
    for (Town* arm : {&saved, &small}) arm->run(20, {"settle_allowances"});
    CHECK(saved.world.tally.allowances.reclaimed == 100 * euros(400).count);
    CHECK(saved.world.tally.allowances.reclaim_debt == 0);
    CHECK(saved.homes().debt == before);
    CHECK(small.world.tally.allowances.reclaimed == 0);
}

TEST_CASE("A1: a move, a separation and a new partner leave the books of allowances right", "[a1]") {
    Town town = town_of("woudenberg", 8);
    town.run(2 * steps_a_year);
    CHECK(broken_monthly_laws(town.world).empty());
}

TEST_CASE("A2: help with forms ends niet-gebruik of allowances, and none helps nobody", "[a2]") {
    Town town;
    calm(town.now);
    for (int n = 0; n < 200; ++n) town.settle({.wage = 1500, .children = {5}, .takes = 0});
    Town helped = town;
    helped.pull("allowance_help", 1.0);
    for (Town* arm : {&town, &helped}) arm->run(steps_a_year, money);
    CHECK(sum_of(std::vector<Cents>{Cents(town.world.tally.allowances.paid[1])}) == 0);
    CHECK(helped.world.tally.allowances.helped > 200);
    CHECK(helped.world.tally.allowances.paid[1] > 0);
    CHECK(helped.world.total_debt < town.world.total_debt);
    for (const std::uint8_t takes : town.homes().takes) CHECK(takes == 0);
    for (const std::uint8_t takes : helped.homes().takes) CHECK((takes & takes_bijstand) == 0);
}

TEST_CASE("A10: a top-up of the low norm brings fewer arrears at 18-20, and none changes nothing", "[a10]") {
    Town none = young_adults();
    none.now.allowances.topup_share = 0.0;
    Town nil = none;
    nil.now.allowances.topup_amount = 700;  // that nobody gives
    Town some = young_adults(), most = young_adults(), higher = young_adults();
    most.pull("topup_reach", 0.9);
    higher.pull("topup_amount", 1.7);
    const std::int64_t without = debts_after_a_year(none);
    CHECK(debts_after_a_year(nil) == without);
    const std::int64_t base = debts_after_a_year(some);
    CHECK(base < without);
    CHECK(debts_after_a_year(most) < base);
    CHECK(debts_after_a_year(higher) < base);
}

TEST_CASE("A10: the top-up is paid by the fund of schemes, bijstand by that of income support", "[a10]") {
    Town town = young_adults();
    town.now.allowances.topup_share = 1.0;
    town.now.allowances.topup_spread = 0.0;
    town.now.allowances.search_weeks = 0.0;
    town.now.allowances.young_single = 316.94;
    town.run(1, money);
    CHECK(town.world.ledger.spent(Account::income_support) == 200 * euros(316.94));
    CHECK(town.world.ledger.spent(Account::schemes) == 200 * euros(350));
    for (const AllowanceState& state : town.homes().allowance) CHECK(state.topped_up == 1);
}

TEST_CASE("A10: a waived search period brings fewer arrears under 27, and none from 27 on", "[a10]") {
    for (const int age : {19, 24, 30}) {
        Town kept = young_adults(age), waived = young_adults(age);
        for (Town* town : {&kept, &waived})
            for (Cents& buffer : town->world.households.buffer) buffer = Cents(0);
        for (Town* town : {&kept, &waived}) {
            town->world.total_buffer = 0;
            town->world.ledger = Ledger{};
        }
        waived.pull("search_period", 0.0);
        const std::int64_t with = debts_after_a_year(kept), without = debts_after_a_year(waived);
        INFO(age);
        if (age < 27) CHECK(without < with);
        else CHECK(without == with);
    }
}

TEST_CASE("A10: earnings that are left out leave young adults more, and older ones the same", "[a10]") {
    for (const int age : {22, 35}) {
        Town town;
        calm(town.now);
        for (int n = 0; n < 50; ++n) town.settle({.age = age, .wage = 600});
        Town free = town;
        free.pull("young_free_earnings", 0.25);
        for (Town* arm : {&town, &free}) arm->run(steps_a_year / 2, money);
        const Cents more = free.world.ledger.paid(Account::income_support, Account::households) -
                           town.world.ledger.paid(Account::income_support, Account::households);
        CHECK((more > Cents(0)) == (age < 27));
    }
}

TEST_CASE("A10: a bouwdepot goes to as many young adults as there are places, for its months", "[a10]") {
    Town town = young_adults();
    for (int n = 0; n < 50; ++n) town.settle({.age = 35});
    Town none = town;
    town.pull("bouwdepot", 300.0);
    town.now.allowances.bouwdepot_months = 6;
    town.world.people = none.world.people = 10000;  // 30 places
    for (Town* arm : {&town, &none}) arm->run(2 * steps_a_year / 12, money);
    const auto holders = [](const Town& t) {
        std::int64_t count = 0;
        for (const AllowanceState& state : t.homes().allowance) count += state.bouwdepot_left > 0;
        return count;
    };
    CHECK(holders(none) == 0);
    CHECK(holders(town) == 30);
    for (std::size_t i = 200; i < 250; ++i) CHECK(town.homes().allowance[i].bouwdepot_had == 0);
    CHECK(town.world.ledger.spent(Account::schemes) > none.world.ledger.spent(Account::schemes));
    Town dearer = town;
    dearer.pull("bouwdepot_amount", 1.2);
    for (Town* arm : {&town, &none, &dearer}) arm->run(steps_a_year, money);
    CHECK(town.world.total_debt < none.world.total_debt);
    CHECK(dearer.world.tally.allowances.bouwdepot > town.world.tally.allowances.bouwdepot);
    CHECK(holders(town) == 30);  // others have come in their place
}

TEST_CASE("A1: dearer energy brings more arrears", "[a1]") {
    Town town;
    calm(town.now);
    for (int n = 0; n < 100; ++n) town.settle({.wage = 1500, .tenure = Tenure::private_rent});
    Town shocked = town;
    shocked.pull("energy_costs", 2.0);
    CHECK(debts_after_a_year(shocked) > debts_after_a_year(town));
}

TEST_CASE("A1: what is left unclaimed and the depth of poverty are known for every household", "[a1]") {
    Town town;
    calm(town.now);
    town.now.norms.bijstand_single = 1283.83;
    const std::size_t claims_all = town.settle({}), claims_none = town.settle({.takes = 0}), rich = town.settle({.wage = 5000, .takes = 0});
    town.run(1, money);
    const auto& a = town.homes().allowance;
    CHECK(a[claims_all].unclaimed == 0);
    CHECK(a[claims_all].gap == Cents(0));
    CHECK(a[claims_none].unclaimed == (takes_bijstand | takes_zorgtoeslag | takes_huurtoeslag));
    CHECK(a[claims_none].gap == euros(1283.83));
    CHECK(a[claims_none].entitled_schemes != 0);
    CHECK(a[rich].unclaimed == 0);
    CHECK(a[rich].entitled_schemes == 0);
}

}  // namespace allowance_links_test
