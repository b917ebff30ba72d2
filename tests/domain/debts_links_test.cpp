// A3, A4, A8: kinds and priority of debts, early signals, debt help in steps, bewind, eviction and shelter.
#include "ontkoker/domain/debts.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace {

const std::vector<std::string_view> money = {"settle_household_money"};
const std::vector<std::string_view> helping = {"settle_household_money", "help_with_debts"};
const std::vector<std::string_view> signalling = {"settle_household_money", "signal_arrears", "help_with_debts"};
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

std::int64_t problematic(const Town& town) {
    std::int64_t count = 0;
    for (const std::uint8_t one : town.homes().problematic) count += one;
    return count;
}

std::int64_t evictions(const Town& town) { return total(town.world.tally.housing.evictions); }

}  // namespace

TEST_CASE("A3: debts are paid off in the order that is asked, kind by kind and to the cent", "[a3]") {
    Town town;
    town.settle({.debt = 100});
    Households& h = town.world.households;
    h.owed[0].rent = euros(30);
    h.owed[0].preferential = euros(20);
    const auto kinds = [&] { return std::array{owed_of(h, 0, DebtKind::rent), owed_of(h, 0, DebtKind::preferential), owed_of(h, 0, DebtKind::other)}; };
    take_off(h, 0, euros(25), by_law);
    CHECK(kinds() == std::array{euros(25), euros(0), euros(50)});
    take_off(h, 0, euros(10), home_first);
    CHECK(kinds() == std::array{euros(15), euros(0), euros(50)});
    take_off(h, 0, euros(60), oldest_credit_first);
    CHECK(kinds() == std::array{euros(5), euros(0), euros(0)});
    CHECK(h.debt[0] == euros(5));
}

TEST_CASE("A3: a bailiff pays preferential creditors first, free will the rent", "[a3]") {
    const auto after_a_month = [](double repay_share, double attachment_after) {
        Town town;
        for (int n = 0; n < 50; ++n) town.settle({.wage = 2600, .debt = 20000});
        Households& h = town.world.households;
        for (std::size_t i = 0; i < 50; ++i) {
            h.owed[i].rent = h.owed[i].preferential = euros(5000);
            h.arrears_months[i] = 24;
        }
        town.now.finances.bill_chance = town.now.finances.fee_chance = town.now.finances.write_off = 0.0;
        town.now.finances.repay_share = repay_share;
        town.now.finances.attachment_after = attachment_after;
        town.run(1, money);
        CHECK(broken_monthly_laws(town.world).empty());
        return h.owed[0];
    };
    const DebtState attached = after_a_month(0.0, 6), free = after_a_month(0.5, 200), neither = after_a_month(0.0, 200);
    CHECK(attached.preferential < euros(5000));
    CHECK(attached.rent == euros(5000));
    CHECK(free.rent < euros(5000));
    CHECK(free.preferential == euros(5000));
    CHECK(neither.rent == euros(5000));
    CHECK(neither.preferential == euros(5000));
}

TEST_CASE("A3: what stays unpaid falls on the rent in the share of months that is asked", "[a3]") {
    const auto rent_owed = [](double share, Tenure tenure) {
        Town town;
        for (int n = 0; n < 200; ++n) town.settle({.wage = 1000, .takes = 0, .tenure = tenure});
        town.now.finances.unpaid_rent = share;
        town.run(5, money);
        CHECK(broken_monthly_laws(town.world).empty());
        std::int64_t count = 0;
        for (const DebtState& owed : town.homes().owed) count += owed.rent > Cents(0);
        return count;
    };
    CHECK(rent_owed(0.0, Tenure::social) == 0);
    CHECK(rent_owed(1.0, Tenure::social) == 200);
    CHECK(rent_owed(1.0, Tenure::owner) == 0);
    const std::int64_t half = rent_owed(0.3, Tenure::social);
    CHECK(half > 20);
    CHECK(half < 180);
}

TEST_CASE("A3: debts of every kind are halved to the cent when a couple parts, and joined again", "[a3]") {
    Town town;
    town.settle({.adults = 2});
    town.settle({});
    Households& h = town.world.households;
    for (int total = 0; total < 40; ++total)
        for (int rent = 0; rent <= total; ++rent)
            for (int preferential = 0; rent + preferential <= total; ++preferential) {
                h.debt[0] = Cents(total);
                h.owed[0].rent = Cents(rent);
                h.owed[0].preferential = Cents(preferential);
                h.debt[1] = h.owed[1].rent = h.owed[1].preferential = Cents(0);
                halve_debts(h, 0, 1);
                for (std::size_t i = 0; i < 2; ++i)
                    for (const DebtKind kind : by_law)
                        if (owed_of(h, i, kind) < Cents(0)) FAIL(total << ' ' << rent << ' ' << preferential);
                join_debts(h, 1, 0);
                if (h.debt[0].count != total || h.owed[0].rent.count != rent || h.owed[0].preferential.count != preferential)
                    FAIL(total << ' ' << rent << ' ' << preferential);
            }
    CHECK(h.debt[1] == Cents(0));
}

