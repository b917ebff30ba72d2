// C3 and the laws of hours: sickness, leaving, successors, pressure, absence.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace workforce_links_test {

constexpr std::int32_t week = 1500;   // minutes of a professional
constexpr std::size_t posts = 200;

// An access of two hundred professionals at a pressure that stays; nobody has asked yet.
Town staffed(double pressure = 0.0) {
    Town town;
    town.settle({.wage = 3500, .children = {9}});
    town.open(week);
    Service& access = town.world.services[access_service];
    while (access.line.servers() < posts) {
        access.line.add_server(week);
        access.base_capacity.push_back(week);
        access.breadth.push_back(Level{Level::one});
    }
    town.world.professionals.staff.assign(town.world.services.size(), Staff{});
    Staff& staff = town.world.professionals.staff[access_service];
    staff.posts.assign(posts, Professional{});
    staff.pressure = Level::from(pressure);
    town.world.professionals.pool = 1'000'000;
    Workforce& w = town.now.workforce;
    w.pressure_lag = 1e9;
    w.sickness = 0.07;
    w.sick_weeks = 4.0;
    w.leaving = 0.15;
    w.recruit_months = 3.0;
    return town;
}

const std::vector<std::string_view> staffing = {"staff_services"};

WorkforceTally tally_of(Town town, int steps = 208) {
    town.run(steps, staffing);
    CHECK(broken_weekly_laws(town.world).empty());
    return town.world.tally.workforce;
}

template <class Change>
WorkforceTally tally_with(double pressure, const Change& change) {
    Town town = staffed(pressure);
    change(town);
    return tally_of(std::move(town));
}

std::vector<std::int32_t> capacities(const Town& town, std::size_t service = access_service) {
    const WaitingLine& line = town.world.services[service].line;
    std::vector<std::int32_t> all;
    for (std::size_t i = 0; i < line.servers(); ++i) all.push_back(line.capacity(ServerId(i)));
    return all;
}

TEST_CASE("C3: sickness and leaving meet their rates without pressure", "[c3]") {
    const WorkforceTally t = tally_of(staffed());
    const auto weeks = static_cast<double>(t.post_weeks);
    CHECK(t.post_weeks == 208 * static_cast<std::int64_t>(posts));
    CHECK(t.sick_weeks / (weeks - t.vacant_weeks) == Approx(0.07).margin(0.01));
    CHECK(t.left / (weeks - t.vacant_weeks) * 52 == Approx(0.15).margin(0.04));
    CHECK(t.vacant_weeks / weeks == Approx(0.15 * 3.0 / 12.0 / (1 + 0.15 * 3.0 / 12.0)).margin(0.015));
}

TEST_CASE("C3: without sickness and leaving the hours are what they were, bit for bit", "[c3]") {
    Town with = town_of("woudenberg", 4);
    with.now.workforce.sickness = with.now.workforce.leaving = 0.0;
    for (Staff& staff : with.world.professionals.staff)
        for (Professional& post : staff.posts) post.sick = post.vacant = false;
    Town without = with;
    without.world.professionals.presence = Level{Level::one};
    with.run(4, {"staff_services", "review_capacity"});
    without.run(4, {"review_capacity"});
    for (std::size_t s = 0; s < with.world.services.size(); ++s) CHECK(capacities(with, s) == capacities(without, s));
}

TEST_CASE("C3: pressure raises sickness and leaving, and not at zero", "[c3]") {
    const auto strength = [](double sickness, double leaving) {
        return [=](Town& town) {
            town.now.workforce.pressure_sickness = sickness;
            town.now.workforce.pressure_leaving = leaving;
        };
    };
    const WorkforceTally calm = tally_with(0.5, strength(1.5, 2.0)), pressed = tally_with(1.8, strength(1.5, 2.0));
    CHECK(pressed.sick_weeks > calm.sick_weeks);
    CHECK(pressed.left > calm.left);
    const WorkforceTally zero = tally_with(1.8, strength(0.0, 0.0)), calm_zero = tally_with(0.5, strength(0.0, 0.0));
    CHECK(zero.sick_weeks == calm_zero.sick_weeks);
    CHECK(zero.left == calm_zero.left);
}

TEST_CASE("C3: pressure follows the load with a lag, and a stricter norm lowers it", "[c3]") {
    const auto pressure = [](int steps, double norm) {
        Town town = staffed();
        town.now.workforce.sickness = town.now.workforce.leaving = 0.0;
        town.now.workforce.pressure_lag = 26.0;
        town.now.workforce.caseload_norm = norm;
        WaitingLine& line = town.world.services[access_service].line;
        for (std::uint32_t k = 0; k < 2000; ++k) {
            LineRequest request;
            request.key = AgentKey{k + 1};
            request.client = k;
            request.weekly_load = 300;
            line.submit(request);
        }
        std::vector<LineEvent> events;
        for (int n = 0; n < steps; ++n) {
            town.run(1, staffing);
            line.advance(town.next * minutes_per_step, [](std::uint32_t, ServerId, Moment) { return never - 1; }, events);
        }
        return town.world.professionals.staff[access_service].pressure.value();
    };
    CHECK(pressure(4, 1.0) < pressure(26, 1.0));
    CHECK(pressure(26, 1.0) < pressure(104, 1.0));
}

