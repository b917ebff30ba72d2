// A waiting line with many servers, priorities, patience, caseloads in hours and completion times inside the step.
// A server (a professional, a place) has a capacity in minutes of work a week; a client takes `weekly_load` of one
// server from its start to its end. A place that falls free inside a step is filled at that moment: freeing places
// only at the end of a step would inflate waits (13.4 true days become 19.1 with one-day steps).
//
// Order: lower `priority` first, then earlier arrival, then smaller key. The first in line starts as soon as some
// server has room for its load (`preferred` if it has room, else the one with most room, the lowest index among
// equals); nobody overtakes it, so a load above every capacity blocks the line.
// At one moment: all completions, then starts; all departures by impatience, then starts; all arrivals, then starts.
// So a place that falls free at the moment at which somebody's patience ends still goes to that person.
//
// The number, length and times of the advances change no event. What callers change between advances (set_capacity,
// set_open, cancel, place) takes effect at the moment up to which the line has advanced; that moment's starts are made
// by the next advance. A line is a value: a copy goes on independently.
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/ids.h"
#include "ontkoker/engine/line_parts.h"

namespace ontkoker {

constexpr Moment never = std::numeric_limits<Moment>::max();

struct LineRequest {
    AgentKey key;                   // orders ties; no two in one line may share a key
    std::uint32_t client = 0;       // the caller's own index, handed back in events
    std::uint8_t priority = 0;      // 0 is served first
    Moment arrival = 0;
    Moment patience_ends = never;   // leaves the line at this moment if not started
    std::int32_t weekly_load = 1;   // minutes of one server a week (for places: 1)
    ServerId preferred;             // a known face, taken if it has room
};

struct LineEvent {
    enum class Kind : std::uint8_t { started, done, left };  // left: by impatience
    Kind kind;
    std::uint32_t client;
    ServerId server;       // started, done
    Moment moment;
    Moment waited;         // minutes between arrival and this start or leaving; 0 for done
};

// What happened since the counts were last taken; all whole numbers. Two sums always close:
// waiting + coming = before + submitted - started - placed - left - cancelled_waiting,
// in service = before + started + placed - done - cancelled_served.
struct LineCounts {
    std::int64_t submitted = 0, started = 0, done = 0, left = 0, cancelled_waiting = 0, cancelled_served = 0;
    std::int64_t placed = 0;                 // started by place(), not counted in `started`
    std::int64_t waited_minutes = 0;         // over those who started
    std::int64_t queue_minutes = 0;          // integral of the number waiting over time, minutes
    std::int64_t served_minutes = 0;         // integral of the number in service
    std::int64_t load_minutes_weeks = 0;     // integral of the load in use: (minutes a week) x (minutes of time)
};

class WaitingLine {
public:
    // A place in this line; valid from submit() until the done/left event or cancel().
    using Ticket = std::uint32_t;
    static constexpr Ticket no_ticket = std::numeric_limits<Ticket>::max();

    ServerId add_server(std::int32_t weekly_capacity);
    // A capacity below what is in use stops new starts until enough has ended; nobody is thrown out.
    void set_capacity(ServerId server, std::int32_t weekly_capacity);
    std::size_t servers() const { return servers_.size(); }
    std::int32_t capacity(ServerId server) const { return servers_[server.index].capacity; }
    std::int32_t in_use(ServerId server) const { return servers_[server.index].in_use; }
    std::int64_t total_capacity() const { return total_capacity_; }
    std::int64_t total_in_use() const { return total_in_use_; }
    // While closed nobody starts (an intake stop); those inside stay.
    void set_open(bool open) { open_ = open; }

    // Puts a request in line. It waits from its arrival; one whose arrival lies before the moment up to which the line
    // has advanced (the stock of a run, somebody from another line) enters at that moment and keeps its seniority.
    Ticket submit(const LineRequest& request);
    // Takes a waiting or served client out (moved away, turned 18). No event is made; counts are. `now` is the moment
    // up to which the line has advanced; an earlier one counts as that, a later one adds the time up to it to the
    // integrals without letting anything happen in between.
    void cancel(Ticket ticket, Moment now);
    // Starts a client at once outside the order and also while closed (the stock at the start of a run); no event now,
    // a `done` at `until`. False, and nothing changed, when no server has room. The integrals count from `since` or
    // from the moment up to which the line has advanced, whichever is later.
    bool place(Ticket ticket, Moment since, Moment until);
    // The server that serves `ticket`, or none while it waits.
    ServerId server_of(Ticket ticket) const { return seats_[ticket].server; }

