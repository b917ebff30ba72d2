// B1, B2, B3, C4: problem loads by cause, and what help and waiting do to them.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace children_links_test {

const std::vector<std::string_view> develop = {"develop_children"};

// Nothing happens to anybody by itself.
void quiet(ChildDevelopment& c) {
    c.shocks_everyday = c.shocks_mild = c.shocks_severe = 0.0;
    c.own_fade = c.own_fade_severe = 0.0;
    c.livelihood_stress = c.worsening = 0.0;
    c.family_mental_health = c.family_addiction = c.family_lvb = c.family_conflict = 0.0;
}

// Families with one child of eight and one of fourteen.
Town families(int count = 200, std::uint8_t problems = 0, double stress = 0.0) {
    Town town;
    quiet(town.now.children);
    town.settle({.children = {8, 14}, .problems = problems}, count);
    for (Level& level : town.world.households.stress) level = Level::from(stress);
    town.open();
    return town;
}

void give_loads(Town& town, double own, double family = 0.0, double livelihood = 0.0) {
    for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
        town.world.children.own[i] = Level::from(own);
        town.world.children.family[i] = Level::from(family);
        town.world.children.livelihood[i] = Level::from(livelihood);
    }
}

// Everybody in help of one type from day 0.
void help_all(Town& town, std::size_t type, std::uint8_t seen) {
    Children& c = town.world.children;
    for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
        c.help[i] = HelpState::in_help;
        c.service[i] = static_cast<std::uint8_t>(type);
        c.since[i] = 0;
        c.seen[i] = seen;
    }
}

TEST_CASE("B1: stress of the family raises the load by livelihood, and not at zero", "[b1]") {
    Town town = families(100, 0, 1.0);
    town.now.children.livelihood_stress = 2.0;
    town.run(steps_a_year, develop);
    const std::int64_t full = sum_of(town.children().livelihood);
    CHECK(full > 0);
    Town half = families(100, 0, 0.5);
    half.now.children.livelihood_stress = 2.0;
    half.run(steps_a_year, develop);
    CHECK(std::abs(static_cast<double>(sum_of(half.children().livelihood)) / static_cast<double>(full) - 0.5) < 0.001);
    Town nil = families(100, 0, 1.0);
    nil.run(steps_a_year, develop);
    CHECK(sum_of(nil.children().livelihood) == 0);
    CHECK(sum_of(town.children().own) + sum_of(town.children().family) == 0);
}

TEST_CASE("B1: each problem of the parents raises the family's load, alone and not at zero", "[b1][a5]") {
    const struct {
        std::uint8_t problem;
        double ChildDevelopment::* weight;
    } drivers[] = {{mental_health, &ChildDevelopment::family_mental_health},
                   {addiction, &ChildDevelopment::family_addiction},
                   {lvb, &ChildDevelopment::family_lvb},
                   {conflict, &ChildDevelopment::family_conflict}};
    for (const auto& driver : drivers)
        for (const auto& weighed : drivers) {
            Town town = families(50, driver.problem);
            town.now.children.*weighed.weight = 2.0;
            town.run(steps_a_year, develop);
            INFO("problem " << int{driver.problem} << ", weight of " << int{weighed.problem});
            CHECK((sum_of(town.children().family) > 0) == (driver.problem == weighed.problem));
            CHECK(sum_of(town.children().own) + sum_of(town.children().livelihood) == 0);
        }
}

TEST_CASE("B1: everyday load falls without drivers, and stays where nothing fades", "[b1]") {
    Town town = families();
    give_loads(town, 4.0);
    Town lasting = town;
    town.now.children.own_fade = 0.8;
    std::int64_t before = sum_of(town.children().own);
    for (int quarter = 0; quarter < 4; ++quarter) {
        town.run(steps_a_year / 4, develop);
        const std::int64_t now = sum_of(town.children().own);
        CHECK(now < before);
        before = now;
    }
    CHECK(before < 200 * 2 * 4 * Level::one / 2);
    const auto as_given = lasting.children().own;
    lasting.run(steps_a_year, develop);
    CHECK(lasting.children().own == as_given);
}

