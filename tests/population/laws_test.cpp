// Laws of a made population: nobody twice, nobody lost, sums that agree, the same population however it is made.
#include <algorithm>

#include "example.h"
#include "ontkoker/engine/parallel.h"

using namespace example;

namespace laws_test {

TEST_CASE("everyone lives in exactly one household and chains are sound", "[population]") {
    const World w = world_of(config_of("heusden"));
    REQUIRE(w.adults.key.size() == 2 * w.household_rows());
    std::vector<int> seen(w.child_rows(), 0);
    bool homes_right = true, first_slot = true, order = true, counted = true;
    for (std::size_t i = 0; i < w.household_rows(); ++i) {
        first_slot &= w.has_adult(2 * i);
        const auto children = children_of(w, i);
        counted &= w.households.children_born[i] == children.size();
        for (std::size_t k = 0; k < children.size(); ++k) {
            ++seen[children[k].index];
            homes_right &= w.children.household[children[k].index] == HouseholdId(i);
            if (k > 0) order &= w.children.birth_day[children[k - 1].index] >= w.children.birth_day[children[k].index];
        }
    }
    CHECK(homes_right);
    CHECK(first_slot);
    CHECK(order);  // the chain runs from the youngest to the eldest
    CHECK(counted);
    CHECK(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
}

TEST_CASE("keys are distinct and named after the household's number", "[population]") {
    const World w = world_of(config_of("heusden"));
    std::vector<std::uint64_t> keys;
    bool named = true;
    for (std::size_t i = 0; i < w.household_rows(); ++i) {
        keys.push_back(w.households.key[i].value);
        named &= w.households.key[i].value == i + 1;
        for (std::size_t s = 0; s < 2; ++s)
            if (w.has_adult(2 * i + s)) {
                keys.push_back(w.adults.key[2 * i + s].value);
                named &= w.adults.key[2 * i + s] == derived_key(w.households.key[i], 1, s);
            }
        const auto children = children_of(w, i);
        for (std::size_t k = 0; k < children.size(); ++k)
            named &= w.children.key[children[k].index] == derived_key(w.households.key[i], 2, children.size() - 1 - k);
    }
    for (const AgentKey key : w.children.key) keys.push_back(key.value);
    CHECK(named);
    const std::size_t all = keys.size();
    std::sort(keys.begin(), keys.end());
    CHECK(static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin()) == all);
}

TEST_CASE("sums agree with a recount", "[population]") {
    for (const int sample : {1, 7}) {
        const World w = world_of(config_of("woudenberg"), 3, sample);
        std::int64_t people = 0, buffer = 0, debt = 0;
        for (std::size_t i = 0; i < w.household_rows(); ++i) {
            people += w.has_adult(2 * i) + w.has_adult(2 * i + 1) + static_cast<std::int64_t>(children_of(w, i).size());
            buffer += w.households.buffer[i].count;
            debt += w.households.debt[i].count;
        }
        CHECK(w.people == people);
        CHECK(w.total_buffer == buffer);
        CHECK(w.total_debt == debt);
    }
}

TEST_CASE("parents' ages are possible, partners are of about one age", "[population]") {
    for (const char* name : {"heusden", "amsterdam"}) {
        const World w = world_of(config_of(name), 0, name == std::string("amsterdam") ? 5 : 1);
        int bad_mothers = 0, bad_parents = 0, bad_adults = 0;
        std::vector<int> apart;
        for (std::size_t i = 0; i < w.household_rows(); ++i) {
            for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot) {
                if (!w.has_adult(slot)) continue;
                const std::int32_t born = w.adults.birth_day[slot];
                const int age = age_on(born, 0);
                bad_adults += age < 18 || age > 105 || born > 0;
                for (const ChildId child : children_of(w, i)) {
                    const int at_birth = age_on(born, w.children.birth_day[child.index]);
                    bad_parents += at_birth < 18;
                    bad_mothers += w.adults.woman[slot] && at_birth > 45;
                }
            }
            if (w.adult_count(i) == 2)
                apart.push_back(std::abs(w.adults.birth_day[2 * i] - w.adults.birth_day[2 * i + 1]));
        }
        CHECK(bad_mothers == 0);
        CHECK(bad_parents == 0);
        CHECK(bad_adults == 0);
        std::sort(apart.begin(), apart.end());
        CHECK(apart[apart.size() / 2] < 4 * 365);
        CHECK(apart[apart.size() * 95 / 100] < 10 * 365);
    }
}

TEST_CASE("what adults do fits their age and household", "[population]") {
    const Config config = config_of("zwolle");
    const World w = world_of(config);
    int bad_age = 0, bad_bijstand = 0, bad_benefit = 0, no_wage = 0, bad_minimum = 0;
    for (std::size_t i = 0; i < w.household_rows(); ++i) {
        const HouseholdFacts facts = facts_of(w, i, 0, config.parameters);
        const MonthBudget budget = month_budget(facts, config.parameters);
        bad_bijstand += (budget.bijstand > Cents(0)) != (w.households.on_bijstand[i] != 0);
        const Cents counted = counted_income(facts, config.parameters) + budget.bijstand;
        bad_minimum +=
            (counted <= scaled(norm_of(facts, config.parameters), 1.01)) != (w.households.under_minimum[i] != 0);
        for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot) {
            if (!w.has_adult(slot)) continue;
            const Activity does = w.adults.activity[slot];
            bad_age += (does == Activity::pension) != (age_on(w.adults.birth_day[slot], 0) >= 67);
            bad_bijstand += w.households.on_bijstand[i] && does != Activity::none;
            bad_benefit += (does == Activity::ww) != (w.adults.ww_left[slot] > 0);
            no_wage += w.adults.wage[slot] < Cents(0);
        }
    }
    CHECK(bad_age == 0);
    CHECK(bad_bijstand == 0);
    CHECK(bad_benefit == 0);
    CHECK(no_wage == 0);
    CHECK(bad_minimum == 0);
}

TEST_CASE("a sample keeps households as they are in the full population", "[population]") {
    const Config config = config_of("heusden");
    const World full = world_of(config);
    for (const int n : {2, 10}) {
        const World part = world_of(config, 0, n);
        REQUIRE(part.household_rows() == (full.household_rows() + n - 1) / n);
        int different = 0;
        for (std::size_t i = 0; i < part.household_rows(); ++i) different += all_of(part, i) != all_of(full, i * n);
        CHECK(different == 0);
        CHECK(part.birth_factor == full.birth_factor);
        CHECK(part.death_factor == full.death_factor);
    }
}

TEST_CASE("the same draws make the same population on any number of threads, others another", "[population]") {
    const Config config = config_of("heusden");
    const auto all = [&](std::uint32_t replicate, int threads) {
        const ThreadLimit limit(threads);
        const World w = world_of(config, replicate);
        std::vector<std::vector<std::int64_t>> rows;
        for (std::size_t i = 0; i < w.household_rows(); ++i) rows.push_back(all_of(w, i));
        return rows;
    };
    const auto once = all(0, 1);
    CHECK(once == all(0, 1));
    CHECK(once == all(0, 4));
    CHECK(once != all(1, 1));
}

}  // namespace laws_test
