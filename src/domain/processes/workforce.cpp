// C3: professionals fall ill, leave and are replaced. Pressure (the load of a service against its hours, smoothed over
// months) raises sickness and leaving; successors come out of one regional pool that other employers hire from too.
//
// Base hours already stand for normal sickness and vacancies, so the hours of those who are present are scaled up by the
// expected share present; who is absent starts nobody, and colleagues carry his clients (services.cpp).
#include <algorithm>

#include "../staff.h"
#include "ontkoker/domain/services.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double weeks_per_month = 365.25 / 84.0;
constexpr std::int64_t one_person = 1000;

// Share of posts that is filled and well at normal pressure.
double expected_presence(const Workforce& now) {
    return (1.0 - now.sickness) / (1.0 + now.leaving * now.recruit_months / 12.0);
}

AgentKey key_of(std::size_t service, std::size_t server) { return derived_key(AgentKey{service + 1}, 42, server); }

// Load above the norm, 0..1, that weighs on a professional.
double above_norm(const Staff& staff, const Professional& post, const Parameters& now) {
    return std::clamp(staff.pressure.value() - now.actors[post.actor].norm, 0.0, 1.0);
}

void feel_pressure(Service& service, Staff& staff, const Workforce& now) {
    const auto hours = static_cast<double>(std::max<std::int64_t>(1, service.line.total_capacity() + staff.stand_in));
    const double load = (static_cast<double>(service.line.total_in_use()) +
                         now.pressure_queue * static_cast<double>(service.line.waiting_load())) / hours * now.caseload_norm;
    const double before = staff.pressure.value();
    staff.pressure = Level::from(before + (std::min(load, 3.0) - before) / std::max(1.0, now.pressure_lag));
}

void fall_ill_or_recover(const Step& step, std::size_t service, std::size_t server, const Staff& staff, Professional& post) {
    const Workforce& now = step.now.workforce;
    const auto words = step.draw(key_of(service, server), Decision::staff_sick, step.number);
    const double weeks = std::max(1.0, now.sick_weeks);
    if (post.sick) {
        post.sick = !happens(words[0], 1.0 / weeks);
    } else {
        const double chance = now.sickness / (1.0 - now.sickness) / weeks;
        post.sick = happens(words[1], chance * (1.0 + now.pressure_sickness * above_norm(staff, post, step.now)));
    }
}

void leave(Step& step, std::size_t service, std::size_t server, const Staff& staff, Professional& post) {
    const Workforce& now = step.now.workforce;
    const auto word = step.draw(key_of(service, server), Decision::staff_leave, step.number)[0];
    if (!happens(word, now.leaving / 12.0 * (1.0 + now.pressure_leaving * above_norm(staff, post, step.now)))) return;
    post.vacant = true;
    post.sick = false;
    post.vacant_since = step.number;
    ++post.occupant;   // a stand-in
    step.world.professionals.pool += nearest(one_person * now.pool_return);
    ++step.world.tally.workforce.left;
}

// The longest open post first.
void hire(Step& step) {
    Professionals& pros = step.world.professionals;
    struct Open {
        std::int32_t since;
        std::size_t service, server;
    };
    std::vector<Open> open;
    const auto weeks = static_cast<std::int32_t>(nearest(step.now.workforce.recruit_months * weeks_per_month));
    for (std::size_t s = 0; s < pros.staff.size(); ++s)
        for (std::size_t i = 0; i < pros.staff[s].posts.size(); ++i)
            if (const Professional& post = pros.staff[s].posts[i]; post.vacant && step.number - post.vacant_since >= weeks)
                open.push_back({post.vacant_since, s, i});
    std::stable_sort(open.begin(), open.end(), [](const Open& a, const Open& b) { return a.since < b.since; });
    for (const Open& at : open) {
        if (pros.pool < one_person) return;
        pros.pool -= one_person;
        Professional& post = pros.staff[at.service].posts[at.server];
        ++post.occupant;
        fill_post(step.world, at.service, at.server, post, step.now, step.draws);
        ++step.world.tally.workforce.hired;
    }
}

void pass_month(Step& step) {
    Professionals& pros = step.world.professionals;
    const Workforce& now = step.now.workforce;
    std::int64_t posts = 0;
    for (std::size_t s = 0; s < pros.staff.size(); ++s)
        for (std::size_t i = 0; i < pros.staff[s].posts.size(); ++i, ++posts) {
            Professional& post = pros.staff[s].posts[i];
            if (post.vacant) continue;
            if (post.experience < 600) ++post.experience;
            leave(step, s, i, pros.staff[s], post);
        }
    pros.pool += nearest(one_person * static_cast<double>(posts) * now.pool_inflow * now.hiring / 12.0);
    pros.pool -= nearest(static_cast<double>(pros.pool) * now.pool_outside);
}

// Families whose professional left or was replaced meet a new face.
void meet_successors(Step& step) {
    Children& c = step.world.children;
    const auto gone = [&](std::size_t i) {
        return c.help[i] == HelpState::in_help && c.helper[i].server.exists() &&
               face_at(step.world, c.helper[i].service, c.helper[i].server) != c.helper[i];
    };
    for (const std::uint32_t i : rows_marked(c.help, 255, step.grain, gone)) {
        c.helper[i] = face_at(step.world, c.helper[i].service, c.helper[i].server);
        meet_new_face(step, ChildId(i));
    }
}

void count_posts(Step& step) {
    WorkforceTally& tally = step.world.tally.workforce;
    for (const Staff& staff : step.world.professionals.staff)
        for (const Professional& post : staff.posts) {
            ++tally.post_weeks;
            tally.sick_weeks += post.sick;
            tally.vacant_weeks += post.vacant;
        }
}

// C9: specialists near the access are paid by the hour.
void pay_consult(Step& step) {
    const Workforce& now = step.now.workforce;
    if (now.consult_hours <= 0.0) return;
    double tariff = 0.0;
    for (const Actor& actor : step.now.actors)
        if (actor.type == "specialist") tariff = std::max(tariff, actor.tariff);
    const auto posts = static_cast<std::int64_t>(step.world.professionals.staff[access_service].posts.size());
    step.world.ledger.pay(Account::prevention_teams, Account::providers, posts * euros(now.consult_hours * tariff));
}

}  // namespace

void staff_services(Step& step) {
    World& world = step.world;
    Professionals& pros = world.professionals;
    if (pros.staff.empty()) return;
    pros.presence = Level::from(expected_presence(step.now.workforce));
    for (std::size_t s = 0; s < pros.staff.size(); ++s) {
        Staff& staff = pros.staff[s];
        if (staff.posts.empty()) continue;
        feel_pressure(world.services[s], staff, step.now.workforce);
        for (std::size_t i = 0; i < staff.posts.size(); ++i)
            if (!staff.posts[i].vacant) fall_ill_or_recover(step, s, i, staff, staff.posts[i]);
    }
    if (step.month) pass_month(step);
    hire(step);
    meet_successors(step);
    count_posts(step);
    pay_consult(step);
    set_capacities(step);
}

}  // namespace ontkoker::processes
