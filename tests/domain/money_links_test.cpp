// A1, A3: shortage, arrears, collection, attachment and stress.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace money_links_test {

const std::vector<std::string_view> money = {"settle_household_money"};
constexpr int month_steps = 5;  // at least one settled month

// Wages of EUR 1,000 to 3,000 without allowances or bijstand, so that income is the wage.
Town wages(double factor) {
    Town town;
    for (int n = 0; n < 200; ++n)
        town.settle({.wage = factor * (1000 + 10 * n), .buffer = 500, .takes = 0});
    return town;
}

int in_arrears(const Town& town) {
    int count = 0;
    for (const Cents debt : town.homes().debt) count += debt > Cents(0);
    return count;
}

// Debtors on bijstand: enough income to live on, not to repay much.
Town debtors(int count = 300) {
    Town town;
    for (int n = 0; n < count; ++n) town.settle({.wage = 1500 + 3.0 * n, .debt = 2000 + 20.0 * n});
    town.now.finances.bill_chance = 0.15;
    town.now.finances.bill_mean = 700;
    return town;
}

void without_stress(Parameters& p) { p.stress.from_shortfall = p.stress.from_debt = p.stress.from_problematic = 0.0; }
void with_stress(Parameters& p) {
    p.stress.from_shortfall = 0.8;
    p.stress.from_debt = 0.5;
    p.stress.from_problematic = 0.7;
    p.stress.rise = 0.6;
}

TEST_CASE("A1: lower income brings more arrears later", "[a1]") {
    int before = -1;
    for (const double factor : {1.2, 1.0, 0.8}) {
        Town town = wages(factor);
        town.run(steps_a_year, money);
        const int now = in_arrears(town);
        INFO("wages times " << factor << ": " << now << " in arrears");
        CHECK(now > before + 10);
        before = now;
        CHECK(broken_monthly_laws(town.world).empty());
    }
}

TEST_CASE("A1: with income above costs and no bills nobody falls behind", "[a1]") {
    Town town;
    for (int n = 0; n < 200; ++n) town.settle({.wage = 2600 + 10.0 * n, .takes = 0});
    town.now.finances.bill_chance = 0.0;
    town.run(2 * steps_a_year, money);
    CHECK(in_arrears(town) == 0);
    CHECK(sum_of(town.homes().stress) == 0);
}

TEST_CASE("A1: a shock of one month lasts longer than the month", "[a1]") {
    Town calm = wages(1.0);
    calm.now.finances.bill_chance = 0.0;
    Town shocked = calm;
    for (Cents& bill : shocked.world.households.pending_bill) bill = euros(1500);
    Town nothing = calm;
    for (Cents& bill : nothing.world.households.pending_bill) bill = euros(0);
    const auto worth = [](const Town& t) { return sum_of(t.homes().buffer) - sum_of(t.homes().debt); };
    for (int month = 1; month <= 12; ++month) {
        for (Town* town : {&calm, &shocked, &nothing}) town->run(steps_a_year / 12, money);
        CHECK(worth(shocked) < worth(calm));
        CHECK(nothing.homes().debt == calm.homes().debt);
        CHECK(nothing.homes().stress == calm.homes().stress);
    }
    CHECK(in_arrears(shocked) > in_arrears(calm));
    CHECK(sum_of(shocked.homes().stress) > sum_of(calm.homes().stress));
}

TEST_CASE("A1: jobs are lost and found by their chances, and never at zero", "[a1]") {
    Town base;
    for (int n = 0; n < 500; ++n) base.settle({.wage = n % 2 ? 1500.0 : 3500.0});
    base.open();
    Finances& f = base.now.finances;
    f.job_loss_low = f.job_loss_other = f.disability_in = 0.0;
    const auto unemployed = [](Town town) {
        town.run(steps_a_year, {"find_and_lose_work"});
        std::int64_t count = 0;
        for (const Activity activity : town.world.adults.activity) count += activity == Activity::ww;
        return count;
    };
    CHECK(unemployed(base) == 0);
    f.job_loss_low = 0.12;
    f.job_gain_ww = f.job_gain_none = f.job_gain_bijstand = 0.0;
    f.ww_months = 24;
    const std::int64_t low = unemployed(base);
    CHECK(low > 10);
    CHECK(low < 60);       // of 250 with a low wage
    f.job_gain_ww = 2.2;
    CHECK(unemployed(base) < low);
}

TEST_CASE("A3: debt raises stress, and nothing does at weight zero", "[a3]") {
    Town indebted = debtors();
    with_stress(indebted.now);
    Town free_of_debt = indebted;
    for (Cents& debt : free_of_debt.world.households.debt) debt = Cents(0);
    free_of_debt.world.total_debt = 0;
    Town nil = indebted;
    without_stress(nil.now);
    for (Town* town : {&indebted, &free_of_debt, &nil}) town->run(month_steps, money);
    CHECK(sum_of(indebted.homes().stress) > sum_of(free_of_debt.homes().stress));
    CHECK(sum_of(nil.homes().stress) == 0);
}