TEST_CASE("B1: shocks come by group and age", "[b1]") {
    Town base = families(300);
    const auto loads = [&](ChildGroup group, auto change) {
        Town town = base;
        for (ChildGroup& one : town.world.children.group) one = group;
        change(town.now.children);
        town.run(steps_a_year, develop);
        return town.children().own;
    };
    const auto sum = [&](ChildGroup group, auto change) { return sum_of(loads(group, change)); };
    CHECK(sum(ChildGroup::everyday, [](ChildDevelopment& c) { c.shocks_everyday = 1.0; }) > 0);
    CHECK(sum(ChildGroup::mild, [](ChildDevelopment& c) { c.shocks_mild = 2.0; }) >
          sum(ChildGroup::mild, [](ChildDevelopment& c) { c.shocks_mild = 0.6; }));
    CHECK(sum(ChildGroup::severe, [](ChildDevelopment& c) { c.shocks_severe = 2.5; }) > 0);
    CHECK(sum(ChildGroup::severe, [](ChildDevelopment& c) { c.shocks_everyday = c.shocks_mild = 2.0; }) == 0);
    const auto older = [](double factor) {
        return [factor](ChildDevelopment& c) {
            c.shocks_everyday = 1.0;
            c.school_age_factor = factor;
        };
    };
    const auto plain = loads(ChildGroup::everyday, older(1.0)), raised = loads(ChildGroup::everyday, older(1.8));
    std::int64_t young = 0, old = 0;
    for (std::size_t i = 0; i < plain.size(); ++i)
        (age_on(base.children().birth_day[i], 0) >= 12 ? old : young) += raised[i].raw - plain[i].raw;
    CHECK(young == 0);
    CHECK(old > 0);
}

TEST_CASE("B2: the lifelong group keeps its need whatever help does", "[b2]") {
    Town town = families();
    for (ChildGroup& group : town.world.children.group) group = ChildGroup::lifelong;
    town.now.children.lifelong_load = 5.0;
    give_loads(town, 8.0);   // above the standing need, so that help could show
    Town helped = town;
    helped.now.help_types[0].effect_own = 0.1;
    help_all(helped, 0, seen_own | seen_family | seen_livelihood);
    Town waiting = town;
    waiting.now.children.worsening = 0.03;
    for (HelpState& state : waiting.world.children.help) state = HelpState::waiting_help;
    for (Town* arm : {&town, &helped, &waiting}) arm->run(steps_a_year, develop);
    CHECK(helped.children().own == town.children().own);
    CHECK(waiting.children().own == town.children().own);
    CHECK(sum_of(town.children().own) == 400 * 8 * std::int64_t{Level::one});
}

TEST_CASE("B2: levers for vulnerable families leave the need of the lifelong group as it was", "[b2]") {
    const Town base = town_of("heusden", 2);
    const auto needs = [&](const std::vector<std::pair<std::string_view, double>>& levers) {
        Town town = base;
        for (const auto& [lever, value] : levers) town.pull(lever, value);
        town.run(2 * steps_a_year);
        std::map<std::uint64_t, std::int32_t> own;
        std::int64_t family_and_money = 0;
        each_child(town, [&](const Children& c, std::size_t i) {
            if (c.group[i] == ChildGroup::lifelong) own[c.key[i].value] = c.own[i].raw;
            family_and_money += c.family[i].raw + c.livelihood[i].raw;
        });
        return std::pair(own, family_and_money);
    };
    const auto [as_is, others] = needs({});
    const auto [after, relieved] = needs({{"minimaregeling_amount", 2.0}, {"minimaregeling_limit", 0.5}, {"debt_help_hours", 4.0},
                                          {"automatic_granting", 1.0}, {"team_substitution", 1.0}, {"intake_breadth", 1.0}});
    CHECK(as_is.size() > 40);
    CHECK(after == as_is);
    CHECK(relieved != others);
}

TEST_CASE("B3: help that misses the severity gains less, and not at zero loss", "[b3]") {
    const auto own_after = [](double severity_fit, double misfit_loss) {
        Town town = families(100);
        give_loads(town, 2.0);
        town.now.seeking.light_limit = 3.0;
        town.now.seeking.severe_limit = 5.0;
        town.now.children.misfit_loss = misfit_loss;
        town.now.help_types[0].effect_own = 0.02;
        town.now.help_types[0].severity_fit = severity_fit;
        help_all(town, 0, seen_own);
        town.run(26, develop);
        return town.children().own;
    };
    CHECK(sum_of(own_after(0, 0.8)) < sum_of(own_after(1, 0.8)));
    CHECK(sum_of(own_after(1, 0.8)) < sum_of(own_after(2, 0.8)));
    CHECK(own_after(2, 0.0) == own_after(0, 0.0));
    CHECK(own_after(0, 0.8) == own_after(0, 0.0));
}

