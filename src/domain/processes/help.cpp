// C4, C6, D3, D5: the waiting lines of all kinds of help. A start draws its length from the duration classes, by the
// ordinal of the episode; the form of contract stretches or shortens it.
#include <algorithm>

#include "../entry.h"
#include "../helping.h"
#include "../market.h"
#include "../paper.h"
#include "../parent_care.h"
#include "../people.h"
#include "../staff.h"
#include "loops.h"
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

double mean_length(const HelpType& help, const Step& step, Form form) {
    return mean_months(help, step.now.tables) * help.duration_factor * step.now.contracts.duration[static_cast<std::size_t>(form)];
}

Moment minutes_of(double months) { return static_cast<Moment>(nearest(months * minutes_per_month)); }

Moment drawn_end(const Step& step, std::size_t line, ChildId child, Moment moment) {
    const Children& c = step.world.children;
    const HelpType& help = step.now.help_types[type_of(step.world, line)];
    const DeliveryState& delivery = c.delivery[child.index];
    if (delivery.left > 0) return moment + delivery.left;
    if (delivery.kept) return moment + minutes_of(step.now.providers.keep_months);
    const auto word = step.draw(c.key[child.index], Decision::duration, c.episode[child.index])[0];
    const double factor = help.duration_factor * step.now.contracts.duration[static_cast<std::size_t>(form_of(step.world, line, step.now))] *
                          (help.team ? 1.0 : grant_stretch(step.now.workforce));
    const double months = std::max(0.25, drawn_months(step.now.tables, duration_shares(help, step.now.tables), unit(word)) * factor);
    return moment + minutes_of(months_by_norm(step, child, help, months));
}

Moment service_end(Step& step, std::size_t line, ChildId child, Moment moment) {
    DeliveryState& delivery = step.world.children.delivery[child.index];
    delivery.until = drawn_end(step, line, child, moment);
    delivery.started = moment;
    return delivery.until;
}

// Of the price of a trajectory: what the network leaves (A7), and of help that is only prolonged or taken over its length.
Cents client_price(const Step& step, std::size_t line, ChildId child) {
    const World& world = step.world;
    const HelpType& help = step.now.help_types[type_of(world, line)];
    double share = help.places ? 1.0 : 1.0 - hours_replaced(world, child, step.now);
    const DeliveryState& delivery = world.children.delivery[child.index];
    const double length = mean_length(help, step, form_of(world, line, step.now));
    if (delivery.left > 0) share *= std::min(1.0, static_cast<double>(delivery.left) / minutes_per_month / length);
    else if (delivery.kept) share *= step.now.providers.keep_months / length;
    return scaled(world.services[line].trajectory_price, share);
}

void pay_trajectory(Step& step, std::size_t line, ChildId child) {
    World& world = step.world;
    const std::size_t type = type_of(world, line);
    const Form form = form_of(world, line, step.now);
    if (!paid_by_client(form) || step.now.help_types[type].team) return;
    const auto word = step.draw(world.children.key[child.index], Decision::upcoding, world.children.episode[child.index])[0];
    const bool heavier = happens(word, step.now.contracts.upcoding[static_cast<std::size_t>(form)]);
    const double held = result_paid(step, type, line) * step.now.providers.output_withheld;
    const Cents price = client_price(step, line, child);
    pay_provider(step, line, scaled(price, tariff_of(world, line) * (heavier ? step.now.contracts.upcoding_price : 1.0) * (1.0 - held)), price);
}

// What was held back is paid when help has left a light load.
void pay_result(Step& step, std::size_t line, ChildId child) {
    const double held = result_paid(step, type_of(step.world, line), line) * step.now.providers.output_withheld;
    if (held <= 0.0 || severity(load_of(step.world, child), step.now.seeking) != 0) return;
    pay_provider(step, line, scaled(client_price(step, line, child), tariff_of(step.world, line) * held), Cents(0));
}

void start_help(Step& step, std::size_t line, const LineEvent& event) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = event.client;
    const std::size_t type = type_of(world, line);
    c.help[i] = HelpState::in_help;
    c.helped_this_year[i] = 1;
    ++world.tally.starts[type];
    const bool renewal = c.ended[i] == event.moment - event.waited;  // it joined the line when its help ended
    world.tally.new_starts[type] += !renewal;
    world.tally.waited[type] += renewal ? 0 : event.waited;
    ++world.tally.starts_by_referrer[static_cast<std::size_t>(c.referrer[i])];
    ++world.services[line].quarter_started;
    if (!renewal && c.ended[i] != never && event.moment - c.ended[i] <= returning_within) ++world.tally.returns[type];
    const Face helper = face_at(world, line, event.server);
    if (c.helper[i] != helper) ++world.tally.workforce.new_faces;
    c.helper[i] = helper;
    pay_trajectory(step, line, ChildId(i));
    c.delivery[i].left = 0;
    note(step, ChildId(i), Event::help_started, event.moment, static_cast<std::int64_t>(type), {.waited = renewal ? 0 : event.waited});
}