    // Advances to `until` (exclusive). `start(client, server, moment)` is called at each start and returns the moment
    // at which the service ends; an end not after `moment` becomes a service of one minute. It must not change this
    // line. Events are appended to `events` in order of time. Does nothing when `until` is not after the last one.
    template <class Start>
    void advance(Moment until, const Start& start, std::vector<LineEvent>& events);
    // The moment up to which the line has advanced; the lowest there is before the first advance.
    Moment advanced_to() const { return now_; }

    // Those who have arrived and not started.
    std::int64_t waiting() const { return waiting_count_; }
    // Those submitted whose arrival is still to come.
    std::int64_t coming() const { return static_cast<std::int64_t>(coming_.size()); }
    std::int64_t in_service() const { return served_count_; }
    // Sum of the loads of those waiting, minutes a week.
    std::int64_t waiting_load() const { return waiting_load_; }
    LineCounts take_counts();
    // True when the first in line could start on some server: must be false after every advance (a law).
    bool idle_while_waiting() const;
    // Recounts everything from the tickets and compares: true when the books agree (a law).
    bool books_close() const;

private:
    enum class State : std::uint8_t { free, coming, waiting, served };
    struct Seat {
        AgentKey key;
        std::uint32_t client;
        std::int32_t weekly_load;
        Moment arrival;
        Moment patience_ends;
        ServerId preferred;
        ServerId server;
        std::uint8_t priority;
        State state;
    };
    struct Server {
        std::int32_t capacity = 0;
        std::int32_t in_use = 0;
    };

    // Moments in an order that unsigned numbers keep.
    static constexpr std::uint64_t rank_of(Moment moment) { return static_cast<std::uint32_t>(moment) ^ 0x80000000u; }
    static constexpr Moment moment_of(std::uint64_t rank) {
        return static_cast<Moment>(static_cast<std::uint32_t>(rank) ^ 0x80000000u);
    }
    Moment next_moment() const;
    void pass_time(Moment moment);
    bool complete_due(std::vector<LineEvent>& events);
    bool leave_due(std::vector<LineEvent>& events);
    bool enter_due();
    ServerId server_for(const Seat& seat) const;
    void begin_service(Ticket ticket, ServerId server, Moment until);
    void record_start(const Seat& seat, ServerId server, std::vector<LineEvent>& events);
    void use(ServerId server, std::int32_t load);
    void take_from_line(Ticket ticket);
    void release(Ticket ticket);
    bool recount_agrees() const;
    template <class Start>
    void fill(const Start& start, std::vector<LineEvent>& events);

    std::vector<Server> servers_;
    RoomTree rooms_;
    std::vector<Seat> seats_;           // by ticket
    std::vector<Ticket> free_;          // tickets to use again
    TicketHeap coming_, line_, patience_, served_;
    bool open_ = true;
    Moment now_ = std::numeric_limits<Moment>::min();
    std::int64_t total_capacity_ = 0, total_in_use_ = 0;
    std::int64_t waiting_count_ = 0, served_count_ = 0, waiting_load_ = 0;
    LineCounts counts_;
    std::int64_t queued_before_ = 0, served_before_ = 0;  // waiting + coming, in service, when counts were last taken
};

template <class Start>
void WaitingLine::fill(const Start& start, std::vector<LineEvent>& events) {
    while (open_ && !line_.empty()) {
        const Ticket ticket = line_.top().ticket;
        const ServerId server = server_for(seats_[ticket]);
        if (!server.exists()) return;
        const Moment end = start(seats_[ticket].client, server, now_);
        record_start(seats_[ticket], server, events);
        begin_service(ticket, server, end > now_ ? end : now_ + 1);
    }
}

template <class Start>
void WaitingLine::advance(Moment until, const Start& start, std::vector<LineEvent>& events) {
    if (until <= now_) return;
    fill(start, events);  // what callers made free since the last advance
    for (Moment moment = next_moment(); moment < until; moment = next_moment()) {
        pass_time(moment);
        if (complete_due(events)) fill(start, events);
        if (leave_due(events)) fill(start, events);
        if (enter_due()) fill(start, events);
    }
    pass_time(until);
}

}  // namespace ontkoker
