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

// What depends on parameters only.
struct Pace {
    const ChildDevelopment& now;
    double shock[4][2];              // chance in these weeks by ChildGroup, below 12 and from 12
    double most_shock = 0.0;
    double own_left[2];              // of others, of the severe group
    double family_target[256];       // by Households::problems
    double family_follow, livelihood_follow;

    explicit Pace(const Parameters& p) : now(p.children) {
        for (int group = 0; group < 4; ++group)
            for (int old = 0; old < 2; ++old) {
                shock[group][old] = shocks_a_year(static_cast<ChildGroup>(group)) * (old ? now.school_age_factor : 1.0) / periods;
                most_shock = std::max(most_shock, shock[group][old]);
            }
        own_left[0] = 1.0 - now.own_fade / periods;
        own_left[1] = 1.0 - now.own_fade_severe / periods;
        for (int problems = 0; problems < 256; ++problems)
            family_target[problems] = ontkoker::family_target(static_cast<std::uint8_t>(problems), p);
        family_follow = now.family_follow / periods;
        livelihood_follow = now.livelihood_follow / periods;
    }

    double shocks_a_year(ChildGroup group) const {
        return group == ChildGroup::severe ? now.shocks_severe : group == ChildGroup::mild ? now.shocks_mild : now.shocks_everyday;
    }
};

// Moves `level` a part of the way to `target`.
Level toward(Level level, double target, double share) {
    return Level::from(level.value() + share * (target - level.value()));
}

// Points of a new problem of its own, nil for most.
double shock(const Children& c, std::size_t i, std::int32_t born_12, const Words& words, const Pace& pace) {
    const auto group = static_cast<std::size_t>(c.group[i]);
    if (!happens(words[0], pace.shock[group][c.birth_day[i] <= born_12])) return 0.0;
    return exponential(words[1], c.group[i] == ChildGroup::severe ? pace.now.shock_mean_severe : pace.now.shock_mean);
}

void develop_own(Children& c, std::size_t i, double shock, const Pace& pace) {
    double own = c.own[i].value() * pace.own_left[c.group[i] == ChildGroup::severe] + shock;
    if (c.group[i] == ChildGroup::lifelong) own = std::max(own, pace.now.lifelong_load);
    c.own[i] = Level::from(std::min(own, 10.0));
}

void let_network_help(Step& step, std::size_t i) {
    Level& family = step.world.children.family[i];
    const double fade = network_fade(step.world, ChildId(i), step.now);
    if (fade > 0.0) family = toward(family, 0.0, std::min(1.0, fade / periods));
}

}  // namespace

void develop_children(Step& step) {
    World& world = step.world;
    Children& c = world.children;
    const Households& h = world.households;
    const Pace pace(step.now);
    const std::int32_t born_12 = born_by(12, step.day());
    for_chunks(c.key.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        Scratch& mine = scratch();
        young_in_turn(step, oldest, begin, end, mine.rows);
        for (const std::uint32_t i : mine.rows)
            if (c.help[i] != HelpState::none) account_until(step, ChildId(i), step.begin());
        sift_named(step, c.key, Decision::own_shock, {pace.most_shock, 0, 0, 0}, mine);
        for (std::size_t at = 0, few = 0; at < mine.rows.size(); ++at) {
            const std::uint32_t i = mine.rows[at];
            const bool drawn = few < mine.sifted.count && mine.sifted.rows[few] == at;
            develop_own(c, i, drawn ? shock(c, i, born_12, mine.sifted.words[few++], pace) : 0.0, pace);
        }
        for (const std::uint32_t i : mine.rows) {
            const std::size_t home = c.household[i].index;
            c.family[i] = toward(c.family[i], pace.family_target[h.problems[home]], pace.family_follow);
            const bool network = c.network[i].mentor || (h.care_marks[home] & care_informal);   // of few: spares a look at all
            if (network && c.family[i].raw != 0) let_network_help(step, i);
            c.livelihood[i] = toward(c.livelihood[i], pace.now.livelihood_stress * h.stress[home].value(), pace.livelihood_follow);
        }
    });
}

}  // namespace ontkoker::processes
