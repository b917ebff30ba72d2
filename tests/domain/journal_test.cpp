// The journal by itself: what it keeps, in which order, and what its rows say.
#include "ontkoker/domain/journal.h"

#include <set>
#include <tuple>

#include "domain/world_fixture.h"
#include "ontkoker/engine/parallel.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace journal_test {

TEST_CASE("journal: every event, lane and decider has a row with both languages", "[journal]") {
    std::set<std::string_view> names;
    for (const EventRow& row : event_rows()) {
        INFO(row.name);
        CHECK(&row_of(row.event) == &row);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.nl.empty());
        CHECK_FALSE(row.en.empty());
        const bool has_place = row.value != ValueKind::none;
        CHECK((row.nl.find("{}") != row.nl.npos) == has_place);
        CHECK((row.en.find("{}") != row.en.npos) == has_place);
    }
    for (std::size_t i = 0; i < lane_rows().size(); ++i) CHECK(static_cast<std::size_t>(lane_rows()[i].lane) == i);
    for (std::size_t i = 0; i < decided_rows().size(); ++i) CHECK(static_cast<std::size_t>(decided_rows()[i].decided) == i);
}

TEST_CASE("journal: entries by household, moment and person, whatever thread wrote them", "[journal]") {
    Journal journal({AgentKey{7}, AgentKey{3}});
    CHECK(journal.watches(AgentKey{3}));
    CHECK_FALSE(journal.watches(AgentKey{5}));
    const ThreadLimit limit(4);
    for_chunks(200, 1, [&](std::size_t n, std::size_t, std::size_t) {
        const AgentKey home{n % 2 ? 3u : 7u};
        journal.add({home, AgentKey{n}, static_cast<Moment>(n / 50), Event::job_lost, 0, {}});
        journal.add({home, AgentKey{n}, static_cast<Moment>(n / 50), Event::job_found, 1, {}});
    });
    const auto entries = journal.entries();
    REQUIRE(entries.size() == 400);
    for (std::size_t e = 0; e + 1 < entries.size(); ++e) {
        const auto &a = entries[e], &b = entries[e + 1];
        CHECK(std::tie(a.household, a.moment, a.person) <= std::tie(b.household, b.moment, b.person));
        if (a.person == b.person) CHECK((a.event == Event::job_lost && b.event == Event::job_found));
    }
}

TEST_CASE("journal: an intake tells what was there, seen and paid, a start tells the wait and who referred", "[journal]") {
    Town town;
    for (int n = 0; n < 40; ++n)
        town.settle({.adults = 1, .wage = 1200, .children = {9, 12}, .debt = 5000, .problems = mental_health});
    each_child(town, [&](const Children&, std::size_t i) { town.world.children.own[i] = Level::from(6.0); });
    town.open(20'000);
    std::vector<AgentKey> keys = town.world.households.key;
    keys.pop_back();   // the last one is not watched
    Journal journal(keys);
    const Calendar calendar(2026);
    for (int number = 0; number < 80; ++number) {
        Step step{town.world, town.now, town.draws, number, calendar.settled_month(number), false, 4096, 1, &journal};
        for (const StepProcess& row : process_rows())
            if (row.name == "seek_help" || row.name == "take_intakes" || row.name == "give_help") row.run(step);
    }
    std::size_t intakes = 0, missed = 0, starts = 0, referred = 0;
    for (const JournalEntry& entry : journal.entries()) {
        CHECK(entry.household != town.world.households.key.back());
        if (entry.event == Event::intake) {
            ++intakes;
            CHECK(entry.detail.causes == (seen_own | seen_family | seen_livelihood));
            CHECK((entry.value & ~entry.detail.causes) == 0);
            missed += (entry.detail.causes & ~entry.value) != 0;
            CHECK(entry.detail.paid > Cents(0));
            CHECK(decider_of(entry) == DecidedBy::access);
        }
        if (entry.event == Event::help_started) ++starts;
        if (entry.event == Event::referred) {
            ++referred;
            CHECK(decider_of(entry) != DecidedBy::nobody);
        }
        if (entry.event == Event::help_started || entry.event == Event::intake_began) CHECK(entry.detail.waited >= 0);
    }
    CHECK(intakes > 0);
    CHECK(missed > 0);
    CHECK(starts > 0);
    CHECK(referred > 0);
}

}  // namespace journal_test
