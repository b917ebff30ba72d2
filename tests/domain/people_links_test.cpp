// A0: births, deaths, leaving home, separation, new partners, moves. Oracle: a cohort projection with the same tables.
#include <cmath>
#include <tuple>

#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace people_links_test {

const std::vector<std::string_view> demography = {"age_and_die",   "give_birth",    "leave_home",
                                                  "separate",      "find_partners", "move_house"};

using Bands = std::array<double, 3>;  // 0-17, 18-64, 65 and over

std::size_t band_of(std::int32_t birth_day, int day) {
    const double age = (day - birth_day) / 365.2425;
    return age < 18.0 ? 0 : age < 65.0 ? 1 : 2;
}

struct Person {
    std::int32_t birth_day;
    bool woman;
};

std::vector<Person> people_of(const World& world) {
    std::vector<Person> people;
    for (std::size_t slot = 0; slot < world.adults.key.size(); ++slot)
        if (world.has_adult(slot)) people.push_back({world.adults.birth_day[slot], world.adults.woman[slot] != 0});
    for (std::size_t i = 0; i < world.child_rows(); ++i)
        if (world.children.household[i].exists())
            people.push_back({world.children.birth_day[i], world.children.woman[i] != 0});
    return people;
}

Bands counted(const World& world, int day) {
    Bands bands{};
    for (const Person& person : people_of(world)) bands[band_of(person.birth_day, day)] += 1.0;
    return bands;
}

// Expected numbers: everybody lives on with the chance of the table for their age and its fit to the municipality's
// deaths; births follow the table for women of 15 to 49, scaled to the births that the profile gives at day 0.
class Projection {
public:
    Projection(const Config& config, const World& world) : now_(config.parameters), deaths_(world.death_factor) {
        for (const Person& person : people_of(world)) cohorts_.push_back({person.birth_day, person.woman ? 1.0 : 0.0, 1.0});
        const double wanted = config.municipality.births_per_1000 / 1000.0 * static_cast<double>(cohorts_.size());
        births_ = wanted / (12.0 * births_on(0));
    }
    void month(int day) {
        for (Cohort& cohort : cohorts_) {
            const int age = static_cast<int>((day - cohort.birth_day) / 365.2425);
            const double dies = now_.tables.death_chance[static_cast<std::size_t>(std::min(age / 5, 19))] * deaths_ / 12.0;
            cohort.women *= 1.0 - dies;
            cohort.all *= 1.0 - dies;
        }
        const double born = births_on(day) * births_;
        cohorts_.push_back({day, born * now_.demography.sex_girl, born});
    }
    Bands bands(int day) const {
        Bands bands{};
        for (const Cohort& cohort : cohorts_) bands[band_of(cohort.birth_day, day)] += cohort.all;
        return bands;
    }

private:
    struct Cohort {
        std::int32_t birth_day;
        double women, all;
    };
    double births_on(int day) const {
        double births = 0.0;
        for (const Cohort& cohort : cohorts_) {
            const double age = (day - cohort.birth_day) / 365.2425;
            if (age < 15.0 || age >= 50.0) continue;
            births += cohort.women * now_.tables.birth_chance[static_cast<std::size_t>((age - 15.0) / 5.0)] / 12.0;
        }
        return births;
    }
    const Parameters& now_;
    double deaths_, births_ = 1.0;
    std::vector<Cohort> cohorts_;
};

std::vector<std::int64_t> everything(const World& w) {
    std::vector<std::int64_t> all;
    for (std::size_t slot = 0; slot < w.adults.key.size(); ++slot) {
        all.push_back(static_cast<std::int64_t>(w.adults.key[slot].value));
        all.push_back(w.adults.birth_day[slot]);
    }
    for (std::size_t i = 0; i < w.child_rows(); ++i) {
        all.push_back(static_cast<std::int64_t>(w.children.key[i].value));
        all.push_back(w.children.household[i].index);
    }
    return all;
}

void still(Parameters& now) {
    now.tables.death_chance.assign(20, 0.0);
    now.tables.birth_chance.assign(7, 0.0);
    now.tables.leave_home.assign(13, 0.0);
    now.parents.separation = now.demography.new_partner = now.demography.move = 0.0;
}

TEST_CASE("A0: ages after ten years are those of a cohort projection within 2%", "[a0]") {
    const Config& config = model("heusden");
    Town town = built_town(config);
    Projection projection(config, town.world);
    const Calendar calendar(2026);
    for (int m = 0; m < 120; ++m) projection.month(calendar.first_day(Month{Month::of(2026, 1).index + m}));
    town.run(calendar.steps(10), demography);
    const int day = town.next * days_per_step;
    const Bands made = counted(town.world, day), expected = projection.bands(day);
    const auto total = [](const Bands& b) { return b[0] + b[1] + b[2]; };
    const char* const names[] = {"0-17", "18-64", "65+"};
    for (std::size_t b = 0; b < 3; ++b) {
        INFO(names[b] << ": made " << made[b] << ", projected " << expected[b]);
        CHECK(std::abs(made[b] / expected[b] - 1.0) < 0.02);
    }
    INFO("all: made " << total(made) << ", projected " << total(expected));
    CHECK(std::abs(total(made) / total(expected) - 1.0) < 0.02);
}

