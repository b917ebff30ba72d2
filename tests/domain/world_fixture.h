// Small worlds for tests of one mechanism. A Town is a value: copy it, change one number, run both.
//
// (a) Made by hand: settle() homes with chosen incomes, debts, problems and children, open() services, run() some steps of
// all processes or of named ones. (b) Built as a run builds it: town_of(municipality, sample).
#pragma once
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/governing.h"
#include "ontkoker/domain/laws.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/domain/services.h"
#include "ontkoker/domain/step.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/population/population.h"

// Amounts and levels in Catch's messages, in their whole units.
template <class Tag>
struct Catch::StringMaker<ontkoker::Quantity<Tag>> {
    static std::string convert(ontkoker::Quantity<Tag> amount) { return std::to_string(amount.count); }
};
template <>
struct Catch::StringMaker<ontkoker::Level> {
    static std::string convert(ontkoker::Level level) { return std::to_string(level.raw); }
};

namespace ontkoker::testing {

// A configuration out of models/ and configs/; ends the test when a file has a problem.
inline Config config_of(const std::string& municipality, const std::vector<std::string>& scenarios = {"verkokerd"}) {
    Request request;
    request.root = ONTKOKER_ROOT;
    request.municipality = municipality;
    request.scenarios = scenarios;
    auto config = load_config(request);
    if (!config) FAIL(config.problems().front().file << ": " << config.problems().front().message);
    return std::move(config.value());
}

// Profile and parameters as the data give them. A test sets by itself every value that it depends on.
inline const Config& model(const std::string& municipality = "woudenberg") {
    static std::map<std::string, Config> loaded;
    const auto found = loaded.find(municipality);
    if (found != loaded.end()) return found->second;
    return loaded.emplace(municipality, config_of(municipality)).first->second;
}

constexpr std::uint8_t takes_all = takes_bijstand | takes_zorgtoeslag | takes_huurtoeslag | takes_kindgebonden;
constexpr int steps_a_year = 52;

// Birthday of someone who is `age` and a half on day 0.
constexpr std::int32_t born(int age) { return -static_cast<std::int32_t>(365.25 * age + 183.0); }

struct Home {
    int adults = 1;
    int age = 35;                    // of the adults
    double wage = 0;                 // of the first adult, EUR a month; 0: without work
    std::vector<int> children = {};  // ages
    double buffer = 0, debt = 0;     // EUR
    std::uint8_t problems = 0;       // of the parents
    std::uint8_t takes = takes_all;
    Tenure tenure = Tenure::social;
};

class Town {
public:
    Parameters now = model().parameters;
    World world;
    Draws draws{7, 0};
    int next = 0;                    // the step that comes next
    std::size_t grain = 4096;
    int sample = 1;
    bool closes_months = false;      // empty the tallies at the end of a month, as a run does; else they add up
    bool spin_up = false;

    std::size_t settle(const Home& home) {
        const std::size_t i = world.add_household(AgentKey{world.household_rows() + 1}).index;
        for (int s = 0; s < home.adults; ++s) {
            const std::size_t slot = 2 * i + static_cast<std::size_t>(s);
            world.adults.key[slot] = derived_key(world.households.key[i], 1, static_cast<std::uint64_t>(s));
            world.adults.birth_day[slot] = born(home.age);
            world.adults.woman[slot] = s == 0;
            if (s > 0 || home.wage <= 0.0) continue;
            world.adults.activity[slot] = Activity::work;
            world.adults.wage[slot] = euros(home.wage);
        }
        for (std::size_t k = 0; k < home.children.size(); ++k)
            world.add_child(HouseholdId(i), derived_key(world.households.key[i], 2, k), born(home.children[k]), k % 2 == 0);
        Households& h = world.households;
        h.tenure[i] = home.tenure;
        h.buffer[i] = euros(home.buffer);
        h.debt[i] = euros(home.debt);
        h.takes[i] = home.takes;
        h.problems[i] = home.problems;
        h.trust[i] = Level::from(now.access.trust_start);
        world.people += home.adults + static_cast<std::int64_t>(home.children.size());
        world.total_buffer += h.buffer[i].count;
        world.total_debt += h.debt[i].count;
        world.ledger.pay(Account::outside, Account::households, h.buffer[i]);
        return i;
    }
    void settle(const Home& home, int times) {
        for (int n = 0; n < times; ++n) settle(home);
    }

    // One professional of full breadth at the access, one server for debt help and for every kind of help; each client
    // of help takes 60 minutes a week (places: 1) and every price is EUR 1,000 (an hour: EUR 100).
    void open(std::int32_t access_minutes = 1'000'000, std::int32_t help_minutes = 1'000'000) {
        world.services.assign(first_help_service + now.help_types.size(), Service{});
        for (std::size_t s = 0; s < world.services.size(); ++s) {
            Service& service = world.services[s];
            const std::int32_t capacity = s == access_service ? access_minutes : help_minutes;
            service.base_capacity = {capacity};
            service.line.add_server(capacity);
            service.weekly_load = s >= first_help_service && now.help_types[s - first_help_service].places ? 1 : 60;
            service.hour_price = euros(100);
            service.trajectory_price = service.weekly_sum = euros(1000);
        }
        world.services[access_service].breadth = {Level{Level::one}};
        world.services[debt_service].money_at_start = now.debt_help.spending_per_inhabitant;
        world.medical_referral = 0.0;
        for (auto* counts : {&world.tally.starts, &world.tally.new_starts, &world.tally.ends, &world.tally.waited, &world.tally.dropped,
                             &world.tally.returns, &world.tally.spending})
            counts->assign(now.help_types.size(), 0);
    }

