// A1, A10: the month of eleven example households to the cent, thresholds, the norms of the young and of those who share
// a home. Every amount is worked out by hand from the norms below.
#include "norms_of_2024.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace allowance_rules_test {

Parameters norms_2024() {
    Parameters p = norms_of_2024();
    Allowances& a = p.allowances;
    a.young_single = 316.94;
    a.young_couple_children = 1000.69;
    a.sharing_age = 27;
    a.sharing_base = 0.4;
    a.sharing_person = 0.3;
    a.search_age = 27;
    a.search_weeks = 4;
    a.topup_share = 0.3;
    a.topup_amount = 350;
    a.topup_spread = 0.5;
    a.young_rent = 450;
    a.childcare_hours_0_3 = 80;
    a.childcare_hours_4_11 = 30;
    a.childcare_price_0_3 = 10.6;
    a.childcare_price_4_11 = 9.6;
    a.childcare_cap_0_3 = 10.25;
    a.childcare_cap_4_11 = 9.12;
    a.childcare_most = 0.96;
    a.childcare_least = 0.333;
    a.childcare_free = 2000;
    a.childcare_taper = 0.1;
    return p;
}

HouseholdFacts living(int adults, double work = 0) {
    HouseholdFacts f;
    f.adults = adults;
    f.work = euros(work);
    f.workers = work > 0.0;
    f.takes = takes_all;
    f.asks_bijstand = true;
    return f;
}
HouseholdFacts young(int adults = 1) {
    HouseholdFacts f = living(adults);
    f.young = adults;
    f.below_search_age = f.below_rent_age = true;
    return f;
}

struct Sums {
    double income, fixed, needs, left;
};
void check(const HouseholdFacts& facts, Sums sums) {
    const MonthBudget b = month_budget(facts, norms_2024());
    CHECK(b.income() == euros(sums.income));
    CHECK(b.fixed() == euros(sums.fixed));
    CHECK(b.needs == euros(sums.needs));
    CHECK(b.income() - b.fixed() - b.needs == euros(sums.left));
    CHECK(b.due == b.advances());
}

TEST_CASE("A1: eleven households at the minimum, to the cent", "[a1][a10]") {
    SECTION("single, 19: 316.94 + 123 + (450 - 200) x 0.66; 450 + 145 + 147") { check(young(), {604.94, 742, 640, -777.06}); }
    SECTION("single: 1283.83 + 123 + (700 - 200) x 0.66; 700 + 145 + 147") { check(living(1), {1736.83, 992, 640, 104.83}); }
    SECTION("single pensioner: 1430 + 123 + 330 - 0.4 x 10") {
        HouseholdFacts f = living(1);
        f.pensioners = 1;
        check(f, {1879.00, 992, 640, 247.00});
    }
    SECTION("single parent, child of 3: + (2436 + 3480) / 12 = 493.00; 279.49 / 3 = 93.16") {
        HouseholdFacts f = living(1);
        f.children_0_5 = f.children_0_3 = 1;
        check(f, {2322.99, 1022, 975, 325.99});
    }
    SECTION("single parent, 8 and 14: + (2 x 2436 + 694 + 3480) / 12 = 753.83; (339.38 + 399.27) / 3 = 246.22") {
        HouseholdFacts f = living(1);
        f.children_6_11 = f.children_12_15 = 1;
        check(f, {2736.88, 1052, 1310, 374.88});
    }
    SECTION("couple: 1834.04 + 236 + 330; 640 x 1.75") { check(living(2), {2400.04, 1169, 1120, 111.04}); }
    SECTION("couple of pensioners: 1940 + 236 + 330 - 0.4 x (1940 - 1.3 x 1420)") {
        HouseholdFacts f = living(2);
        f.pensioners = 2;
        check(f, {2468.40, 1169, 1120, 179.40});
    }
    SECTION("couple, child of 3: 2400.04 + 203.00 + 93.16") {
        HouseholdFacts f = living(2);
        f.children_0_5 = f.children_0_3 = 1;
        check(f, {2696.20, 1199, 1455, 42.20});
    }
    SECTION("couple, 3 and 7: 2400.04 + 406.00 + (279.49 + 339.38) / 3 = 206.29") {
        HouseholdFacts f = living(2);
        f.children_0_5 = f.children_0_3 = f.children_6_11 = 1;
        check(f, {3012.33, 1229, 1790, -6.67});
    }
    SECTION("couple, 13 and 16: 2400.04 + (4872 + 694 + 924) / 12 = 540.83; 2 x 399.27 / 3 = 266.18") {
        HouseholdFacts f = living(2);
        f.children_12_15 = f.children_16_17 = 1;
        check(f, {3207.05, 1229, 1790, 188.05});
    }
    SECTION("couple, 5, 9 and 14: 2400.04 + (7308 + 694) / 12 = 666.83; (279.49 + 339.38 + 399.27) / 3 = 339.38") {
        HouseholdFacts f = living(2);
        f.children_0_5 = f.children_4_5 = f.children_6_11 = f.children_12_15 = 1;
        check(f, {3406.25, 1259, 2125, 22.25});
    }
}

