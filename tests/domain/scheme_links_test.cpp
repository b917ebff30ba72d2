// A2: minimaregelingen. A cut reaches a claimant at the yearly anniversary, by exactly its amount, and not before.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace scheme_links_test {

const std::vector<std::string_view> schemes_and_money = {"claim_schemes", "settle_household_money"};

std::size_t scheme_named(const Town& town, std::string_view name) {
    for (std::size_t s = 0; s < town.now.schemes.size(); ++s)
        if (town.now.schemes[s].name == name) return s;
    FAIL("no scheme " << name);
    return 0;
}

// Twelve lone parents on bijstand, one for each anniversary month, who hold every scheme and never let one lapse. What is
// left goes into savings, so that a scheme is seen in the balance to the cent.
Town claimants() {
    Town town;
    Finances& f = town.now.finances;
    f.bill_chance = f.fee_chance = f.write_off = f.spending_share = f.careful_share = 0.0;
    f.buffer_months = 1000.0;
    town.now.norms.asset_limit_family = 1e6;
    town.now.stress.narrowing = 0.0;
    for (std::size_t s = 0; s < town.now.schemes.size(); ++s) {
        Scheme& scheme = town.now.schemes[s];
        scheme.amount = 240.0 * static_cast<double>(s + 1);
        scheme.limit = 1.1;
        scheme.low_income_months = 0;
        scheme.claim_chance = scheme.lapse_chance = scheme.automatic = 0.0;
    }
    for (int n = 0; n < 12; ++n) town.settle({.children = {8}});
    Households& h = town.world.households;
    for (std::size_t i = 0; i < town.world.household_rows(); ++i)
        for (std::size_t s = 0; s < town.now.schemes.size(); ++s) {
            h.claims[i] |= static_cast<std::uint8_t>(1u << s);
            h.granted[i][s] = euros(20.0 * static_cast<double>(s + 1));
        }
    return town;
}

// Households are numbered from 1; number n has its anniversary in month n % 12 + 1.
int anniversary(const Town& town, std::size_t i) { return static_cast<int>(town.homes().key[i].value % 12) + 1; }

Cents worth(const Town& town, std::size_t i) { return town.homes().buffer[i] - town.homes().debt[i]; }

// Runs both to the end of each month of the first year and compares the balances of every household.
template <class Expected>
void compare_balances(Town base, Town changed, const Expected& monthly_loss) {
    const Calendar calendar(2026);
    for (int month = 1; month <= 12; ++month) {
        const int steps = calendar.settling_step(Month::of(2026, month)) + 1 - base.next;
        base.run(steps, schemes_and_money);
        changed.run(steps, schemes_and_money);
        for (std::size_t i = 0; i < base.world.household_rows(); ++i) {
            const int months = std::max(0, month - anniversary(base, i) + 1);
            INFO("month " << month << ", anniversary " << anniversary(base, i));
            CHECK(worth(base, i) - worth(changed, i) == months * monthly_loss(base));
        }
    }
    CHECK(broken_monthly_laws(base.world).empty());
    CHECK(broken_monthly_laws(changed.world).empty());
}

Cents cuttable(const Town& town) {
    Cents sum;
    for (std::size_t s = 0; s < town.now.schemes.size(); ++s)
        if (town.now.schemes[s].lawful_to_cut) sum += euros(20.0 * static_cast<double>(s + 1));
    return sum;
}

TEST_CASE("A2: 25% less lowers the balance of claimants by exactly that, from their anniversary on", "[a2]") {
    const Town base = claimants();
    Town cut = base;
    cut.pull("minimaregeling_amount", 0.75);
    compare_balances(base, cut, [](const Town& town) { return Cents(cuttable(town).count / 4); });
}

TEST_CASE("A2: a narrower limit ends what the law does not protect, at the anniversary", "[a2]") {
    Town base = claimants();
    for (std::size_t i = 0; i < base.world.household_rows(); ++i) {  // income at 1.0 times the norm
        base.world.adults.activity[2 * i] = Activity::work;
        base.world.adults.wage[2 * i] = euros(base.now.norms.bijstand_single);
    }
    Town narrower = base;
    narrower.pull("minimaregeling_limit", -0.2);
    compare_balances(base, narrower, [](const Town& town) { return cuttable(town); });
    Town wider = base;
    wider.pull("minimaregeling_limit", 0.2);
    compare_balances(base, wider, [](const Town&) { return Cents(0); });
}

TEST_CASE("A2: who lets everything lapse loses all of it, at the anniversary", "[a2]") {
    const Town base = claimants();
    Town lapsing = base;
    for (Scheme& scheme : lapsing.now.schemes) scheme.lapse_chance = 1.0;
    compare_balances(base, lapsing, [](const Town& town) {
        Cents sum;
        for (std::size_t s = 0; s < town.now.schemes.size(); ++s) sum += euros(20.0 * static_cast<double>(s + 1));
        return sum;
    });
}

TEST_CASE("A2: a neutral lever changes no balance", "[a2]") {
    const Town base = claimants();
    Town same = base;
    same.pull("minimaregeling_amount", 1.0);
    same.pull("minimaregeling_limit", 0.0);
    compare_balances(base, same, [](const Town&) { return Cents(0); });
}

