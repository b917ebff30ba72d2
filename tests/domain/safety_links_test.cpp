// B5, B9, B10: the safety chain, incidents and the outside trend.
#include <numeric>

#include "ontkoker/domain/laws.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace safety_links_test {

const std::vector<std::string_view> chain = {"follow_outside_world", "report_unsafety", "protect_children", "give_help", "pay_services"};

// Families in which nothing else than the safety chain happens; every child is unsafe once in two years.
Town families(int count = 300, std::uint8_t problems = 0) {
    Town town;
    Safety& s = town.now.safety;
    s.unsafe = 0.5;
    s.to_help = s.gi_refers = s.outside_trend = 0.0;
    town.settle({.children = {4, 8}, .problems = problems}, count);
    for (Level& own : town.world.children.own) own = Level::from(4.0);
    town.open();
    return town;
}

std::int64_t sum_of(const FamilyCount& counts) { return std::accumulate(counts.begin(), counts.end(), std::int64_t{0}); }

std::int64_t under(const Town& town, Measure measure) {
    std::int64_t count = 0;
    for (const SafetyState& s : town.children().safety) count += s.measure == measure;
    return count;
}

std::int64_t away(const Town& town) {
    std::int64_t count = 0;
    for (const SafetyState& s : town.children().safety) count += s.stay == Stay::away;
    return count;
}

// What the chain has left in a town, all of it.
std::vector<std::int64_t> traces(const Town& town) {
    const SafetyTally& t = town.world.tally.safety;
    std::vector<std::int64_t> all = {sum_of(t.reports), t.investigations, sum_of(t.measures), t.measures_ended, t.placements, t.returned,
                                     t.guardians.count, t.board.count, t.court.count, t.advice.count, under(town, Measure::supervision),
                                     under(town, Measure::guardianship), away(town), town.world.alarm.level.raw, town.world.alarm.asking};
    for (const std::vector<Level>* loads : {&town.children().own, &town.children().family})
        for (const Level level : *loads) all.push_back(level.raw);
    return all;
}

Town after(Town town, int steps) {
    town.run(steps, chain);
    return town;
}

TEST_CASE("B5: the way from report to measure, with the books in order every week", "[b5]") {
    Town town = families();
    for (int week = 0; week < 2 * steps_a_year; ++week) {
        town.run(1, chain);
        const auto broken = broken_monthly_laws(town.world);
        INFO("week " << week << (broken.empty() ? "" : ": " + broken[0]));
        REQUIRE(broken.empty());
    }
    const SafetyTally& t = town.world.tally.safety;
    CHECK(sum_of(t.reports) > t.investigations);
    CHECK(t.investigations > sum_of(t.measures));
    CHECK(sum_of(t.measures) > under(town, Measure::supervision));
    CHECK(under(town, Measure::supervision) > 0);
    CHECK(t.placements > 0);
    for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
        const SafetyState& s = town.children().safety[i];
        if (s.measure != Measure::none) CHECK(s.ticket != WaitingLine::no_ticket);
    }
    CHECK(town.world.ledger.balance(Account::justice) == -(t.board + t.court));
    CHECK(town.world.ledger.balance(Account::centre_municipality) == -t.advice);
}

TEST_CASE("B5: without unsafe situations, or without reports, the chain does nothing", "[b5]") {
    for (double Safety::* link : {&Safety::unsafe, &Safety::reported}) {
        Town town = families(50);
        town.now.safety.*link = 0.0;
        const auto before = traces(town);
        CHECK(traces(after(town, steps_a_year)) == before);
    }
}