TEST_CASE("A1: a working single parent pays part of the childcare, more of it at a higher income", "[a1]") {
    const Parameters p = norms_2024();
    HouseholdFacts f = living(1, 1668.98);   // 130% of 1283.83
    f.children_0_5 = f.children_0_3 = 1;
    f.childcare = true;
    MonthBudget b = month_budget(f, p);
    CHECK(b.childcare == euros(848));         // 80 x 10.60
    CHECK(b.kinderopvang == euros(787.20));   // 80 x 10.25 x 0.96
    CHECK(b.huurtoeslag == euros(230.41));    // 330 - 0.4 x 248.98 = 330 - 99.59
    CHECK(b.income() == euros(1668.98 + 123 + 230.41 + 493 + 93.16 + 787.20));
    CHECK(b.fixed() == euros(700 + 175 + 147 + 848));
    f.work = euros(2600);
    CHECK(month_budget(f, p).kinderopvang == euros(738));      // 820 x (0.96 - 0.06)
    f.work = euros(9000);
    CHECK(month_budget(f, p).kinderopvang == euros(273.06));   // 820 x 0.333
    f.work = euros(1668.98);
    f.children_0_5 = f.children_0_3 = 0;
    f.children_6_11 = 1;
    b = month_budget(f, p);
    CHECK(b.childcare == euros(288));         // 30 x 9.60
    CHECK(b.kinderopvang == euros(262.66));   // 30 x 9.12 x 0.96 = 262.656
    f.adults = 2;                             // one of two works
    CHECK(month_budget(f, p).childcare == Cents(0));
}

TEST_CASE("A1: one cent above a threshold costs a scheme, and ten euros of wage cost four of rent allowance", "[a1]") {
    const Parameters p = norms_2024();
    Scheme scheme;
    scheme.amount = 616;
    scheme.limit = 1.1;
    HouseholdFacts under = living(1, 1412.21), over = living(1, 1412.22);   // 1.1 x 1283.83 = 1412.213
    CHECK(entitled(scheme, under, 0, p));
    CHECK_FALSE(entitled(scheme, over, 0, p));
    under.schemes = Cents(yearly_grant(scheme, under, Governance{}).count / 12);
    CHECK(under.schemes == euros(51.33));
    CHECK(month_budget(over, p).income() == month_budget(under, p).income() - euros(51.33) + euros(0.01));
    CHECK(month_budget(living(1, 1600), p).huurtoeslag == euros(258));      // 330 - 0.4 x 180
    CHECK(month_budget(living(1, 1610), p).huurtoeslag == euros(254));
}

TEST_CASE("A1: house-mates from 27 lower the norm of bijstand, not the social minimum", "[a1]") {
    const Parameters p = norms_2024();
    HouseholdFacts f = living(1);
    f.sharers = 1;
    CHECK(month_budget(f, p).bijstand == euros(917.02));     // (0.4 + 0.3 x 2) / 2 x 1834.04
    CHECK(norm_of(f, p) == euros(1283.83));
    f.sharers = 2;
    CHECK(month_budget(f, p).bijstand == euros(794.75));     // 1.3 / 3 x 1834.04 = 794.7507
    f.adults = 2;
    f.sharers = 1;
    CHECK(month_budget(f, p).bijstand == euros(1589.50));    // 2 x 1.3 / 3 x 1834.04 = 1589.5013
    f.pensioners = 2;
    CHECK(month_budget(f, p).aow == euros(1940));
    Town town;
    town.settle({.age = 60, .children = {26, 27, 17}});
    CHECK(facts_of(town.world, 0, 0, p).sharers == 1);
}

