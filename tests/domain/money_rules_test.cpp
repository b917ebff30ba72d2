// A1, A2: income, allowances and fixed costs of example households, worked out by hand with the norms of 2024.
#include "norms_of_2024.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace money_rules_test {

HouseholdFacts facts(int adults, double work) {
    HouseholdFacts f;
    f.adults = adults;
    f.work = euros(work);
    f.takes = takes_all;
    f.asks_bijstand = true;
    return f;
}

TEST_CASE("A1: a single person on bijstand in social rent", "[a1]") {
    const MonthBudget b = month_budget(facts(1, 0), norms_of_2024());
    CHECK(b.bijstand == euros(1283.83));
    CHECK(b.zorgtoeslag == euros(123));
    CHECK(b.huurtoeslag == euros(330));  // (700 - 200) x 0.66
    CHECK(b.income() == euros(1736.83));
    CHECK(b.fixed() == euros(700 + 145 + 147));
    CHECK(b.needs == euros(640));
}

TEST_CASE("A1: a lone mother with part-time work and children of 4 and 13", "[a1]") {
    HouseholdFacts f = facts(1, 900);
    f.children_0_5 = f.children_12_15 = 1;
    const MonthBudget b = month_budget(f, norms_of_2024());
    CHECK(b.bijstand == euros(383.83));       // 1283.83 - 900
    CHECK(b.kindgebonden == euros(753.83));   // (2 x 2436 + 694 + 3480) / 12
    CHECK(b.kinderbijslag == euros(226.25));  // (279.49 + 399.27) / 3
    CHECK(b.income() == euros(900 + 383.83 + 753.83 + 226.25 + 123 + 330));
    CHECK(b.fixed() == euros(700 + 205 + 147));
    CHECK(b.needs == euros(640 + 2 * 335));
}

TEST_CASE("A1: a couple on one wage with children of 2, 8 and 16", "[a1]") {
    HouseholdFacts f = facts(2, 2600);
    f.children_0_5 = f.children_6_11 = f.children_16_17 = 1;
    const MonthBudget b = month_budget(f, norms_of_2024());
    CHECK(b.bijstand == Cents(0));
    CHECK(b.zorgtoeslag == euros(210));       // 236 - 0.2 x (2600 - 1.3 x 1900)
    CHECK(b.huurtoeslag == euros(28.40));     // 330 - 0.4 x (2600 - 1.3 x 1420)
    CHECK(b.kindgebonden == euros(674.50));   // (3 x 2436 + 924) / 12 - 0.115 x 100
    CHECK(b.kinderbijslag == euros(339.38));  // (279.49 + 339.38 + 399.27) / 3
    CHECK(b.income() == euros(3852.28));
    CHECK(b.fixed() == euros(700 + 265 + 294));
    CHECK(b.needs == euros(1120 + 3 * 335));
}

TEST_CASE("A1: a pensioner with a younger partner without income", "[a1]") {
    HouseholdFacts f = facts(2, 0);
    f.pensioners = 1;
    f.pension_supplement = euros(200);
    const MonthBudget b = month_budget(f, norms_of_2024());
    CHECK(b.aow == euros(970));
    CHECK(b.bijstand == euros(770));          // 1940 - 970 - 200
    CHECK(b.zorgtoeslag == euros(236));
    CHECK(b.huurtoeslag == euros(292.40));    // 330 - 0.4 x (1940 - 1846)
    CHECK(b.income() == euros(2468.40));
}

TEST_CASE("A1: a single pensioner who owns a home", "[a1]") {
    HouseholdFacts f = facts(1, 0);
    f.pensioners = 1;
    f.asks_bijstand = false;
    f.tenure = Tenure::owner;
    f.pension_supplement = euros(650);
    const MonthBudget b = month_budget(f, norms_of_2024());
    CHECK(b.zorgtoeslag == euros(87));        // 123 - 0.2 x (2080 - 1900)
    CHECK(b.huurtoeslag == Cents(0));
    CHECK(b.income() == euros(2167));
    CHECK(b.rent == euros(800));
}

TEST_CASE("A1: unemployed in a dear rented home, above the norm", "[a1]") {
    HouseholdFacts f = facts(1, 0);
    f.ww = euros(1400);
    f.tenure = Tenure::private_rent;
    const MonthBudget b = month_budget(f, norms_of_2024());
    CHECK(b.bijstand == Cents(0));
    CHECK(b.huurtoeslag == Cents(0));         // 1050 is above the cap of 880
    CHECK(b.income() == euros(1523));
    CHECK(b.fixed() == euros(1050 + 145 + 147));
}

