// B4, D13, C8, D16: where children of 4 to 17 go to school. Chances are taken every fourth week for each household, spread
// over the weeks by the household's key; decisions, places and group staff are settled every week, in order of keys.
#include "../schooling.h"

#include <algorithm>

#include "../helping.h"
#include "loops.h"
#include "processes.h"
#include "school_parts.h"

namespace ontkoker::processes {
namespace {

constexpr double periods = 13.0;   // periods of four weeks in a year
constexpr int leaving_age = 16;    // until then everybody must go to school (Leerplichtwet)

struct Chances {
    double need = 0, out = 0, special = 0, leave = 0;  // by word of the block
};

Chances chances_in_class(const SchoolState& s, double risk, int age, const School& now) {
    const bool missing = s.need && s.place != SchoolPlace::support;
    const double fit = missing ? now.unserved_factor : s.place == SchoolPlace::support ? 1.0 - now.support_effect : 1.0;
    Chances p;
    p.need = s.need ? now.need_out : now.need_in * risk;
    p.out = now.drop_out * risk * fit;
    if (s.place != SchoolPlace::waiting && s.ask != SchoolAsk::special) p.special = now.special_in * risk * fit;
    if (age >= leaving_age) p.leave = now.leave_class * risk;
    return p;
}

Chances chances_elsewhere(const SchoolState& s, double risk, int age, const School& now) {
    Chances p;
    if (s.place == SchoolPlace::special) {
        p.out = now.drop_out * risk * (1.0 - now.support_effect);
        p.special = now.special_out;
        if (age >= leaving_age) p.leave = now.leave_class;
    } else if (s.place == SchoolPlace::early_leaver) {
        p.out = now.rmc_return;
    } else {
        const double moved = (s.officer ? now.officer_factor : 1.0) / (1.0 + now.return_loss * s.weeks_home / 52.0);
        if (!s.officer) p.need = now.officer_reach;
        if (s.ask == SchoolAsk::none && s.place == SchoolPlace::home) {
            p.out = now.return_chance * moved;
            p.special = now.home_to_special * moved;
        }
        if (age >= leaving_age) p.leave = now.leave_home;
    }
    return p;
}

// No child has larger ones: at the heaviest load, with a lifelong disability, with one adult at home.
Chances most_chances(const Step& step) {
    const School& now = step.now.school;
    const double risk = most_school_risk(step);
    const double fit = std::max(1.0, now.unserved_factor), moved = std::max(1.0, now.officer_factor);
    Chances p;
    p.need = std::max({now.need_in * risk, now.need_out, now.officer_reach});
    p.out = std::max({now.drop_out * risk * fit, now.rmc_return, now.return_chance * moved});
    p.special = std::max({now.special_in * risk * fit, now.special_out, now.home_to_special * moved});
    p.leave = std::max({now.leave_class * risk, now.leave_class, now.leave_home});
    return p;
}

// B1, B4: a misfit at school adds to the own load; at home the gain of a treatment that has ended fades.
void weigh_on_child(Step& step, std::size_t i) {
    Children& c = step.world.children;
    const School& now = step.now.school;
    SchoolState& s = c.school[i];
    if (c.help[i] != HelpState::none) account_until(step, ChildId(i), step.begin());
    const bool helped = c.help[i] == HelpState::in_help;
    if (helped && !s.in_help) s.before = c.own[i];
    s.in_help = helped;
    if (s.at_home) {
        s.weeks_home = static_cast<std::uint16_t>(std::min(s.weeks_home + 4, 60000));
        s.weeks_missed = static_cast<std::uint16_t>(std::min(s.weeks_missed + 4, 60000));
    }
    if (s.grant_left) --s.grant_left;
    if (c.group[i] == ChildGroup::lifelong) return;  // its need is not moved (B2)
    double own = c.own[i].value();
    if (s.at_home && !helped && own < s.before.value()) own += now.gain_fade / periods * (s.before.value() - own);
    if (s.at_home || (s.need && s.place == SchoolPlace::regular)) own += now.misfit_load / periods;
    c.own[i] = Level::from(std::min(own, 10.0));
}

void ask(const Step& step, SchoolState& s, SchoolAsk what) {
    const School& now = step.now.school;
    const double weeks = (what == SchoolAsk::special ? now.special_weeks : now.decision_weeks) +
                         (s.heavy || what == SchoolAsk::back ? now.payer_delay : 0.0);  // care and school both pay
    s.ask = what;
    s.asked = step.begin();
    s.due = step.begin() + static_cast<Moment>(nearest(weeks * minutes_per_step));
}

void go_home(Step& step, std::size_t i) {
    SchoolState& s = step.world.children.school[i];
    s.place = SchoolPlace::home;
    s.ask = SchoolAsk::none;
    s.at_home = 1;
    s.granted = s.group = s.officer = 0;
    s.weeks_home = 4;
    s.weeks_missed = static_cast<std::uint16_t>(std::min(s.weeks_missed + 4, 60000));
    ++step.world.tally.school.fell_out;
    note(step, step.world.children.household[i].index, Event::out_of_school, step.begin(), 0, step.world.children.key[i]);
}

void leave_early(Step& step, std::size_t i) {
    SchoolState& s = step.world.children.school[i];
    const auto missed = s.weeks_missed;
    s = SchoolState{};
    s.place = SchoolPlace::early_leaver;
    s.early_leaver = 1;
    s.weeks_missed = missed;
    ++step.world.tally.school.left_early;
    note(step, step.world.children.household[i].index, Event::left_school, step.begin(), 0, step.world.children.key[i]);
}

void back_in_class(Step& step, std::size_t i) {
    SchoolState& s = step.world.children.school[i];
    if (s.at_home) {
        ++step.world.tally.school.back_in_class;
        note(step, step.world.children.household[i].index, Event::back_at_school, step.begin(), s.weeks_home, step.world.children.key[i]);
    }
    s.at_home = s.officer = s.early_leaver = 0;
    s.weeks_home = 0;
    s.place = s.need && (s.granted || s.group) ? SchoolPlace::support : SchoolPlace::regular;
}

void change_need(Step& step, std::size_t i, double risk) {
    SchoolState& s = step.world.children.school[i];
    if (s.need) {
        s.need = s.heavy = s.granted = s.group = s.grant_left = 0;
        if (s.ask == SchoolAsk::support) s.ask = SchoolAsk::none;
        if (s.place == SchoolPlace::support) s.place = SchoolPlace::regular;
        return;
    }
    const auto word = step.draw(step.world.children.key[i], Decision::school_case, step.number)[0];
    s.need = 1;
    s.heavy = happens(word, std::min(1.0, step.now.school.heavy_share * risk));
}

void change_school(Step& step, std::size_t i, const Words& words) {
    Children& c = step.world.children;
    SchoolState& s = c.school[i];
    const double risk = school_risk(step, i);
    const int age = age_on(c.birth_day[i], step.day());
    const bool classroom = in_class(s);
    const Chances p = classroom ? chances_in_class(s, risk, age, step.now.school) : chances_elsewhere(s, risk, age, step.now.school);
    const auto hit = [&](int word, double chance) { return happens(words[static_cast<std::size_t>(word)], std::min(1.0, chance / periods)); };
    if (hit(3, p.leave)) return leave_early(step, i);
    if (classroom) {
        if (hit(1, p.out)) return go_home(step, i);
        if (hit(0, p.need)) change_need(step, i, risk);
        if (hit(2, p.special)) ask(step, s, SchoolAsk::special);
    } else if (s.place == SchoolPlace::special) {
        if (hit(1, p.out)) return go_home(step, i);
        if (hit(2, p.special)) back_in_class(step, i);
    } else if (s.place == SchoolPlace::early_leaver) {
        if (hit(1, p.out)) back_in_class(step, i);
    } else {
        if (hit(0, p.need)) s.officer = 1;
        if (hit(2, p.special)) return ask(step, s, SchoolAsk::special);
        if (hit(1, p.out)) {
            s.need = 1;  // who comes back needs support in class
            ask(step, s, SchoolAsk::back);
        }
    }
}

void take_chances(Step& step) {
    Children& c = step.world.children;
    for_chunks(c.key.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t>& rows = scratch().rows;
        young_in_turn(step, school_end, begin, end, rows);
        for (const std::uint32_t i : rows) {
            if (c.school[i].place == SchoolPlace::none) continue;
            weigh_on_child(step, i);
            watch(c, i);
        }
    });
    const auto share = [](double chance) { return std::min(1.0, chance / periods); };
    const Chances most = most_chances(step);
    const auto changing = propose_rare_in_turn(
        step, school_end, Decision::school, {share(most.need), share(most.out), share(most.special), share(most.leave)},
        [&](std::size_t i, const Words& words) {
            const SchoolState& s = c.school[i];
            if (s.place == SchoolPlace::none) return false;
            const double risk = school_risk(step, i);
            const int age = age_on(c.birth_day[i], step.day());
            const Chances p = in_class(s) ? chances_in_class(s, risk, age, step.now.school) : chances_elsewhere(s, risk, age, step.now.school);
            return happens(words[0], share(p.need)) || happens(words[1], share(p.out)) || happens(words[2], share(p.special)) ||
                   happens(words[3], share(p.leave));
        });
    for (const Proposal& p : changing) {
        change_school(step, p.row, p.words);
        watch(c, p.row);
    }
}

void count_decision(Step& step) {
    ++step.world.tally.school.decisions;
    step.world.tally.school.paper_minutes += nearest(60.0 * step.now.school.paper_hours);
}

std::uint8_t grant_periods(const School& now) {
    return static_cast<std::uint8_t>(std::clamp<std::int64_t>(nearest(now.grant_months * periods / 12.0), 1, 250));
}

void decide(Step& step, std::size_t i) {
    SchoolState& s = step.world.children.school[i];
    SchoolTally& tally = step.world.tally.school;
    count_decision(step);
    const SchoolAsk what = s.ask;
    s.ask = SchoolAsk::none;
    if (what == SchoolAsk::special) {
        s.place = SchoolPlace::waiting;  // the paper; the place follows
        s.asked = s.due;
        return;
    }
    s.granted = 1;
    s.grant_left = grant_periods(step.now.school);
    ++tally.supported;
    tally.support_waited += s.due - s.asked;
    if (what == SchoolAsk::back) return back_in_class(step, i);
    if (s.place == SchoolPlace::regular) s.place = SchoolPlace::support;
    note(step, step.world.children.household[i].index, Event::support_in_class, step.begin(), (s.due - s.asked) / minutes_per_step,
         step.world.children.key[i]);
}

// C8: who still needs support when the decision ends is decided on again; the support goes on meanwhile.
void settle(Step& step, std::size_t i) {
    SchoolState& s = step.world.children.school[i];
    if (is_decided(s, step)) decide(step, i);
    if (must_renew(s)) {
        count_decision(step);
        s.grant_left = grant_periods(step.now.school);
    }
    if (must_ask(s)) ask(step, s, SchoolAsk::support);
}

}  // namespace

void go_to_school(Step& step) {
    if (!step.world.schools.opened) {
        if (step.spin_up && step.number < -52) return;  // once loads have become level
        open_schools(step);
    }
    enter_and_leave(step);
    if (!step.spin_up) take_chances(step);  // nobody ages in the spin-up, so stocks would drift
    Pupils pupils = look_at_pupils(step);
    for (const std::uint32_t i : pupils.unsettled) {
        if (!step.spin_up) settle(step, i);
        pupils.count(step.world.children.school[i], i);
    }
    fill_special_places(step, pupils);
    share_group_staff(step, pupils.grouped);
    pay_schools(step);
}

}  // namespace ontkoker::processes
