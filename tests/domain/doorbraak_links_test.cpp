// D4: stuck cases, who may decide on them, what a plan is tested on, what it pays and does.
#include "doorbraak_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace doorbraak_links_test {

TEST_CASE("D4: mandate, time and backing each limit the number of breakthroughs", "[d4]") {
    const auto number = [](double mandate, double hours_of, double backing) {
        return decided(after(stuck_town(400), [&](Town& town) {
            Doorbraak& d = town.now.doorbraak;
            d.ask_refused = 0.9;
            d.hold_back = 1.0;
            d.mandate = mandate;
            town.now.governing.backing = backing;
            d.hours = hours_for(town, hours_of);
        }));
    };
    const std::int64_t all = number(1.0, 1000.0, 1.0);
    CHECK(all == 400);
    SECTION("mandate") {
        CHECK(number(0.5, 1000.0, 1.0) < all);
        CHECK(number(0.0, 1000.0, 1.0) < number(0.5, 1000.0, 1.0));
    }
    SECTION("time") {
        CHECK(number(1.0, 100.0, 1.0) == 100);
        CHECK(number(1.0, 10.0, 1.0) == 10);
    }
    SECTION("backing") {
        CHECK(number(1.0, 1000.0, 0.5) < all);
        CHECK(number(1.0, 1000.0, 0.0) == 0);
    }
    SECTION("mandate alone is not sufficient") {
        CHECK(number(1.0, -0.5, 1.0) == 0);
        CHECK(number(1.0, 1000.0, 0.0) == 0);
    }
}

TEST_CASE("D4: without their links mandate and backing change nothing", "[d4]") {
    const auto result = [](double mandate, double backing) {
        return everything(after(stuck_town(200), [&](Town& town) {
            town.now.doorbraak.bring_in = 0.3;
            town.now.doorbraak.mandate = mandate;
            town.now.governing.backing = backing;
        }, 30));
    };
    CHECK(result(0.0, 0.0) == result(1.0, 1.0));
}

TEST_CASE("D4: full caseloads at the access leave cases where they are", "[d4]") {
    const auto brought = [](double busy, double pressure) {
        return after(stuck_town(400), [&](Town& town) {
            town.world.professionals.staff.assign(town.world.services.size(), Staff{});
            town.world.professionals.staff[access_service].pressure = Level::from(pressure);
            town.now.doorbraak.busy = busy;
        }).world.tally.doorbraak.brought_in;
    };
    CHECK(brought(1.0, 0.0) == 400);
    CHECK(brought(1.0, 0.5) < 300);
    CHECK(brought(1.0, 1.0) == 0);
    CHECK(brought(0.0, 1.0) == 400);
}

TEST_CASE("D4: a plan needs legal basis, return and a family that wants it", "[d4]") {
    const auto with = [](const auto& change) { return after(stuck_town(100), change); };
    SECTION("who can pay itself has no ground for a gift") {
        const Town town = with([](Town& t) {
            for (std::size_t i = 0; i < 100; ++i) t.world.households.buffer[i] = euros(2000);
            t.world.total_buffer += 100 * euros(2000).count;
            t.world.ledger.pay(Account::outside, Account::households, euros(2000) * 100);
        });
        CHECK(refused(town, PlanRefusal::legitimacy) == 100);
        CHECK(decided(town) == 0);
    }
    SECTION("the amount must be worth it") {
        const Town town = with([](Town& t) { t.now.doorbraak.believed = 0.6; });   // of EUR 3,000 against EUR 2,000
        CHECK(refused(town, PlanRefusal::return_) == 100);
        CHECK(decided(with([](Town& t) { t.now.doorbraak.believed = 0.7; })) == 100);
    }
    SECTION("trust") {
        const auto unwilling = [&](double distrust, double trust) {
            return refused(with([&](Town& t) {
                t.now.doorbraak.distrust = distrust;
                for (Level& level : t.world.households.trust) level = Level::from(trust);
            }), PlanRefusal::engagement);
        };
        CHECK(unwilling(1.0, 0.0) == 100);
        CHECK(unwilling(1.0, 1.0) == 0);
        CHECK(unwilling(0.0, 0.0) == 0);
        CHECK(unwilling(0.5, 0.5) < unwilling(1.0, 0.5));
    }
}

