// A8: rent arrears, notice, judgment, eviction, shelter and a new home.
#include "ontkoker/domain/debts.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace evictions_links_test {

const std::vector<std::string_view> evicting = {"settle_household_money", "signal_arrears", "help_with_debts", "protect_debtors", "evict"};

// Tenants with little to spare, small debts and bills that keep coming.
Town tenants(int count, double debt, const std::vector<int>& children = {}, double wage = 1900) {
    Town town;
    for (int n = 0; n < count; ++n) town.settle({.wage = wage + 500.0 * n / count, .children = children, .debt = debt});
    town.open();
    Parameters& p = town.now;
    p.finances.bill_chance = 0.15;
    p.finances.bill_mean = 700;
    p.debt_help.apply_chance = p.debt_help.bewind_in = p.debt_help.bewind_out = 0.0;
    return town;
}

// Everybody owes three months' rent and cannot pay it off.
Town behind_with_rent(int count, const std::vector<int>& children = {}) {
    Town town = tenants(count, 3000, children);
    Households& h = town.world.households;
    for (std::size_t i = 0; i < h.debt.size(); ++i) h.owed[i].rent = euros(2400);
    Parameters& p = town.now;
    p.finances.repay_share = 0.0;
    p.finances.attachment_after = 250;
    p.finances.rent_social = 700;
    p.debt_help.signal_reach = 0.0;
    p.housing.notice_rents = 2;
    p.housing.notice_chance = p.housing.judgment_chance = p.housing.eviction_chance = 0.5;
    p.housing.notice_months = 2;
    p.housing.judgment_months = 1;
    p.housing.interception = 0.0;
    return town;
}

template <class Cells>
std::int64_t total(const Cells& cells) {
    std::int64_t sum = 0;
    for (const std::int64_t cell : cells) sum += cell;
    return sum;
}

std::int64_t evictions(const Town& town) { return total(town.world.tally.housing.evictions); }

TEST_CASE("A8: rent arrears that nobody intercepts end in eviction, after notice and judgment", "[a8]") {
    Town town = behind_with_rent(200);
    const Calendar calendar(2026);
    int months = 0;
    std::vector<HomeState> before(200, HomeState::housed);
    while (months < 24) {
        const bool settles = calendar.settled_month(town.next).has_value();
        town.run(1, evicting);
        months += settles;
        for (std::size_t i = 0; i < 200; ++i) {
            const HomeState now = town.homes().housing[i].home;
            if (now == HomeState::judgment) CHECK((before[i] == HomeState::notice || before[i] == HomeState::judgment));
            if (town.homes().housing[i].homeless() && before[i] != now) CHECK(before[i] == HomeState::judgment);
            before[i] = now;
        }
        if (settles && months <= 3) CHECK(evictions(town) == 0);   // notice, two months, judgment, one month
    }
    CHECK(evictions(town) > 150);
    CHECK(broken_monthly_laws(town.world).empty());
    for (std::size_t i = 0; i < 200; ++i)
        if (town.homes().housing[i].homeless()) CHECK(town.homes().owed[i].rent == Cents(0));
}

TEST_CASE("A8: interception brings fewer evictions, at zero there is none", "[a8]") {
    const auto after = [](const auto& change) {
        Town town = behind_with_rent(300);
        change(town);
        town.run(steps_a_year, evicting);
        CHECK(broken_monthly_laws(town.world).empty());
        return town;
    };
    const std::int64_t without = evictions(after([](Town&) {}));
    const auto stopped = [&](double value) { return evictions(after([value](Town& t) { t.pull("eviction_stop", value); })); };
    CHECK(stopped(0.3) < without);
    CHECK(stopped(1.0) < stopped(0.3));
    CHECK(stopped(1.0) == 0);
    CHECK(stopped(0.0) == without);
    const auto signalled = [&](double reach) {
        return evictions(after([reach](Town& t) {
            t.now.debt_help.signal_reach = reach;
            t.now.debt_help.signal_accept = 0.9;
            t.now.debt_help.payment_plan_months = 12;
        }));
    };
    CHECK(signalled(0.9) < without);
    CHECK(signalled(0.0) == without);
    // Debt help and bewind protect a home as well.
    CHECK(evictions(after([](Town& t) { for (DebtState& owed : t.world.households.owed) owed.bewind = 1; })) == 0);
    // At strength zero eviction does nothing at all.
    const Town nobody = after([](Town& t) { t.now.housing.eviction_chance = t.now.housing.stress = 0.0; });
    CHECK(evictions(nobody) == 0);
    const Town no_process = [] {
        Town town = behind_with_rent(300);
        town.now.housing.stress = 0.0;
        town.run(steps_a_year, {"settle_household_money", "signal_arrears", "help_with_debts", "protect_debtors"});
        return town;
    }();
    CHECK(nobody.homes().debt == no_process.homes().debt);
    CHECK(nobody.homes().stress == no_process.homes().stress);
}

