// Runs a WaitingLine with random arrivals for millions of days and gathers means with their errors.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ontkoker/core/units.h"
#include "ontkoker/engine/draws.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker::testing {

struct QueuePlan {
    int servers = 10;
    double arrivals_a_day = 0.45;
    double service_days = 20.0;
    double patience_days = 0.0;    // mean; 0: nobody leaves
    double urgent_share = 0.0;     // of the arrivals: priority 0, the others 1
    int step_days = 7;
    std::uint32_t replicates = 5;  // of about 1,300,000 arrivals each
    std::uint32_t seed = 2026;
};

// Moments end after 4,000 years either side of day 0, so a long run is made of replicates of 7,900 years, each from an
// empty line. The first 161 years of each are left out and the rest is cut into batches of 498 years: ten servers at
// 90% load forget in about two years (the relaxation time is 760 days), so batches are as good as independent.
constexpr Moment run_begins = -2'080'000'000, run_ends = 2'080'000'000;
constexpr Moment warm_up = 8'400 * minutes_per_step, batch_length = 26'000 * minutes_per_step;
constexpr std::size_t batches_per_run = 15;

// One person as it will arrive.
struct Arrival {
    Moment moment;
    Moment service;
    Moment patience_ends;
    std::uint8_t priority;
    // Its wait before one server that works as fast as all together, met by the same people in order of arrival
    // (Lindley's recursion). Its mean is known, and it goes up and down with the wait in the line that is tested.
    double fast_wait;
};

inline std::vector<Arrival> make_arrivals(const QueuePlan& plan, std::uint32_t replicate, Moment end) {
    constexpr std::uint16_t arrival_decision = 1;
    const Draws draws(plan.seed, replicate);
    const double days = (static_cast<double>(end) - run_begins) / minutes_per_day;
    std::vector<AgentKey> keys(static_cast<std::size_t>(days * plan.arrivals_a_day * 1.02) + 1000);
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i].value = i;
    std::array<std::vector<std::uint32_t>, 4> words;
    for (auto& column : words) column.resize(keys.size());
    draws.fill(keys, arrival_decision, 0, {words[0], words[1], words[2], words[3]});

    const auto minutes = [](double in_days) { return nearest(in_days * minutes_per_day); };
    std::vector<Arrival> made;
    made.reserve(keys.size());
    double day = static_cast<double>(run_begins) / minutes_per_day, fast_wait = 0.0, last_service = 0.0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const double gap = exponential(words[0][i], 1.0 / plan.arrivals_a_day);
        day += gap;
        if (minutes(day) >= end) break;
        fast_wait = std::max(0.0, fast_wait + last_service / plan.servers - gap);
        last_service = exponential(words[1][i], plan.service_days);
        const Moment moment = static_cast<Moment>(minutes(day));
        Moment patience_ends = never;
        if (plan.patience_days > 0.0) {
            const std::int64_t last = moment + minutes(exponential(words[2][i], plan.patience_days));
            patience_ends = static_cast<Moment>(std::min<std::int64_t>(last, never - 1));
        }
        const std::uint8_t priority = happens(words[3][i], plan.urgent_share) ? 0 : 1;
        made.push_back({moment, static_cast<Moment>(minutes(last_service)), patience_ends, priority, fast_wait});
    }
    return made;
}

// Lets the line meet the arrivals in steps, as a model does; `see` gets the events and the counts of each step.
template <class See>
void play(const QueuePlan& plan, const std::vector<Arrival>& arrivals, Moment end, WaitingLine& line, const See& see) {
    for (int i = 0; i < plan.servers; ++i) line.add_server(1);
    const auto start = [&](std::uint32_t client, ServerId, Moment now) { return now + arrivals[client].service; };
    std::vector<LineEvent> events;
    std::uint32_t next = 0;
    const std::int64_t step = static_cast<std::int64_t>(plan.step_days) * minutes_per_day;
    for (Moment begin = run_begins, until; begin < end; begin = until) {
        until = static_cast<Moment>(std::min<std::int64_t>(begin + step, end));
        for (; next < arrivals.size() && arrivals[next].moment < until; ++next) {
            const Arrival& arrival = arrivals[next];
            line.submit({AgentKey{next}, next, arrival.priority, arrival.moment, arrival.patience_ends, 1, ServerId{}});
        }
        events.clear();
        line.advance(until, start, events);
        see(begin, events, line.take_counts());
    }
}

