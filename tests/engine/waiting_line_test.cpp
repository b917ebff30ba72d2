// What a waiting line does, one promise per case, on examples small enough to follow by hand. Seen red with: the
// mutations named in waiting_line_laws_test.cpp, an advance up to and including its end, a service of no length, the
// time before a placing or after a taking out counted wrongly.
#include "ontkoker/engine/waiting_line.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace ontkoker;

namespace waiting_line_test {

// A line in which client c is served durations[c] minutes, and what happened in it as words: "12 start 0 on 1".
struct Clinic {
    WaitingLine line;
    std::vector<Moment> durations;
    std::vector<WaitingLine::Ticket> tickets;

    explicit Clinic(std::vector<std::int32_t> capacities) {
        for (const std::int32_t capacity : capacities) line.add_server(capacity);
    }
    LineRequest ask(Moment arrival, Moment duration) {
        LineRequest request;
        request.client = static_cast<std::uint32_t>(durations.size());
        request.key = AgentKey{100 - durations.size()};  // later clients have smaller keys
        request.arrival = arrival;
        durations.push_back(duration);
        return request;
    }
    void submit(const LineRequest& request) { tickets.push_back(line.submit(request)); }
    void arrive(Moment arrival, Moment duration) { submit(ask(arrival, duration)); }

