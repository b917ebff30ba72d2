// Families watched in two arms of one replicate.
#include "ontkoker/run/family.h"

#include <catch2/catch.hpp>

#include "laws/run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace family_test {

FamilyRun watched(const Config& config, const FamilyRequest& request, int threads = 1, std::size_t grain = 4096) {
    RunOptions options;
    options.threads = threads;
    options.grain = grain;
    auto run = run_families(config, options, request);
    if (!run) FAIL(run.problems().front().message);
    return std::move(run.value());
}

Config two_arms(int years = 2) {
    Config config = small_config("woudenberg", {"verkokerd"}, {years, 1, 2});
    config.scenarios.push_back(scenario_with("later", {{"debt_help_hours", 3.0, Month::of(2027, 1)},
                                                  {"intake_hours", 2.0, Month::of(2027, 1)},
                                                  {"minimaregeling_amount", 0.5, Month::of(2027, 1)}}));
    return config;
}

FamilyRequest everybody() {
    FamilyRequest request;
    request.wishes = {{Trait::children, 0}};
    request.most = 100000;
    return request;
}

bool same(const JournalEntry& a, const JournalEntry& b) {
    return a.household == b.household && a.person == b.person && a.moment == b.moment && a.event == b.event &&
           a.value == b.value && a.detail.decided == b.detail.decided && a.detail.paid == b.detail.paid &&
           a.detail.causes == b.detail.causes && a.detail.waited == b.detail.waited;
}

bool same(const FamilyYears& a, const FamilyYears& b) {
    if (!std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    [](const JournalEntry& x, const JournalEntry& y) { return same(x, y); }))
        return false;
    return std::equal(a.months.begin(), a.months.end(), b.months.begin(), b.months.end(), [](const FamilyMonth& x, const FamilyMonth& y) {
        return x.month == y.month && x.debt == y.debt && x.stress == y.stress && x.paid == y.paid && burden(x) == burden(y);
    });
}

TEST_CASE("recording changes no bit, for any number of threads", "[journal]") {
    const Config config = two_arms();
    const ResultSet plain = results_of(config);
    const FamilyRun one = watched(config, everybody());
    REQUIRE(one.families.size() > 100);
    CHECK(one.counts.counts == plain.counts);
    CHECK(one.counts.denominators == plain.denominators);
    for (const auto& [threads, grain] : {std::pair{2, std::size_t{4096}}, std::pair{2, std::size_t{1}}, std::pair{3, std::size_t{64}}}) {
        const FamilyRun other = watched(config, everybody(), threads, grain);
        CHECK(other.counts.counts == plain.counts);
        REQUIRE(other.families.size() == one.families.size());
        for (std::size_t f = 0; f < one.families.size(); ++f) {
            REQUIRE(other.families[f].key == one.families[f].key);
            CHECK(same(other.families[f].arms[0], one.families[f].arms[0]));
            CHECK(same(other.families[f].arms[1], one.families[f].arms[1]));
        }
    }
}

TEST_CASE("both arms tell the same until the first date on which they differ, and then not", "[journal]") {
    const Config config = two_arms();
    const FamilyRun run = watched(config, everybody());
    const Calendar calendar(config.run.start_year);
    const Moment leaves = calendar.settling_step(Month::of(2027, 1)) * minutes_per_step;
    std::size_t events = 0, different = 0;
    for (const Family& family : run.families) {
        const auto before = [&](const FamilyYears& years) {
            std::vector<JournalEntry> early;
            for (const JournalEntry& entry : years.entries)
                if (entry.moment < leaves) early.push_back(entry);
            return early;
        };
        const auto a = before(family.arms[0]), b = before(family.arms[1]);
        events += a.size();
        CHECK(std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const JournalEntry& x, const JournalEntry& y) { return same(x, y); }));
        for (std::size_t m = 0; m < std::min<std::size_t>({12, family.arms[0].months.size(), family.arms[1].months.size()}); ++m)
            CHECK(burden(family.arms[0].months[m]) == burden(family.arms[1].months[m]));
        different += !same(family.arms[0], family.arms[1]);
    }
    CHECK(events > 100);
    CHECK(different > 5);
}

