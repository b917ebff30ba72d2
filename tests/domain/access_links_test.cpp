// C6, D1, D2, D3: routes into help, handovers, and help by the team itself.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace access_links_test {

const std::vector<std::string_view> chain = {"seek_help", "take_intakes", "give_help"};

constexpr std::size_t by_access = 0, by_gp = 1, by_youth_doctor = 2, by_specialist = 3, by_gi = 4;

// A thousand children who ask once, in the first four weeks, and wait for whatever they are sent to.
Town asking(double medical, std::uint8_t problems = 0) {
    Town town;
    town.settle({.wage = 3500, .children = {9}, .problems = problems}, 1000);
    for (Level& own : town.world.children.own) own = Level::from(2.0);
    town.open();
    town.world.medical_referral = medical;
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = 0.0;
    s.light_limit = 3.0;
    s.severe_limit = 5.0;
    s.gp_to_team = s.gp_poh_share = 0.0;
    s.none_share = 0.2;
    s.gi_share = 0.1;
    s.youth_doctor_share = s.specialist_share = 0.05;
    s.continue_chance = 0.0;
    Access& a = town.now.access;
    a.one_door = a.handover_loss = a.steady_face = a.team_substitution = 0.0;
    a.patience_weeks = 1e5;
    for (HelpType& type : town.now.help_types) type.patience_weeks = 1e5;
    return town;
}

struct Routes {
    std::int64_t requests = 0, submitted_to_access = 0, helped = 0;
    std::array<std::int64_t, 6> by{};
    std::vector<std::int64_t> types;
};

Routes routes(Town town, int steps = 26) {
    Routes found;
    town.run(4, chain);
    town.now.seeking.most = 0.0;   // nobody comes back
    town.run(steps - 4, chain);
    found.requests = town.world.tally.requests;
    found.submitted_to_access = town.world.services[access_service].line.take_counts().submitted;
    for (std::size_t r = 0; r < 6; ++r) found.by[r] = town.world.tally.starts_by_referrer[r];
    found.types = town.world.tally.starts;
    found.helped = sum_of(found.types);
    CHECK(broken_monthly_laws(town.world).empty());
    return found;
}

TEST_CASE("D1: the share of medical referral moves the referrers", "[d1]") {
    const Routes none = routes(asking(0.0)), half = routes(asking(0.5)), all = routes(asking(1.0));
    CHECK(none.by[by_gp] + none.by[by_youth_doctor] + none.by[by_specialist] == 0);
    CHECK(half.by[by_gp] > 300);
    CHECK(half.by[by_access] < none.by[by_access]);
    CHECK(half.by[by_youth_doctor] > 20);
    CHECK(half.by[by_specialist] > 20);
    CHECK(all.by[by_gp] + all.by[by_youth_doctor] + all.by[by_specialist] == 1000);
    for (const Routes& r : {none, half, all}) CHECK(r.helped == 1000);
}

TEST_CASE("D1 E: doctors refer by law without the municipality", "[d1]") {
    const Routes law = routes(asking(1.0));
    CHECK(law.submitted_to_access == 0);
    Town door = asking(1.0);
    door.now.access.one_door = 1.0;     // the youth doctor uses the front door; GP and specialist do not
    const Routes one_door = routes(door);
    CHECK(one_door.submitted_to_access == one_door.by[by_youth_doctor]);
    CHECK(one_door.by[by_youth_doctor] > 20);
    Town agreed = asking(1.0);
    agreed.pull("gp_agreement", 1.0);
    const Routes through_team = routes(agreed);
    CHECK(through_team.submitted_to_access == through_team.by[by_gp]);
    CHECK(through_team.by == law.by);   // who refers stays the same, by which way changes
}

TEST_CASE("D1 E: the GI never passes the access", "[d1]") {
    Town town = asking(0.0);
    town.now.seeking.gi_share = 1.0;
    town.now.seeking.none_share = 0.0;
    town.now.access.one_door = 1.0;
    for (Level& own : town.world.children.own) own = Level::from(4.0);  // moderate: light loads do not come by the GI
    const Routes found = routes(town);
    CHECK(found.by[by_gi] == 1000);
    CHECK(found.submitted_to_access == 0);
}

TEST_CASE("D1: the same family at another desk gets another plan", "[d1]") {
    Town town = asking(0.0);
    town.now.seeking.none_share = town.now.seeking.gi_share = 0.0;
    for (HelpType& type : town.now.help_types) type.chosen = {};
    town.now.help_types[1].chosen[0] = {1, 1, 1};
    town.now.help_types[2].chosen[1] = {1, 1, 1};
    CHECK(routes(town).types[1] == 1000);
    town.world.medical_referral = 1.0;
    town.now.seeking.youth_doctor_share = town.now.seeking.specialist_share = 0.0;
    CHECK(routes(town).types[2] == 1000);
}

TEST_CASE("D1 D3: the practice nurse handles light and moderate questions, and the insurer pays", "[d1][d3]") {
    Town base = asking(1.0);
    base.now.seeking.youth_doctor_share = base.now.seeking.specialist_share = 0.0;
    base.now.seeking.poh_cost = 400;
    base.now.seeking.poh_effect = 0.25;
    const auto insured = [](Town& town) {
        town.run(4, chain);
        return -town.world.ledger.balance(Account::insurer).count;
    };
    Town none = base, some = base, all = base, severe = base;
    some.pull("poh_hours", 0.5);
    for (Town* arm : {&all, &severe}) arm->now.seeking.gp_poh_share = 1.0;
    for (Level& own : severe.world.children.own) own = Level::from(8.0);
    CHECK(insured(none) == 0);
    CHECK(insured(some) > 400 * euros(400).count);
    CHECK(insured(some) < insured(all));
    CHECK(insured(severe) == 0);
    Town once = base;
    once.now.seeking.gp_poh_share = 1.0;
    CHECK(insured(once) == 1000 * euros(400).count);
    CHECK(sum_of(once.children().own) == 1000 * std::int64_t{Level::from(1.5).raw});
    CHECK(sum_of(once.world.tally.starts) == 0);
}