TEST_CASE("A8: without a home no rent is paid, stress is high, and a home follows after a stay", "[a8]") {
    Town town = behind_with_rent(200, {8});
    town.now.housing.eviction_chance = town.now.housing.judgment_chance = town.now.housing.notice_chance = 1.0;
    town.now.housing.stress = 0.8;
    town.now.housing.stay_months = 1000;
    town.now.housing.shelter_family = 0.5;
    town.now.housing.shelter_cost = 5000;
    town.now.housing.foster_in_shelter = town.now.housing.foster_elsewhere = 0.0;
    town.run(40, evicting);
    REQUIRE(evictions(town) > 100);
    CHECK(town.world.tally.housing.children_evicted == evictions(town));
    CHECK(town.world.ledger.paid(Account::centre_municipality, Account::providers).count == town.world.tally.housing.shelter_cost);
    CHECK(town.world.tally.housing.shelter_cost % euros(5000).count == 0);
    Town housed = town, calm = town;
    for (HousingState& home : housed.world.households.housing) home = {};
    calm.now.housing.stress = 0.0;
    housed.now.housing.notice_chance = 0.0;
    for (Town* arm : {&town, &housed, &calm}) arm->run(10, evicting);
    CHECK(town.world.ledger.paid(Account::households, Account::landlords) < housed.world.ledger.paid(Account::households, Account::landlords));
    CHECK(sum_of(town.homes().stress) > sum_of(calm.homes().stress));
    // The stay: a shorter one leaves fewer without a home.
    const auto homeless = [&](double months) {
        Town arm = town;
        arm.now.housing.stay_months = months;
        arm.now.housing.eviction_chance = 0.0;
        arm.run(26, evicting);
        std::int64_t count = 0;
        for (const HousingState& home : arm.homes().housing) count += home.homeless();
        return count;
    };
    CHECK(homeless(3) < homeless(24));
    CHECK(homeless(1) == 0);
}

TEST_CASE("A8: children without shelter go to crisis foster care more often, and none at chance zero", "[a8]") {
    const auto placed = [](double shelter, double elsewhere) {
        Town town = behind_with_rent(300, {8});
        town.now.housing.shelter_family = 0.9;
        town.pull("shelter_capacity", shelter);
        town.now.housing.foster_in_shelter = 0.0;
        town.now.housing.foster_elsewhere = elsewhere;
        std::vector<std::string_view> all = evicting;
        all.push_back("give_help");
        town.run(steps_a_year, all);
        CHECK(broken_monthly_laws(town.world).empty());
        const std::int64_t started = town.world.tally.starts[town.type_named("foster_care")];
        CHECK(started <= town.world.tally.housing.children_placed);
        return town.world.tally.housing.children_placed;
    };
    CHECK(placed(0.0, 0.4) > placed(1.0, 0.4));
    CHECK(placed(0.0, 0.0) == 0);
}

TEST_CASE("A8: who moves in with a partner with a home has one, who leaves the municipality is not replaced by homeless", "[a8]") {
    Town town = behind_with_rent(100, {8});
    for (HousingState& home : town.world.households.housing) home.home = HomeState::elsewhere;
    town.now.demography.move = 12.0;
    town.run(10, {"move_house"});
    for (const HousingState& home : town.homes().housing) CHECK_FALSE(home.homeless());
    CHECK(broken_monthly_laws(town.world).empty());
}

}  // namespace evictions_links_test