TEST_CASE("A0: the books of people close", "[a0]") {
    Town town = built_town(model("heusden"));
    const auto before = static_cast<std::int64_t>(people_of(town.world).size());
    for (int year = 0; year < 3; ++year) {
        town.run(steps_a_year, demography);
        const Tally& t = town.world.tally;
        CHECK(static_cast<std::int64_t>(people_of(town.world).size()) ==
              before + t.births - t.deaths + t.arrivals - t.departures);
        CHECK(broken_monthly_laws(town.world).empty());
    }
    CHECK(town.world.tally.births > 800);
    CHECK(town.world.tally.deaths > 800);
    CHECK(town.world.tally.separations > 100);
    CHECK(town.world.tally.arrivals > 1000);
}

TEST_CASE("A0: without chances nobody is born, dies, moves or leaves", "[a0]") {
    Town town = built_town(model());
    still(town.now);
    const auto before = everything(town.world);
    town.run(steps_a_year, demography);
    CHECK(everything(town.world) == before);
}

TEST_CASE("A0: each chance moves its own event, and no other chance does", "[a0]") {
    Town base = built_town(model());
    still(base.now);
    const auto after = [&](auto change) {
        Town town = base;
        change(town.now);
        town.run(steps_a_year, demography);
        const Tally& t = town.world.tally;
        return std::tuple(t.births > 0, t.deaths > 0, t.separations > 0, t.arrivals > 0);
    };
    const Parameters& data = model().parameters;
    CHECK(after([&](Parameters& p) { p.tables.birth_chance = data.tables.birth_chance; }) == std::tuple(true, false, false, false));
    CHECK(after([&](Parameters& p) { p.tables.death_chance = data.tables.death_chance; }) == std::tuple(false, true, false, false));
    CHECK(after([&](Parameters& p) { p.parents.separation = 0.03; }) == std::tuple(false, false, true, false));
    CHECK(after([&](Parameters& p) { p.demography.move = 0.08; }) == std::tuple(false, false, false, true));
}

TEST_CASE("A0: leaving home, separating and pairing change households and keep everybody", "[a0]") {
    Town base = built_town(model());
    still(base.now);
    const auto homes_after = [&](auto change) {
        Town town = base;
        change(town.now);
        town.run(steps_a_year, demography);
        CHECK(people_of(town.world).size() == people_of(base.world).size());
        std::int64_t homes = 0;
        for (const std::uint8_t occupied : town.homes().occupied) homes += occupied;
        return homes;
    };
    const std::int64_t homes = homes_after([](Parameters&) {});
    CHECK(homes_after([](Parameters& p) { p.tables.leave_home.assign(13, 0.3); }) > homes);
    CHECK(homes_after([](Parameters& p) { p.parents.separation = 0.03; }) > homes);
    CHECK(homes_after([](Parameters& p) { p.demography.new_partner = 0.16; }) < homes);
}

TEST_CASE("A0 A5: separating parents share money and debts, and pay for it", "[a0][a5]") {
    Town town;
    still(town.now);
    town.settle({.adults = 2, .wage = 3000, .children = {4, 9}, .buffer = 1000, .debt = 501});
    town.open();
    town.now.parents.separation = 12.0;      // a chance of one in the first month
    town.now.parents.conflict_after = 1.0;
    town.now.parents.debt_after_separation = 2500;
    town.run(1, {"separate"});
    const Households& h = town.homes();
    REQUIRE(town.world.household_rows() == 2);
    CHECK(town.world.tally.separations == 1);
    CHECK(town.world.adult_count(0) == 1);
    CHECK(town.world.adult_count(1) == 1);
    CHECK(h.buffer == std::vector<Cents>{euros(500), euros(500)});
    CHECK(h.debt == std::vector<Cents>{euros(250.5), euros(250.5)});
    CHECK(h.pending_bill == std::vector<Cents>{euros(2500), euros(2500)});
    CHECK((h.problems[0] & conflict) != 0);
    CHECK_FALSE(h.first_child[1].exists());
    CHECK(broken_monthly_laws(town.world).empty());
}

TEST_CASE("A0: death empties the right home and the grown-up child inherits", "[a0]") {
    Town town;
    still(town.now);
    town.settle({.adults = 2, .age = 70, .children = {30}, .buffer = 900});
    town.settle({.adults = 1, .age = 70, .buffer = 400, .debt = 70});
    town.settle({.adults = 1, .age = 40, .buffer = 100});
    town.open();
    town.now.tables.death_chance[14] = 12.0;  // 70-74: this month
    town.world.death_factor = 1.0;
    town.run(1, {"age_and_die"});
    CHECK(town.world.tally.deaths == 3);
    CHECK(town.homes().occupied == std::vector<std::uint8_t>{1, 0, 1});
    CHECK(age_on(town.world.adults.birth_day[0], 0) == 30);
    CHECK(town.world.adult_count(0) == 1);
    CHECK(town.homes().buffer[0] == euros(900));
    CHECK(town.world.total_buffer == euros(1000).count);
    CHECK(town.world.total_debt == 0);
    CHECK(town.world.tally.written_off == euros(70).count);
    CHECK(broken_monthly_laws(town.world).empty());
}

}  // namespace people_links_test