TEST_CASE("D2: the front door takes the requests that would have gone straight to help", "[d2]") {
    std::int64_t before = -1;
    for (const double share : {0.0, 0.3, 0.7, 1.0}) {
        Town town = asking(0.3);
        town.now.access.one_door = share;
        const Routes found = routes(town);
        CHECK(found.requests == 1000);
        CHECK(found.submitted_to_access > before);
        before = found.submitted_to_access;
    }
}

TEST_CASE("C6: each handover loses families, none at zero, a steady face keeps them", "[c6]") {
    const auto dropped = [](double loss, double steady, double handovers, double medical = 0.0) {
        Town town = asking(medical);
        town.now.access.handover_loss = loss;
        town.now.access.steady_face = steady;
        for (HelpType& type : town.now.help_types) type.handovers = handovers;
        town.now.seeking.youth_doctor_share = town.now.seeking.specialist_share = 0.0;
        town.run(4, chain);
        town.now.seeking.most = 0.0;
        town.run(22, chain);
        CHECK(sum_of(town.world.tally.starts) + sum_of(town.world.tally.dropped) == 1000);
        return sum_of(town.world.tally.dropped);
    };
    CHECK(dropped(0.0, 0.0, 2) == 0);
    CHECK(dropped(0.15, 0.0, 0) == 0);
    const std::int64_t once = dropped(0.15, 0.0, 1), twice = dropped(0.15, 0.0, 2);
    CHECK(once > 80);
    CHECK(twice > once + 40);
    CHECK(dropped(0.01, 0.0, 1) < once);
    CHECK(dropped(0.15, 0.6, 2) < twice);
    CHECK(dropped(0.15, 1.0, 2) == 0);
    CHECK(dropped(0.15, 1.0, 1, 1.0) == dropped(0.15, 0.0, 1, 1.0));  // the GP does not come along
}

TEST_CASE("C6: the face of an earlier intake is taken again where faces are steady", "[c6][a6]") {
    const auto same_face = [](double steady) {
        Town town = asking(0.0);
        town.now.seeking.none_share = town.now.seeking.gi_share = 0.0;
        town.now.access.steady_face = steady;
        Service& access = town.world.services[access_service];
        for (int k = 0; k < 9; ++k) {
            access.line.add_server(1'000'000);
            access.base_capacity.push_back(1'000'000);
            access.breadth.push_back(Level{Level::one});
        }
        for (Face& face : town.world.children.face) face = {ServerId(3)};
        town.run(10, chain);
        std::int64_t same = 0;
        for (const Face& face : town.children().face) same += face.server == ServerId(3);
        return same;
    };
    CHECK(same_face(0.5) == 1000);
    CHECK(same_face(0.0) < 300);
}

TEST_CASE("D3: where the cause lies in the family the team helps instead of referring, and not at zero", "[d3]") {
    const auto helped_by_team = [](double substitution, std::uint8_t problems) {
        Town town = asking(0.0, problems);
        town.now.seeking.none_share = town.now.seeking.gi_share = 0.0;
        town.now.access.see_other = 1.0;
        town.now.access.breadth = 1.0;
        town.now.access.trust_start = 1.0;
        for (Level& trust : town.world.households.trust) trust = Level{Level::one};
        town.now.access.team_substitution = substitution;
        for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
            town.world.children.own[i] = Level::from(0.5);
            town.world.children.family[i] = Level::from(problems ? 2.0 : 0.0);
        }
        for (HelpType& type : town.now.help_types) type.chosen[0] = {};
        town.now.help_types[town.type_named("ambulant")].chosen[0] = {1, 1, 1};
        return routes(town).types[town.type_named("team_help")];
    };
    const std::int64_t full = helped_by_team(1.0, mental_health), half = helped_by_team(0.5, mental_health);
    CHECK(half > 100);
    CHECK(full > half + 100);
    CHECK(helped_by_team(0.0, mental_health) == 0);
    CHECK(helped_by_team(1.0, 0) == 0);
}

TEST_CASE("D3: hours of the team give more help and cost in proportion, none give none", "[d3]") {
    Town base = asking(0.0);
    base.now.seeking.none_share = 1.0;
    base.now.seeking.gi_share = 0.0;
    const std::size_t team = base.type_named("team_help");
    for (HelpType& type : base.now.help_types) type.chosen[3] = {};
    base.now.help_types[team].chosen[3] = {1, 1, 1};
    base.world.services[first_help_service + team].base_capacity = {60 * 100};  // a hundred clients at a time
    const auto of_hours = [&](double hours) {
        Town town = base;
        town.pull("team_help_hours", hours);
        town.run(13, {"review_capacity", "seek_help", "give_help", "pay_services"});
        return std::pair(town.world.tally.starts[team], town.world.tally.spending[team]);
    };
    const auto [starts, cost] = of_hours(1.0);
    CHECK(starts >= 100);
    CHECK(of_hours(3.0).first > starts + 150);
    CHECK(of_hours(3.0).second == 3 * cost);
    CHECK(of_hours(0.0) == std::pair(std::int64_t{0}, std::int64_t{0}));
}

}  // namespace access_links_test
