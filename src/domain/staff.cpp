#include "staff.h"

#include <algorithm>

#include "market.h"
#include "ontkoker/domain/services.h"

namespace ontkoker {
namespace {

constexpr std::uint64_t post_purpose = 40, occupant_purpose = 41;

AgentKey key_of(std::size_t service, std::size_t server, std::uint16_t occupant) {
    return derived_key(derived_key(AgentKey{service + 1}, post_purpose, server), occupant_purpose, occupant);
}

std::string name_of(const World& world, std::size_t service, const Parameters& p) {
    return is_help(service) ? p.help_types[type_of(world, service)].name : service_names()[service];
}

// The rows of actors that work in a service.
std::vector<std::size_t> actors_in(const std::string& service, const Parameters& p) {
    std::vector<std::size_t> found;
    for (std::size_t a = 0; a < p.actors.size(); ++a) {
        const auto& services = p.actors[a].services;
        if (std::find(services.begin(), services.end(), service) != services.end() && p.actors[a].share > 0.0) found.push_back(a);
    }
    return found;
}

// The actor that is furthest below its share when `given` posts are filled.
std::size_t next_actor(const std::vector<std::size_t>& actors, const std::vector<int>& given, const Parameters& p) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < actors.size(); ++k)
        if ((given[k] + 1) / p.actors[actors[k]].share < (given[best] + 1) / p.actors[actors[best]].share) best = k;
    return best;
}

}  // namespace

void fill_post(const World& world, std::size_t service, std::size_t server, Professional& post, const Parameters& now, const Draws& draws) {
    const auto words = draws.block({key_of(service, server, post.occupant), static_cast<std::uint16_t>(Decision::staff_person), 0, 0});
    const Actor& actor = now.actors[post.actor];
    // The first at the access have the breadth that the line was opened with.
    const auto& opened = world.services[service].breadth;
    const bool first = post.occupant == 0 && server < opened.size();
    const double own = first ? opened[server].value() : 1.0 + now.access.breadth_spread * (2.0 * unit(words[0]) - 1.0);
    post.breadth = Level::from(own * actor.breadth);
    post.depth = Level::from(actor.depth);
    post.risk = Level::from(unit(words[1]));
    const double months = exponential(words[2], now.workforce.experience_hired);
    post.experience = static_cast<std::uint16_t>(std::clamp<std::int64_t>(nearest(months), 0, 600));
    post.sick = post.vacant = false;
}

void open_line_posts(World& world, std::size_t s, const Parameters& p, const Draws& draws) {
    Professionals& pros = world.professionals;
    if (pros.staff.size() <= s) pros.staff.resize(s + 1);
    if (is_help(s) && p.help_types[type_of(world, s)].places) return;
    const auto actors = actors_in(name_of(world, s, p), p);
    if (actors.empty()) return;
    std::vector<int> given(actors.size());
    for (std::size_t i = 0; i < world.services[s].line.servers(); ++i) {
        const std::size_t k = next_actor(actors, given, p);
        ++given[k];
        Professional post;
        post.actor = static_cast<std::uint8_t>(actors[k]);
        fill_post(world, s, i, post, p, draws);
        // Who works here at the start has been here for a while: as long as people stay.
        const auto word = draws.block({key_of(s, i, 0), static_cast<std::uint16_t>(Decision::staff_person), 0, 1})[0];
        const double months = post.experience + exponential(word, 12.0 / std::max(p.workforce.leaving, 0.02));
        post.experience = static_cast<std::uint16_t>(std::clamp<std::int64_t>(nearest(months), 0, 600));
        pros.staff[s].posts.push_back(post);
    }
}

void open_posts(World& world, const Parameters& p, const Draws& draws) {
    Professionals& pros = world.professionals;
    pros.staff.assign(world.services.size(), Staff{});
    std::int64_t posts = 0;
    for (std::size_t s = 0; s < world.services.size(); ++s) {
        open_line_posts(world, s, p, draws);
        posts += static_cast<std::int64_t>(pros.staff[s].posts.size());
    }
    // About level: what comes in and returns, less what leaves posts empty, over what other employers take.
    const Workforce& w = p.workforce;
    const double left_over = std::max(0.0, w.pool_inflow - w.leaving * (1.0 - w.pool_return)) / 12.0;
    pros.pool = nearest(1000.0 * static_cast<double>(posts) * std::min(0.1, left_over / std::max(w.pool_outside, 0.01)));
}

const Professional* post_at(const World& world, std::size_t service, ServerId server) {
    if (service >= world.professionals.staff.size() || !server.exists()) return nullptr;
    const auto& posts = world.professionals.staff[service].posts;
    return server.index < posts.size() ? &posts[server.index] : nullptr;
}

Face face_at(const World& world, std::size_t service, ServerId server) {
    const Professional* post = post_at(world, service, server);
    return {server, static_cast<std::uint16_t>(service), post ? post->occupant : std::uint16_t{0}};
}

double skill(const Professional* post, const Workforce& now) {
    if (!post || now.newcomer_loss <= 0.0) return 1.0;
    const double learnt = now.learn_months > 0.0 ? std::min(1.0, post->experience / now.learn_months) : 1.0;
    return 1.0 - now.newcomer_loss * (1.0 - learnt);
}

double consult(const Workforce& now) {
    return now.consult_hours > 0.0 ? now.consult_hours / (now.consult_hours + now.consult_half) : 0.0;
}

double depth(const Professional* post, double breadth, const Workforce& now) {
    const double own = post ? post->depth.value() : 1.0;
    return own * (1.0 - now.depth_loss * breadth * (1.0 - consult(now)));
}

double help_strength(const World& world, ChildId child, const Workforce& now) {
    const Face& helper = world.children.helper[child.index];
    const std::size_t service = line_of(world, child);
    if (!helper.server.exists() || helper.service != service) return 1.0;
    const Professional* post = post_at(world, service, helper.server);
    return post ? skill(post, now) * world.professionals.staff[service].coverage.value() : 1.0;
}

void meet_new_face(Step& step, ChildId child) {
    World& world = step.world;
    const auto home = world.children.household[child.index].index;
    ++world.tally.workforce.new_faces;
    Level& trust = world.households.trust[home];
    trust = Level::from(trust.value() * (1.0 - step.now.access.trust_new_face));
    note(step, home, Event::new_face, step.begin(), 0, world.children.key[child.index]);
}

double steered_share(const Step& step) {
    const Workforce& now = step.now.workforce;
    if (now.steering <= 0.0) return 1.0;
    const WaitingLine& line = step.world.services[access_service].line;
    const double queue = line.total_capacity() > 0
                             ? static_cast<double>(line.waiting_load()) / static_cast<double>(line.total_capacity()) : 1.0;
    return 1.0 - now.steering * now.steering_shrink * std::min(1.0, queue / now.steering_queue);
}

}  // namespace ontkoker