// D12: a provider with idle hours prolongs help that the load no longer asks, if its form pays that.
bool keeps(const Step& step, std::size_t line, ChildId child) {
    const World& world = step.world;
    if (world.services[line].offer.provider == no_provider || !takes_clients(world, line)) return false;
    const double chance = step.now.contracts.keep[static_cast<std::size_t>(form_of(world, line, step.now))];
    if (chance <= 0.0 || idle_share(world.services[line]) <= step.now.providers.keep_idle) return false;
    return happens(step.draw(world.children.key[child.index], Decision::keep, world.children.episode[child.index])[0], chance);
}

// B3: help that ends while the load stays often goes on (a renewal, with the same provider and without a new intake).
void end_help(Step& step, std::size_t line, const LineEvent& event) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = event.client;
    const ChildId child(i);
    const std::size_t type = type_of(world, line);
    c.ticket[i] = WaitingLine::no_ticket;
    c.help[i] = HelpState::none;
    if (event.kind == LineEvent::Kind::left) {
        ++world.tally.dropped[type];
        note(step, child, Event::left_line, event.moment, event.waited);
        return;
    }
    c.ended[i] = event.moment;
    ++world.tally.ends[type];
    note(step, child, Event::help_ended, event.moment, static_cast<std::int64_t>(type));
    pay_result(step, line, child);
    if (severity(load_of(world, child), step.now.seeking) == 0) {
        if (!keeps(step, line, child)) return offer_watch_flame(step, child, event.moment);
        c.delivery[i].kept = true;
        ++world.tally.providers.kept;
    } else {
        const auto word = step.draw(c.key[i], Decision::extension, c.episode[i] + 1)[0];
        const Entry& entry = step.now.entry;
        if (!happens(word, step.now.seeking.continue_chance * (1.0 - entry.duration_cap * entry.cap_renewals)))
            return offer_watch_flame(step, child, event.moment);
        c.delivery[i].kept = false;
    }
    ++c.episode[i];
    join_line(step, child, type, c.referrer[i], event.moment, true);
}

void run_line(Step& step, std::size_t line) {
    World& world = step.world;
    std::vector<LineEvent> events;
    world.services[line].line.advance(
        step.end(),
        [&](std::uint32_t child, ServerId, Moment moment) { return service_end(step, line, ChildId(child), moment); }, events);
    for (const LineEvent& event : events) {
        account_until(step, ChildId(event.client), event.moment);
        if (event.kind == LineEvent::Kind::started) start_help(step, line, event);
        else end_help(step, line, event);
    }
}

// D12: short grants are looked at every few months; help ends when the load is light. Steering on outcome does the same.
void evaluate(Step& step) {
    const Market& now = step.now.providers;
    if (now.evaluated <= 0.0 && now.output_steering <= 0.0) return;
    World& world = step.world;
    Children& c = world.children;
    const Moment interval = std::max<Moment>(minutes_per_step, minutes_of(now.evaluation_months));
    std::vector<std::pair<AgentKey, std::uint32_t>> due;
    for (const std::uint32_t i : rows_where(c.key.size(), step.grain, [&](std::size_t row) {
             if (c.help[row] != HelpState::in_help || step.now.help_types[c.service[row]].team) return false;
             const Moment helped = step.begin() - c.delivery[row].started;
             return helped >= interval && helped % interval < minutes_per_step;
         }))
        due.emplace_back(c.key[i], i);
    std::sort(due.begin(), due.end());
    for (const auto& [key, i] : due) {
        const ChildId child(i);
        const std::size_t line = line_of(world, child);
        const double steered = result_paid(step, c.service[i], line);
        const double share = now.evaluated + (1.0 - now.evaluated) * std::min(steered, now.output_steering);
        if (!happens(step.draw(key, Decision::evaluated, c.episode[i])[0], share)) continue;
        account_until(step, child, step.begin());
        if (severity(load_of(world, child), step.now.seeking) != 0) continue;
        if (!happens(step.draw(key, Decision::evaluation, step.number)[0], now.evaluation_stop)) continue;
        const std::size_t type = c.service[i];
        stop_help(world, child, step.begin());
        c.ended[i] = step.begin();
        ++world.tally.ends[type];
        ++world.tally.providers.evaluated;
        note(step, child, Event::help_ended, step.begin(), static_cast<std::int64_t>(type));
        pay_result(step, line, child);
        offer_watch_flame(step, child, step.begin());
    }
}

// Who is in help on 1 January counts for the new year.
void begin_year(Children& c) {
    for (std::size_t i = 0; i < c.help.size(); ++i) c.helped_this_year[i] = c.help[i] == HelpState::in_help;
}

}  // namespace

void give_help(Step& step) {
    if (step.month && step.month->number() == 1) begin_year(step.world.children);
    evaluate(step);
    for (std::size_t line = first_help_service; line < step.world.services.size(); ++line) run_line(step, line);
}

}  // namespace ontkoker::processes
