// A6, C1, C2, C6, D1, D2: the access takes intakes from its line. What an intake finds depends on the time it got, on how
// broadly the professional looks, and on whether the family dares to tell. What was seen makes the plan.
#include <algorithm>

#include "../claims.h"
#include "../entry.h"
#include "../doorbraak.h"
#include "../helping.h"
#include "../parent_care.h"
#include "../staff.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

std::uint8_t causes_of(const World& world, ChildId child) {
    const std::size_t home = world.children.household[child.index].index;
    return static_cast<std::uint8_t>(seen_own | (world.households.problems[home] ? seen_family : 0) |
                                     (world.households.debt[home] > Cents(0) || world.households.under_minimum[home]
                                          ? seen_livelihood : 0));
}

// Share of full sight that the time of this intake allows: half at half_hours.
double time_sight(double minutes, double half_hours) { return minutes / (minutes + 60.0 * half_hours); }

std::uint8_t look(const Step& step, ChildId child, ServerId professional) {
    const World& world = step.world;
    const Children& c = world.children;
    const Access& now = step.now.access;
    const auto i = child.index;
    const double shrunk = std::clamp(1.0 - c.intake_minutes[i] / planned_intake_minutes(step, child), 0.0, 1.0);
    const double sight = time_sight(c.intake_minutes[i], now.half_hours);
    const Professional* post = post_at(world, access_service, professional);
    const double own_breadth = post ? post->breadth.value() : world.services[access_service].breadth[professional.index].value();
    const double full_breadth = std::min(1.0, now.breadth * own_breadth);
    const double breadth = full_breadth * std::max(0.0, 1.0 - now.breadth_shrink * shrunk);
    const double able = skill(post, step.now.workforce);
    // C9: breadth alone misses complex cases; simple ones ask no depth.
    const bool complex = severity(load_of(world, child), step.now.seeking) == 2;
    const double deep = able * (complex ? std::min(1.0, depth(post, full_breadth, step.now.workforce)) : 1.0);
    const double trust = world.households.trust[c.household[i].index].value() * disclosure(step.now.entry);
    const double other = now.see_other * able * breadth * trust * 2.0 * sight;
    const auto words = step.draw(c.key[i], Decision::sight, c.episode[i]);
    const std::uint8_t causes = causes_of(world, child);
    std::uint8_t seen = 0;
    if (happens(words[0], now.see_own * deep * 2.0 * sight)) seen |= seen_own;
    if ((causes & seen_family) && happens(words[1], sees_cause(step, child, seen_family, other))) seen |= seen_family;
    if ((causes & seen_livelihood) && happens(words[2], sees_cause(step, child, seen_livelihood, other))) seen |= seen_livelihood;
    return seen;
}

// D9: special assistance is custom money, judged case by case; other schemes have fixed rules.
bool money_refused(Step& step, ChildId child, std::size_t scheme) {
    if (step.now.schemes[scheme].lawful_to_cut) return false;
    const Children& c = step.world.children;
    DoorbraakTally& tally = step.world.tally.doorbraak;
    ++tally.money_asked;
    const auto word = step.draw(c.key[child.index], Decision::equal_treatment, c.episode[child.index])[0];
    if (!refused_as_unequal(Solution::money, word, step.now)) return false;
    ++tally.money_refused;
    note(step, c.household[child.index].index, Event::money_refused, step.end() - 1);
    return true;
}

// Seen money problems lead to claims, seen parents' problems to their own treatment (not on the youth budget).
void follow_up(Step& step, ChildId child, std::uint8_t seen) {
    World& world = step.world;
    Households& h = world.households;
    const std::size_t home = world.children.household[child.index].index;
    const auto words = step.draw(world.children.key[child.index], Decision::follow_up, world.children.episode[child.index]);
    if ((seen & seen_livelihood) && happens(words[0], acts_on_money(step, child, step.now.access.scheme_outreach))) {
        const HouseholdFacts facts = facts_of(world, home, step.day(), step.now);
        for (std::size_t s = 0; s < step.now.schemes.size(); ++s)
            if (!(h.claims[home] >> s & 1) && entitled(step.now.schemes[s], facts, h.low_income_months[home], step.now)) {
                if (money_refused(step, child, s)) continue;
                grant(world, home, s, facts, step.now);
                note(step, home, Event::scheme_granted, step.end() - 1, static_cast<std::int64_t>(s), {}, {.decided = DecidedBy::access});
            }
    }
    if ((seen & seen_livelihood) && happens(words[2], acts_on_money(step, child, 0.0))) lead_to_debt_help(step, child);
    if ((seen & seen_family) && happens(words[1], step.now.access.follow_advice)) advise_parents(world, home);
}