TEST_CASE("B5: each thing that weighs on a home makes it less safe, and not at zero", "[b5]") {
    const struct {
        double Safety::* weight;
        std::uint8_t problems;
    } drivers[] = {{&Safety::mental_health, mental_health}, {&Safety::addiction, addiction}, {&Safety::lvb, lvb},
                   {&Safety::conflict, conflict},           {&Safety::family_load, 0},       {&Safety::stress, 0}};
    for (const auto& driver : drivers) {
        const auto reports = [&](double weight, bool burdened) {
            Town town = families(200, burdened ? driver.problems : std::uint8_t{0});
            for (double Safety::* other : {&Safety::mental_health, &Safety::addiction, &Safety::lvb, &Safety::conflict,
                                           &Safety::family_load, &Safety::stress})
                town.now.safety.*other = 0.0;
            town.now.safety.*driver.weight = weight;
            if (burdened && driver.weight == &Safety::family_load)
                for (Level& family : town.world.children.family) family = Level::from(5.0);
            if (burdened && driver.weight == &Safety::stress)
                for (Level& stress : town.world.households.stress) stress = Level::from(0.8);
            town.run(steps_a_year / 2, {"report_unsafety"});
            return sum_of(town.world.tally.safety.reports);
        };
        CHECK(reports(3.0, true) > reports(3.0, false));
        CHECK(reports(0.0, true) == reports(0.0, false));
    }
}

TEST_CASE("B5: more risk aversion, more measures and placements at equal problems, nil at strength zero", "[b5]") {
    const auto with = [](double attitude, double strength) {
        Town town = families(400);
        town.now.safety.escalation = strength;
        town.now.safety.report_caution = 0.0;
        town.pull("risk_attitude", attitude);
        return after(std::move(town), 2 * steps_a_year);
    };
    const Town averse = with(2.0, 1.0), base = with(1.0, 1.0), bold = with(0.5, 1.0);
    const auto measures = [](const Town& town) { return sum_of(town.world.tally.safety.measures); };
    CHECK(sum_of(averse.world.tally.safety.reports) == sum_of(base.world.tally.safety.reports));   // equal problems, equal reports
    CHECK(averse.world.tally.safety.investigations > base.world.tally.safety.investigations);
    CHECK(measures(averse) > measures(base));
    CHECK(measures(base) > measures(bold));
    CHECK(away(averse) > away(base));
    CHECK(traces(with(2.0, 0.0)) == traces(with(1.0, 0.0)));
}

TEST_CASE("B5: who is risk averse also reports sooner, and not at strength zero", "[b5]") {
    const auto reports = [](double attitude, double strength) {
        Town town = families();
        town.now.safety.report_caution = strength;
        town.now.safety.reported = 0.4;
        town.pull("risk_attitude", attitude);
        return sum_of(after(std::move(town), steps_a_year / 2).world.tally.safety.reports);
    };
    CHECK(reports(2.0, 1.0) > reports(1.0, 1.0));
    CHECK(reports(2.0, 0.0) == reports(1.0, 0.0));
}

TEST_CASE("B5: shared work on risk leads to fewer measures at equal problems, nil at effect zero", "[b5]") {
    const auto with = [](double shared, double effect) {
        Town town = families(400);
        town.now.safety.shared_effect = effect;
        if (shared > 0.0) town.pull("shared_risk_work", shared);
        return after(std::move(town), 2 * steps_a_year);
    };
    const Town shared = with(1.0, 0.5), alone = with(0.0, 0.5);
    CHECK(sum_of(shared.world.tally.safety.reports) == sum_of(alone.world.tally.safety.reports));
    CHECK(sum_of(shared.world.tally.safety.measures) < sum_of(alone.world.tally.safety.measures));
    CHECK(traces(with(1.0, 0.0)) == traces(with(0.0, 0.0)));
}

TEST_CASE("B5: fewer hours of the board or of guardians, longer waits", "[b5]") {
    const auto waiting = [](std::string_view lever, double value, std::size_t service) {
        Town town = families();
        town.world.services[service].base_capacity = {service == board_service ? 300 : 1500};
        town.now.safety.growth = 0.0;
        town.now.safety.extend = 0.9;
        town.pull(lever, value);
        std::vector<std::string_view> with_capacity = {"review_capacity"};
        with_capacity.insert(with_capacity.end(), chain.begin(), chain.end());
        town.run(steps_a_year + steps_a_year / 2, with_capacity);
        CHECK(broken_monthly_laws(town.world).empty());
        return town.world.services[service].line.waiting();
    };
    CHECK(waiting("board_hours", 0.5, board_service) > waiting("board_hours", 1.5, board_service));
    CHECK(waiting("gi_hours", 0.5, gi_service) > waiting("gi_hours", 1.5, gi_service));
}