TEST_CASE("A3: stress raises debt, either half off and there is no loop", "[a3]") {
    const auto debts_after = [](double weight_on_fees, bool stress, double narrowing) {
        Town town = debtors();
        stress ? with_stress(town.now) : without_stress(town.now);
        town.now.finances.new_debt_stress = weight_on_fees;
        town.now.stress.narrowing = narrowing;
        town.run(2 * steps_a_year, money);
        CHECK(broken_monthly_laws(town.world).empty());
        return town.homes().debt;
    };
    const auto none = debts_after(0.0, false, 0.0);
    CHECK(sum_of(debts_after(1.5, true, 0.0)) > sum_of(none));  // more fees
    CHECK(sum_of(debts_after(0.0, true, 0.5)) > sum_of(none));  // less repaid
    CHECK(debts_after(0.0, true, 0.0) == none);
    CHECK(debts_after(1.5, false, 0.5) == none);
}

TEST_CASE("A3: attachment takes what is left above the beslagvrije voet, and never more", "[a3]") {
    Town town = debtors();
    for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
        town.world.households.arrears_months[i] = 100;
        town.world.households.debt[i] = euros(50000);
    }
    town.world.total_debt = 300 * euros(50000).count;
    town.now.finances.bill_chance = town.now.finances.fee_chance = town.now.finances.write_off = 0.0;
    town.now.finances.repay_share = 0.0;  // nothing by free will
    town.now.finances.rent_social = 250;  // so that what is left after needs exceeds what may be taken
    town.now.finances.needs_adult = 300;
    std::vector<Cents> income, least;
    for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
        const HouseholdFacts facts = facts_of(town.world, i, 0, town.now);
        income.push_back(month_budget(facts, town.now).income());
        least.push_back(scaled(norm_of(facts, town.now), town.now.norms.beslagvrije_voet));
    }
    const auto repaid_in_a_month = [&](int attachment_after) {
        Town arm = town;
        arm.now.finances.attachment_after = attachment_after;
        arm.run(1, money);
        std::vector<Cents> repaid;
        for (const Cents debt : arm.homes().debt) repaid.push_back(euros(50000) - debt);
        return repaid;
    };
    const auto attached = repaid_in_a_month(12);
    bool floor_kept = true;
    for (std::size_t i = 0; i < attached.size(); ++i)
        floor_kept &= attached[i] >= Cents(0) && income[i] - attached[i] >= std::min(least[i], income[i]);
    CHECK(floor_kept);
    CHECK(std::all_of(attached.begin(), attached.end(), [](Cents paid) { return paid > Cents(0); }));
    CHECK(sum_of(repaid_in_a_month(200)) == 0);  // not yet
}

TEST_CASE("A3: one creditor gives rest at once, the rest comes later", "[a3]") {
    Town town = debtors(100);
    with_stress(town.now);
    town.now.finances.bill_chance = 0.0;
    town.now.stress.fall = 0.5;
    town.run(steps_a_year, money);
    Town arranged = town;
    for (DebtHelpState& state : arranged.world.households.debt_help) state = DebtHelpState::term;
    Town unrelieved = arranged;
    arranged.now.stress.relief_at_once = 0.2;
    unrelieved.now.stress.relief_at_once = 1.0;
    for (Town* arm : {&town, &arranged, &unrelieved}) arm->run(month_steps, money);
    CHECK(sum_of(arranged.homes().stress) < sum_of(town.homes().stress));
    CHECK(sum_of(arranged.homes().stress) < sum_of(unrelieved.homes().stress));
    CHECK(sum_of(arranged.homes().stress) > 0);
}

TEST_CASE("A4: reach and capacity of debt help lower problematic debts later, not at once", "[a4]") {
    Town base = debtors();
    base.open(1'000'000, 1'000'000);
    for (std::uint8_t& problematic : base.world.households.problematic) problematic = 1;
    DebtHelp& d = base.now.debt_help;
    d.success = 0.75;
    d.completed_voluntary = 0.8;
    d.credit_share = 0.6;
    d.drop_out = 0.15;
    d.plan_weeks = 12;
    d.term_months = 18;
    const auto problematic_after = [&](double apply_chance, int capacity, int steps) {
        Town town = base;
        town.now.debt_help.apply_chance = apply_chance;
        town.world.services[debt_service].line.set_capacity(ServerId(0), capacity);
        town.run(steps, {"settle_household_money", "help_with_debts"});
        std::int64_t count = 0;
        for (const std::uint8_t problematic : town.homes().problematic) count += problematic;
        CHECK(broken_monthly_laws(town.world).empty());
        return count;
    };
    const int three_years = 3 * steps_a_year, half_a_year = steps_a_year / 2, plenty = 1'000'000;
    const std::int64_t without = problematic_after(0.0, plenty, three_years);
    CHECK(problematic_after(0.1, plenty, three_years) < without - 20);
    CHECK(problematic_after(0.1, 300, three_years) > problematic_after(0.1, plenty, three_years));
    CHECK(problematic_after(0.1, 0, three_years) == without);
    CHECK(problematic_after(0.1, plenty, half_a_year) >= problematic_after(0.0, plenty, half_a_year));
}

}  // namespace money_links_test