    // Takes `steps` steps of the processes named in `only`, in their order, or of all of them.
    void run(int steps, const std::vector<std::string_view>& only = {}) {
        const Calendar calendar(2026);
        Parameters decided = now;
        if (!spin_up) apply_decisions(world, decided);
        for (const int last = next + steps; next < last; ++next) {
            if (!spin_up && calendar.settled_month(next)) {
                decided = now;
                apply_decisions(world, decided);
            }
            Step step{world, decided, draws, next, calendar.settled_month(next), spin_up, grain, sample};
            for (const StepProcess& row : process_rows())
                if (only.empty() || std::find(only.begin(), only.end(), row.name) != only.end()) row.run(step);
            if (closes_months && calendar.settled_month(next + 1)) begin_month(world);
        }
    }

    const Children& children() const { return world.children; }
    const Households& homes() const { return world.households; }
    const Service& help(std::size_t type) const { return world.services[first_help_service + type]; }
    std::size_t type_named(std::string_view name) const {
        for (std::size_t k = 0; k < now.help_types.size(); ++k)
            if (now.help_types[k].name == name) return k;
        FAIL("no help type " << name);
        return 0;
    }
    // Sets a lever as a month under a scenario would.
    void pull(std::string_view lever, double value) {
        const int at = find_lever(lever);
        REQUIRE(at >= 0);
        lever_rows()[static_cast<std::size_t>(at)].apply(value, now);
    }
};

template <class Visit>
void each_child(const Town& town, const Visit& visit) {
    for (std::size_t i = 0; i < town.world.child_rows(); ++i)
        if (town.children().household[i].exists()) visit(town.children(), i);
}

inline std::int64_t sum_of(const std::vector<Level>& levels) {
    std::int64_t sum = 0;
    for (const Level level : levels) sum += level.raw;
    return sum;
}
inline std::int64_t sum_of(const std::vector<std::int64_t>& counts) {
    std::int64_t sum = 0;
    for (const std::int64_t count : counts) sum += count;
    return sum;
}
inline std::int64_t sum_of(const std::vector<Cents>& amounts) {
    std::int64_t sum = 0;
    for (const Cents amount : amounts) sum += amount.count;
    return sum;
}

// The world of a run at day 0, before or after the spin-up of three years, at the values of the data.
inline Town built_town(const Config& config, std::uint32_t replicate = 0) {
    Town town;
    town.now = config.parameters;
    town.draws = Draws(config.run.seed, replicate);
    town.sample = config.run.sample;
    town.world = build_population(config.municipality, config.parameters, town.draws, config.run.sample);
    town.world.ledger.pay(Account::outside, Account::households, Cents(town.world.total_buffer));
    return town;
}
// Services and the spin-up, as a replicate does it.
inline void spin_up(Town& town, const Profile& profile) {
    constexpr int steps = 156;
    open_services(town.world, profile, town.now, town.draws, town.sample, -steps * minutes_per_step);
    town.closes_months = town.spin_up = true;
    for (town.next = -steps; town.next < 0;) {
        town.run(1);
        if (Calendar(2026).settled_month(town.next) && town.next <= -steps_a_year) town.world.governance.spent = {};
    }
    town.spin_up = false;
}
inline Town town_of(const std::string& municipality, int sample = 1) {
    static std::map<std::string, Town> made;
    const std::string name = municipality + '/' + std::to_string(sample);
    const auto found = made.find(name);
    if (found != made.end()) return found->second;
    Config config = model(municipality);
    config.run.sample = sample;
    Town town = built_town(config);
    spin_up(town, config.municipality);
    return made.emplace(name, std::move(town)).first->second;
}

// All outcomes of the running month as one list: what a run would write now.
inline std::vector<std::int64_t> outcomes_now(const Town& town, Month month) {
    const Snapshot now(town.world, town.now, month, town.next * days_per_step);
    std::vector<std::int64_t> all;
    for (const OutcomeRow& row : outcome_rows()) {
        const std::size_t parts = row.info(town.now).parts.size();
        std::vector<std::int64_t> cells(parts), denominators(parts);
        row.count(now, cells, denominators);
        all.insert(all.end(), cells.begin(), cells.end());
        all.insert(all.end(), denominators.begin(), denominators.end());
    }
    return all;
}
inline std::vector<std::int64_t> everything(const Town& town) { return outcomes_now(town, Month::of(2026, 6)); }

}  // namespace ontkoker::testing
