// B5: the compelled part of the safety chain. The board investigates as its hours allow, the juvenile court orders, a
// guardian of a certified institution takes over when there is room; measures are reviewed every year. A placement is a
// place of a kind of help with stay, for which the child waits like others.
#include "../protection.h"

#include <algorithm>

#include "../helping.h"
#include "../people.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr Moment minutes_per_year = 525'960;
constexpr int adult_age = 18;
constexpr double steps_per_year = 365.25 / days_per_step;

Moment weeks(double number) { return std::max<Moment>(1, static_cast<Moment>(nearest(number * minutes_per_week))); }

int heaviness(const Step& step, std::size_t i) { return severity(load_of(step.world, ChildId(i)), step.now.seeking); }

void tell(const Step& step, std::size_t i, Event event, Moment moment, const NoteDetail& detail = {}) {
    note(step, ChildId(i), event, moment, 0, detail);
}

bool stays(const Step& step, std::size_t i) {
    const Children& c = step.world.children;
    return (c.help[i] == HelpState::in_help || c.help[i] == HelpState::waiting_help) && step.now.help_types[c.service[i]].places;
}

// A kind of help by the weights of the certified institution, among those with or those without stay; none: -1.
int kind_of_help(const Step& step, std::size_t i, bool places, std::uint32_t word) {
    const auto& types = step.now.help_types;
    const auto heavy = static_cast<std::size_t>(heaviness(step, i));
    const auto weight = [&](std::size_t k) {
        return types[k].places == places ? types[k].chosen[static_cast<std::size_t>(Decider::gi)][heavy] : 0.0;
    };
    return chosen_by_weight(types.size(), weight, word);
}

// What the guardian knows of the family goes along.
void refer_by_guardian(Step& step, std::size_t i, int type, Moment moment) {
    Children& c = step.world.children;
    ++c.episode[i];
    ++step.world.tally.requests;
    c.seen[i] = seen_own | seen_family;
    refer(step, ChildId(i), static_cast<std::size_t>(type), Referrer::gi, moment);
}

// ---- board and court

void end_investigation(Step& step, std::size_t i, Moment moment) {
    World& world = step.world;
    SafetyState& s = world.children.safety[i];
    const Safety& now = step.now.safety;
    s.ticket = WaitingLine::no_ticket;
    s.phase = SafetyPhase::none;
    const auto words = step.draw(world.children.key[i], Decision::investigation, s.episode);
    if (!happens(words[0], weighed(now.to_measure * caution(world, now), heaviness(step, i), now))) return;
    s.phase = SafetyPhase::court;
    s.until = moment + weeks(now.court_weeks);
}

void run_board(Step& step) {
    World& world = step.world;
    std::vector<LineEvent> events;
    const Moment length = weeks(step.now.safety.board_weeks);
    world.services[board_service].line.advance(
        step.end(), [&](std::uint32_t, ServerId, Moment moment) { return moment + length; }, events);
    for (const LineEvent& event : events) {
        if (event.kind == LineEvent::Kind::done) {
            end_investigation(step, event.client, event.moment);
            continue;
        }
        world.children.safety[event.client].phase = SafetyPhase::investigation;
        ++world.tally.safety.investigations;
        world.tally.line_waited[board_service] += event.waited;
        ++world.tally.line_started[board_service];
        tell(step, event.client, Event::investigated, event.moment);
    }
}

void order_measure(Step& step, std::size_t i) {
    World& world = step.world;
    SafetyState& s = world.children.safety[i];
    const Safety& now = step.now.safety;
    const Moment moment = s.until;
    const Cents cost = euros(now.court_cost);
    world.ledger.pay(Account::justice, Account::outside, cost);
    world.tally.safety.court += cost;
    ++world.tally.safety.measures[family_cell(world, ChildId(i))];
    Service& gi = world.services[gi_service];
    LineRequest request;
    request.key = world.children.key[i];
    request.client = static_cast<std::uint32_t>(i);
    request.arrival = moment;
    request.priority = heaviness(step, i) == 2 ? 0 : 1;
    request.weekly_load = gi.weekly_load;
    s.ticket = gi.line.submit(request);
    s.phase = SafetyPhase::none;
    s.measure = Measure::supervision;
    s.until = moment + minutes_per_year;
    const auto word = step.draw(world.children.key[i], Decision::placement, s.episode)[0];
    const double chance = weighed(now.to_placement * caution(world, now), heaviness(step, i), now) * (1.0 - now.stay_test);
    if (happens(word, chance)) s.stay = Stay::to_leave;
    tell(step, i, Event::measure_ordered, moment, {.payer = Account::justice, .paid = cost});
}

