// Laws of the waiting line after random scripts: it does what a line done by hand, minute by minute, does (SlowLine);
// its books close; nobody eligible waits beside an idle server; neither the steps nor the tickets change an event.
// Fixed seeds; nothing here is a matter of chance once the scripts are drawn. Seen red with: ties broken by ticket in
// place of key, priority compared after arrival, starts only at the end of an advance, impatience before completions,
// room not given back, the preferred server ignored, the highest index among equal servers, one minute too many in the
// integral, the patience of a starter left in its heap, the first fill of advance() left out, a closed line that goes
// on, loads ignored, an entry taken from the middle of a heap that does not rise, a cancellation not counted.
#include "ontkoker/engine/waiting_line.h"

#include <catch2/catch.hpp>

#include <array>
#include <vector>

#include "ontkoker/engine/draws.h"
#include "slow_line.h"

using namespace ontkoker;
using testing::SlowLine;

namespace waiting_line_laws_test {

constexpr Moment begins = -300, ends = 1500;
constexpr std::size_t servers = 4;

struct Action {
    enum class Kind { submit, cancel, place, capacity, open };
    Kind kind;
    Moment moment;
    LineRequest request;      // submit
    Moment duration = 0;      // submit, place
    std::uint32_t which = 0;  // client, server, or open
    std::int32_t capacity = 0;
};

class Chance {
public:
    explicit Chance(std::uint32_t script) : engine_({77, script}, {}) {}
    int below(int n) { return static_cast<int>(engine_() * static_cast<std::uint64_t>(n) >> 32); }
    bool one_in(int n) { return below(n) == 0; }
    std::uint32_t word() { return engine_(); }

private:
    AddressedEngine engine_;
};

LineRequest random_request(Chance& chance, std::uint32_t client, Moment now) {
    LineRequest request;
    request.key = AgentKey{static_cast<std::uint64_t>(chance.word()) << 20 | client};  // unique, in no order
    request.client = client;
    request.priority = static_cast<std::uint8_t>(chance.below(3));
    request.arrival = now + chance.below(60) - (chance.one_in(5) ? 80 : 0);
    if (chance.one_in(2)) request.patience_ends = request.arrival + chance.below(80);
    request.weekly_load = 1 + chance.below(4);
    if (chance.one_in(3)) request.preferred = ServerId(static_cast<std::size_t>(chance.below(servers)));
    return request;
}

std::vector<Action> random_script(std::uint32_t number) {
    Chance chance(number);
    std::vector<Action> script;
    std::uint32_t clients = 0;
    for (Moment now = begins; now < ends; now += chance.below(9)) {
        Action action{Action::Kind::submit, now, {}, 1 + chance.below(40), 0, 0};
        const int kind = chance.below(20);
        if (kind < 13 || clients == 0) {
            action.request = random_request(chance, clients++, now);
        } else if (kind < 16) {
            action.kind = kind < 15 ? Action::Kind::cancel : Action::Kind::place;
            action.which = static_cast<std::uint32_t>(chance.below(static_cast<int>(clients)));
        } else if (kind < 19) {
            action.kind = Action::Kind::capacity;
            action.which = static_cast<std::uint32_t>(chance.below(servers));
            action.capacity = chance.below(9) - 1;
        } else {
            action.kind = Action::Kind::open;
            action.which = chance.one_in(3) ? 0 : 1;
        }
        script.push_back(action);
    }
    return script;
}

SlowLine by_hand(const std::vector<Action>& script) {
    SlowLine line;
    line.capacity.assign(servers, 4);
    line.in_use.assign(servers, 0);
    std::size_t next = 0;
    for (Moment now = begins; now < ends; ++now) {
        for (; next < script.size() && script[next].moment == now; ++next) {
            const Action& action = script[next];
            const auto waits = [&] { return line.people[action.which].state <= SlowLine::State::waiting; };
            const auto is_in = [&] { return line.people[action.which].state != SlowLine::State::gone; };
            if (action.kind == Action::Kind::submit) line.submit(action.request, action.duration);
            if (action.kind == Action::Kind::cancel && is_in()) line.cancel(action.which);
            if (action.kind == Action::Kind::place && waits()) line.place(action.which, now + action.duration);
            if (action.kind == Action::Kind::capacity) line.capacity[action.which] = action.capacity;
            if (action.kind == Action::Kind::open) line.open = action.which == 1;
        }
        line.minute(now);
    }
    return line;
}

// Plays a script on the real line. `step` > 0 adds an advance every so many minutes; `dummies` are taken out again at
// the start, so that tickets come back in another order.
class Player {
public:
    std::vector<LineEvent> events;
    LineCounts counts;

    Player(const std::vector<Action>& script, Moment step, int dummies) : step_(step) {
        for (std::size_t i = 0; i < servers; ++i) line_.add_server(4);
        advance(begins);
        shuffle_tickets(dummies);
        for (const Action& action : script) {
            advance(action.moment);
            act(action);
            REQUIRE(line_.books_close());
        }
        advance(ends);
        add_counts();
    }

private:
    void shuffle_tickets(int dummies) {
        std::vector<WaitingLine::Ticket> tickets;
        for (int i = 0; i < dummies; ++i) {
            LineRequest request;
            request.key = AgentKey{static_cast<std::uint64_t>(i)};
            request.arrival = ends;
            tickets.push_back(line_.submit(request));
        }
        for (std::size_t i = 0; i < tickets.size(); ++i) line_.cancel(tickets[(i * 7 + 3) % tickets.size()], begins);
        line_.take_counts();
    }