TEST_CASE("the same scenario twice makes no difference at all, also when both arms are run", "[journal]") {
    Config config = small_config("woudenberg", {"verkokerd"}, {1, 1, 4});
    config.scenarios.push_back(config.scenarios[0]);   // never branches
    // Branches on the first day, on a lever that nothing reads here.
    Config apart = config;
    apart.scenarios[1] = scenario_with("apart", {{"debt_help_hours", 3.0, Month::of(2026, 1)}});
    apart.scenarios[1].changes.insert(apart.scenarios[1].changes.begin(), config.scenarios[0].changes.begin(), config.scenarios[0].changes.end());
    apart.run.off = {"help_with_debts", "govern", "pay_services"};
    for (const Config& one : {config, apart}) {
        const FamilyRun run = watched(one, everybody());
        REQUIRE(run.families.size() > 100);
        for (const Family& family : run.families) {
            CHECK(same(family.arms[0], family.arms[1]));
            CHECK(family.difference == 0.0);
        }
    }
}

TEST_CASE("entries stand in order and belong to the household", "[journal]") {
    const FamilyRun run = watched(two_arms(), everybody());
    std::array<int, static_cast<std::size_t>(Event::count)> seen{};
    for (const Family& family : run.families)
        for (const FamilyYears& years : family.arms) {
            Moment last = 0;
            for (const JournalEntry& entry : years.entries) {
                CHECK(entry.household == family.key);
                CHECK(entry.moment >= last);
                last = entry.moment;
                ++seen[static_cast<std::size_t>(entry.event)];
                if (entry.event == Event::intake) CHECK((entry.value & ~entry.detail.causes) == 0);
            }
        }
    for (const Event event : {Event::born, Event::left_home, Event::separated, Event::moved_away, Event::job_lost, Event::job_found,
                              Event::scheme_granted, Event::asked, Event::intake_began, Event::intake, Event::referred,
                              Event::help_started, Event::help_ended, Event::helped_at_gp}) {
        INFO(row_of(event).name);
        CHECK(seen[static_cast<std::size_t>(event)] > 0);
    }
}

TEST_CASE("a household that moves away ends its story, and never stays", "[journal]") {
    const Config config = two_arms();
    std::size_t gone = 0;
    for (const Family& family : watched(config, everybody()).families) {
        const auto& entries = family.arms[0].entries;
        const bool moved = !entries.empty() && entries.back().event == Event::moved_away;
        for (std::size_t e = 0; e + 1 < entries.size(); ++e) CHECK(entries[e].event != Event::moved_away);
        if (moved) CHECK(family.arms[0].months.size() < 24);
        if (moved) CHECK_FALSE(family.stays);
        gone += moved;
    }
    CHECK(gone > 5);
}

TEST_CASE("families are found by what they are on day 0, and put in order", "[journal]") {
    const Config config = two_arms(1);
    FamilyRequest request;
    request.wishes = {{Trait::single_parent, 0}, {Trait::child_of_age, 10}};
    request.most = 5;
    const FamilyRun run = watched(config, request);
    REQUIRE(run.fitting.size() == 2);
    CHECK(run.fitting_all <= std::min(run.fitting[0], run.fitting[1]));
    REQUIRE(run.families.size() == std::min<std::size_t>(5, static_cast<std::size_t>(run.fitting_all)));
    for (const Family& family : run.families) {
        int adults = 0, tens = 0;
        for (std::size_t m = 0; m < family.first_members; ++m) {
            adults += !family.members[m].child;
            tens += family.members[m].child && age_on(family.members[m].birth_day, 0) == 10;
        }
        CHECK(adults == 1);
        CHECK(tens >= 1);
    }
    for (std::size_t f = 1; f < run.staying; ++f) CHECK(run.families[f - 1].difference <= run.families[f].difference);

    FamilyRequest one;
    one.household = run.families.front().key.value;
    const FamilyRun again = watched(config, one);
    REQUIRE(again.families.size() == 1);
    CHECK(same(again.families[0].arms[1], run.families.front().arms[1]));
    one.household = std::uint64_t{1} << 50;
    CHECK(watched(config, one).families.empty());
}

TEST_CASE("median, good and bad case are the middle and a tenth from the ends", "[journal]") {
    CHECK(place_of(FamilyCase::median, 1) == 0);
    CHECK(place_of(FamilyCase::good, 101) == 10);
    CHECK(place_of(FamilyCase::median, 101) == 50);
    CHECK(place_of(FamilyCase::bad, 101) == 90);
    CHECK(place_of(FamilyCase::bad, 3) == 2);
    CHECK(place_of(FamilyCase::median, 0) == 0);
}

}  // namespace family_test