TEST_CASE("D4: the free budget pays, an empty one makes wait, and the rest flows back to the cent", "[d4]") {
    SECTION("who waits is not refused") {
        const Town town = after(stuck_town(20), [](Town& t) { t.now.doorbraak.budget = 0.0; });
        CHECK(decided(town) == 0);
        CHECK(total(town.world.tally.doorbraak.refused) == 0);
        CHECK(town.world.tally.doorbraak.waited_for_money == 20);
    }
    SECTION("what needs no money does not wait") {
        const Town town = after(stuck_town(20), [](Town& t) { t.now.doorbraak.budget = 0.0; t.now.doorbraak.no_money = 1.0; });
        CHECK(decided(town) == 20);
        CHECK(town.world.tally.doorbraak.amount == Cents(0));
        CHECK(town.homes().owed[0].payment_plan > 0);
    }
    SECTION("the books of a year") {
        const Town town = after(stuck_town(20), [](Town& t) { t.now.doorbraak.budget = 2345.67; }, steps_a_year);
        const DoorbraakTally& tally = town.world.tally.doorbraak;
        const Ledger& ledger = town.world.ledger;
        CHECK(decided(town) == 20);
        CHECK(tally.amount == euros(2000) * 20);
        CHECK(tally.returned > Cents(0));
        CHECK(ledger.balance(Account::doorbraak) == Cents(0));
        CHECK(ledger.balance(Account::youth) == -(tally.amount + tally.staff));
        CHECK(ledger.paid(Account::youth, Account::doorbraak) == tally.amount + tally.staff + tally.returned);
        CHECK(ledger.paid(Account::doorbraak, Account::youth) == tally.returned);
    }
}

TEST_CASE("D4: without hours, money and mandate the process changes nothing but its own marks", "[d4]") {
    const auto result = [](const std::vector<std::string_view>& only) {
        Town town = stuck_town(100);
        town.now.doorbraak = model().parameters.doorbraak;
        return everything(after(std::move(town), [](Town& t) { t.now.doorbraak.stuck_months = 300.0; }, 40, only));
    };
    CHECK(result(breaking_and_money) == result({"settle_household_money", "help_with_debts", "evict"}));
}

TEST_CASE("D4: a breakthrough saves a home, pays what stood in the way and opens what was closed", "[d4]") {
    SECTION("arrears under a judgment") {
        const auto evicted = [](double hours) {
            Town town = stuck_town(100, 6000.0);
            Households& h = town.world.households;
            for (std::size_t i = 0; i < 100; ++i) {
                h.owed[i].rent = euros(6000);
                h.housing[i] = {HomeState::judgment, 0};
            }
            town.now.housing.eviction_chance = 0.1;
            town.now.doorbraak.most_amount = 6000.0;
            town.now.housing.interception = town.now.debt_help.apply_chance = town.now.finances.bill_chance = 0.0;
            town.now.doorbraak.hours = hours;
            town.run(30, breaking_and_money);
            CHECK(broken_monthly_laws(town.world).empty());
            return total(town.world.tally.housing.evictions);
        };
        CHECK(evicted(0.0) > 30);
        CHECK(evicted(1e6) < evicted(0.0) / 2);
    }
    SECTION("the debt falls by what is paid, rent first") {
        Town town = stuck_town(1, 6000.0);
        town.world.households.owed[0].rent = euros(1000);
        town.world.households.owed[0].preferential = euros(4000);
        town = after(std::move(town), [](Town&) {});
        CHECK(town.homes().debt[0] == euros(3500));
        CHECK(town.homes().owed[0].rent == Cents(0));
        CHECK(town.homes().debt_help[0] == DebtHelpState::waiting);
        CHECK(town.homes().owed[0].payment_plan > 0);
    }
    SECTION("a home after an eviction") {
        const Town town = after(stuck_town(1, 0.0), [](Town& t) {
            t.world.households.problematic[0] = 0;
            t.world.households.housing[0] = {HomeState::shelter, 3};
        });
        CHECK(town.homes().housing[0].home == HomeState::housed);
        CHECK(town.world.tally.doorbraak.amount == euros(town.now.doorbraak.home_amount));
    }
    SECTION("a young person without a home") {
        Town town = free_hands(Town());
        town.settle({.wage = 3000, .children = {19}, .buffer = 5000});
        town.open();
        town.world.households.trust[0] = Level{Level::one};
        town.world.children.young[0].home = YoungHome::homeless;
        town.now.young.shelter_cost = 600.0;
        town = after(std::move(town), [](Town&) {});
        CHECK(decided(town) == 1);
        CHECK(!town.children().household[0].exists());
        CHECK(town.world.tally.young.housed == 1);
        CHECK(town.homes().occupied[1] == 1);
    }
    SECTION("a benefit that was not paid, without money") {
        Town town = free_hands(Town());
        town.settle({.takes = 0});
        town.open();
        get_stuck(town, 0);
        town.world.households.problematic[0] = 0;
        town = after(std::move(town), [](Town&) {}, 10, {"settle_household_money", "break_through"});
        CHECK(decided(town) >= 1);
        CHECK((town.homes().takes[0] & takes_bijstand) != 0);
        CHECK(town.homes().on_bijstand[0] == 1);
        CHECK(town.world.tally.doorbraak.amount == Cents(0));
    }
    SECTION("a cause that an intake missed") {
        Town town = free_hands(Town());
        town.settle({.wage = 1900, .children = {9}, .debt = 500, .problems = conflict});
        town.open();
        get_stuck(town, 0);
        town.world.children.help[0] = HelpState::in_help;
        town.world.children.since[0] = 1'000'000;
        town.run(5, breaking);
        CHECK((town.children().seen[0] & seen_livelihood) != 0);
        CHECK((town.children().seen[0] & seen_family) != 0);
        CHECK(town.homes().care[0].advised);
    }
}

