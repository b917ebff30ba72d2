// The Big 5 at 18, 20 and 23: a home, an income, wellbeing, school or work, one adult to rely on.
#include "young_meet.h"

namespace ontkoker::processes {
namespace {

constexpr std::array<int, big5_ages> looked_at = {18, 20, 23};

bool has_income(const World& world, const YoungPerson& who, const YoungLife& life) {
    if (life.in_school || !is_idle(world, who)) return true;
    if (life.home == YoungHome::homeless || life.home == YoungHome::crisis) return life.has_address;
    const Households& h = world.households;
    if (!who.adult) return h.band[who.household] != IncomeBand::minimum || h.on_bijstand[who.household];
    return world.adults.activity[who.row] != Activity::none || h.on_bijstand[who.household] || h.band[who.household] != IncomeBand::minimum;
}

}  // namespace

void look_at_big5(const Step& step, const YoungPerson& who, Big5Counts& big5) {
    World& world = step.world;
    const YoungLife& life = life_of(world, who);
    for (std::size_t a = 0; a < big5_ages; ++a) {
        if (looked_at[a] != life.age) continue;
        auto& counts = big5[a];
        const std::array<bool, big5_elements> fine = {
            (life.home == YoungHome::settled || life.home == YoungHome::young_home) && life.detention_left == 0,
            has_income(world, who, life), young_load(world, who) < Level::from(step.now.young.need_limit),
            !is_idle(world, who) && life.detention_left == 0, life.network};
        std::size_t sum = 0;
        for (std::size_t k = 0; k < big5_elements; ++k) {
            counts[k] += fine[k];
            sum += fine[k];
        }
        counts[big5_all] += sum == big5_elements;
        counts[big5_few] += sum < 3;
        ++counts[big5_looked];
    }
}

}  // namespace ontkoker::processes
