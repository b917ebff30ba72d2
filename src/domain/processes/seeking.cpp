// D1, D2 and the legal frame: families ask for help when a load weighs; the route is theirs. GP, medical specialist and
// youth doctor refer by law without the municipality; the GI decides on compelled help; some kinds need no referral.
#include <algorithm>

#include "../entry.h"
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
    const double all_access = std::max(0.0, 1.0 - medical - none - gi_share);
    // D14: who was sent back goes round the access.
    const double round = step.world.children.entry[child.index].sent_back ? all_access * step.now.entry.shift : 0.0;
    const double access = all_access - round;
    const double school = access * now.school_share;
    // In the order of Referrer. A court refers out of the safety chain only (B5).
    const double weights[] = {access - school, gp + round, youth_doctor, specialist, gi, school, 0.0, none};
    static_assert(std::size(weights) == static_cast<std::size_t>(Referrer::count));
    double left = unit(word) * (access + gp + round + youth_doctor + specialist + gi + none);
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

bool at_access(Referrer by) { return by == Referrer::access || by == Referrer::school; }

// D3: light help takes part of what would go through access or doctor; what a specialist or the GI refers it leaves alone.
bool light_help_instead(Step& step, ChildId child, Referrer by, Moment moment) {
    if (by == Referrer::medical_specialist || by == Referrer::gi || !goes_to_light_help(step, child)) return false;
    ++step.world.tally.entry.light_instead;
    take_light_help(step, child, moment);
    return true;
}

void go(Step& step, ChildId child, Moment moment) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = child.index;
    const Seeking& now = step.now.seeking;
    ++c.episode[i];
    if (taken_by_neighbour(step, child, moment)) return;
    ++world.tally.requests;
    const auto words = step.draw(c.key[i], Decision::route, c.episode[i]);
    const Referrer by = route(step, child, words[0]);
    world.tally.entry.went_round += c.entry[i].sent_back && !at_access(by);
    c.entry[i].sent_back = false;
    note(step, child, Event::asked, moment, static_cast<std::int64_t>(by), {.decided = by == Referrer::gi ? DecidedBy::protection : DecidedBy::family});
    c.seen[i] = happens(words[2], step.now.access.see_own) ? seen_own : 0;
    if (light_help_instead(step, child, by, moment)) return;
    if (by == Referrer::gp) {
        if (severity(load_of(world, child), now) < 2 && happens(words[1], now.gp_poh_share)) return handle_in_practice(step, child, moment);
        if (happens(words[3], now.gp_to_team)) return ask_access(step, child, moment, by);
        return refer(step, child, choose_type(step, child, Decider::gp), by, moment);
    }
    if (by == Referrer::access && dealt_with_at_desk(step, child, moment, words[1])) return;
    const bool front_door = by != Referrer::medical_specialist && by != Referrer::gi && happens(words[1], step.now.access.one_door);
    if (at_access(by) || front_door) return ask_access(step, child, moment, by);
    refer(step, child, choose_type(step, child, decider_of(by)), by, moment);
}

// Who asks in these four weeks, and who only because services share signals (D11) or because light help is free (D19).
struct Asking {
    double by_itself = 0, with_signals = 0, with_light_help = 0;   // chances, each with the ones before
};

Asking asking_of(const Step& step, std::size_t i, double trend) {
    const Seeking& now = step.now.seeking;
    const Entry& entry = step.now.entry;
    const Level load = load_of(step.world, ChildId(i));
    Asking p;
    p.by_itself = trend * school_signal(step, i) * now.most / periods * logistic(now.slope * (load.value() - now.midpoint));
    p.with_signals = p.by_itself * sharing_factor(step, ChildId(i));
    p.with_light_help = severity(load, now) == 2 ? p.with_signals : p.with_signals * (1.0 + entry.light_help_free * entry.light_new);
    return p;
}

// No child asks with a larger chance than this one: at the heaviest load, in class, with every signal there is.
double most_asking(const Step& step, double trend) {
    const School& school = step.now.school;
    const Entry& entry = step.now.entry;
    return trend * (1.0 + school.family_school * school.signal_gain) * step.now.seeking.most / periods *
           (std::max(1.0, disclosure(entry)) * (1.0 + entry.data_sharing * entry.sharing_signal * most_signals)) *
           (1.0 + entry.light_help_free * entry.light_new);
}

// D19: easy help draws who would not have asked.
void go_to_light_help_only(Step& step, ChildId child, Moment moment) {
    ++step.world.children.episode[child.index];
    ++step.world.tally.requests;
    ++step.world.tally.entry.light_new;
    step.world.children.seen[child.index] = seen_own;
    take_light_help(step, child, moment);
}

}  // namespace

void seek_help(Step& step) {
    World& world = step.world;
    Children& c = world.children;
    const double trend = static_cast<double>(world.alarm.asking) / asking_one;  // B9
    auto asking = propose_rare_in_turn(step, adult_age, Decision::seek, {most_asking(step, trend), 0, 0, 0}, [&](std::size_t i, const Words& words) {
        return c.help[i] == HelpState::none && c.entry[i].neighbour_until <= step.begin() &&
               happens(words[0], asking_of(step, i, trend).with_light_help);
    });
    // In order of the moment within the week: intake pressure is what the one who asks meets.
    const auto moment = [&](const Proposal& p) { return step.begin() + static_cast<Moment>(p.words[1] % minutes_per_step); };
    std::sort(asking.begin(), asking.end(), [&](const Proposal& a, const Proposal& b) {
        return moment(a) != moment(b) ? moment(a) < moment(b) : a.key < b.key;
    });
    for (const Proposal& p : asking) {
        const Asking chance = asking_of(step, p.row, trend);
        if (!happens(p.words[0], chance.with_signals)) {
            go_to_light_help_only(step, ChildId(p.row), moment(p));
            continue;
        }
        world.tally.entry.signalled += !happens(p.words[0], chance.by_itself);
        go(step, ChildId(p.row), moment(p));
    }
}

}  // namespace ontkoker::processes
