// B5: unsafe situations arise in homes; police, school, neighbours and professionals report some of them; Veilig Thuis
// assesses a report and passes it on to the board, to voluntary help, or closes it. Every fourth week for each household.
#include <algorithm>

#include "../helping.h"
#include "../protection.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double periods = 13.0;
constexpr int adult_age = 18;

// Centre municipalities keep Veilig Thuis.
void pay_advice(Step& step) {
    const Cents cost = euros(step.now.safety.advice_cost);
    step.world.ledger.pay(Account::centre_municipality, Account::providers, cost);
    step.world.tally.safety.advice += cost;
}

// A report of a child whom a guardian already knows goes to the guardian: it may lead to a placement.
void tell_guardian(Step& step, std::size_t i) {
    SafetyState& s = step.world.children.safety[i];
    if (s.stay != Stay::home) return;
    const Safety& now = step.now.safety;
    const int heavy = severity(load_of(step.world, ChildId(i)), step.now.seeking);
    const double chance = weighed(now.to_placement * caution(step.world, now), heavy, now) * (1.0 - now.stay_test);
    if (happens(step.draw(step.world.children.key[i], Decision::placement, s.episode)[1], chance)) s.stay = Stay::to_leave;
}

void report(Step& step, std::size_t i, Moment moment) {
    World& world = step.world;
    SafetyState& s = world.children.safety[i];
    ++s.episode;
    ++world.tally.safety.reports[family_cell(world, ChildId(i))];
    pay_advice(step);
    note(step, ChildId(i), Event::reported, moment, 0,
         {.payer = Account::centre_municipality, .paid = euros(step.now.safety.advice_cost)});
    if (s.measure != Measure::none) return tell_guardian(step, i);
    if (s.phase != SafetyPhase::none) return;   // joined to the report that is being looked into
    s.phase = SafetyPhase::assessment;
    world.children.watched[i] |= watch_safety;
    s.until = moment + std::max<Moment>(1, static_cast<Moment>(nearest(step.now.safety.assessment_weeks * minutes_per_week)));
}

void offer_help(Step& step, std::size_t i, Moment moment) {
    Children& c = step.world.children;
    if (c.help[i] != HelpState::none) return;
    ++c.episode[i];
    ++step.world.tally.requests;
    c.seen[i] = 0;
    ask_access(step, ChildId(i), moment, Referrer::access);
}

void ask_board(Step& step, std::size_t i, Moment moment) {
    World& world = step.world;
    Service& board = world.services[board_service];
    SafetyState& s = world.children.safety[i];
    LineRequest request;
    request.key = world.children.key[i];
    request.client = static_cast<std::uint32_t>(i);
    request.arrival = moment;
    request.priority = severity(load_of(world, ChildId(i)), step.now.seeking) == 2 ? 0 : 1;
    request.weekly_load = board.weekly_load;
    s.ticket = board.line.submit(request);
    s.phase = SafetyPhase::board_list;
}

void assess(Step& step, std::size_t i) {
    World& world = step.world;
    SafetyState& s = world.children.safety[i];
    const Safety& now = step.now.safety;
    const auto words = step.draw(world.children.key[i], Decision::assessment, s.episode);
    const int heavy = severity(load_of(world, ChildId(i)), step.now.seeking);
    s.phase = SafetyPhase::none;
    if (happens(words[0], weighed(now.to_board * caution(world, now), heavy, now))) return ask_board(step, i, s.until);
    if (happens(words[1], now.to_help)) offer_help(step, i, s.until);
}

// Assessments that end in this step, in order of keys: intake pressure is what the one who asks meets.
void assess_reports(Step& step) {
    const Children& c = step.world.children;
    std::vector<std::pair<AgentKey, std::size_t>> due;
    const auto ends = [&](std::size_t i) { return c.safety[i].phase == SafetyPhase::assessment && c.safety[i].until < step.end(); };
    for (const std::uint32_t i : rows_marked(c.watched, watch_safety, step.grain, ends)) due.emplace_back(c.key[i], i);
    std::sort(due.begin(), due.end());
    for (const auto& [key, i] : due) assess(step, i);
}

}  // namespace

void report_unsafety(Step& step) {
    World& world = step.world;
    const Safety& now = step.now.safety;
    const double reported = now.reported * std::max(0.0, 1.0 + now.report_caution * (risk_aversion(world, now) - 1.0));
    const auto reports = propose_rare_in_turn(step, adult_age, Decision::unsafe, {most_unsafety(world, now) / periods, 0, 0, 0}, [&](std::size_t i, const Words& words) {
        return happens(words[1], reported) && happens(words[0], unsafety(world, ChildId(i), now) / periods);
    });
    for (const Proposal& p : reports) report(step, p.row, step.begin() + static_cast<Moment>(p.words[2] % minutes_per_step));
    assess_reports(step);
}

}  // namespace ontkoker::processes