TEST_CASE("A1: who asks for nothing gets the child benefit only, savings above the limit end bijstand", "[a1]") {
    const Parameters p = norms_of_2024();
    HouseholdFacts f = facts(1, 0);
    f.children_6_11 = 2;
    f.takes = 0;
    CHECK(month_budget(f, p).income() == euros(226.25));  // 2 x 339.38 / 3
    f.takes = takes_all;
    f.buffer = euros(15150);
    CHECK(month_budget(f, p).bijstand == euros(1283.83));
    f.buffer += Cents(1);
    CHECK(month_budget(f, p).bijstand == Cents(0));
    f = facts(1, 0);
    f.buffer = euros(7575.01);
    CHECK(month_budget(f, p).bijstand == Cents(0));
}

TEST_CASE("A1: the rules read a household from the world", "[a1]") {
    const Parameters p = norms_of_2024();
    Town town;
    const std::size_t i = town.settle({.adults = 2, .wage = 2000, .children = {3, 7, 13, 17, 20}, .buffer = 12.5,
                                       .tenure = Tenure::private_rent});
    town.world.adults.activity[2 * i] = Activity::ww;
    town.world.adults.activity[2 * i + 1] = Activity::disability;
    town.world.adults.wage[2 * i + 1] = euros(1000);
    town.world.households.granted[i][0] = euros(25);
    town.world.households.granted[i][2] = euros(5);
    town.world.households.claims[i] = 0b101;   // nothing is granted without a claim
    const HouseholdFacts f = facts_of(town.world, i, 0, p);
    CHECK(f.adults == 2);
    CHECK(f.ww == euros(1400));
    CHECK(f.disability == euros(750));
    CHECK(f.work == Cents(0));
    CHECK(f.children_0_5 == 1);
    CHECK(f.children_6_11 == 1);
    CHECK(f.children_12_15 == 1);
    CHECK(f.children_16_17 == 1);
    CHECK(f.children_18_up == 1);
    CHECK(f.minors() == 4);
    CHECK(f.schemes == euros(30));
    CHECK(f.buffer == euros(12.5));
    CHECK(f.asks_bijstand);
    CHECK(month_budget(f, p).income() - f.schemes - f.ww - f.disability ==
          month_budget(f, p).zorgtoeslag + month_budget(f, p).kindgebonden + month_budget(f, p).kinderbijslag);
    town.world.adults.birth_day[2 * i] = town.world.adults.birth_day[2 * i + 1] = born(20);
    CHECK(facts_of(town.world, i, 0, p).young == 2);
    CHECK(facts_of(town.world, i, 0, p).asks_bijstand);
    town.world.adults.birth_day[2 * i] = town.world.adults.birth_day[2 * i + 1] = born(67);
    CHECK_FALSE(facts_of(town.world, i, 0, p).asks_bijstand);
}

TEST_CASE("A1: allowances taper off to nothing and more work never means less money", "[a1]") {
    for (const Parameters& p : {norms_of_2024(), model().parameters})
        for (const int adults : {1, 2})
            for (const int children : {0, 3}) {
                HouseholdFacts f = facts(adults, 0);
                f.children_6_11 = children;
                MonthBudget before = month_budget(f, p);
                bool monotone = true, poorer = false;
                for (int wage = 10; wage <= 12000; wage += 10) {
                    f.work = euros(wage);
                    const MonthBudget b = month_budget(f, p);
                    monotone &= b.zorgtoeslag <= before.zorgtoeslag && b.huurtoeslag <= before.huurtoeslag &&
                                b.kindgebonden <= before.kindgebonden && b.bijstand <= before.bijstand;
                    poorer |= b.income() < before.income();
                    before = b;
                }
                INFO(adults << " adults, " << children << " children");
                CHECK(monotone);
                CHECK_FALSE(poorer);
                CHECK(before.zorgtoeslag + before.huurtoeslag + before.bijstand + before.kindgebonden == Cents(0));
                CHECK((before.kinderbijslag > Cents(0)) == (children > 0));
            }
}

}  // namespace money_rules_test
