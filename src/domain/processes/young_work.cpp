// B7: school, start qualification and work of people of 16 to 26; who has neither, no qualification and a wage value under
// 30% drifts to nuisance, debts and crime; guided paid work places are few. Adults' jobs are those of work.cpp.
#include <algorithm>
#include <vector>

#include "../young.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

void go_to_school(const Step& step, const YoungPerson& who, YoungLife& life) {
    const Young& now = step.now.young;
    const auto words = step.draw(who.key, Decision::young_school, step.number);
    if (!life.in_school) {
        if (!life.qualified && !life.works && !life.guided && !life.low_value && happens(words[0], now.return_school / 12.0)) life.in_school = 1;
        return;
    }
    if (!life.qualified) {
        if (life.age > young_from && happens(words[1], life.low_value ? 0.0 : now.qualify * (life.lvb ? now.lvb_factor : 1.0))) {
            life.qualified = 1;
            return;
        }
        const double leave = now.early_leave * (1.0 + now.leave_load * young_load(step.world, who).value());
        const bool practical = life.low_value && life.age >= full_age;  // practical education ends at 18
        if (happens(words[2], leave / 12.0) || practical) life.in_school = 0;
    } else if (life.age >= full_age && happens(words[3], now.finish / 12.0)) {
        life.in_school = 0;
    }
}

// Those with their parents; who has a household of its own finds and loses work as every adult does.
void work_at_home(const Step& step, const YoungPerson& who, YoungLife& life) {
    const Young& now = step.now.young;
    if (who.adult || life.in_school || life.guided || life.detention_left > 0) return;
    const auto words = step.draw(who.key, Decision::young_job, step.number);
    const double gain = life.low_value ? now.job_gain_low : life.qualified ? now.job_gain : now.job_gain_unqualified;
    const double loss = life.qualified ? now.job_loss : now.job_loss_unqualified;
    if (life.works) life.works = !happens(words[1], loss);
    else life.works = happens(words[0], gain);
}

void commit_crime(Step& step, const YoungPerson& who, YoungLife& life, std::uint32_t word) {
    World& world = step.world;
    const Young& now = step.now.young;
    ++world.tally.young.crimes;
    const Cents cost = euros(now.crime_cost);
    world.ledger.pay(Account::justice, Account::outside, cost);
    world.tally.young.justice += cost.count;
    note(step, who.household, Event::young_crime, step.begin(), 0, who.key, {.payer = Account::justice, .paid = cost});
    if (!happens(word, now.detention)) return;
    life.detention_left = static_cast<std::uint8_t>(nearest(now.detention_months));
    life.works = life.in_school = 0;
}

void serve_time(Step& step, YoungLife& life) {
    if (life.detention_left == 0) return;
    --life.detention_left;
    ++step.world.tally.young.detained;
    const Cents cost = euros(step.now.young.detention_cost);
    step.world.ledger.pay(Account::justice, Account::outside, cost);
    step.world.tally.young.justice += cost.count;
}

bool without_perspective(const World& world, const YoungPerson& who, const YoungLife& life, const Young& now) {
    return life.low_value && !life.qualified && is_idle(world, who) && life.idle_months >= now.drift_after;
}

void drift(Step& step, const YoungPerson& who, YoungLife& life) {
    World& world = step.world;
    const Young& now = step.now.young;
    if (life.detention_left > 0) return;
    const auto words = step.draw(who.key, Decision::young_drift, step.number);
    const bool drifting = without_perspective(world, who, life, now);
    const double factor = drifting ? now.drift : 0.0;
    if (happens(words[0], std::min(1.0, factor * now.drift_nuisance))) ++world.tally.young.nuisance;
    if (happens(words[1], std::min(1.0, factor * now.drift_debt))) world.households.pending_bill[who.household] += euros(now.drift_debt_amount);
    if (happens(words[2], std::min(1.0, now.crime / 12.0 + factor * now.drift_crime))) commit_crime(step, who, life, words[3]);
}

void pay_guided(Step& step, const YoungPerson& who, const YoungLife& life) {
    const Young& now = step.now.young;
    const bool minor = life.age < full_age;
    step.world.ledger.pay(Account::income_support, Account::outside, euros(now.guided_pay));
    step.world.ledger.pay(minor ? Account::youth : Account::wmo, Account::providers, euros(minor ? now.guidance_minor : now.guidance_adult));
    if (!who.adult || step.world.adults.activity[who.row] == Activity::pension) return;
    step.world.adults.activity[who.row] = Activity::work;   // the place holds when other work would be lost
    step.world.adults.wage[who.row] = euros(now.guided_pay);
    step.world.adults.ww_left[who.row] = 0;
}

void leave_guided(World& world, const YoungPerson& who, YoungLife& life) {
    life.guided = 0;
    if (!who.adult) return;
    world.adults.activity[who.row] = Activity::none;
    world.adults.ww_left[who.row] = 0;
}

// Places go to those who have been idle longest.
void fill_guided(Step& step, std::vector<YoungPerson> waiting, std::int64_t used) {
    World& world = step.world;
    YoungPlaces& places = world.places;
    places.guided = nearest(step.now.young.guided_places / 1000.0 * static_cast<double>(places.youths));
    std::sort(waiting.begin(), waiting.end(), [&](const YoungPerson& a, const YoungPerson& b) {
        const int x = life_of(world, a).idle_months, y = life_of(world, b).idle_months;
        return x != y ? x > y : a.key < b.key;
    });
    for (const YoungPerson& who : waiting) {
        if (used >= places.guided) break;
        YoungLife& life = life_of(world, who);
        life.guided = 1;
        life.idle_months = 0;
        ++used;
        note(step, who.household, Event::guided_work, step.begin(), 0, who.key);
    }
    places.guided_used = used;
}

}  // namespace

void school_and_work_of_young(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    std::vector<YoungPerson> waiting;
    std::int64_t used = 0;
    world.places.youths = 0;
    each_young(world, step.day(), [&](const YoungPerson& who) {
        YoungLife& life = life_of(world, who);
        ++world.places.youths;
        if (life.age == 0) return;
        if (life.guided && happens(step.draw(who.key, Decision::young_guided, step.number)[0], step.now.young.guided_end))
            leave_guided(world, who, life);
        if (life.detention_left == 0) go_to_school(step, who, life);
        work_at_home(step, who, life);
        serve_time(step, life);
        drift(step, who, life);
        const bool idle = is_idle(world, who);
        life.idle_months = idle ? static_cast<std::uint8_t>(std::min(255, life.idle_months + 1)) : 0;
        used += life.guided;
        if (idle && life.low_value && life.detention_left == 0) waiting.push_back(who);
    });
    // Whoever turned 27 leaves the place.
    Adults& a = world.adults;
    for (std::size_t slot = 0; slot < a.key.size(); ++slot)
        if (a.young[slot].guided && age_on(a.birth_day[slot], step.day()) >= young_below)
            leave_guided(world, {a.key[slot], a.birth_day[slot], slot / 2, static_cast<std::uint32_t>(slot), true}, a.young[slot]);
    fill_guided(step, std::move(waiting), used);
    each_young(world, step.day(), [&](const YoungPerson& who) {
        if (life_of(world, who).guided) pay_guided(step, who, life_of(world, who));
    });
}

}  // namespace ontkoker::processes
