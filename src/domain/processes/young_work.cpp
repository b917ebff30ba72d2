// B7: school, start qualification and work of people of 16 to 26; who has neither, no qualification and a wage value under
// 30% drifts to nuisance, debts and crime; guided paid work places are few. Adults' jobs are those of work.cpp.
#include <algorithm>
#include <vector>

#include "processes.h"
#include "young_loops.h"

namespace ontkoker::processes {
namespace {

// The largest chances of a month, by word, for the sieves. Loads are at most 10.
struct MostOfMonth {
    std::array<double, 4> school, job, crime;
    explicit MostOfMonth(const Young& now)
        : school{now.return_school / 12.0, std::max(now.qualify, now.qualify * now.lvb_factor),
                 now.early_leave * std::max(1.0, 1.0 + now.leave_load * 10.0) / 12.0, now.finish / 12.0},
          job{std::max({now.job_gain_low, now.job_gain, now.job_gain_unqualified}), std::max(now.job_loss, now.job_loss_unqualified), 0.0, 0.0},
          crime{0.0, 0.0, now.crime / 12.0, 0.0} {}
};

void go_to_school(const Step& step, const YoungPerson& who, YoungLife& life, const Words& words) {
    const Young& now = step.now.young;
    if (!life.in_school) {
        if (!life.qualified && !life.works && !life.guided && !life.low_value && happens(words[0], now.return_school / 12.0)) life.in_school = true;
        return;
    }
    if (!life.qualified) {
        if (life.age > young_from && happens(words[1], life.low_value ? 0.0 : now.qualify * (life.lvb ? now.lvb_factor : 1.0))) {
            life.qualified = true;
            return;
        }
        const double leave = now.early_leave * (1.0 + now.leave_load * young_load(step.world, who).value());
        const bool practical = life.low_value && life.age >= full_age;  // practical education ends at 18
        if (happens(words[2], leave / 12.0) || practical) life.in_school = false;
    } else if (life.age >= full_age && happens(words[3], now.finish / 12.0)) {
        life.in_school = false;
    }
}

// Those with their parents; who has a household of its own finds and loses work as every adult does.
void work_at_home(const Young& now, YoungLife& life, const Words& words) {
    if (life.in_school || life.guided || life.detention_left > 0) return;
    const double gain = life.low_value ? now.job_gain_low : life.qualified ? now.job_gain : now.job_gain_unqualified;
    const double loss = life.qualified ? now.job_loss : now.job_loss_unqualified;
    if (life.works) life.works = !happens(words[1], loss);
    else life.works = happens(words[0], gain);
}

bool without_perspective(const World& world, const YoungPerson& who, const YoungLife& life, const Young& now) {
    return life.low_value && !life.qualified && is_idle(world, who) && life.idle_months >= now.drift_after;
}

// What a young person does to others.
struct Deed {
    YoungPerson who;
    bool crime, debt;
};

// A month of the young in one chunk of rows.
struct WorkMonth {
    std::int64_t youths = 0, detained = 0, nuisance = 0;
    std::vector<Deed> deeds;
    std::vector<YoungPerson> waiting, guided;
};

void drift(const Step& step, const YoungPerson& who, YoungLife& life, Words words, WorkMonth& month) {
    const Young& now = step.now.young;
    if (life.detention_left > 0) return;
    const bool drifting = without_perspective(step.world, who, life, now);
    if (drifting) words = step.draw(who.key, Decision::young_drift, step.number);
    const double factor = drifting ? now.drift : 0.0;
    month.nuisance += happens(words[0], std::min(1.0, factor * now.drift_nuisance));
    const bool debt = happens(words[1], std::min(1.0, factor * now.drift_debt));
    const bool crime = happens(words[2], std::min(1.0, now.crime / 12.0 + factor * now.drift_crime));
    if (debt || crime) month.deeds.push_back({who, crime, debt});
    if (!crime || !happens(words[3], now.detention)) return;
    life.detention_left = static_cast<std::uint8_t>(nearest(now.detention_months));
    life.works = life.in_school = false;
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
    life.guided = false;
    if (!who.adult) return;
    world.adults.activity[who.row] = Activity::none;
    world.adults.ww_left[who.row] = 0;
}

void live_a_month(Step& step, std::span<const YoungPerson> people, const MostOfMonth& most, WorkMonth& month) {
    static thread_local FewWords school, job, crime;
    const Young& now = step.now.young;
    school.draw(step, people, Decision::young_school, most.school);
    job.draw(step, people, Decision::young_job, most.job);
    crime.draw(step, people, Decision::young_drift, most.crime);
    for (std::size_t at = 0; at < people.size(); ++at) {
        const YoungPerson& who = people[at];
        YoungLife& life = life_of(step.world, who);
        if (life.age == 0) continue;
        if (life.guided && happens(step.draw(who.key, Decision::young_guided, step.number)[0], now.guided_end))
            leave_guided(step.world, who, life);
        if (life.detention_left == 0) go_to_school(step, who, life, school.of(at));
        if (!who.adult) work_at_home(now, life, job.of(at));
        if (life.detention_left > 0) {
            --life.detention_left;
            ++month.detained;
        }
        drift(step, who, life, crime.of(at), month);
        const bool idle = is_idle(step.world, who);
        life.idle_months = idle ? static_cast<std::uint8_t>(std::min(255, life.idle_months + 1)) : 0;
        if (life.guided) month.guided.push_back(who);
        if (idle && life.low_value && life.detention_left == 0) month.waiting.push_back(who);
    }
    month.youths = static_cast<std::int64_t>(people.size());
}

// What the month of a chunk means for others.
void settle(Step& step, const WorkMonth& month) {
    World& world = step.world;
    const Young& now = step.now.young;
    world.places.youths += month.youths;
    world.tally.young.nuisance += month.nuisance;
    world.tally.young.detained += month.detained;
    const Cents served = month.detained * euros(now.detention_cost);
    world.ledger.pay(Account::justice, Account::outside, served);
    world.tally.young.justice += served.count;
    for (const Deed& deed : month.deeds) {
        if (deed.debt) world.households.pending_bill[deed.who.household] += euros(now.drift_debt_amount);
        if (!deed.crime) continue;
        ++world.tally.young.crimes;
        const Cents cost = euros(now.crime_cost);
        world.ledger.pay(Account::justice, Account::outside, cost);
        world.tally.young.justice += cost.count;
        note(step, deed.who.household, Event::young_crime, step.begin(), 0, deed.who.key, {.payer = Account::justice, .paid = cost});
    }
}

// Places go to those who have been idle longest; `guided` are those who have one.
void fill_guided(Step& step, std::vector<YoungPerson>& waiting, std::vector<YoungPerson>& guided) {
    World& world = step.world;
    YoungPlaces& places = world.places;
    places.guided = nearest(step.now.young.guided_places / 1000.0 * static_cast<double>(places.youths));
    places.guided_used = static_cast<std::int64_t>(guided.size());
    if (places.guided_used >= places.guided) return;
    std::sort(waiting.begin(), waiting.end(), [&](const YoungPerson& a, const YoungPerson& b) {
        const int x = life_of(world, a).idle_months, y = life_of(world, b).idle_months;
        return x != y ? x > y : a.key < b.key;
    });
    for (const YoungPerson& who : waiting) {
        if (places.guided_used >= places.guided) break;
        YoungLife& life = life_of(world, who);
        life.guided = true;
        life.idle_months = 0;
        guided.push_back(who);
        ++places.guided_used;
        places.guided_ever = true;
        note(step, who.household, Event::guided_work, step.begin(), 0, who.key);
    }
}

// Whoever turned 27 leaves the place.
void leave_by_age(Step& step) {
    if (!step.world.places.guided_ever) return;
    Adults& a = step.world.adults;
    const std::int32_t too_old = born_by(young_below, step.day());
    for_chunks(a.key.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t slot = begin; slot < end; ++slot)
            if (a.birth_day[slot] <= too_old && a.young[slot].guided)
                leave_guided(step.world, {a.key[slot], a.birth_day[slot], slot / 2, static_cast<std::uint32_t>(slot), true}, a.young[slot]);
    });
}

}  // namespace

void school_and_work_of_young(Step& step) {
    if (!step.month || step.spin_up) return;
    std::vector<WorkMonth> months(young_chunks(step));
    const MostOfMonth most(step.now.young);
    for_young(step, [&](std::size_t chunk, std::span<const YoungPerson> people) { live_a_month(step, people, most, months[chunk]); });
    step.world.places.youths = 0;
    std::vector<YoungPerson> waiting, guided;
    for (const WorkMonth& month : months) {
        settle(step, month);
        waiting.insert(waiting.end(), month.waiting.begin(), month.waiting.end());
        guided.insert(guided.end(), month.guided.begin(), month.guided.end());
    }
    leave_by_age(step);
    fill_guided(step, waiting, guided);
    for (const YoungPerson& who : guided) pay_guided(step, who, life_of(step.world, who));
}

}  // namespace ontkoker::processes