TEST_CASE("C3: replacement takes months and comes out of one limited pool", "[c3]") {
    const auto pool = [](std::int64_t people, double inflow, double months, double hiring = 1.0) {
        return [=](Town& town) {
            town.world.professionals.pool = 1000 * people;
            town.now.workforce.pool_inflow = inflow;
            town.now.workforce.pool_return = 0.0;
            town.now.workforce.recruit_months = months;
            town.now.workforce.hiring = hiring;
        };
    };
    const WorkforceTally plenty = tally_with(0.0, pool(1000, 1.0, 3.0)), slow = tally_with(0.0, pool(1000, 1.0, 9.0));
    CHECK(slow.vacant_weeks > plenty.vacant_weeks);
    const WorkforceTally none = tally_with(0.0, pool(0, 0.0, 3.0)), few = tally_with(0.0, pool(0, 0.05, 3.0));
    CHECK(none.hired == 0);
    CHECK(few.hired > 0);
    CHECK(few.vacant_weeks < none.vacant_weeks);
    CHECK(plenty.vacant_weeks < few.vacant_weeks);
    CHECK(tally_with(0.0, pool(0, 0.05, 3.0, 2.0)).hired > few.hired);   // the lever
    const WorkforceTally taken = tally_with(0.0, [&](Town& town) {
        pool(0, 0.1, 3.0)(town);
        town.now.workforce.pool_outside = 0.9;
    });
    const WorkforceTally left = tally_with(0.0, [&](Town& town) {
        pool(0, 0.1, 3.0)(town);
        town.now.workforce.pool_outside = 0.0;
    });
    CHECK(taken.hired < left.hired);   // other employers hire from the same pool
}

TEST_CASE("C3: who is absent starts nobody, and the present carry the clients", "[c3]") {
    Town town = staffed();
    town.now.workforce.leaving = 0.0;
    town.now.workforce.sickness = 0.3;
    town.run(20, staffing);
    const Staff& staff = town.world.professionals.staff[access_service];
    std::size_t away = 0;
    for (std::size_t i = 0; i < posts; ++i) {
        const bool present = staff.posts[i].present();
        away += !present;
        CHECK((town.world.services[access_service].line.capacity(ServerId(i)) == 0) == !present);
    }
    CHECK(away > 30);
    // Base hours stand for normal absence: the present have more than their base.
    CHECK(town.world.services[access_service].line.total_capacity() == Approx(week * static_cast<double>(posts)).epsilon(0.1));
}

TEST_CASE("C3: hours given never exceed the hours there are, also while many are away", "[c3][laws]") {
    Town town = town_of("woudenberg", 1);
    town.now.workforce.sickness = 0.25;
    town.now.workforce.leaving = 0.5;
    for (int n = 0; n < 104; ++n) {
        town.run(1);
        CHECK(broken_weekly_laws(town.world).empty());
        for (std::size_t s = 0; s < town.world.services.size(); ++s) {
            const Staff& staff = town.world.professionals.staff[s];
            if (staff.posts.empty()) continue;
            const auto offered = static_cast<double>(offered_minutes(town.world, s));
            const auto used = static_cast<double>(town.world.services[s].line.total_in_use());
            CHECK(used * staff.coverage.value() <= offered + 3.0);
        }
    }
    CHECK(broken_monthly_laws(town.world).empty());
}

TEST_CASE("C3: a new face in running help lowers trust, and not at zero", "[c3][c6]") {
    const auto trust = [](double loss, bool replaced) {
        Town town = staffed();
        town.now.workforce.sickness = town.now.workforce.leaving = 0.0;
        town.now.access.trust_new_face = loss;
        town.world.professionals.staff[first_help_service].posts.assign(1, Professional{});
        town.world.children.help[0] = HelpState::in_help;
        town.world.children.helper[0] = {ServerId(0), first_help_service, 0};
        if (replaced) ++town.world.professionals.staff[first_help_service].posts[0].occupant;
        const Level before = town.world.households.trust[0];
        town.run(1, staffing);
        CHECK(town.world.tally.workforce.new_faces == replaced);
        return town.world.households.trust[0].raw - before.raw;
    };
    CHECK(trust(0.2, true) < 0);
    CHECK(trust(0.0, true) == 0);
    CHECK(trust(0.2, false) == 0);
}

TEST_CASE("C3: with the process off professionals are always there", "[c3]") {
    Town town = staffed();
    town.run(30, {"review_capacity"});
    for (const std::int32_t minutes : capacities(town)) CHECK(minutes == week);
    CHECK(town.world.tally.workforce.post_weeks == 0);
}

}  // namespace workforce_links_test