    void advance(Moment until) {
        const auto start = [&](std::uint32_t client, ServerId, Moment moment) { return moment + durations_[client]; };
        const auto go = [&](Moment moment) {
            const bool moves = moment > line_.advanced_to();
            line_.advance(moment, start, events);
            if (!moves) return;
            REQUIRE_FALSE(line_.idle_while_waiting());
            REQUIRE(line_.books_close());
            if (step_ > 0 && moment % 3 == 0) add_counts();  // taking counts in between loses nothing
        };
        if (step_ > 0 && line_.advanced_to() >= begins) {
            for (Moment moment = line_.advanced_to() + step_; moment < until; moment += step_) go(moment);
        }
        go(until);
        for (; read_ < events.size(); ++read_) {
            if (events[read_].kind != LineEvent::Kind::started) tickets_[events[read_].client] = WaitingLine::no_ticket;
        }
    }

    void act(const Action& action) {
        const auto has_ticket = [&] { return tickets_[action.which] != WaitingLine::no_ticket; };
        if (action.kind == Action::Kind::submit) {
            durations_.push_back(action.duration);
            tickets_.push_back(line_.submit(action.request));
        }
        if (action.kind == Action::Kind::cancel && has_ticket()) {
            line_.cancel(tickets_[action.which], action.moment);
            tickets_[action.which] = WaitingLine::no_ticket;
        }
        if (action.kind == Action::Kind::place && has_ticket()) {
            line_.place(tickets_[action.which], action.moment, action.moment + action.duration);
        }
        if (action.kind == Action::Kind::capacity) line_.set_capacity(ServerId(action.which), action.capacity);
        if (action.kind == Action::Kind::open) line_.set_open(action.which == 1);
    }

    void add_counts() {
        const LineCounts more = line_.take_counts();
        counts.submitted += more.submitted;
        counts.started += more.started;
        counts.done += more.done;
        counts.left += more.left;
        counts.placed += more.placed;
        counts.cancelled_waiting += more.cancelled_waiting;
        counts.cancelled_served += more.cancelled_served;
        counts.waited_minutes += more.waited_minutes;
        counts.queue_minutes += more.queue_minutes;
        counts.served_minutes += more.served_minutes;
        counts.load_minutes_weeks += more.load_minutes_weeks;
    }

    WaitingLine line_;
    Moment step_;
    std::size_t read_ = 0;
    std::vector<Moment> durations_;
    std::vector<WaitingLine::Ticket> tickets_;
};

std::array<std::int64_t, 5> numbers(const LineEvent& event) {
    return {static_cast<std::int64_t>(event.kind), event.client, event.server.index, event.moment, event.waited};
}

void require_same(const std::vector<LineEvent>& a, const std::vector<LineEvent>& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        CAPTURE(i);
        REQUIRE(numbers(a[i]) == numbers(b[i]));
    }
    REQUIRE(a.size() == b.size());
}

TEST_CASE("after any script the line has done what a line by hand does", "[engine][waiting_line][law]") {
    std::array<std::int64_t, 7> seen{};
    for (std::uint32_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        const std::vector<Action> script = random_script(number);
        const SlowLine wanted = by_hand(script);
        const Player found(script, 0, 0);
        require_same(found.events, wanted.events);
        const LineCounts &a = found.counts, &b = wanted.counts;
        REQUIRE(a.submitted == b.submitted);
        REQUIRE(a.started == b.started);
        REQUIRE(a.placed == b.placed);
        REQUIRE(a.done == b.done);
        REQUIRE(a.left == b.left);
        REQUIRE(a.cancelled_waiting == b.cancelled_waiting);
        REQUIRE(a.cancelled_served == b.cancelled_served);
        REQUIRE(a.waited_minutes == b.waited_minutes);
        REQUIRE(a.queue_minutes == b.queue_minutes);
        REQUIRE(a.served_minutes == b.served_minutes);
        REQUIRE(a.load_minutes_weeks == b.load_minutes_weeks);
        const std::array<std::int64_t, 7> more{a.submitted, a.started,           a.placed,          a.done,
                                               a.left,      a.cancelled_waiting, a.cancelled_served};
        for (std::size_t i = 0; i < more.size(); ++i) seen[i] += more[i];
    }
    for (const std::int64_t times : seen) CHECK(times > 80);  // the scripts do come everywhere
}

TEST_CASE("neither more advances nor other tickets change an event", "[engine][waiting_line][law]") {
    for (std::uint32_t number = 100; number < 130; ++number) {
        CAPTURE(number);
        const std::vector<Action> script = random_script(number);
        const Player plain(script, 0, 0);
        for (const Moment step : {1, 3, 17}) {
            const Player other(script, step, step == 1 ? 0 : 40);
            require_same(other.events, plain.events);
            REQUIRE(other.counts.queue_minutes == plain.counts.queue_minutes);
            REQUIRE(other.counts.load_minutes_weeks == plain.counts.load_minutes_weeks);
            REQUIRE(other.counts.waited_minutes == plain.counts.waited_minutes);
        }
    }
}

}  // namespace waiting_line_laws_test