TEST_CASE("B3: help gains less for a cause that nobody saw, cause by cause", "[b3]") {
    const auto loads_after = [](std::uint8_t seen, double unseen_loss) {
        Town town = families(100, mental_health, 1.0);
        town.now.children.family_follow = town.now.children.livelihood_follow = 0.0;
        give_loads(town, 1.0, 1.0, 1.0);
        HelpType& type = town.now.help_types[0];
        type.effect_own = type.effect_family = type.effect_livelihood = 0.02;
        town.now.children.unseen_loss = unseen_loss;
        help_all(town, 0, seen);
        town.run(26, develop);
        return std::array{sum_of(town.children().own), sum_of(town.children().family), sum_of(town.children().livelihood)};
    };
    const auto all = loads_after(seen_own | seen_family | seen_livelihood, 0.9);
    const std::uint8_t causes[] = {seen_own, seen_family, seen_livelihood};
    for (std::size_t missing = 0; missing < 3; ++missing) {
        const auto seen = static_cast<std::uint8_t>((seen_own | seen_family | seen_livelihood) & ~causes[missing]);
        const auto after = loads_after(seen, 0.9);
        for (std::size_t k = 0; k < 3; ++k) CHECK((after[k] > all[k]) == (k == missing));
        CHECK(loads_after(seen, 0.0) == all);
    }
}

TEST_CASE("B3: help that gains less is continued more often", "[b3]") {
    const auto continued = [](double effect, double continue_chance) {
        Town town = families(300);
        give_loads(town, 4.0);
        Seeking& s = town.now.seeking;
        s.light_limit = 3.0;
        s.severe_limit = 6.0;
        s.most = 1000.0;        // everybody asks in the first four weeks
        s.midpoint = 0.0;
        s.none_share = 1.0;     // and goes straight to help
        s.gi_share = 0.0;
        s.continue_chance = continue_chance;
        town.now.access.one_door = town.now.access.handover_loss = 0.0;
        for (HelpType& type : town.now.help_types) {
            type.chosen[3] = {};
            type.patience_weeks = 1e5;
        }
        HelpType& type = town.now.help_types[1];
        type.chosen[3] = {1, 1, 1};
        type.effect_own = effect;
        type.severity_fit = 1;
        town.now.children.misfit_loss = town.now.children.unseen_loss = 0.0;
        town.run(4, {"develop_children", "seek_help", "give_help"});
        s.most = 0.0;
        town.run(2 * steps_a_year, {"develop_children", "seek_help", "give_help"});
        CHECK(town.world.tally.requests == 600);
        return town.world.tally.starts[1] - 600;
    };
    const std::int64_t good = continued(0.05, 0.75), poor = continued(0.001, 0.75);
    INFO("continued: " << good << " with good help, " << poor << " with poor help");
    CHECK(poor > good + 100);
    CHECK(continued(0.001, 0.0) == 0);
}

TEST_CASE("C4: problems worsen in line by what the parameter says, and not at all at zero", "[c4]") {
    Town town = families(100);
    give_loads(town, 2.0);
    const Town before = town;
    for (const HelpState state : {HelpState::waiting_access, HelpState::waiting_help}) {
        Town waiting = before, nil = before;
        waiting.now.children.worsening = 0.03;
        for (Town* arm : {&waiting, &nil})
            for (HelpState& one : arm->world.children.help) one = state;
        waiting.run(20, develop);
        nil.run(20, develop);
        CHECK(nil.children().own == before.children().own);
        for (const Level own : waiting.children().own) {
            CHECK(own.value() > 2.0 + 0.03 * 16 - 0.001);   // counted every four weeks
            CHECK(own.value() < 2.0 + 0.03 * 20 + 0.001);
        }
        // What waiting added is kept, and nothing else is.
        CHECK(sum_of(waiting.children().worsened) == sum_of(waiting.children().own) - sum_of(before.children().own));
        CHECK(sum_of(nil.children().worsened) == 0);
    }
    Town in_intake = before;
    in_intake.now.children.worsening = 0.03;
    for (HelpState& one : in_intake.world.children.help) one = HelpState::intake;
    in_intake.run(20, develop);
    CHECK(in_intake.children().own == before.children().own);
}

TEST_CASE("C4: in a municipality that waits, worsening raises the loads", "[c4]") {
    const auto loads = [](double worsening) {
        Town town = town_of("heusden", 2);
        for (Service& service : town.world.services)
            for (std::size_t i = 0; i < service.base_capacity.size(); ++i) service.base_capacity[i] /= 2;
        town.now.children.worsening = worsening;
        town.run(steps_a_year);
        return sum_of(town.children().own);
    };
    CHECK(loads(0.03) > loads(0.0));
}

}  // namespace children_links_test
