// A3, A4: kinds and priority of debts, early signals, debt help in steps, bewind.
#include "ontkoker/domain/debts.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace debts_links_test {

const std::vector<std::string_view> money = {"settle_household_money"};
const std::vector<std::string_view> helping = {"settle_household_money", "help_with_debts"};
const std::vector<std::string_view> signalling = {"settle_household_money", "signal_arrears", "help_with_debts"};

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
    take_off(h, 0, euros(60), by_law);
    CHECK(kinds() == std::array{euros(0), euros(0), euros(5)});
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

TEST_CASE("A4: no arrangement while new debts come, the household stabilises first", "[a4]") {
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

}  // namespace debts_links_test