TEST_CASE("B5: a guardian lowers the load of the family, and not at zero", "[b5]") {
    const auto family = [](double effect) {
        Town town = families();
        for (Level& level : town.world.children.family) level = Level::from(3.0);
        town.now.safety.family_load = town.now.safety.to_placement = 0.0;
        town.now.safety.guardian_effect = effect;
        return testing::sum_of(after(std::move(town), steps_a_year).children().family);
    };
    CHECK(family(0.02) < family(0.0));
    CHECK(family(0.0) == 600 * 3 * Level::one);
}

TEST_CASE("B5: a placement takes the child out of the family's load and adds one of its own, and not at zero", "[b5]") {
    const auto loads = [](double relief, double burden) {
        Town town = families();
        for (Level& level : town.world.children.family) level = Level::from(3.0);
        for (HelpType& type : town.now.help_types) type.effect_own = type.effect_family = 0.0;
        Safety& s = town.now.safety;
        s.family_load = s.guardian_effect = 0.0;
        s.to_placement = 1.0;
        s.placement_relief = relief;
        s.placement_load = burden;
        town.now.children.worsening = 0.0;
        town = after(std::move(town), steps_a_year);
        CHECK(away(town) > 0);
        return std::pair(testing::sum_of(town.children().own), testing::sum_of(town.children().family));
    };
    const auto nil = loads(0.0, 0.0), relieved = loads(0.1, 0.0), burdened = loads(0.0, 2.0);
    CHECK(nil == std::pair<std::int64_t, std::int64_t>(600 * 4 * Level::one, 600 * 3 * Level::one));
    CHECK(relieved.second < nil.second);
    CHECK(relieved.first == nil.first);
    CHECK(burdened.first > nil.first);
}

TEST_CASE("B5: an alternative at home and a sooner return mean fewer children away", "[b5]") {
    const auto with = [](std::string_view lever, double value) {
        Town town = families(400);
        town.now.safety.to_guardianship = 0.0;
        town.now.safety.extend = 0.9;
        if (!lever.empty()) town.pull(lever, value);
        return after(std::move(town), 3 * steps_a_year);
    };
    const Town base = with({}, 0.0), tested = with("stay_test", 0.8), sooner = with("stay_outflow", 3.0);
    CHECK(tested.world.tally.safety.placements < base.world.tally.safety.placements);
    CHECK(away(tested) < away(base));
    CHECK(away(sooner) < away(base));
}

TEST_CASE("B5: who moves away, grows up or leaves the books leaves no ticket behind", "[b5]") {
    Town town = families();
    town.now.demography.move = 0.5;
    town.run(steps_a_year, chain);
    std::vector<std::string_view> all = {"age_and_die", "leave_home", "move_house"};
    all.insert(all.end(), chain.begin(), chain.end());
    town.run(2 * steps_a_year, all);
    CHECK(broken_monthly_laws(town.world).empty());
    Town grown = families(100);
    for (std::int32_t& birth : grown.world.children.birth_day) birth = born(16);
    grown.run(3 * steps_a_year, chain);
    CHECK(sum_of(grown.world.tally.safety.measures) > 0);
    CHECK(under(grown, Measure::supervision) + under(grown, Measure::guardianship) == 0);
    CHECK(broken_monthly_laws(grown.world).empty());
}

