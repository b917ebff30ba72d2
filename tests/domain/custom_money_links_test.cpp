// D9, D20: custom money refused as unequal where care is granted, and what breakthroughs gain as their number grows.
#include "doorbraak_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace custom_money_links_test {

TEST_CASE("D9: at equal cost and gain care is granted more often than money, case-based reasoning closes the gap", "[d9]") {
    Parameters now = model().parameters;
    now.doorbraak.equality_refusal = 0.9;
    const auto granted = [&](Solution solution, double case_based) {
        now.doorbraak.case_based_reasoning = case_based;
        int count = 0;
        for (std::uint32_t n = 0; n < 1000; ++n) count += !refused_as_unequal(solution, n * 4294967u, now);
        return count;
    };
    CHECK(granted(Solution::care, 0.0) == 1000);
    CHECK(granted(Solution::money, 0.0) < 200);
    CHECK(granted(Solution::money, 0.5) > granted(Solution::money, 0.0));
    CHECK(granted(Solution::money, 1.0) == 1000);
    now.doorbraak.equality_refusal = 0.0;
    CHECK(granted(Solution::money, 0.0) == 1000);
}

TEST_CASE("D9: a breakthrough with money is refused as unequal, one that needs room is not", "[d9]") {
    const auto with = [](double equality, double reasoning, double no_money) {
        return after(stuck_town(200), [&](Town& t) {
            t.now.doorbraak.equality_refusal = equality;
            t.now.doorbraak.no_money = no_money;
            t.pull("case_based_reasoning", reasoning);
        });
    };
    CHECK(refused(with(0.9, 0.0, 0.0), PlanRefusal::unequal) > 100);
    CHECK(refused(with(0.9, 0.0, 1.0), PlanRefusal::unequal) == 0);
    CHECK(refused(with(0.9, 1.0, 0.0), PlanRefusal::unequal) == 0);
    CHECK(everything(with(0.0, 0.0, 0.0)) == everything(with(0.0, 1.0, 0.0)));
}

TEST_CASE("D9: the access refuses custom money for what it grants care for, schemes with rules stay", "[d9]") {
    const auto asked = [](double equality, double reasoning) {
        Town town;
        town.settle({.wage = 1300, .children = {9}, .debt = 3000}, 300);
        for (Level& own : town.world.children.own) own = Level::from(3.0);
        town.open(1'000'000'000);
        Access& a = town.now.access;
        a.scheme_outreach = 1.0;
        a.see_other = a.see_own = a.breadth = a.trust_start = 1.0;
        a.handover_loss = a.trust_new_face = 0.0;
        a.patience_weeks = 1e5;
        for (Level& trust : town.world.households.trust) trust = Level{Level::one};
        town.now.seeking.most = 1000.0;
        town.now.seeking.midpoint = town.now.seeking.none_share = town.now.seeking.gi_share = 0.0;
        town.now.doorbraak.equality_refusal = equality;
        town.now.doorbraak.case_based_reasoning = 0.0;
        town.pull("case_based_reasoning", reasoning);
        town.run(12, {"seek_help", "take_intakes"});
        return town;
    };
    const auto custom = [](const Town& town) {
        std::int64_t count = 0;
        for (std::size_t s = 0; s < town.now.schemes.size(); ++s)
            for (const std::uint8_t claims : town.homes().claims) count += !town.now.schemes[s].lawful_to_cut && (claims >> s & 1);
        return count;
    };
    const auto ruled = [](const Town& town) {
        std::int64_t count = 0;
        for (std::size_t s = 0; s < town.now.schemes.size(); ++s)
            for (const std::uint8_t claims : town.homes().claims) count += town.now.schemes[s].lawful_to_cut && (claims >> s & 1);
        return count;
    };
    const auto in_line = [](const Town& town) {
        return std::count(town.children().help.begin(), town.children().help.end(), HelpState::waiting_help);
    };
    const Town equal = asked(0.9, 0.0), reasoned = asked(0.9, 1.0), nothing = asked(0.0, 0.0);
    CHECK(custom(nothing) > 50);
    CHECK(custom(equal) < custom(nothing) / 2);
    CHECK(custom(reasoned) == custom(nothing));
    CHECK(ruled(equal) == ruled(nothing));
    CHECK(in_line(equal) == in_line(nothing));
    CHECK(everything(nothing) == everything(asked(0.0, 1.0)));
    CHECK(equal.world.tally.doorbraak.money_refused > 0);
}

// Six hundred families in debt with one to four children in help, whose money trouble no intake saw.
Town families_in_help(int families) {
    Town town;
    for (int n = 0; n < families; ++n) {
        const std::vector<int> ages(static_cast<std::size_t>(n % 10 == 0 ? 4 : n % 4 == 0 ? 2 : 1), 9);
        get_stuck(town, town.settle({.wage = 1700, .children = ages, .debt = 1500.0}));
    }
    town = free_hands(std::move(town));
    town.open();
    Children& c = town.world.children;
    for (std::size_t i = 0; i < c.key.size(); ++i) {
        c.own[i] = Level::from(1.0);
        c.livelihood[i] = Level::from(5.0);
    }
    Parameters& p = town.now;
    p.seeking.most = 1000.0;
    p.seeking.midpoint = p.seeking.none_share = p.seeking.gi_share = p.access.see_other = p.access.handover_loss = 0.0;
    p.access.patience_weeks = 1e5;
    p.seeking.continue_chance = 1.0;
    p.children.unseen_loss = 1.0;
    p.children.livelihood_stress = p.children.livelihood_follow = p.finances.bill_chance = 0.0;
    for (HelpType& type : p.help_types) {
        type.effect_livelihood = 0.05;
        type.contract_form = 0;
        type.duration_factor = 0.2;
    }
    town.run(12, {"seek_help", "take_intakes", "give_help"});
    return town;
}

std::int64_t spent_with(const Town& start, double cases) {
    Town town = start;
    town.now.doorbraak.hours = hours_for(town, cases);
    town.run(5, {"settle_household_money", "break_through"});
    CHECK(decided(town) == static_cast<std::int64_t>(cases));
    town.world.tally.spending.assign(town.now.help_types.size(), 0);
    town.run(steps_a_year, {"settle_household_money", "give_help", "pay_services"});
    return sum_of(town.world.tally.spending);
}

TEST_CASE("D20: the mean gain of a breakthrough falls from the first ten to three hundred", "[d20]") {
    const Town start = families_in_help(600);
    const std::int64_t none = spent_with(start, 0.0);
    const double ten = static_cast<double>(none - spent_with(start, 10.0)) / 10.0;
    const double hundred = static_cast<double>(none - spent_with(start, 100.0)) / 100.0;
    const double three_hundred = static_cast<double>(none - spent_with(start, 300.0)) / 300.0;
    CHECK(three_hundred > 0.0);
    CHECK(hundred > three_hundred);
    CHECK(ten > hundred);
    CHECK(ten > 1.5 * three_hundred);
    // At strength zero a cause that is seen makes no difference, and a breakthrough gains nothing here.
    Town deaf = start;
    deaf.now.children.unseen_loss = 0.0;
    CHECK(spent_with(deaf, 0.0) == spent_with(deaf, 300.0));
}

}  // namespace custom_money_links_test
