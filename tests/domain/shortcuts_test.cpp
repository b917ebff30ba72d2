// Whoever a loop passes over has nothing happen to it: the sieve of rare events, marks in bytes, empty slots.
//
// Seen red: the bound of a sieve made too small, each in turn, for births, asking for help, unsafety, school, parents' treatment,
// bewind and debt help (a quarter; school a tenth); a grant left with a household that moved away; a wage left behind by an
// adult. Bounds that lie far above the chances that occur here (deaths, calls of providers) this does not see.
#include <algorithm>

#include "ontkoker/io/json/listing.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace shortcuts_test {

constexpr int months = 18;

// Woudenberg with every parameter that has a range somewhere in it: share 0 is the lowest value, 1 the highest; a negative
// share takes the values of the data; above 1 a place of its own for each parameter, made from the number.
Config config_at(double share) {
    Config config = model();
    config.run.sample = 3;
    if (share < 0.0) return config;
    const auto rows = parameters_of(config.effective);
    REQUIRE(rows.ok());
    std::uint64_t state = static_cast<std::uint64_t>(share * 1000.0);
    for (const ParameterRow& row : parameter_rows()) {
        const auto info = std::find_if(rows.value().begin(), rows.value().end(), [&](const ParameterInfo& one) { return one.name == row.name; });
        REQUIRE(info != rows.value().end());
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        const double at = share <= 1.0 ? share : static_cast<double>(state >> 33) / 2147483648.0;
        row.field(config.parameters) = info->low + at * (info->high - info->low);
    }
    return config;
}

std::vector<std::vector<std::int64_t>> outcomes_of(const Config& config, bool sieved) {
    Town town = built_town(config);
    if (!sieved) town.draws = town.draws.unsieved();
    spin_up(town, config.municipality);
    town.closes_months = false;
    const Calendar calendar(2026);
    std::vector<std::vector<std::int64_t>> all;
    while (static_cast<int>(all.size()) < months) {
        town.run(1);
        const auto next = calendar.settled_month(town.next);
        if (!next) continue;
        all.push_back(outcomes_now(town, Month{next->index - 1}));
        begin_month(town.world);
    }
    return all;
}

TEST_CASE("the sieve leaves out nobody to whom something happens", "[domain]") {
    for (const double share : {-1.0, 0.0, 1.0, 1.001, 1.002, 1.003}) {
        const Config config = config_at(share);
        const auto sieved = outcomes_of(config, true), all = outcomes_of(config, false);
        std::size_t first = 0;
        while (first < all.size() && sieved[first] == all[first]) ++first;
        INFO("parameters at " << share << ": months that agree: " << first);
        CHECK(first == all.size());
    }
}

TEST_CASE("rows that are passed over hold nothing", "[domain]") {
    Town town = town_of("woudenberg", 3);
    std::size_t claimed = 0, vacant = 0;
    for (int year = 0; year < 3; ++year) {
        town.run(steps_a_year);
        const Households& h = town.homes();
        for (std::size_t i = 0; i < town.world.household_rows(); ++i)
            for (std::size_t s = 0; s < h.granted[i].size(); ++s) {
                const bool claims = (h.claims[i] >> s & 1) != 0;
                claimed += claims;
                if (!claims) CHECK(h.granted[i][s] == Cents(0));
            }
        for (std::size_t slot = 0; slot < town.world.adults.key.size(); ++slot) {
            if (town.world.has_adult(slot)) continue;
            ++vacant;
            CHECK(town.world.adults.wage[slot] == Cents(0));
        }
    }
    CHECK(claimed > 100);
    CHECK(vacant > 100);
}

}  // namespace shortcuts_test