TEST_CASE("B10: an incident raises the alarm, which ebbs away by half in its half-life", "[b10]") {
    Town town = families(10);
    town.pull("incident", 1.0);
    town.now.safety.alarm_half_life = 6.0;
    town.run(5, {"follow_outside_world"});
    const std::int32_t first = town.world.alarm.level.raw;
    CHECK(first == Level::one);
    town.run(steps_a_year / 2, {"follow_outside_world"});
    CHECK(std::abs(town.world.alarm.level.raw - first / 2) < 10);
    town.run(steps_a_year, {"follow_outside_world"});
    CHECK(town.world.alarm.level.raw < first / 5);
    town.now.safety.incident = 2.0;   // a second incident
    town.run(5, {"follow_outside_world"});
    CHECK(town.world.alarm.level.raw > 8 * Level::one / 10);
}

TEST_CASE("B10: an incident brings more reports, measures and queues for a while, nil at lift zero", "[b10]") {
    const auto with = [](double size, double lift) {
        Town town = families(600);
        Safety& s = town.now.safety;
        s.unsafe = 0.2;
        s.reported = 0.4;
        s.alarm_lift = lift;
        s.alarm_half_life = 3.0;
        s.report_caution = s.escalation = 1.0;
        town.world.services[board_service].line.set_capacity(ServerId(0), 300);
        if (size > 0.0) town.pull("incident", size);
        return town;
    };
    const auto counts = [](Town& town, int steps) {
        const auto before = town.world.tally.safety;
        town.run(steps, chain);
        const auto& now = town.world.tally.safety;
        return std::array{sum_of(now.reports) - sum_of(before.reports), sum_of(now.measures) - sum_of(before.measures),
                          town.world.services[board_service].line.waiting()};
    };
    Town calm = with(0.0, 1.5), alarmed = with(2.0, 1.5);
    const auto quiet = counts(calm, steps_a_year), loud = counts(alarmed, steps_a_year);
    for (std::size_t k = 0; k < quiet.size(); ++k) CHECK(loud[k] >= quiet[k] + (k != 1));
    counts(calm, 2 * steps_a_year);
    counts(alarmed, 2 * steps_a_year);
    CHECK(counts(calm, steps_a_year)[0] == counts(alarmed, steps_a_year)[0]);   // reporting is as it was
    Town without = with(2.0, 0.0), base = with(0.0, 0.0);
    without.run(steps_a_year, chain);
    base.run(steps_a_year, chain);
    without.world.alarm.level = Level{};
    CHECK(traces(without) == traces(base));
}

TEST_CASE("B10: incidents by chance are off in the data, and come when switched on", "[b10]") {
    Town town = families(10);
    town.run(5 * steps_a_year, {"follow_outside_world"});
    CHECK(town.world.alarm.level.raw == 0);
    town.now.safety.incident_chance = 12.0;
    town.run(5, {"follow_outside_world"});
    CHECK(town.world.alarm.level.raw > 0);
}

TEST_CASE("B9: requests grow by the trend, and the growth stops when it is switched off", "[b9]") {
    Town town = families(10);
    CHECK(model().parameters.safety.outside_trend > 0.0);
    town.now.safety.outside_trend = 0.05;
    town.run(5 * steps_a_year, {"follow_outside_world"});
    const std::int64_t grown = town.world.alarm.asking;
    CHECK(std::abs(static_cast<double>(grown) / asking_one - 1.284) < 0.005);   // e^(5 x 0.05)
    town.pull("outside_trend", 0.0);
    town.run(steps_a_year, {"follow_outside_world"});
    CHECK(town.world.alarm.asking == grown);
}

TEST_CASE("B9: families ask more often by the factor that has grown", "[b9]") {
    const auto requests = [](double factor) {
        Town town = families(500);
        town.world.alarm.asking = static_cast<std::int64_t>(factor * asking_one);
        town.run(13, {"seek_help"});
        return town.world.tally.requests;
    };
    const auto base = static_cast<double>(requests(1.0));
    CHECK(base > 20.0);
    CHECK(static_cast<double>(requests(1.5)) > 1.2 * base);
}

}  // namespace safety_links_test
