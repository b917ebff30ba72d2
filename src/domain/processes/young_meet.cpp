// B6 to B8: a young person is met for the first time: at 16, or older at the start or on arrival. Shares by age are those
// to which the chances of young_work.cpp and young_housing.cpp lead, so that stocks start about level.
#include <algorithm>

#include "young_meet.h"

namespace ontkoker::processes {
namespace {

constexpr int steps_of_start = 5;    // the first month of a run
constexpr double home_share = 0.5;    // of those of 18 to 26, living with parents: who has no home is booked there
constexpr double alone_share = 0.2;   // of those of 16 to 26, living alone

bool burdened(const World& world, const YoungPerson& who, const Young& now) {
    return young_load(world, who) >= Level::from(now.need_limit);
}

double gain(const YoungLife& life, const Young& now) {
    return life.low_value ? now.job_gain_low : life.qualified ? now.job_gain : now.job_gain_unqualified;
}

}  // namespace

void meet_young(Step& step, const YoungPerson& who) {
    World& world = step.world;
    YoungLife& life = life_of(world, who);
    const Young& now = step.now.young;
    const auto nature = step.draw(who.key, Decision::young_start, 0), start = step.draw(who.key, Decision::young_start, 1);
    life.age = static_cast<std::uint8_t>(age_on(who.birth_day, step.day()));
    const bool parent_lvb = !who.adult && (world.households.problems[who.household] & lvb);
    life.lvb = happens(nature[0], parent_lvb ? now.lvb_parents : now.lvb);
    life.low_value = life.lvb && happens(nature[1], now.low_wage_value);
    life.network = happens(nature[2], burdened(world, who, now) ? now.network_burdened : now.network);
    const double in_school = 1.0 - now.study_slope * (life.age - young_from);
    life.in_school = happens(start[0], in_school);
    if (life.age >= full_age) life.qualified = !life.low_value && !happens(start[1], now.unqualified * (life.lvb ? 3.0 : 1.0));
    const double loss = life.qualified ? now.job_loss : now.job_loss_unqualified;
    life.works = !life.in_school && happens(start[2], gain(life, now) / std::max(1e-9, gain(life, now) + loss));
    if (who.adult && world.adults.activity[who.row] == Activity::work) life.works = true;
    if (!who.adult && life.age >= full_age && step.number < steps_of_start && happens(start[3], now.homeless_start / 1000.0 / home_share)) {
        life.home = YoungHome::homeless;
        life.has_address = happens(step.draw(who.key, Decision::young_address, 0)[0], now.briefadres);
    }
    // Homes with through-flow are full at the start: somebody lives in them, for any part of the shortest stay.
    const bool alone = who.adult && life.age >= full_age && world.adult_count(who.household) == 1;
    const auto where = step.draw(who.key, Decision::young_start, 2);
    if (alone && step.number < steps_of_start && happens(where[0], now.homes / 1000.0 / alone_share)) {
        life.home = YoungHome::young_home;
        life.home_months = static_cast<std::uint8_t>(nearest(unit(where[1]) * now.home_months));
    }
}

}  // namespace ontkoker::processes
