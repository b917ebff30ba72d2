// D4, D9, D20: stuck cases, who may decide on them, what a plan is tested on, what it pays and does.
#include "../../src/domain/doorbraak.h"

#include "ontkoker/domain/debts.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace {

constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;
const std::vector<std::string_view> breaking = {"break_through"};
const std::vector<std::string_view> breaking_and_money = {"settle_household_money", "help_with_debts", "evict", "break_through"};

template <class Cells>
std::int64_t total(const Cells& cells) {
    std::int64_t sum = 0;
    for (const std::int64_t cell : cells) sum += cell;
    return sum;
}
std::int64_t decided(const Town& town) { return total(town.world.tally.doorbraak.decided); }
std::int64_t refused(const Town& town, PlanRefusal reason) {
    return town.world.tally.doorbraak.refused[static_cast<std::size_t>(reason)];
}

// Debt help of `i` has failed while its debts are problematic.
void get_stuck(Town& town, std::size_t i) {
    Households& h = town.world.households;
    h.problematic[i] = h.deadlock[i].failed_help = 1;
    h.debt_episode[i] = 1;
    h.arrears_months[i] = 24;
    h.band[i] = IncomeBand::low;
    h.trust[i] = Level{Level::one};
}

// Hours with which `cases` plans are made in a month.
double hours_for(const Town& town, double cases) {
    return (cases + 0.5) * town.now.doorbraak.case_hours * 10000.0 / (static_cast<double>(town.world.people) * weeks_a_month);
}

// Everybody may, dares and has time; every plan passes.
Town free_hands(Town town) {
    Doorbraak& d = town.now.doorbraak;
    d.mandate = d.bring_in = town.now.governing.backing = 1.0;
    d.budget = d.hours = 1e6;
    d.stuck_months = 1.0;
    d.hold_back = d.busy = d.ask_refused = d.distrust = d.equality_refusal = d.no_money = d.attention = 0.0;
    d.case_hours = 30.0;
    d.ask_hours = 0.0;
    d.believed = 1.0;
    d.horizon_months = 12.0;
    d.debt_cost = 3000.0;
    d.most_amount = 2500.0;
    d.rest_months = 12.0;
    return town;
}

Town stuck_town(int households, double debt = 2000.0) {
    Town town;
    for (int n = 0; n < households; ++n) get_stuck(town, town.settle({.wage = 1900, .debt = debt}));
    town.open();
    return free_hands(std::move(town));
}

template <class Change>
Town after(Town town, const Change& change, int steps = 5, const std::vector<std::string_view>& only = breaking) {
    change(town);
    town.run(steps, only);
    CHECK(broken_monthly_laws(town.world).empty());
    return town;
}

std::vector<std::int64_t> everything(const Town& town) { return outcomes_now(town, Month{0}); }

}  // namespace

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

TEST_CASE("D9: at equal cost and gain care is granted more often than money; case-based reasoning closes the gap", "[d9]") {
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

TEST_CASE("D9: the access refuses custom money for what it grants care for; schemes with rules stay", "[d9]") {
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

namespace {

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

}  // namespace

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