// Sums over those who arrive in one batch of time, and over that time.
struct Batch {
    double arrivals = 0, urgent = 0, waits = 0, left = 0;
    double minutes = 0, urgent_minutes = 0;  // waited, all and urgent
    double queue_minutes = 0;                // integral of the number waiting
    double fast_days = 0;
};

inline void run_replicate(const QueuePlan& plan, std::uint32_t replicate, std::vector<Batch>& batches) {
    const std::vector<Arrival> arrivals = make_arrivals(plan, replicate, run_ends);
    const std::size_t first = batches.size();
    batches.resize(first + batches_per_run);
    const auto batch_at = [&](Moment moment) -> Batch* {
        const std::int64_t since = static_cast<std::int64_t>(moment) - run_begins - warm_up;
        const std::size_t index = since < 0 ? batches_per_run : static_cast<std::size_t>(since / batch_length);
        return index < batches_per_run ? &batches[first + index] : nullptr;
    };
    for (const Arrival& arrival : arrivals) {
        if (Batch* batch = batch_at(arrival.moment)) {
            batch->arrivals += 1;
            batch->urgent += arrival.priority == 0;
            batch->fast_days += arrival.fast_wait;
        }
    }
    WaitingLine line;
    play(plan, arrivals, run_ends, line, [&](Moment begin, const auto& events, const LineCounts& counts) {
        if (Batch* batch = batch_at(begin)) batch->queue_minutes += static_cast<double>(counts.queue_minutes);
        for (const LineEvent& event : events) {
            const Arrival& arrival = arrivals[event.client];
            Batch* batch = event.kind == LineEvent::Kind::done ? nullptr : batch_at(arrival.moment);
            if (!batch) continue;
            batch->left += event.kind == LineEvent::Kind::left;
            batch->waits += event.waited > 0;
            batch->minutes += event.waited;
            if (arrival.priority == 0) batch->urgent_minutes += event.waited;
        }
    });
}

inline std::vector<Batch> run_queue(const QueuePlan& plan) {
    std::vector<Batch> batches;
    for (std::uint32_t replicate = 0; replicate < plan.replicates; ++replicate) run_replicate(plan, replicate, batches);
    return batches;
}

struct Estimate {
    double mean = 0.0;
    double error = 0.0;  // standard error of the mean
};

// The mean of `value` over batches, brought nearer with a control variate whose true mean is known: what the control
// is off by is taken off `value` too, times their regression. Without a control: the plain mean.
template <class Value, class Control>
Estimate estimate(const std::vector<Batch>& batches, const Value& value, const Control& control, double true_control) {
    const double n = static_cast<double>(batches.size());
    double mean = 0, control_mean = 0, both = 0, squares = 0, rest = 0;
    for (const Batch& batch : batches) {
        mean += value(batch) / n;
        control_mean += control(batch) / n;
    }
    for (const Batch& batch : batches) {
        const double off = control(batch) - control_mean;
        both += off * (value(batch) - mean);
        squares += off * off;
    }
    const double slope = squares > 0 ? both / squares : 0.0;
    for (const Batch& batch : batches) {
        const double off = value(batch) - mean - slope * (control(batch) - control_mean);
        rest += off * off;
    }
    return {mean - slope * (control_mean - true_control), std::sqrt(rest / (n - 2) / n)};
}

template <class Value>
Estimate estimate(const std::vector<Batch>& batches, const Value& value) {
    return estimate(batches, value, [](const Batch&) { return 0.0; }, 0.0);
}

}  // namespace ontkoker::testing