TEST_CASE("D4: a young adult without income is brought in when a plan or youth help made it known", "[d4]") {
    const auto brought = [](std::uint8_t planned) {
        Town town = free_hands(Town());
        town.settle({.age = 22, .takes = 0}, 20);
        town.open();
        for (YoungLife& life : town.world.adults.young) life.planned = planned;
        town.run(5, {"settle_household_money", "break_through"});
        CHECK(broken_monthly_laws(town.world).empty());
        return town.world.tally.doorbraak.brought_in;
    };
    CHECK(brought(0) == 0);
    CHECK(brought(1) == 20);
}

TEST_CASE("D4: a built town keeps its laws and the books of the free budget with all levers up", "[d4]") {
    Town town = town_of("woudenberg", 8);
    for (const char* lever : {"doorbraak_mandate", "backing", "case_based_reasoning"}) town.pull(lever, 1.0);
    town.pull("doorbraak_budget", 5.0);
    town.pull("doorbraak_hours", 100.0);
    town.now.doorbraak.bring_in = 1.0;
    town.now.demography.move = 0.3;
    town.run(80);
    CHECK(broken_monthly_laws(town.world).empty());
    CHECK(town.world.ledger.balance(Account::doorbraak) == town.world.doorbraak.unspent);
    CHECK(town.world.doorbraak.unspent >= Cents(0));
}

TEST_CASE("D4: attention as such relieves stress only at its own strength", "[d4]") {
    const auto stress = [](double attention) {
        return after(stuck_town(10), [&](Town& t) {
            t.now.doorbraak.attention = attention;
            for (Level& level : t.world.households.stress) level = Level::from(0.8);
        }).homes().stress;
    };
    CHECK(stress(0.0) == std::vector<Level>(10, Level::from(0.8)));
    CHECK(stress(0.3) == std::vector<Level>(10, Level::from(0.56)));
}

TEST_CASE("D4: a case that came loose by itself is not decided on, a decided one rests", "[d4]") {
    Town town = stuck_town(10);
    town.now.doorbraak.hours = hours_for(town, 4.0);
    town.run(5, breaking);
    CHECK(decided(town) == 4);
    for (std::size_t i = 0; i < 10; ++i) town.world.households.problematic[i] = 0;
    town.run(5, breaking);
    CHECK(decided(town) == 4);
    CHECK(town.world.tally.doorbraak.ended_before == 6);
    CHECK(town.world.tally.doorbraak.brought_in == 10);
}

TEST_CASE("D4: who moves away takes no stuck case along, and chunks change no bit", "[d4]") {
    const auto result = [](std::size_t grain) {
        Town town = stuck_town(300);
        town.grain = grain;
        town.now.doorbraak.bring_in = 0.2;
        town.now.demography.move = 0.5;
        town.run(60);
        CHECK(broken_monthly_laws(town.world).empty());
        return everything(town);
    };
    CHECK(result(4096) == result(7));
    Town town = stuck_town(50);
    town.now.demography.move = 1e3;
    town.run(1, {"move_house"});
    for (const Deadlock& deadlock : town.homes().deadlock) CHECK(deadlock.failed_help == 0);
}

}  // namespace doorbraak_links_test
