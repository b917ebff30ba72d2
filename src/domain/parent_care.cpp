#include "parent_care.h"

#include <algorithm>

namespace ontkoker {
namespace {

constexpr double most_replaced = 0.8;
constexpr double minutes_per_month = 365.25 / 12.0 * minutes_per_day;

bool informal_room(const Step& step) {
    const ParentCare& now = step.now.parent_care;
    const double places = now.informal_places * now.informal_factor / 1000.0 * static_cast<double>(step.world.informal.families);
    return step.world.informal.used < nearest(places);
}

}  // namespace

void open_parent_care(World& world, const Parameters& p) {
    const ParentCare& now = p.parent_care;
    Service& care = world.services[parent_care_service];
    care.weekly_load = std::max<std::int32_t>(1, static_cast<std::int32_t>(nearest(60.0 * now.hours_week)));
    std::array<std::int64_t, care_kinds> troubled{};
    world.informal = {};
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        if (!world.households.occupied[i] || !has_minor(world, i, 0)) continue;
        ++world.informal.families;
        for (std::size_t k = 0; k < care_kinds; ++k)
            troubled[k] += (world.households.problems[i] & problem_of(static_cast<CareKind>(k))) != 0;
    }
    double clients = 0.0;  // in treatment if everybody asked at the full rate
    for (std::size_t k = 0; k < care_kinds; ++k) clients += static_cast<double>(troubled[k]) * now.asks[k] * now.months[k] / 12.0;
    const double minutes = std::max(2.0, clients * now.capacity) * care.weekly_load;
    const double each = std::max(60.0 * p.access.hours_professional, 2.0 * care.weekly_load);
    const auto count = std::max<std::int64_t>(1, nearest(minutes / each));
    const auto capacity = static_cast<std::int32_t>(nearest(minutes / static_cast<double>(count)));
    for (std::int64_t i = 0; i < count; ++i) {
        care.base_capacity.push_back(capacity);
        care.line.add_server(capacity);
    }
}

double parent_care_share(const Parameters& now) {
    return now.parent_care.hours * (1.0 - std::clamp(now.parent_care.consultation, 0.0, 1.0));
}

void advise_parents(World& world, std::size_t household) {
    ParentCareState& care = world.households.care[household];
    if (care.stage == CareStage::none) care.advised = true;
    mark_care(world.households, household);
}

void stop_parent_care(World& world, std::size_t household, Moment now) {
    Households& h = world.households;
    ParentCareState& care = h.care[household];
    if (care.ticket != WaitingLine::no_ticket) world.services[parent_care_service].line.cancel(care.ticket, now);
    if (care.informal) --world.informal.used;
    h.problems[household] &= static_cast<std::uint8_t>(~all_treated);
    care = {};
    mark_care(h, household);
}

double family_target(std::uint8_t problems, const Parameters& now) {
    const ChildDevelopment& c = now.children;
    const auto points = [&](std::uint8_t problem, double weight, double relief) {
        if (!(problems & problem)) return 0.0;
        return problems & problem << 4 ? weight * (1.0 - relief) : weight;
    };
    const double relief = now.parent_care.relief;
    return points(mental_health, c.family_mental_health, relief) + points(addiction, c.family_addiction, relief) +
           points(lvb, c.family_lvb, now.parent_care.lvb_relief) + points(conflict, c.family_conflict, relief);
}

double consultation_factor(const World& world, ChildId child, const Parameters& now) {
    const ParentCare& care = now.parent_care;
    if (care.consultation <= 0.0 || !(world.households.problems[world.children.household[child.index].index] & all_treated)) return 1.0;
    const double answered = care.consultation_full > 0.0 ? std::min(1.0, care.consultation / care.consultation_full) : 1.0;
    return 1.0 + care.consultation_gain * answered;
}

void plan_network(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    const ParentCare& now = step.now.parent_care;
    const auto i = child.index;
    const std::size_t home = c.household[i].index;
    ParentCareState& care = world.households.care[home];
    const auto words = step.draw(c.key[i], Decision::network_plan, c.episode[i]);
    if (!c.network[i].mentor && age_on(c.birth_day[i], step.day()) >= now.mentor_age && happens(words[0], now.mentor_asked) &&
        happens(words[1], now.mentor_found * care.network.value())) {
        c.network[i].mentor = true;
        ++world.tally.parent_care.mentors;
        note(step, home, Event::mentor_chosen, moment, 0, c.key[i]);
    }
    if (!care.informal && (c.seen[i] & seen_family) && informal_room(step) && happens(words[2], now.informal_asked)) {
        care.informal = true;
        care.informal_ends = moment + static_cast<Moment>(nearest(now.informal_months * minutes_per_month));
        mark_care(world.households, home);
        ++world.informal.used;
        ++world.tally.parent_care.informal;
        note(step, home, Event::informal_support, moment);
    }
}

double hours_replaced(const World& world, ChildId child, const Parameters& now) {
    const auto i = child.index;
    const ParentCareState& care = world.households.care[world.children.household[i].index];
    const double share = (world.children.network[i].mentor ? now.parent_care.mentor_hours : 0.0) +
                         (care.informal ? now.parent_care.informal_hours : 0.0);
    return std::clamp(share, 0.0, most_replaced);
}

double conflict_chance(const Parameters& now) {
    return now.parents.conflict_after * (1.0 - now.parent_care.separation_support * now.parent_care.separation_effect);
}

}  // namespace ontkoker
