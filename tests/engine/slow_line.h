// A waiting line as one would do it by hand: minute by minute, looking through everybody each time. It says what
// WaitingLine must do, and is far too slow for anything else.
#pragma once
#include <algorithm>
#include <tuple>
#include <vector>

#include "ontkoker/engine/waiting_line.h"

namespace ontkoker::testing {

class SlowLine {
public:
    enum class State { coming, waiting, served, gone };
    struct Person {
        LineRequest request;
        Moment duration = 1;
        State state = State::coming;
        int server = -1;
        Moment ends = 0;
    };

    std::vector<int> capacity, in_use;
    std::vector<Person> people;  // by client
    std::vector<LineEvent> events;
    LineCounts counts;
    bool open = true;

    void submit(const LineRequest& request, Moment duration) {
        people.push_back({request, duration});
        ++counts.submitted;
    }

    void cancel(std::uint32_t client) {
        Person& person = people[client];
        if (person.state == State::served) {
            in_use[at(person.server)] -= person.request.weekly_load;
            ++counts.cancelled_served;
        } else {
            ++counts.cancelled_waiting;
        }
        person.state = State::gone;
    }

    bool place(std::uint32_t client, Moment until) {
        const int server = server_for(people[client]);
        if (server < 0) return false;
        begin(people[client], server, until);
        ++counts.placed;
        return true;
    }

    // Everything that happens at `now`, then the minute after it.
    void minute(Moment now) {
        fill(now);
        do {
            finish(now);
            fill(now);
            leave(now);
            fill(now);
        } while (enter(now));
        for (const Person& person : people) {
            counts.queue_minutes += person.state == State::waiting;
            counts.served_minutes += person.state == State::served;
            if (person.state == State::served) counts.load_minutes_weeks += person.request.weekly_load;
        }
    }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    // Clients in `state` who meet `due`, by the given order.
    template <class Due, class Before>
    std::vector<std::uint32_t> those(State state, const Due& due, const Before& before) const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < people.size(); ++i) {
            if (people[i].state == state && due(people[i])) found.push_back(i);
        }
        std::sort(found.begin(), found.end(), [&](auto a, auto b) { return before(people[a]) < before(people[b]); });
        return found;
    }

    int server_for(const Person& person) const {
        const auto room = [&](int i) { return capacity[at(i)] - in_use[at(i)]; };
        if (person.request.preferred.exists()) {
            const int known = static_cast<int>(person.request.preferred.index);
            if (room(known) >= person.request.weekly_load) return known;
        }
        int best = -1;
        for (int i = 0; i < static_cast<int>(capacity.size()); ++i) {
            if (room(i) >= person.request.weekly_load && (best < 0 || room(i) > room(best))) best = i;
        }
        return best;
    }

    void begin(Person& person, int server, Moment until) {
        person.state = State::served;
        person.server = server;
        person.ends = until;
        in_use[at(server)] += person.request.weekly_load;
    }

    void fill(Moment now) {
        const auto order = [](const Person& p) {
            return std::tuple(p.request.priority, p.request.arrival, p.request.key.value);
        };
        const auto anybody = [](const Person&) { return true; };
        for (const std::uint32_t client : those(State::waiting, anybody, order)) {
            Person& person = people[client];
            const int server = server_for(person);
            if (!open || server < 0) return;
            begin(person, server, now + person.duration);
            const Moment waited = now - person.request.arrival;
            events.push_back({LineEvent::Kind::started, client, ServerId(at(server)), now, waited});
            ++counts.started;
            counts.waited_minutes += waited;
        }
    }

    void finish(Moment now) {
        const auto order = [](const Person& p) { return std::tuple(p.ends, p.request.key.value); };
        for (const std::uint32_t client : those(State::served, [&](const Person& p) { return p.ends <= now; }, order)) {
            Person& person = people[client];
            in_use[at(person.server)] -= person.request.weekly_load;
            person.state = State::gone;
            events.push_back({LineEvent::Kind::done, client, ServerId(at(person.server)), now, 0});
            ++counts.done;
        }
    }

    void leave(Moment now) {
        const auto order = [](const Person& p) { return std::tuple(p.request.patience_ends, p.request.key.value); };
        const auto due = [&](const Person& p) { return p.request.patience_ends <= now; };
        for (const std::uint32_t client : those(State::waiting, due, order)) {
            Person& person = people[client];
            person.state = State::gone;
            events.push_back({LineEvent::Kind::left, client, ServerId{}, now, now - person.request.arrival});
            ++counts.left;
        }
    }

    bool enter(Moment now) {
        bool any = false;
        for (Person& person : people) {
            if (person.state != State::coming || person.request.arrival > now) continue;
            person.state = State::waiting;
            any = true;
        }
        if (any) fill(now);
        return any;
    }
};

}  // namespace ontkoker::testing