// ---- guardians and measures

void run_guardians(Step& step) {
    World& world = step.world;
    std::vector<LineEvent> events;
    world.services[gi_service].line.advance(
        step.end(), [](std::uint32_t, ServerId, Moment moment) { return moment + 30 * minutes_per_year; }, events);
    for (const LineEvent& event : events) {
        if (event.kind != LineEvent::Kind::started) continue;   // the service ends when the measure does
        world.children.safety[event.client].guarded = true;
        world.tally.line_waited[gi_service] += event.waited;
        ++world.tally.line_started[gi_service];
    }
}

void go_home(Step& step, std::size_t i) {
    World& world = step.world;
    Children& c = world.children;
    SafetyState& s = c.safety[i];
    if (stays(step, i)) {
        account_until(step, ChildId(i), step.begin());
        if (c.help[i] == HelpState::in_help) {
            ++world.tally.ends[c.service[i]];
            c.ended[i] = step.begin();
        }
        stop_help(world, ChildId(i), step.begin());
    }
    if (s.stay == Stay::away) {
        ++world.tally.safety.returned;
        tell(step, i, Event::back_home, step.begin());
    }
    s.stay = Stay::home;
}

// Chance that a stay under supervision gives way to home: the more averse to risk, the smaller.
double homeward(const Step& step) {
    const double care = caution(step.world, step.now.safety);
    return care > 0.0 ? step.now.safety.return_home / care : 1.0;
}

void end_measure(Step& step, std::size_t i) {
    go_home(step, i);
    ++step.world.tally.safety.measures_ended;
    tell(step, i, Event::measure_ended, step.begin());
    stop_safety(step.world, ChildId(i), step.begin());
}

void review(Step& step, std::size_t i) {
    World& world = step.world;
    SafetyState& s = world.children.safety[i];
    const Safety& now = step.now.safety;
    const double care = caution(world, now);
    const auto words = step.draw(world.children.key[i], Decision::measure_review, step.number);
    s.until += minutes_per_year;
    if (s.measure == Measure::guardianship) {
        if (happens(words[0], now.guardianship_end)) end_measure(step, i);
        return;
    }
    if (s.stay != Stay::away) {
        if (!happens(words[0], weighed(now.extend * care, heaviness(step, i), now))) end_measure(step, i);
        return;
    }
    // While a child lives elsewhere the order is prolonged.
    if (happens(words[1], now.to_guardianship * care)) s.measure = Measure::guardianship;
    else if (happens(words[2], homeward(step))) go_home(step, i);
}

// ---- living elsewhere

void leave_for_place(Step& step, std::size_t i) {
    World& world = step.world;
    Children& c = world.children;
    if (stays(step, i)) {
        if (c.help[i] != HelpState::in_help) return;   // waits for a place
        c.safety[i].stay = Stay::away;
        ++world.tally.safety.placements;
        if (c.group[i] != ChildGroup::lifelong)
            c.own[i] = Level::from(std::min(10.0, c.own[i].value() + step.now.safety.placement_load));
        return tell(step, i, Event::placed, step.begin());
    }
    const int type = kind_of_help(step, i, true, step.draw(c.key[i], Decision::guardian, step.number)[1]);
    if (type < 0) return;
    account_until(step, ChildId(i), step.begin());
    stop_help(world, ChildId(i), step.begin());
    refer_by_guardian(step, i, type, step.begin());
}

// A place that has ended leads home or to a next place; under guardianship always to a next one.
void check_place(Step& step, std::size_t i) {
    SafetyState& s = step.world.children.safety[i];
    const auto word = step.draw(step.world.children.key[i], Decision::guardian, step.number)[2];
    if (s.measure == Measure::supervision && happens(word, homeward(step))) go_home(step, i);
    else s.stay = Stay::to_leave;
}

// What a guardian, or a life elsewhere, takes away of the family's load.
void relieve(Step& step, std::size_t i) {
    Children& c = step.world.children;
    const Safety& now = step.now.safety;
    const double relief = c.safety[i].stay == Stay::away ? now.placement_relief : c.safety[i].guarded ? now.guardian_effect : 0.0;
    if (relief > 0.0) c.family[i] = Level::from(c.family[i].value() * std::max(0.0, 1.0 - relief));
}

