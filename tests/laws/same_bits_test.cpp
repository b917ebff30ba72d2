// The same arrays for any number of threads, any grain, any horizon, any number of replicates, whatever is recorded.
#include "run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace same_bits_test {

RunOptions with(int threads, std::size_t grain = 4096) {
    RunOptions options;
    options.threads = threads;
    options.grain = grain;
    return options;
}

bool same(const ResultSet& a, const ResultSet& b) { return a.counts == b.counts && a.denominators == b.denominators; }

TEST_CASE("threads and grains change no bit", "[laws]") {
    const Config config = small_config("woudenberg", {"verkokerd", "boemerang-minimaregeling-alles"}, {2, 2, 2});
    const ResultSet one = results_of(config, with(1));
    for (const int threads : {2, 3, 16}) {
        const ResultSet other = results_of(config, with(threads));
        INFO(threads << " threads");
        CHECK(same(other, one));
        CHECK(other.digest == one.digest);
    }
    Config single = config;
    single.run.replicates = 1;    // one replicate alone uses its threads inside
    const ResultSet whole = results_of(single, with(1));
    for (const std::size_t grain : {std::size_t{1}, std::size_t{64}, std::size_t{1000}})
        for (const int threads : {1, 16}) {
            INFO("grain " << grain << ", " << threads << " threads");
            CHECK(same(results_of(single, with(threads, grain)), whole));
        }
    CHECK(same_cells(whole, 1, one, 1));
}

TEST_CASE("threads and grains change no bit in a larger municipality", "[laws][.long]") {
    const Config config = small_config("zwolle", {"verkokerd", "integraal"}, {4, 3, 1});
    const ResultSet one = results_of(config, with(1));
    for (const int threads : {2, 3, 8, 16}) CHECK(same(results_of(config, with(threads, 64)), one));
}

TEST_CASE("a replicate is the same alone and among others, replicates differ", "[laws]") {
    Config config = small_config("woudenberg", {"verkokerd", "integraal"}, {2, 3, 3});
    const ResultSet three = results_of(config);
    config.run.replicates = 1;
    const ResultSet one = results_of(config);
    for (const int s : {0, 1}) CHECK(same_cells(one, s, three, s));
    const auto deaths = static_cast<std::size_t>(three.find("deaths"));
    bool differs = false;
    for (int m = 0; m < three.months; ++m)
        differs |= three.counts[deaths][three.index(deaths, 0, 0, m, 0)] != three.counts[deaths][three.index(deaths, 0, 1, m, 0)];
    CHECK(differs);
    config.run.seed = 2;
    CHECK_FALSE(same(results_of(config), one));
}

TEST_CASE("a longer horizon changes nothing in the years before", "[laws]") {
    Config config = small_config("woudenberg", {"verkokerd", "integraal"}, {4, 1, 2});
    const ResultSet four = results_of(config);
    for (const int years : {1, 2, 3}) {
        config.run.years = years;
        const ResultSet fewer = results_of(config);
        REQUIRE(fewer.months == 12 * years);
        for (const int s : {0, 1}) CHECK(same_cells(fewer, s, four, s));
    }
}

TEST_CASE("what is recorded changes no outcome", "[laws]") {
    // A run by hand that counts outcomes once, at the very end, against one that counts all of them every month.
    const Config config = small_config("woudenberg", {"verkokerd"}, {2, 1, 2});
    const ResultSet results = results_of(config);
    Town town = built_town(config);
    spin_up(town, config.municipality);
    town.closes_months = false;
    const Calendar calendar(2026);
    std::vector<std::int64_t> last;
    for (const int steps = calendar.steps(2); town.next < steps;) {
        town.run(1);
        if (!calendar.settled_month(town.next)) continue;
        if (town.next == steps) last = outcomes_now(town, Month::of(2027, 12));
        begin_month(town.world);
    }
    std::vector<std::int64_t> recorded;
    for (std::size_t o = 0; o < results.outcomes.size(); ++o) {
        const std::size_t parts = results.outcomes[o].parts.size(), first = results.index(o, 0, 0, 23, 0);
        const auto add = [&](const std::vector<std::int64_t>& all) {
            for (std::size_t k = 0; k < parts; ++k) recorded.push_back(all.empty() ? 0 : all[first + k]);
        };
        add(results.counts[o]);
        add(results.denominators[o]);
    }
    CHECK(last == recorded);
}

}  // namespace same_bits_test
