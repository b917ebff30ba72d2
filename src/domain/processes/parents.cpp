// A5: parents' own problems come and go. A9: they are treated outside the youth budget, after a wait in a line of their own.
#include <algorithm>

#include "../helping.h"
#include "../parent_care.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double periods = 13.0;  // of four weeks a year: a household asks in its own week of four
constexpr double minutes_per_month = 365.25 / 12.0 * minutes_per_day;
constexpr std::uint8_t all_problems = mental_health | addiction | conflict | lvb;

// A problem that is there ends with one chance a year, or with another while it is treated.
bool ends(std::uint32_t word, bool treated, double untreated_out, double treated_out) {
    return happens(word, (treated ? std::max(untreated_out, treated_out) : untreated_out) / 12.0);
}

std::uint8_t changed(const Step& step, std::size_t i, const Words& words) {
    const Parameters& p = step.now;
    std::uint8_t bits = step.world.households.problems[i];
    const Parents& now = p.parents;
    const auto step_one = [&](std::uint8_t bit, std::uint32_t word, double in, double out, double treated_out) {
        const auto treated = static_cast<std::uint8_t>(bit << 4);
        if (!(bits & bit)) {
            if (happens(word, in / 12.0) && (bit != conflict || has_minor(step.world, i, step.day()))) bits |= bit;
        } else if (ends(word, bits & treated, out, treated_out)) {
            bits &= static_cast<std::uint8_t>(~(bit | treated));
        }
    };
    step_one(mental_health, words[0], now.mental_health_in, now.mental_health_out, now.treated_out);
    step_one(addiction, words[1], now.addiction_in, now.addiction_out, now.treated_out);
    step_one(conflict, words[2], now.conflict_in, now.conflict_out, p.parent_care.separation_out);
    return bits;
}

// The first problem for which a parent asks for treatment in this step, or CareKind::count. Whoever was advised to asks
// at once.
CareKind asks_for(const Step& step, std::size_t i, const Words& words) {
    const Households& h = step.world.households;
    const ParentCareState& care = h.care[i];
    for (std::size_t k = 0; k < care_kinds; ++k) {
        const auto kind = static_cast<CareKind>(k);
        if (!(h.problems[i] & problem_of(kind)) || step.now.parent_care.asks[k] <= 0.0) continue;
        if (care.advised || happens(words[k], step.now.parent_care.asks[k] / periods)) return kind;
    }
    return CareKind::count;
}

// Who asks joins the line; who stands there or is treated for a problem that is over leaves it.
void ask(Step& step, std::size_t i, CareKind kind) {
    World& world = step.world;
    ParentCareState& care = world.households.care[i];
    Service& service = world.services[parent_care_service];
    ++care.episode;
    const AgentKey key = world.households.key[i];
    const auto word = step.draw(key, Decision::care_patience, care.episode)[0];
    LineRequest request;
    request.key = key;
    request.client = static_cast<std::uint32_t>(i);
    request.arrival = step.begin();
    request.patience_ends = patience_end(request.arrival, word, step.now.parent_care.patience_weeks);
    request.weekly_load = service.weekly_load;
    care.ticket = service.line.submit(request);
    care.stage = CareStage::waiting;
    care.kind = kind;
    mark_care(world.households, i);
    ++world.tally.parent_care.asked[static_cast<std::size_t>(kind)];
    note(step, i, Event::parent_asked, step.begin(), problem_of(kind));
}

void leave(World& world, std::size_t i) {
    ParentCareState& care = world.households.care[i];
    world.households.problems[i] &= static_cast<std::uint8_t>(~all_treated);
    care.ticket = WaitingLine::no_ticket;
    care.stage = CareStage::none;
    mark_care(world.households, i);
}

// In order of keys: who was advised to ask, who stands in line or is treated for a problem that is over, and, in its week
// of four, who asks of itself.
std::vector<Proposal> who_moves(const Step& step) {
    const World& world = step.world;
    const Households& h = world.households;
    std::array<double, care_kinds> most{};
    for (std::size_t k = 0; k < care_kinds; ++k) most[k] = step.now.parent_care.asks[k] / periods;
    std::vector<std::vector<Proposal>> chunks(chunk_count(h.key.size(), step.grain));
    for_chunks(h.key.size(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        Scratch& mine = scratch();
        const auto propose_row = [&](std::size_t i, const Words& words) {
            chunks[chunk].push_back({h.key[i], static_cast<std::uint32_t>(i), words});
        };
        mine.rows.clear();
        each_unusual(h.care_marks, care_advised | care_in_line, 0, begin, end,
                     [&](std::size_t i) { mine.rows.push_back(static_cast<std::uint32_t>(i)); });
        visit_ahead(mine.rows, [&](std::uint32_t i) { return &h.care[i]; }, [&](std::uint32_t i) {
            if (h.care[i].stage == CareStage::none || !(h.problems[i] & problem_of(h.care[i].kind))) propose_row(i, {});
        });
        mine.rows.clear();
        const std::uint8_t turn = step.turn();
        each_where(
            begin, end,
            [&](std::size_t i) {
                return bytes_set(eight_from(h.problems, i) & (in_each_byte * all_problems)) & ~bytes_set(eight_from(h.turn, i) ^ (in_each_byte * turn));
            },
            [&](std::size_t i) { return (h.problems[i] & all_problems) && h.turn[i] == turn; },
            [&](std::size_t i) {
                if (!(h.care_marks[i] & (care_advised | care_in_line))) mine.rows.push_back(static_cast<std::uint32_t>(i));
            });
        mine.keys.clear();
        for (const std::uint32_t i : mine.rows) mine.keys.push_back(h.key[i]);
        step.draws.sift(mine.keys, static_cast<std::uint16_t>(Decision::parents_treatment), step.number, most, mine.sifted);
        for (std::size_t at = 0; at < mine.sifted.count; ++at) {
            const std::uint32_t i = mine.rows[mine.sifted.rows[at]];
            const Words& words = mine.sifted.words[at];
            if (asks_for(step, i, words) != CareKind::count && has_minor(world, i, step.day())) propose_row(i, words);
        }
    });
    return in_order(chunks);
}

