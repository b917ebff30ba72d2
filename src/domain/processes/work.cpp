// A1: work and benefits of adults between 18 and the pension age.
#include <algorithm>

#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr int pension_age = 67;

void retire(Adults& a, std::size_t slot, const Finances& f) {
    a.activity[slot] = Activity::pension;
    a.wage[slot] = scaled(a.wage[slot], f.pension_share);
    a.ww_left[slot] = 0;
}

void start_work(Adults& a, std::size_t slot, const Parameters& now) {
    a.activity[slot] = Activity::work;
    const Cents least = euros(now.norms.minimum_wage_net * now.demography.starter_wage_low);
    a.wage[slot] = std::max(scaled(a.wage[slot], now.finances.restart_wage), least);
    a.ww_left[slot] = 0;
}

void lose_work(Adults& a, std::size_t slot, const Finances& f) {
    a.activity[slot] = Activity::ww;
    a.ww_left[slot] = static_cast<std::uint8_t>(f.ww_months);
}

double job_gain(const World& world, std::size_t slot, const Finances& f) {
    if (world.adults.activity[slot] == Activity::ww) return f.job_gain_ww;
    return world.labour_factor * (world.households.on_bijstand[slot / 2] ? f.job_gain_bijstand : f.job_gain_none);
}

void change_work(World& world, std::size_t slot, const Words& words, const Parameters& now) {
    Adults& a = world.adults;
    const Finances& f = now.finances;
    switch (a.activity[slot]) {
        case Activity::work: {
            const bool low = a.wage[slot] < euros(now.norms.minimum_wage_net);
            if (happens(words[0], (low ? f.job_loss_low : f.job_loss_other) / 12.0)) lose_work(a, slot, f);
            else if (happens(words[1], f.disability_in / 12.0)) a.activity[slot] = Activity::disability;
            break;
        }
        case Activity::ww:
        case Activity::none:
            if (happens(words[0], job_gain(world, slot, f) / 12.0)) start_work(a, slot, now);
            else if (a.activity[slot] == Activity::ww && --a.ww_left[slot] == 0) a.activity[slot] = Activity::none;
            break;
        case Activity::disability:
            if (happens(words[1], f.disability_out / 12.0)) start_work(a, slot, now);
            break;
        case Activity::pension: break;
    }
}

// What changed for one adult, told to whoever watches the household.
void tell(const Step& step, std::size_t slot, Activity before) {
    const Adults& a = step.world.adults;
    if (a.activity[slot] == before) return;
    Event event = Event::job_lost;
    switch (a.activity[slot]) {
        case Activity::work: event = Event::job_found; break;
        case Activity::ww: break;
        case Activity::none: event = Event::benefit_ended; break;
        case Activity::disability: event = Event::unfit_for_work; break;
        case Activity::pension: event = Event::retired; break;
    }
    note(step, slot / 2, event, step.begin(), event == Event::job_found ? a.wage[slot].count : 0, a.key[slot]);
}

// The largest chances a month of those without unemployment benefit, by word.
std::array<double, 4> largest_chances(const World& world, const Finances& f) {
    const double gain = world.labour_factor * std::max(f.job_gain_bijstand, f.job_gain_none);
    return {std::max({f.job_loss_low, f.job_loss_other, gain}) / 12.0, std::max(f.disability_in, f.disability_out) / 12.0};
}

}  // namespace

// Months of unemployment benefit run down and the pension age comes for certain; all else has a small chance.
void find_and_lose_work(Step& step) {
    if (!step.settles_money()) return;
    World& world = step.world;
    Adults& a = world.adults;
    const std::int32_t retires = born_by(pension_age, step.day());
    const auto certain = [&](std::size_t slot) {
        return (a.activity[slot] == Activity::ww) |
               ((a.birth_day[slot] <= retires) & (a.birth_day[slot] != no_birth) & (a.activity[slot] != Activity::pension));
    };
    const auto change = [&](std::size_t slot, const Words& words) {
        const Activity before = a.activity[slot];
        if (a.birth_day[slot] <= retires) retire(a, slot, step.now.finances);
        else change_work(world, slot, words, step.now);
        tell(step, slot, before);
    };
    const std::array<double, 4> most = largest_chances(world, step.now.finances);
    for_chunks(a.key.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        Scratch& mine = scratch();
        pick_where(begin, end, certain, mine.rows);  // first: whoever loses work now is not among them
        step.draws.sift(std::span(a.key).subspan(begin, end - begin), static_cast<std::uint16_t>(Decision::job), step.number, most, mine.sifted);
        for (std::size_t at = 0; at < mine.sifted.count; ++at) {
            const std::size_t slot = begin + mine.sifted.rows[at];
            if (world.has_adult(slot) && a.activity[slot] != Activity::pension && !certain(slot)) change(slot, mine.sifted.words[at]);
        }
        for (const std::uint32_t slot : mine.rows) change(slot, step.draw(a.key[slot], Decision::job, step.number));
    });
}

}  // namespace ontkoker::processes