TEST_CASE("A4: reach and acceptance of early signals prevent problematic debts, not at once", "[a4]") {
    Town base = tenants(600, 600, {}, 1500);
    DebtHelp& d = base.now.debt_help;
    d.signal_chance = 0.2;
    d.payment_plan_months = 12;
    const auto after = [&](double reach, double accept, int steps) {
        Town town = base;
        town.now.debt_help.signal_reach = reach;
        town.now.debt_help.signal_accept = accept;
        town.run(steps, signalling);
        CHECK(broken_monthly_laws(town.world).empty());
        return town;
    };
    const int soon = 9, later = steps_a_year + 26;
    const Town none = after(0.0, 0.5, later);
    CHECK(problematic(after(0.9, 0.9, later)) < problematic(after(0.3, 0.9, later)));
    CHECK(problematic(after(0.9, 0.9, later)) < problematic(after(0.9, 0.2, later)));
    CHECK(problematic(after(0.9, 0.9, later)) < problematic(none));
    CHECK(problematic(after(0.9, 0.9, soon)) == problematic(after(0.0, 0.9, soon)));
    // Nobody reached or nobody who accepts: not a cent.
    CHECK(after(0.9, 0.0, later).homes().debt == none.homes().debt);
    CHECK(after(0.9, 0.0, later).homes().stress == none.homes().stress);
}

TEST_CASE("A4: every household reached is paid for", "[a4]") {
    Town town = tenants(300, 600);
    town.now.debt_help.signal_chance = town.now.debt_help.signal_reach = 0.5;
    town.now.debt_help.contact_cost = 60;
    town.run(steps_a_year, signalling);
    const DebtTally& tally = town.world.tally.debts;
    CHECK(tally.reached > 50);
    CHECK(tally.accepted > 0);
    CHECK(tally.accepted <= tally.reached);
    CHECK(tally.reached <= total(tally.signals));
    CHECK(town.world.ledger.paid(Account::debt_help, Account::providers) == euros(60) * tally.reached);
}

TEST_CASE("A4: an arrangement runs for exactly its term, then the rest is written off", "[a4]") {
    Town town = tenants(100, 40000);
    for (std::uint8_t& one : town.world.households.problematic) one = 1;
    Parameters& p = town.now;
    p.finances.bill_chance = 0.0;
    p.debt_help.apply_chance = p.debt_help.success = 1.0;
    p.debt_help.drop_out = p.debt_help.credit_share = p.debt_help.buy_off_young = 0.0;
    p.debt_help.completed_voluntary = 1.0;
    p.debt_help.term_months = 18;
    p.stress.narrowing = 0.0;
    std::vector<int> months(100), in_term(100);
    std::int64_t written_before = 0;
    const Calendar calendar(2026);
    for (int step = 0; step < 3 * steps_a_year; ++step) {
        const auto before = town.homes().debt_help;
        town.run(1, helping);
        // A month counts for who was in a term when money was settled.
        if (calendar.settled_month(step))
            for (std::size_t i = 0; i < 100; ++i) months[i] += before[i] == DebtHelpState::term;
        for (std::size_t i = 0; i < 100; ++i) {
            if (before[i] != DebtHelpState::term || town.homes().debt_help[i] == DebtHelpState::term) continue;
            CHECK(months[i] == 18);
            CHECK(town.homes().debt[i] == Cents(0));
            CHECK(town.homes().problematic[i] == 0);
            ++in_term[i];
            months[i] = 0;
        }
        CHECK(town.world.tally.written_off >= written_before);
        written_before = town.world.tally.written_off;
        CHECK(broken_monthly_laws(town.world).empty());
    }
    CHECK(std::all_of(in_term.begin(), in_term.end(), [](int n) { return n == 1; }));
}

TEST_CASE("A4: an arrangement with many creditors breaks off more often than a loan that pays them", "[a4]") {
    const auto ended = [](double credit_share) {
        Town town = tenants(400, 30000);
        for (std::uint8_t& one : town.world.households.problematic) one = 1;
        town.now.finances.bill_chance = 0.0;
        town.now.debt_help.apply_chance = 0.5;
        town.now.debt_help.credit_share = credit_share;
        town.run(2 * steps_a_year + 10, helping);
        CHECK(broken_monthly_laws(town.world).empty());
        const DebtTally& tally = town.world.tally.debts;
        CHECK((tally.by_arrangement[static_cast<std::size_t>(Arrangement::credit)] > 0) == (credit_share > 0.0));
        return std::pair(total(tally.completed), town.world.total_debt);
    };
    const auto [bemiddeld, owed] = ended(0.0);
    const auto [gesaneerd, owed_less] = ended(1.0);
    CHECK(gesaneerd > bemiddeld);
    CHECK(owed_less < owed);
}

