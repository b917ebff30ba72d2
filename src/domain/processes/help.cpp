// C4, C6, D3, D5: the waiting lines of all kinds of help. A start draws its length from the duration classes, by the
// ordinal of the episode; the form of contract stretches or shortens it.
#include <algorithm>

#include "../entry.h"
#include "../helping.h"
#include "../paper.h"
#include "../parent_care.h"
#include "../staff.h"
#include "ontkoker/domain/services.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double minutes_per_month = 365.25 / 12.0 * minutes_per_day;
constexpr Moment returning_within = 365 * minutes_per_day;

// Months by linear interpolation within the duration classes, by the shares of the kind of help.
double drawn_months(const Tables& tables, const std::array<double, 7>& shares, double u) {
    for (std::size_t k = 0; k < shares.size(); ++k) {
        const double share = shares[k];
        if (u < share || k + 1 == shares.size()) {
            const double part = share > 0.0 ? std::min(1.0, u / share) : 0.0;
            return tables.duration_months[k] + part * (tables.duration_months[k + 1] - tables.duration_months[k]);
        }
        u -= share;
    }
    return tables.duration_months.back();
}

Moment service_end(const Step& step, std::size_t type, ChildId child, Moment moment) {
    const Children& c = step.world.children;
    const HelpType& help = step.now.help_types[type];
    const auto word = step.draw(c.key[child.index], Decision::duration, c.episode[child.index])[0];
    const double factor = help.duration_factor * step.now.contracts.duration[static_cast<std::size_t>(help.contract_form)] *
                          (help.team ? 1.0 : grant_stretch(step.now.workforce));
    const double months = std::max(0.25, drawn_months(step.now.tables, duration_shares(help, step.now.tables), unit(word)) * factor);
    return moment + static_cast<Moment>(nearest(months_by_norm(step, child, help, months) * minutes_per_month));
}

void pay_trajectory(Step& step, std::size_t type, ChildId child) {
    World& world = step.world;
    const HelpType& help = step.now.help_types[type];
    if (static_cast<int>(help.contract_form) != 1 || help.team) return;
    // A trajectory is agreed for the hours that the network leaves (A7).
    const double hours = help.places ? 1.0 : 1.0 - hours_replaced(world, child, step.now);
    const auto word = step.draw(world.children.key[child.index], Decision::upcoding, world.children.episode[child.index])[0];
    const bool heavier = happens(word, step.now.contracts.upcoding[1]);
    const Cents price = scaled(world.services[first_help_service + type].trajectory_price,
                               hours * (heavier ? step.now.contracts.upcoding_price : 1.0));
    world.ledger.pay(help.payer, Account::providers, price);
    world.tally.spending[type] += price.count;
}

void start_help(Step& step, std::size_t type, const LineEvent& event) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = event.client;
    c.help[i] = HelpState::in_help;
    c.helped_this_year[i] = 1;
    ++world.tally.starts[type];
    const bool renewal = c.ended[i] == event.moment - event.waited;  // it joined the line when its help ended
    world.tally.new_starts[type] += !renewal;
    world.tally.waited[type] += renewal ? 0 : event.waited;
    ++world.tally.starts_by_referrer[static_cast<std::size_t>(c.referrer[i])];
    ++world.services[first_help_service + type].quarter_started;
    if (!renewal && c.ended[i] != never && event.moment - c.ended[i] <= returning_within) ++world.tally.returns[type];
    const Face helper = face_at(world, first_help_service + type, event.server);
    if (c.helper[i] != helper) ++world.tally.workforce.new_faces;
    c.helper[i] = helper;
    pay_trajectory(step, type, ChildId(i));
    note(step, ChildId(i), Event::help_started, event.moment, static_cast<std::int64_t>(type), {.waited = renewal ? 0 : event.waited});
}

// B3: help that ends while the load stays often goes on (a renewal, with the same provider and without a new intake).
void end_help(Step& step, std::size_t type, const LineEvent& event) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = event.client;
    c.ticket[i] = WaitingLine::no_ticket;
    c.help[i] = HelpState::none;
    if (event.kind == LineEvent::Kind::left) {
        ++world.tally.dropped[type];
        note(step, ChildId(i), Event::left_line, event.moment, event.waited);
        return;
    }
    c.ended[i] = event.moment;
    ++world.tally.ends[type];
    note(step, ChildId(i), Event::help_ended, event.moment, static_cast<std::int64_t>(type));
    const bool heavy = severity(load_of(world, ChildId(i)), step.now.seeking) != 0;
    const auto word = step.draw(c.key[i], Decision::extension, c.episode[i] + 1)[0];
    const Entry& entry = step.now.entry;
    if (!heavy || !happens(word, step.now.seeking.continue_chance * (1.0 - entry.duration_cap * entry.cap_renewals)))
        return offer_watch_flame(step, ChildId(i), event.moment);
    ++c.episode[i];
    join_line(step, ChildId(i), type, c.referrer[i], event.moment, true);
}

void run_line(Step& step, std::size_t type) {
    World& world = step.world;
    std::vector<LineEvent> events;
    world.services[first_help_service + type].line.advance(
        step.end(),
        [&](std::uint32_t child, ServerId, Moment moment) { return service_end(step, type, ChildId(child), moment); }, events);
    for (const LineEvent& event : events) {
        account_until(step, ChildId(event.client), event.moment);
        if (event.kind == LineEvent::Kind::started) start_help(step, type, event);
        else end_help(step, type, event);
    }
}

// Who is in help on 1 January counts for the new year.
void begin_year(Children& c) {
    for (std::size_t i = 0; i < c.help.size(); ++i) c.helped_this_year[i] = c.help[i] == HelpState::in_help;
}

}  // namespace

void give_help(Step& step) {
    if (step.month && step.month->number() == 1) begin_year(step.world.children);
    for (std::size_t type = 0; type < step.now.help_types.size(); ++type) run_line(step, type);
}

}  // namespace ontkoker::processes