// Under a measure in a week of which no more comes than relief.
bool is_quiet(const Step& step, std::size_t i) {
    const Children& c = step.world.children;
    const SafetyState& s = c.safety[i];
    if (s.stay == Stay::away) return stays(step, i);
    if (s.stay == Stay::to_leave) return false;
    if (!s.guarded || c.help[i] != HelpState::none) return true;
    return !happens(step.draw(c.key[i], Decision::guardian, step.number)[0], step.now.safety.gi_refers / steps_per_year);
}

void guard(Step& step, std::size_t i) {
    const SafetyState& s = step.world.children.safety[i];
    relieve(step, i);
    if (is_quiet(step, i)) return;
    if (s.stay == Stay::away) return check_place(step, i);
    if (s.stay == Stay::to_leave) return leave_for_place(step, i);
    const int type = kind_of_help(step, i, false, step.draw(step.world.children.key[i], Decision::guardian, step.number)[1]);
    if (type >= 0) refer_by_guardian(step, i, type, step.begin());
}

bool is_grown_up(const Step& step, std::size_t i) { return step.world.children.birth_day[i] <= born_by(adult_age, step.day()); }

void follow(Step& step, std::size_t i) {
    SafetyState& s = step.world.children.safety[i];
    if (is_grown_up(step, i)) return s.measure != Measure::none ? end_measure(step, i) : stop_safety(step.world, ChildId(i), step.begin());
    if (s.phase == SafetyPhase::court && s.until < step.end()) return order_measure(step, i);
    if (s.measure == Measure::none) return;
    if (s.until < step.end()) review(step, i);
    if (s.measure != Measure::none) guard(step, i);
}

// The children to follow() one by one, in order of keys. With most of those in the chain nothing happens in a week but what
// concerns themselves only: that is done here, in parallel.
std::vector<std::pair<AgentKey, std::size_t>> cases_to_follow(Step& step) {
    Children& c = step.world.children;
    std::vector<std::vector<std::pair<AgentKey, std::size_t>>> chunks(chunk_count(c.key.size(), step.grain));
    for_chunks(c.key.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        each_unusual(c.watched, watch_safety, 0, begin, end, [&](std::size_t i) {
            const SafetyState& s = c.safety[i];
            const bool measured = s.measure != Measure::none, due = s.until < step.end();
            if (s.phase == SafetyPhase::none && !measured) c.watched[i] &= static_cast<std::uint8_t>(~watch_safety);
            else if (is_grown_up(step, i) || (due && (measured || s.phase == SafetyPhase::court)) || (measured && !is_quiet(step, i)))
                chunks[chunk].emplace_back(c.key[i], i);
            else if (measured) relieve(step, i);
        });
    });
    std::vector<std::pair<AgentKey, std::size_t>> cases;
    for (const auto& found : chunks) cases.insert(cases.end(), found.begin(), found.end());
    std::sort(cases.begin(), cases.end());
    return cases;
}

// Hours follow demand with a lag: more when the list is longer than the norm, fewer when it is less than a quarter of it.
void review_hours(Service& service, double listed_weeks, const Safety& now) {
    if (listed_weeks > now.wait_norm_weeks) service.capacity_factor *= 1.0 + now.growth;
    else if (listed_weeks < 0.25 * now.wait_norm_weeks) service.capacity_factor *= 1.0 - now.shrink;
}

// Weeks in which what is on the list would be taken up at the pace of what is in service.
double list_weeks(const Service& service, double weeks_in_service) {
    const double served = static_cast<double>(std::max<std::int64_t>(1, service.line.in_service()));
    return static_cast<double>(service.line.waiting()) / served * weeks_in_service;
}

}  // namespace

void protect_children(Step& step) {
    World& world = step.world;
    const Safety& now = step.now.safety;
    if (step.month && step.month->number() % 3 == 1) {
        review_hours(world.services[board_service], list_weeks(world.services[board_service], now.board_weeks), now);
        review_hours(world.services[gi_service], list_weeks(world.services[gi_service], now.supervision_years * 52.0), now);
    }
    for (const auto& [key, i] : cases_to_follow(step)) follow(step, i);
    // Last, so that whoever grows up or goes home in this step makes room at once.
    run_board(step);
    run_guardians(step);
}

}  // namespace ontkoker::processes
