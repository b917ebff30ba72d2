// D1, D2 and the legal frame: families ask for help when a load weighs; the route is theirs. GP, medical specialist and
// youth doctor refer by law without the municipality; the GI decides on compelled help; some kinds need no referral.
#include <algorithm>

#include "../helping.h"
#include "../schooling.h"
#include "loops.h"
#include "ontkoker/core/portable_math.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double periods = 13.0;
constexpr int adult_age = 18;

Referrer route(const Step& step, ChildId child, std::uint32_t word) {
    const Seeking& now = step.now.seeking;
    const int heavy = severity(load_of(step.world, child), now);
    const double medical = step.world.medical_referral;
    const double gi_share = now.gi_share * (1.0 - medical);
    const double none = now.none_share * (1.0 - medical);
    // Most referrals by the GI follow from measures (processes/protection.cpp); here what it does without one.
    const double left_over = step.now.safety.gi_without_measure;
    const double gi = left_over * (heavy == 2 ? gi_share * now.gi_severe_factor : heavy == 1 ? gi_share : 0.0);
    const double youth_doctor = std::min(now.youth_doctor_share, medical);
    const double specialist = std::min(now.specialist_share, medical - youth_doctor);
    const double gp = medical - youth_doctor - specialist;
    const double access = std::max(0.0, 1.0 - medical - none - gi_share);
    const double school = access * now.school_share;
    // In the order of Referrer. A court refers out of the safety chain only (B5).
    const double weights[] = {access - school, gp, youth_doctor, specialist, gi, school, 0.0, none};
    static_assert(std::size(weights) == static_cast<std::size_t>(Referrer::count));
    double left = unit(word) * (access + gp + youth_doctor + specialist + gi + none);
    for (std::size_t r = 0; r < std::size(weights); ++r) {
        left -= weights[r];
        if (left < 0.0) return static_cast<Referrer>(r);
    }
    return Referrer::none;
}

// The GP's practice nurse for youth (POH-GGZ Jeugd) handles a request at once.
void handle_in_practice(Step& step, ChildId child, Moment moment) {
    Children& c = step.world.children;
    const Seeking& now = step.now.seeking;
    if (c.group[child.index] != ChildGroup::lifelong)
        c.own[child.index] = Level::from(c.own[child.index].value() * (1.0 - now.poh_effect));
    step.world.ledger.pay(Account::insurer, Account::providers, euros(now.poh_cost));
    note(step, child, Event::helped_at_gp, moment, 0, {.payer = Account::insurer, .paid = euros(now.poh_cost)});
}

void go(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = child.index;
    const Seeking& now = step.now.seeking;
    ++c.episode[i];
    ++world.tally.requests;
    const auto words = step.draw(c.key[i], Decision::route, c.episode[i]);
    const Referrer by = route(step, child, words[0]);
    note(step, child, Event::asked, moment, static_cast<std::int64_t>(by), {.decided = by == Referrer::gi ? DecidedBy::protection : DecidedBy::family});
    c.seen[i] = happens(words[2], step.now.access.see_own) ? seen_own : 0;
    if (by == Referrer::gp) {
        if (severity(load_of(world, child), now) < 2 && happens(words[1], now.gp_poh_share)) return handle_in_practice(step, child, moment);
        if (happens(words[3], now.gp_to_team)) return ask_access(step, child, moment, by);
        return refer(step, child, choose_type(step, child, Decider::gp), by, moment);
    }
    const bool front_door = by != Referrer::medical_specialist && by != Referrer::gi && happens(words[1], step.now.access.one_door);
    if (by == Referrer::access || by == Referrer::school || front_door) return ask_access(step, child, moment, by);
    refer(step, child, choose_type(step, child, decider_of(by)), by, moment);
}

}  // namespace

void seek_help(Step& step) {
    World& world = step.world;
    Children& c = world.children;
    const Seeking& now = step.now.seeking;
    const double trend = static_cast<double>(world.alarm.asking) / asking_one;  // B9
    const auto turn = static_cast<std::uint64_t>((step.number % 4 + 4) % 4);
    const auto in_turn = [&](std::size_t i) {
        return c.household[i].exists() && c.help[i] == HelpState::none &&
               world.households.key[c.household[i].index].value % 4 == turn && age_on(c.birth_day[i], step.day()) < adult_age;
    };
    auto asking = propose(step, c.key, Decision::seek, in_turn, [&](std::size_t i, const Words& words) {
        const double load = load_of(world, ChildId(i)).value();
        const double drive = trend * school_signal(step, i);
        return happens(words[0], drive * now.most / periods * logistic(now.slope * (load - now.midpoint)));
    });
    // In order of the moment within the week: intake pressure is what the one who asks meets.
    const auto moment = [&](const Proposal& p) { return step.begin() + static_cast<Moment>(p.words[1] % minutes_per_step); };
    std::sort(asking.begin(), asking.end(), [&](const Proposal& a, const Proposal& b) {
        return moment(a) != moment(b) ? moment(a) < moment(b) : a.key < b.key;
    });
    for (const Proposal& p : asking) go(step, ChildId(p.row), moment(p));
}

}  // namespace ontkoker::processes