TEST_CASE("A2: no cut touches bijzondere bijstand, by lever or by the college", "[a2][d8]") {
    Town town = claimants();
    const std::size_t special = scheme_named(town, "bijzondere_bijstand");
    REQUIRE_FALSE(town.now.schemes[special].lawful_to_cut);
    const Cents before = town.homes().granted[0][special];
    town.pull("minimaregeling_amount", 0.0);
    town.pull("minimaregeling_limit", -0.3);
    town.world.governance.scheme_factor = 0.1;
    town.run(steps_a_year, schemes_and_money);
    for (std::size_t i = 0; i < town.world.household_rows(); ++i)
        for (std::size_t s = 0; s < town.now.schemes.size(); ++s)
            CHECK(town.homes().granted[i][s] == (s == special ? before : Cents(0)));
}

TEST_CASE("A2: a cut by the college scales new decisions by its factor", "[a2][d8]") {
    Town town = claimants();
    town.world.governance.scheme_factor = 0.7;
    town.run(steps_a_year, schemes_and_money);
    for (std::size_t s = 0; s < town.now.schemes.size(); ++s)
        CHECK(town.homes().granted[3][s] == euros((town.now.schemes[s].lawful_to_cut ? 14.0 : 20.0) * static_cast<double>(s + 1)));
}

TEST_CASE("A2: what a child scheme pays follows the number of minors", "[a2]") {
    Town town = claimants();
    const std::size_t s = scheme_named(town, "kindregeling");
    REQUIRE(town.now.schemes[s].per_child);
    town.world.add_child(HouseholdId(0), AgentKey{900}, born(4), true);
    town.world.add_child(HouseholdId(0), AgentKey{901}, born(20), true);
    town.world.people += 2;
    town.world.remove_child(town.homes().first_child[1]);
    --town.world.people;
    town.run(steps_a_year, {"claim_schemes"});
    CHECK(town.homes().granted[0][s] == 2 * town.homes().granted[2][s]);
    CHECK(town.homes().granted[1][s] == Cents(0));
}

TEST_CASE("A2: granting without asking raises use, zero grants nobody anything", "[a2]") {
    Town town = claimants();
    for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
        town.world.households.claims[i] = 0;
        town.world.households.granted[i] = {};
    }
    const auto use = [](Town arm) {
        arm.run(steps_a_year, {"claim_schemes"});
        std::vector<std::int64_t> counts(arm.now.schemes.size());
        for (std::size_t s = 0; s < counts.size(); ++s)
            for (const std::uint8_t claims : arm.homes().claims) counts[s] += claims >> s & 1;
        return counts;
    };
    CHECK(sum_of(use(town)) == 0);
    Town automatic = town;
    automatic.pull("automatic_granting", 1.0);
    const auto counts = use(automatic);
    for (std::size_t s = 0; s < counts.size(); ++s) {
        INFO(town.now.schemes[s].name);
        // Necessary individual costs have to be named by somebody.
        CHECK(counts[s] == (town.now.schemes[s].lawful_to_cut ? 12 : 0));
    }
}

TEST_CASE("A2: entitlement ends one cent above the limit, and needs enough months of low income", "[a2]") {
    Town town = claimants();
    Scheme& scheme = town.now.schemes[scheme_named(town, "individuele_inkomenstoeslag")];
    scheme.limit = 1.0;
    scheme.low_income_months = 36;
    Households& h = town.world.households;
    for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
        h.low_income_months[i] = i < 6 ? 36 : 35;
        if (i % 2 == 0) continue;
        town.world.adults.activity[2 * i] = Activity::work;
        town.world.adults.wage[2 * i] = euros(town.now.norms.bijstand_single) + Cents(i % 4 == 1);
    }
    const std::size_t s = scheme_named(town, "individuele_inkomenstoeslag");
    town.run(steps_a_year, {"claim_schemes"});
    for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
        INFO("household " << i);
        CHECK((h.claims[i] >> s & 1) == (i < 6 && i % 4 != 1));
    }
}

TEST_CASE("A2: stress keeps people from claiming, and not when narrowing is zero", "[a2][a3]") {
    Town base;
    for (int n = 0; n < 600; ++n) base.settle({});
    for (Scheme& scheme : base.now.schemes) {
        scheme.automatic = scheme.low_income_months = 0.0;
        scheme.claim_chance = 0.5;
    }
    const auto claims = [&](double stress, double narrowing) {
        Town town = base;
        town.now.stress.narrowing = narrowing;
        for (Level& level : town.world.households.stress) level = Level::from(stress);
        town.run(steps_a_year, {"claim_schemes"});
        return town.homes().claims;
    };
    const auto count = [](const std::vector<std::uint8_t>& claims) {
        std::int64_t sum = 0;
        for (const std::uint8_t bits : claims) sum += bits & 1;
        return sum;
    };
    CHECK(count(claims(1.0, 0.5)) < count(claims(0.0, 0.5)));
    CHECK(claims(1.0, 0.0) == claims(0.0, 0.0));
}

}  // namespace scheme_links_test