TEST_CASE("A10: the low norm at 18-20", "[a10]") {
    const Parameters p = norms_2024();
    HouseholdFacts f = young();
    CHECK(bijstand_norm(f, p) == euros(316.94));
    f.children_0_5 = 1;
    CHECK(bijstand_norm(f, p) == euros(316.94));             // a lone parent has the norm of one
    f = young(2);
    CHECK(bijstand_norm(f, p) == euros(633.88));
    f.children_0_5 = 1;
    CHECK(bijstand_norm(f, p) == euros(1000.69));
    f.young = 1;                                             // the other is 21 or over
    CHECK(bijstand_norm(f, p) == euros(1600.77));            // 316.94 + 917.02 + (1000.69 - 633.88)
    f.children_0_5 = 0;
    CHECK(bijstand_norm(f, p) == euros(1233.96));
    CHECK(norm_of(f, p) == euros(1834.04));
    Town town;
    town.settle({.age = 20});
    town.settle({.age = 21});
    CHECK(month_budget(facts_of(town.world, 0, 0, p), p).entitled & takes_bijstand);
    CHECK(facts_of(town.world, 0, 0, p).young == 1);
    CHECK(facts_of(town.world, 1, 0, p).young == 0);
}

TEST_CASE("A10: the top-up depends on the case manager and ends at the norm from 21 on", "[a10]") {
    Parameters p = norms_2024();
    HouseholdFacts f = young();
    f.room = 0.15;
    CHECK(month_budget(f, p).topup == euros(350));           // in the middle of those who top up
    f.room = 0.0;
    CHECK(month_budget(f, p).topup == euros(525));           // 350 x 1.5
    f.room = 0.3;
    CHECK(month_budget(f, p).topup == Cents(0));
    p.allowances.topup_amount = 2000;
    f.room = 0.15;
    CHECK(month_budget(f, p).topup == euros(966.89));        // 1283.83 - 316.94
    f.young = 0;
    CHECK(month_budget(f, p).topup == Cents(0));
}

TEST_CASE("A10: the search period leaves little of the first month, and nothing of it at zero weeks", "[a10]") {
    Parameters p = norms_2024();
    HouseholdFacts f = living(1);
    f.below_search_age = f.searching = true;
    CHECK(month_budget(f, p).bijstand == euros(102.81));     // 1283.83 x (1 - 4 x 7 x 12 / 365.25)
    p.allowances.search_weeks = 0;
    CHECK(month_budget(f, p).bijstand == euros(1283.83));
    Town town;
    town.settle({.age = 26});
    town.settle({.age = 27});
    CHECK(facts_of(town.world, 0, 0, p).searching);
    CHECK_FALSE(facts_of(town.world, 1, 0, p).searching);
    town.run(1, {"settle_household_money"});
    CHECK_FALSE(facts_of(town.world, 0, 0, p).searching);    // once only
}

TEST_CASE("A10: earnings under 27 that are left out add to bijstand and open no right to it", "[a10]") {
    Parameters p = norms_2024();
    p.allowances.free_earnings = 0.25;
    HouseholdFacts f = living(1, 600);
    f.below_search_age = true;
    CHECK(month_budget(f, p).bijstand == euros(833.83));     // 1283.83 - 600 + 150
    f.work = euros(1300);
    CHECK(month_budget(f, p).bijstand == Cents(0));
    f.work = euros(600);
    f.below_search_age = false;
    CHECK(month_budget(f, p).bijstand == euros(683.83));
}

TEST_CASE("A1: advances follow an estimate, what is due follows the income", "[a1]") {
    Parameters p = norms_2024();
    HouseholdFacts f = living(1, 2200);
    f.estimate = euros(1400);
    f.estimated = true;
    f.slack = 1.0;
    p.allowances.estimate_lag = 1.0;
    MonthBudget b = month_budget(f, p);
    CHECK(b.zorgtoeslag == euros(123));                      // at 1,400
    CHECK(b.huurtoeslag == euros(330));
    CHECK(b.due == euros(63 + 18));                          // 123 - 0.2 x 300; 330 - 0.4 x 780
    CHECK(b.estimate == euros(1400));
    p.allowances.estimate_lag = 0.5;
    b = month_budget(f, p);
    CHECK(b.estimate == euros(1800));
    CHECK(b.advances() == euros(123 + 178));                 // 330 - 0.4 x 380
    p.allowances.estimate_lag = 0.0;
    b = month_budget(f, p);
    CHECK(b.advances() == b.due);
}

}  // namespace allowance_rules_test