// A known face gains trust, a new one loses some (A6, C6).
void meet(Step& step, ChildId child, ServerId professional) {
    World& world = step.world;
    Children& c = world.children;
    Level& trust = world.households.trust[c.household[child.index].index];
    const Face now = face_at(world, access_service, professional);
    const bool known = c.face[child.index] == now;
    if (!known) ++world.tally.workforce.new_faces;
    const double value = known ? trust.value() + step.now.access.trust_face * (1.0 - trust.value())
                               : trust.value() * (1.0 - step.now.access.trust_new_face);
    trust = Level::from(value);
    c.face[child.index] = now;
}

// C9: with specialists near by, the team keeps light and moderate questions that it would refer out; careful people less.
std::size_t kept_by_team(const Step& step, ChildId child, ServerId professional, std::size_t type) {
    const World& world = step.world;
    const Workforce& now = step.now.workforce;
    if (now.consult_hours <= 0.0 || step.now.help_types[type].team) return type;
    if (severity(load_of(world, child), step.now.seeking) == 2) return type;
    const Professional* post = post_at(world, access_service, professional);
    const double bold = post ? 2.0 * (1.0 - post->risk.value()) : 1.0;
    const auto word = step.draw(world.children.key[child.index], Decision::consult, world.children.episode[child.index])[0];
    if (!happens(word, now.consult_keep * consult(now) * bold)) return type;
    for (std::size_t k = 0; k < step.now.help_types.size(); ++k)
        if (step.now.help_types[k].team) return k;
    return type;
}

void end_intake(Step& step, const LineEvent& event) {
    World& world = step.world;
    Children& c = world.children;
    const ChildId child(event.client);
    const auto i = child.index;
    c.ticket[i] = WaitingLine::no_ticket;
    meet(step, child, event.server);
    c.seen[i] = look(step, child, event.server);
    ++world.tally.intakes;
    world.tally.intake_minutes += c.intake_minutes[i];
    const auto bits = [](std::uint8_t set) { return (set & 1) + (set >> 1 & 1) + (set >> 2 & 1); };
    world.tally.causes += bits(causes_of(world, child));
    world.tally.causes_seen += bits(c.seen[i]);
    WorkforceTally& tally = world.tally.workforce;
    const bool severe = severity(load_of(world, child), step.now.seeking) == 2;
    ++(severe ? tally.severe_own : tally.own_causes);
    (severe ? tally.severe_own_seen : tally.own_seen) += (c.seen[i] & seen_own) != 0;
    note(step, child, Event::intake, event.moment, c.seen[i],
         {.payer = Account::prevention_teams, .paid = euros(c.intake_minutes[i] / 60.0 * step.now.access.tariff), .causes = causes_of(world, child)});
    follow_up(step, child, c.seen[i]);
    plan_network(step, child, event.moment);
    c.entry[i].intake_at = event.moment;
    c.entry[i].multiple = multiple_questions(world, c.household[i].index);
    bring_sibling(step, child, event.moment);
    if (left_to_own_strength(step, child, event.moment)) return;
    const std::size_t type = kept_by_team(step, child, event.server, choose_type(step, child, Decider::access));
    tally.referred_out += !step.now.help_types[type].team;
    refer(step, child, type, c.referrer[i], event.moment);
}

}  // namespace

void take_intakes(Step& step) {
    World& world = step.world;
    Children& c = world.children;
    std::vector<LineEvent> events;
    const auto length = std::max<Moment>(1, static_cast<Moment>(nearest(step.now.access.intake_weeks * minutes_per_week)));
    world.services[access_service].line.advance(
        step.end(), [&](std::uint32_t, ServerId, Moment moment) { return moment + length; }, events);
    for (const LineEvent& event : events) {
        const ChildId child(event.client);
        account_until(step, child, event.moment);
        switch (event.kind) {
            case LineEvent::Kind::started:
                c.help[child.index] = HelpState::intake;
                note(step, child, Event::intake_began, event.moment, 0, {.waited = event.waited});
                world.tally.line_waited[access_service] += event.waited;
                ++world.tally.line_started[access_service];
                break;
            case LineEvent::Kind::done: end_intake(step, event); break;
            case LineEvent::Kind::left:
                note(step, child, Event::left_line, event.moment, event.waited);
                c.ticket[child.index] = WaitingLine::no_ticket;
                c.help[child.index] = HelpState::none;
                break;
        }
    }
}

}  // namespace ontkoker::processes
