// B1, B2, B3, C4: problem loads of children by cause. Every fourth week for each household, spread over the weeks by the
// household's key; rates a year are divided by 13.
#include <algorithm>

#include "../helping.h"
#include "../parent_care.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double periods = 13.0;  // periods of four weeks in a year
constexpr int oldest = 23;

double shocks(ChildGroup group, int age, const ChildDevelopment& now) {
    const double base = group == ChildGroup::severe ? now.shocks_severe
                        : group == ChildGroup::mild ? now.shocks_mild
                                                    : now.shocks_everyday;
    return base * (age >= 12 ? now.school_age_factor : 1.0);
}

// Moves `level` a part of the way to `target`.
Level toward(Level level, double target, double share) {
    return Level::from(level.value() + share * (target - level.value()));
}

void develop_own(Children& c, std::size_t i, int age, const Words& words, const ChildDevelopment& now) {
    double own = c.own[i].value();
    const bool severe = c.group[i] == ChildGroup::severe;
    own *= 1.0 - (severe ? now.own_fade_severe : now.own_fade) / periods;
    if (happens(words[0], shocks(c.group[i], age, now) / periods))
        own += exponential(words[1], severe ? now.shock_mean_severe : now.shock_mean);
    if (c.group[i] == ChildGroup::lifelong) own = std::max(own, now.lifelong_load);
    c.own[i] = Level::from(std::min(own, 10.0));
}

}  // namespace

void develop_children(Step& step) {
    World& world = step.world;
    Children& c = world.children;
    const Households& h = world.households;
    const ChildDevelopment& now = step.now.children;
    const auto turn = static_cast<std::uint64_t>((step.number % 4 + 4) % 4);
    const auto develops = [&](std::size_t i) {
        return c.household[i].exists() && h.key[c.household[i].index].value % 4 == turn && age_on(c.birth_day[i], step.day()) < oldest;
    };
    draw_rows(step, c.key, Decision::own_shock, develops, [&](std::size_t i, const Words& words) {
        const std::size_t home = c.household[i].index;
        const int age = age_on(c.birth_day[i], step.day());
        account_until(step, ChildId(i), step.begin());
        develop_own(c, i, age, words, now);
        c.family[i] = toward(c.family[i], family_target(h.problems[home], step.now), now.family_follow / periods);
        const double fade = network_fade(world, ChildId(i), step.now);
        if (fade > 0.0) c.family[i] = toward(c.family[i], 0.0, std::min(1.0, fade / periods));
        c.livelihood[i] = toward(c.livelihood[i], now.livelihood_stress * h.stress[home].value(), now.livelihood_follow / periods);
    });
}

}  // namespace ontkoker::processes