    std::vector<std::string> until(Moment moment) {
        std::vector<LineEvent> events;
        const auto start = [&](std::uint32_t client, ServerId, Moment now) { return now + durations[client]; };
        line.advance(moment, start, events);
        CHECK(line.books_close());
        CHECK_FALSE(line.idle_while_waiting());
        std::vector<std::string> told;
        for (const LineEvent& event : events) {
            const char* const words[] = {"start", "done", "left"};
            std::string text = std::to_string(event.moment) + ' ' + words[static_cast<int>(event.kind)] + ' ' +
                               std::to_string(event.client);
            if (event.server.exists()) text += " on " + std::to_string(event.server.index);
            told.push_back(text);
        }
        return told;
    }
};

using Told = std::vector<std::string>;

TEST_CASE("a place that falls free inside a step is filled at that moment", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(10, 100);
    clinic.arrive(20, 50);
    CHECK(clinic.until(10080) == Told{"10 start 0 on 0", "110 done 0 on 0", "110 start 1 on 0", "160 done 1 on 0"});
    const LineCounts counts = clinic.line.take_counts();
    CHECK(counts.waited_minutes == 90);
    CHECK(counts.queue_minutes == 90);
    CHECK(counts.served_minutes == 150);
    CHECK(counts.load_minutes_weeks == 150);
}

TEST_CASE("advance stops before its moment", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(10, 5);
    CHECK(clinic.until(10).empty());
    CHECK(clinic.line.coming() == 1);
    CHECK(clinic.line.waiting() == 0);
    CHECK(clinic.until(15) == Told{"10 start 0 on 0"});
    CHECK(clinic.until(15).empty());
    CHECK(clinic.until(14).empty());
    CHECK(clinic.until(16) == Told{"15 done 0 on 0"});
    CHECK(clinic.line.advanced_to() == 16);
}

TEST_CASE("priority goes before arrival, arrival before key, and nothing else counts", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(0, 100);
    LineRequest late = clinic.ask(5, 10);
    late.priority = 1;
    clinic.submit(late);        // client 1
    clinic.arrive(30, 10);      // client 2
    clinic.arrive(20, 10);      // client 3
    clinic.arrive(20, 10);      // client 4: same arrival as 3, smaller key
    CHECK(clinic.until(101) == Told{"0 start 0 on 0", "100 done 0 on 0", "100 start 4 on 0"});
    CHECK(clinic.until(131) == Told{"110 done 4 on 0", "110 start 3 on 0", "120 done 3 on 0", "120 start 2 on 0",
                                    "130 done 2 on 0", "130 start 1 on 0"});
}

TEST_CASE("who has waited long enough leaves, and a place at that very moment still counts", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(0, 100);
    LineRequest patient = clinic.ask(1, 10);
    patient.patience_ends = 100;
    LineRequest hasty = clinic.ask(2, 10);
    hasty.patience_ends = 60;
    clinic.submit(patient);
    clinic.submit(hasty);
    CHECK(clinic.until(200) == Told{"0 start 0 on 0", "60 left 2", "100 done 0 on 0", "100 start 1 on 0",
                                    "110 done 1 on 0"});
    CHECK(clinic.line.take_counts().left == 1);
}

TEST_CASE("nobody leaves a place that has begun", "[engine][waiting_line]") {
    Clinic clinic({1});
    LineRequest request = clinic.ask(0, 100);
    request.patience_ends = 50;
    clinic.submit(request);
    CHECK(clinic.until(200) == Told{"0 start 0 on 0", "100 done 0 on 0"});
}

TEST_CASE("a patience that ends on arrival still takes a free place, or leaves at once", "[engine][waiting_line]") {
    Clinic clinic({1});
    for (const Moment arrival : {10, 20}) {
        LineRequest request = clinic.ask(arrival, 100);
        request.patience_ends = arrival - 5;
        clinic.submit(request);
    }
    CHECK(clinic.until(50) == Told{"10 start 0 on 0", "20 left 1"});
}

TEST_CASE("the known face is taken, else the server with most room, else the lowest", "[engine][waiting_line]") {
    Clinic clinic({2, 5, 5});
    LineRequest known = clinic.ask(0, 1000);
    known.preferred = ServerId(0);
    known.weekly_load = 2;
    clinic.submit(known);
    LineRequest full = clinic.ask(1, 1000);
    full.preferred = ServerId(0);
    clinic.submit(full);        // 0 is full: 1 and 2 have equal room
    clinic.arrive(2, 1000);     // 2 has most
    clinic.arrive(3, 1000);     // 1 and 2 are equal again
    CHECK(clinic.until(10) == Told{"0 start 0 on 0", "1 start 1 on 1", "2 start 2 on 2", "3 start 3 on 1"});
    CHECK(clinic.line.server_of(clinic.tickets[2]) == ServerId(2));
}

TEST_CASE("caseloads count in hours, and nobody overtakes the first in line", "[engine][waiting_line]") {
    Clinic clinic({36 * 60, 24 * 60});
    const auto with_hours = [&](Moment arrival, Moment duration, std::int32_t hours) {
        LineRequest request = clinic.ask(arrival, duration);
        request.weekly_load = hours * 60;
        clinic.submit(request);
    };
    with_hours(0, 500, 30);
    with_hours(1, 300, 20);
    with_hours(2, 100, 8);   // 6 and 4 hours are left: waits
    with_hours(3, 100, 2);   // would fit, and waits behind the one before
    CHECK(clinic.until(300) == Told{"0 start 0 on 0", "1 start 1 on 1"});
    CHECK(clinic.line.waiting_load() == 600);
    CHECK(clinic.line.in_use(ServerId(0)) == 1800);
    CHECK(clinic.line.total_in_use() == 3000);
    CHECK(clinic.until(400) == Told{"301 done 1 on 1", "301 start 2 on 1", "301 start 3 on 1"});
}

TEST_CASE("a capacity below its use throws nobody out and lets nobody in", "[engine][waiting_line]") {
    Clinic clinic({3});
    for (int i = 0; i < 3; ++i) clinic.arrive(i, 100 + 50 * i);
    clinic.until(10);
    clinic.line.set_capacity(ServerId(0), 1);
    clinic.arrive(20, 10);
    CHECK(clinic.until(201) == Told{"100 done 0 on 0", "151 done 1 on 0"});
    CHECK(clinic.line.in_use(ServerId(0)) == 1);
    CHECK(clinic.until(203) == Told{"202 done 2 on 0", "202 start 3 on 0"});
    CHECK(clinic.line.total_capacity() == 1);
}

TEST_CASE("a raised capacity is used at the moment up to which the line has advanced", "[engine][waiting_line]") {
    Clinic clinic({0});
    clinic.arrive(5, 10);
    CHECK(clinic.until(50).empty());
    clinic.line.set_capacity(ServerId(0), 1);
    CHECK(clinic.line.idle_while_waiting());
    CHECK(clinic.until(60) == Told{"50 start 0 on 0"});
}

TEST_CASE("whoever is taken out is counted and leaves room", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(0, 1000);
    for (const Moment arrival : {1, 2, 3, 900}) clinic.arrive(arrival, 10);
    clinic.until(100);
    clinic.line.cancel(clinic.tickets[1], 100);  // waiting
    clinic.line.cancel(clinic.tickets[0], 100);  // served
    clinic.line.cancel(clinic.tickets[4], 100);  // still to come
    CHECK(clinic.until(2000) == Told{"100 start 2 on 0", "110 done 2 on 0", "110 start 3 on 0", "120 done 3 on 0"});
    const LineCounts counts = clinic.line.take_counts();
    CHECK(counts.cancelled_waiting == 2);
    CHECK(counts.cancelled_served == 1);
    CHECK(counts.started == 3);
    CHECK(counts.served_minutes == 120);
    CHECK(counts.queue_minutes == 99 + 98 + 97 + 10);
}

TEST_CASE("the stock of a run is placed and queued with its seniority", "[engine][waiting_line]") {
    Clinic clinic({1, 1});
    clinic.until(0);
    clinic.arrive(-900, 10);
    clinic.arrive(-500, 10);
    clinic.arrive(-700, 10);
    CHECK(clinic.line.place(clinic.tickets[0], -800, 40));
    CHECK(clinic.line.place(clinic.tickets[1], -400, 30));
    CHECK_FALSE(clinic.line.place(clinic.tickets[2], -600, 20));
    CHECK_FALSE(clinic.line.place(clinic.tickets[0], -600, 20));  // served already
    clinic.arrive(-800, 10);
    CHECK(clinic.until(1000) == Told{"30 done 1 on 1", "30 start 3 on 1", "40 done 3 on 1", "40 done 0 on 0",
                                     "40 start 2 on 0", "50 done 2 on 0"});
    const LineCounts counts = clinic.line.take_counts();
    CHECK(counts.placed == 2);
    CHECK(counts.started == 2);
    CHECK(counts.served_minutes == 40 + 30 + 10 + 10);  // from the moment at which the run begins
    CHECK(counts.waited_minutes == 830 + 740);
    CHECK(counts.queue_minutes == 30 + 40);
}

TEST_CASE("service counts from the placing and to the taking out, also away from the line's own moment",
          "[engine][waiting_line]") {
    Clinic clinic({5, 5});
    LineRequest request = clinic.ask(-50, 10);
    request.weekly_load = 3;
    clinic.submit(request);
    CHECK(clinic.line.place(clinic.tickets[0], 20, 100));  // before the first advance
    clinic.until(60);
    clinic.arrive(0, 10);
    CHECK(clinic.line.place(clinic.tickets[1], 70, 100));
    clinic.until(80);
    LineCounts counts = clinic.line.take_counts();
    CHECK(counts.served_minutes == 60 + 10);
    CHECK(counts.load_minutes_weeks == 3 * 60 + 10);
    clinic.line.cancel(clinic.tickets[0], 85);
    clinic.line.cancel(clinic.tickets[1], 40);  // counts as now
    clinic.until(200);
    counts = clinic.line.take_counts();
    CHECK(counts.served_minutes == 5);
    CHECK(counts.load_minutes_weeks == 15);
}

TEST_CASE("an intake stop lets those inside finish and keeps the line waiting", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(0, 10);
    clinic.arrive(1, 10);
    clinic.until(5);
    clinic.line.set_open(false);
    CHECK(clinic.until(50) == Told{"10 done 0 on 0"});
    CHECK(clinic.line.waiting() == 1);
    clinic.line.set_open(true);
    CHECK(clinic.until(61) == Told{"50 start 1 on 0", "60 done 1 on 0"});
}

TEST_CASE("a service takes at least a minute", "[engine][waiting_line]") {
    Clinic clinic({1});
    clinic.arrive(3, 0);
    CHECK(clinic.until(10) == Told{"3 start 0 on 0", "4 done 0 on 0"});
}

TEST_CASE("without servers everybody waits", "[engine][waiting_line]") {
    Clinic clinic({});
    clinic.arrive(0, 10);
    CHECK(clinic.until(100).empty());
    CHECK(clinic.line.waiting() == 1);
}

TEST_CASE("a copied line goes on as the first would have done", "[engine][waiting_line]") {
    Clinic first({1, 1});
    for (int i = 0; i < 50; ++i) first.arrive(i * 3, 20 + i % 7);
    first.until(60);
    Clinic second = first;
    first.line.set_capacity(ServerId(0), 0);
    const Told other = first.until(2000);
    Clinic third({1, 1});
    for (int i = 0; i < 50; ++i) third.arrive(i * 3, 20 + i % 7);
    third.until(60);
    const Told wanted = third.until(2000);
    CHECK(second.until(2000) == wanted);
    CHECK(other != wanted);
}

}  // namespace waiting_line_test
