// Kinds of help as data: gates, payers, own lengths, effects by group; routes side by side.
#include "../../src/domain/helping.h"
#include "ontkoker/domain/services.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace help_types_test {

const std::vector<std::string_view> chain = {"review_capacity", "seek_help", "give_help", "pay_services"};

// Children who ask once and start by themselves, with every kind of help chosen alike.
Town free_choice(double load = 2.0) {
    Town town;
    town.settle({.wage = 3500, .children = {3, 9, 16}}, 300);
    for (Level& own : town.world.children.own) own = Level::from(load);
    town.open();
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = s.gi_share = s.continue_chance = 0.0;
    s.none_share = 1.0;
    s.light_limit = 3.0;
    s.severe_limit = 5.0;
    town.now.access.one_door = town.now.access.handover_loss = 0.0;
    for (HelpType& type : town.now.help_types) {
        for (auto& weights : type.chosen) weights = {1, 1, 1};
        type.patience_weeks = 1e5;
        type.minimum_severity = type.needs_decision = type.compelled_only = type.age_from = 0.0;
        type.age_to = 17.0;
    }
    return town;
}

std::int64_t starts_of(Town town, std::size_t type) {
    town.run(8, chain);
    CHECK(sum_of(town.world.tally.starts) > 800);
    return town.world.tally.starts[type];
}

TEST_CASE("B2: nobody starts a kind of help past its gates", "[b2]") {
    const auto gated = [](auto change, double load = 2.0) {
        Town town = free_choice(load);
        change(town.now.help_types[3]);
        return starts_of(town, 3);
    };
    CHECK(gated([](HelpType&) {}) > 50);
    CHECK(gated([](HelpType& t) { t.minimum_severity = 1; }) == 0);
    CHECK(gated([](HelpType& t) { t.minimum_severity = 1; }, 4.0) > 50);
    CHECK(gated([](HelpType& t) { t.needs_decision = 1; }) == 0);
    CHECK(gated([](HelpType& t) { t.compelled_only = 1; }) == 0);
    CHECK(gated([](HelpType& t) { t.age_from = 18; }) == 0);
    const std::int64_t young = gated([](HelpType& t) { t.age_to = 8; }), old = gated([](HelpType& t) { t.age_from = 9; });
    CHECK(young > 10);
    CHECK(old > young);
    Town town = free_choice();
    town.now.help_types[3].compelled_only = 1;
    Step step{town.world, town.now, town.draws, 0, {}};
    CHECK(may_choose(step, ChildId(0), 3, decider_of(Referrer::gi)));
    CHECK(may_choose(step, ChildId(0), 3, decider_of(Referrer::court)));
    CHECK_FALSE(may_choose(step, ChildId(0), 3, decider_of(Referrer::gp)));
    CHECK_FALSE(may_choose(step, ChildId(0), 3, decider_of(Referrer::school)));
}

TEST_CASE("D4: a kind of help costs its own payer, in every form of contract, and no other", "[d4]") {
    for (const double form : {0.0, 1.0, 2.0}) {
        for (const Account payer : {Account::insurer, Account::long_term_care, Account::schools}) {
            Town town = free_choice();
            for (HelpType& type : town.now.help_types) {
                type.contract_form = form;
                type.payer = payer;
            }
            town.run(8, chain);
            CHECK(town.world.ledger.spent(Account::youth) == Cents(0));
            CHECK(town.world.ledger.spent(payer) > Cents(0));
            CHECK(town.world.ledger.spent(payer) == Cents(sum_of(town.world.tally.spending)));
        }
    }
}

TEST_CASE("B3: trajectories last as long as the classes of their own kind say", "[b3]") {
    const auto served = [](std::array<double, 7> shares) {
        Town town = free_choice();
        for (HelpType& type : town.now.help_types) {
            type.chosen[3] = {};
            type.contract_form = 0;
        }
        town.now.contracts.duration = {1, 1, 1};
        HelpType& type = town.now.help_types[1];
        type.chosen[3] = {1, 1, 1};
        type.duration = shares;
        town.run(4, chain);
        town.now.seeking.most = 0.0;
        town.run(2 * steps_a_year, chain);
        return town.help(1).month.served_minutes;
    };
    CHECK(served({1, 0, 0, 0, 0, 0, 0}) < served({0, 0, 1, 0, 0, 0, 0}));
    CHECK(served({}) == served({0.16, 0.17, 0.3, 0.23, 0.07, 0.03, 0.04}));  // none of its own: those of all help
    for (const HelpType& type : model().parameters.help_types) {
        double sum = 0.0;
        for (const double share : type.duration) sum += share;
        CHECK(sum == Approx(1.0).margin(0.002));
        CHECK(mean_months(type, model().parameters.tables) > 6.0);
    }
}