void join_and_leave(Step& step) {
    World& world = step.world;
    Households& h = world.households;
    for (const Proposal& p : who_moves(step)) {
        if (h.care[p.row].stage != CareStage::none) {
            world.services[parent_care_service].line.cancel(h.care[p.row].ticket, step.begin());
            leave(world, p.row);
            continue;
        }
        const CareKind kind = asks_for(step, p.row, p.words);
        h.care[p.row].advised = false;
        mark_care(h, p.row);
        if (kind != CareKind::count) ask(step, p.row, kind);
    }
}

Moment treatment_end(const Step& step, std::size_t i, Moment moment) {
    const ParentCareState& care = step.world.households.care[i];
    const auto word = step.draw(step.world.households.key[i], Decision::care_duration, care.episode)[0];
    const double months = step.now.parent_care.months[static_cast<std::size_t>(care.kind)];
    return moment + static_cast<Moment>(nearest(std::max(1.0, exponential(word, months)) * minutes_per_month));
}

void follow(Step& step, const LineEvent& event) {
    World& world = step.world;
    ParentCareState& care = world.households.care[event.client];
    const auto kind = static_cast<std::size_t>(care.kind);
    switch (event.kind) {
        case LineEvent::Kind::started:
            care.stage = CareStage::treated;
            mark_care(world.households, event.client);
            world.households.problems[event.client] |= treated_bit(care.kind);
            world.tally.line_waited[parent_care_service] += event.waited;
            ++world.tally.line_started[parent_care_service];
            ++world.tally.parent_care.started[kind];
            note(step, event.client, Event::parent_treatment, event.moment, 0, {}, {.waited = event.waited});
            break;
        case LineEvent::Kind::done:
            ++world.tally.parent_care.ended[kind];
            note(step, event.client, Event::parent_treatment_over, event.moment);
            leave(world, event.client);
            break;
        case LineEvent::Kind::left:
            ++world.tally.parent_care.left[kind];
            note(step, event.client, Event::parent_left_line, event.moment, event.waited);
            leave(world, event.client);
            break;
    }
}

// A month of treatment of everybody who is in it.
void pay_treatment(Step& step) {
    World& world = step.world;
    const Households& h = world.households;
    std::array<std::int64_t, care_kinds> treated{};
    each_unusual(h.care_marks, care_treated, 0, 0, world.household_rows(),
                 [&](std::size_t i) { ++treated[static_cast<std::size_t>(h.care[i].kind)]; });
    for (std::size_t k = 0; k < care_kinds; ++k)
        world.ledger.pay(payer_of(static_cast<CareKind>(k)), Account::providers,
                         treated[k] * euros(step.now.parent_care.cost[k] / 12.0));
}

// For the journal: which problems of the parents came and which went.
void tell_changes(const Step& step, std::size_t i, std::uint8_t before) {
    const std::uint8_t after = step.world.households.problems[i];
    for (const std::uint8_t bit : {mental_health, addiction, lvb, conflict}) {
        if (!((before ^ after) & bit)) continue;
        note(step, i, after & bit ? Event::parent_problem : Event::parent_problem_over, step.begin(), bit);
    }
}

}  // namespace

void change_parents_problems(Step& step) {
    if (!step.settles_money()) return;
    Households& h = step.world.households;
    const Parents& now = step.now.parents;
    const auto most = [](double in, double out, double treated_out) { return std::max({in, out, treated_out}) / 12.0; };
    sift_rows(step, h.key, Decision::parents_change,
              {most(now.mental_health_in, now.mental_health_out, now.treated_out), most(now.addiction_in, now.addiction_out, now.treated_out),
               most(now.conflict_in, now.conflict_out, step.now.parent_care.separation_out)},
              [&](std::size_t i, const Words& words) {
                  if (!h.occupied[i]) return;
                  const std::uint8_t before = h.problems[i];
                  h.problems[i] = changed(step, i, words);
                  tell_changes(step, i, before);
              });
}

void treat_parents(Step& step) {
    join_and_leave(step);
    std::vector<LineEvent> events;
    step.world.services[parent_care_service].line.advance(
        step.end(), [&](std::uint32_t i, ServerId, Moment moment) { return treatment_end(step, i, moment); }, events);
    for (const LineEvent& event : events) follow(step, event);
    if (step.month) pay_treatment(step);
}

}  // namespace ontkoker::processes