TEST_CASE("A4: no arrangement while new debts come; the household stabilises first", "[a4]") {
    Town town = tenants(200, 20000);
    for (std::uint8_t& one : town.world.households.problematic) one = 1;
    town.now.finances.bill_chance = 1.0;   // short every month
    town.now.finances.bill_mean = 3000;
    DebtHelp& d = town.now.debt_help;
    d.apply_chance = d.success = 1.0;
    d.drop_out = 0.0;
    d.plan_weeks = 12;
    d.stabilise_months = 3;
    Town bewind = town;
    for (DebtState& owed : bewind.world.households.owed) owed.bewind = 1;
    town.run(30, helping);
    bewind.run(30, helping);
    const std::int64_t started = total(town.world.tally.debts.started);
    CHECK(started < 60);                                    // nearly all were short in the last month
    CHECK(total(town.world.tally.debts.failed) > 100);
    CHECK(total(bewind.world.tally.debts.started) > 180);   // an administrator keeps new debts out of the deal
    CHECK(broken_monthly_laws(town.world).empty());
}

TEST_CASE("A4: debts of the young are bought off against a counter-performance within a year", "[a4]") {
    Town base;
    for (int n = 0; n < 200; ++n) base.settle({.age = n % 2 ? 22 : 40, .wage = 2000, .debt = 8000});
    base.open();
    for (std::uint8_t& one : base.world.households.problematic) one = 1;
    base.now.finances.bill_chance = 0.0;
    DebtHelp& d = base.now.debt_help;
    d.apply_chance = 1.0;
    d.drop_out = 0.0;
    d.plan_weeks = 12;
    d.buy_off_price = 0.25;
    d.counter_done = 0.7;
    const auto after = [&](double share, int steps) {
        Town town = base;
        town.pull("debt_buy_off_young", share);
        town.run(steps, helping);
        CHECK(broken_monthly_laws(town.world).empty());
        return town;
    };
    const auto count = [](const Town& town, Arrangement kind) { return town.world.tally.debts.by_arrangement[static_cast<std::size_t>(kind)]; };
    CHECK(count(after(0.0, 30), Arrangement::bought_off) == 0);
    const Town bought = after(1.0, 30);
    CHECK(count(bought, Arrangement::bought_off) == 100);   // the young half, and nobody else
    CHECK(bought.world.ledger.paid(Account::debt_help, Account::households).count == bought.world.tally.debts.bought_off);
    CHECK(bought.world.tally.debts.bought_off > 0);
    for (std::size_t i = 0; i < 200; ++i)
        if (bought.homes().owed[i].arrangement == Arrangement::bought_off) CHECK(bought.homes().owed[i].preferential == bought.homes().debt[i]);
    const Town later = after(1.0, 30 + 56);
    std::int64_t free = 0, owing = 0;
    for (std::size_t i = 1; i < 200; i += 2) ++(later.homes().debt[i] == Cents(0) ? free : owing);
    CHECK(free > 50);      // delivered
    CHECK(owing > 10);     // did not: the municipality's claim stands
}

TEST_CASE("A4: a term gives rest, and falling back into arrears after it counts as a relapse", "[a4]") {
    Town town = tenants(300, 0);
    for (DebtState& owed : town.world.households.owed) owed.free_months = 24;
    town.now.finances.bill_mean = 2500;
    Town never = town;
    for (DebtState& owed : never.world.households.owed) owed.free_months = 0;
    town.run(2 * steps_a_year, money);
    never.run(2 * steps_a_year, money);
    CHECK(town.world.tally.debts.relapses > 20);
    CHECK(town.world.tally.debts.relapses < 300);
    CHECK(never.world.tally.debts.relapses == 0);
    CHECK(town.homes().debt == never.homes().debt);   // counting changes nothing
}

TEST_CASE("A4: bewind keeps the rent paid and is paid from special assistance", "[a4]") {
    Town base = tenants(200, 5000, {}, 900);
    for (std::uint8_t& one : base.world.households.problematic) one = 1;
    base.now.finances.unpaid_rent = 1.0;
    base.now.finances.bill_mean = 2500;
    const auto after = [&](double chance) {
        Town town = base;
        town.now.debt_help.bewind_in = chance;
        town.run(steps_a_year, {"settle_household_money", "protect_debtors"});
        CHECK(broken_monthly_laws(town.world).empty());
        return town;
    };
    const auto rent_owed = [](const Town& town) {
        std::int64_t sum = 0;
        for (const DebtState& owed : town.homes().owed) sum += owed.rent.count;
        return sum;
    };
    const Town free = after(0.0), administered = after(12.0);
    CHECK(rent_owed(administered) < rent_owed(free));
    CHECK(free.world.tally.debts.bewind_cost == 0);
    CHECK(administered.world.tally.debts.bewind_cost > 0);
    CHECK(administered.world.ledger.paid(Account::schemes, Account::providers).count == administered.world.tally.debts.bewind_cost);
}

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

TEST_CASE("A8: interception brings fewer evictions; at zero there is none", "[a8]") {
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

TEST_CASE("A8: who moves in with a partner with a home has one; who leaves the municipality is not replaced by homeless", "[a8]") {
    Town town = behind_with_rent(100, {8});
    for (HousingState& home : town.world.households.housing) home.home = HomeState::elsewhere;
    town.now.demography.move = 12.0;
    town.run(10, {"move_house"});
    for (const HousingState& home : town.homes().housing) CHECK_FALSE(home.homeless());
    CHECK(broken_monthly_laws(town.world).empty());
}