TEST_CASE("B2: the effect on own load follows the child's group, the lifelong group is not moved", "[b2]") {
    const auto own_after = [](ChildGroup group, double factor) {
        Town town;
        town.settle({.children = {9}}, 50);
        town.open();
        ChildDevelopment& c = town.now.children;
        c.shocks_everyday = c.shocks_mild = c.shocks_severe = c.own_fade = c.own_fade_severe = c.misfit_loss = 0.0;
        c.lifelong_load = 0.0;
        town.now.help_types[0].effect_own = 0.02;
        town.now.help_types[0].group_effect[static_cast<std::size_t>(group)] = factor;
        for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
            town.world.children.group[i] = group;
            town.world.children.own[i] = Level::from(4.0);
            town.world.children.help[i] = HelpState::in_help;
            town.world.children.seen[i] = seen_own;
        }
        town.run(20, {"develop_children"});
        return sum_of(town.children().own);
    };
    const std::int64_t untouched = 50 * Level::from(4.0).raw;
    for (const ChildGroup group : {ChildGroup::everyday, ChildGroup::mild, ChildGroup::severe}) {
        CHECK(own_after(group, 1.3) < own_after(group, 0.5));
        CHECK(own_after(group, 0.0) == untouched);
    }
    const auto& types = model().parameters.help_types;
    for (const HelpType& type : types) CHECK(type.group_effect[static_cast<std::size_t>(ChildGroup::lifelong)] == 0.0);
    CHECK(own_after(ChildGroup::lifelong, 0.0) == untouched);
}

TEST_CASE("B2: levers on parents, separation and networks leave the need of the lifelong group alone", "[b2]") {
    const Town base = town_of("heusden", 4);
    const auto own = [&](bool levers) {
        Town town = base;
        if (levers) {
            town.pull("parent_care_hours", 3.0);
            town.pull("parent_consultation", 0.05);
            town.pull("separation_support", 1.0);
            town.pull("mentor_asked", 1.0);
            town.pull("informal_support", 10.0);
        }
        town.run(2 * steps_a_year);
        CHECK(broken_monthly_laws(town.world).empty());
        std::map<std::uint64_t, std::int32_t> lifelong;
        std::int64_t family = 0;
        each_child(town, [&](const Children& c, std::size_t i) {
            if (c.group[i] == ChildGroup::lifelong) lifelong[c.key[i].value] = c.own[i].raw;
            family += c.family[i].raw;
        });
        return std::pair(lifelong, family);
    };
    const auto as_is = own(false), after = own(true);
    CHECK(as_is.first.size() > 20);
    CHECK(after.first == as_is.first);
    CHECK(after.second < as_is.second);
}

TEST_CASE("D1: school brings its share of requests to the access, a court refers only when it is asked to", "[d1]") {
    const auto by = [](double share) {
        Town town = free_choice();
        town.now.seeking.none_share = 0.0;
        town.now.seeking.school_share = share;
        town.now.access.patience_weeks = 1e5;
        town.run(4, {"seek_help"});
        std::array<std::int64_t, static_cast<std::size_t>(Referrer::count)> count{};
        each_child(town, [&](const Children& c, std::size_t i) {
            ++count[static_cast<std::size_t>(c.referrer[i])];
            CHECK(c.help[i] == HelpState::waiting_access);
        });
        return count;
    };
    const auto at = [](Referrer r) { return static_cast<std::size_t>(r); };
    const auto none = by(0.0), some = by(0.25);
    CHECK(none[at(Referrer::access)] == 900);
    CHECK(some[at(Referrer::school)] > 170);
    CHECK(some[at(Referrer::school)] < 280);
    CHECK(some[at(Referrer::access)] + some[at(Referrer::school)] == 900);
    CHECK(some[at(Referrer::court)] == 0);
    Town town = free_choice();
    Step step{town.world, town.now, town.draws, 0, {}};
    refer(step, ChildId(0), 1, Referrer::court, 0);
    town.run(1, {"give_help"});
    CHECK(town.world.tally.starts_by_referrer[at(Referrer::court)] == 1);
}

}  // namespace help_types_test
