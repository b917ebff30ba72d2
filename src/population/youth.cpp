// Groups and problem loads of children at their long-run level (B1, B2).
#include <algorithm>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/parallel.h"
#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

constexpr double negligible = 0.002;  // shocks of which less than this share is left are not drawn

void choose_groups(World& world, const ChildDevelopment& c, const Draws& draws) {
    Children& children = world.children;
    const double total = static_cast<double>(children.key.size());
    const std::array<double, 4> shares{1.0 - c.share_mild - c.share_severe - c.share_lifelong, c.share_mild,
                                       c.share_severe, c.share_lifelong};
    const auto counts = quotas(shares, nearest(total));
    const Words words(draws, children.key, Decision::make_youth);
    const auto order = order_by(words.of[0]);
    std::size_t next = 0;
    for (std::size_t group = 0; group < counts.size(); ++group)
        for (std::int64_t i = 0; i < counts[group]; ++i) children.group[order[next++]] = static_cast<ChildGroup>(group);
}

// The own load of a child: the shocks it has had, each faded since. They come as a Poisson stream since birth and are
// exponential, so that the mean, for children older than the memory of a shock, is shocks * mean / fade.
double own_load(const AddressedEngine& luck, double shocks, double mean, double fade, double age) {
    AddressedEngine words = luck;
    double load = 0.0;
    if (!(shocks > 0.0) || !(fade > 0.0)) return load;
    for (double ago = exponential(words(), 1.0 / shocks); ago < age; ago += exponential(words(), 1.0 / shocks)) {
        const double left = portable_exp(-fade * ago);
        if (left < negligible) break;
        load += exponential(words(), mean) * left;
    }
    return std::min(10.0, load);
}

double own_load_of(const World& world, std::size_t i, const ChildDevelopment& c, const Draws& draws) {
    const ChildGroup group = world.children.group[i];
    if (group == ChildGroup::lifelong) return c.lifelong_load;
    const bool severe = group == ChildGroup::severe;
    const double rate = severe ? c.shocks_severe : group == ChildGroup::mild ? c.shocks_mild : c.shocks_everyday;
    const std::int32_t days = -world.children.birth_day[i];
    const double school = age_on(0, days) >= 12 ? c.school_age_factor : 1.0;
    const AddressedEngine luck =
        draws.engine({world.children.key[i], static_cast<std::uint16_t>(Decision::make_youth), 0, 1});
    return own_load(luck, rate * school, severe ? c.shock_mean_severe : c.shock_mean,
                    severe ? c.own_fade_severe : c.own_fade, static_cast<double>(days) / days_per_year);
}

double family_load(std::uint8_t problems, const ChildDevelopment& c) {
    return (problems & mental_health ? c.family_mental_health : 0.0) +
           (problems & addiction ? c.family_addiction : 0.0) + (problems & lvb ? c.family_lvb : 0.0) +
           (problems & conflict ? c.family_conflict : 0.0);
}

}  // namespace

void make_youth(World& world, const Parameters& now, const Draws& draws) {
    choose_groups(world, now.children, draws);
    Children& children = world.children;
    for_chunks(children.key.size(), grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto home = children.household[i].index;
            children.own[i] = Level::from(own_load_of(world, i, now.children, draws));
            children.family[i] = Level::from(family_load(world.households.problems[home], now.children));
            children.livelihood[i] =
                Level::from(now.children.livelihood_stress * world.households.stress[home].value());
        }
    });
}

}  // namespace ontkoker::population
