// Seen red with: the rows run backwards; calls not counted; a loop within a loop counted too.
#include "ontkoker/engine/process_list.h"

#include <catch2/catch.hpp>

#include <span>
#include <string>
#include <vector>

using namespace ontkoker;

namespace process_list_test {

constexpr Process<std::string&, int> rows[] = {
    {"first", "Writes a.", "A1", [](std::string& text, int) { text += 'a'; }},
    {"second", "Writes its number.", "A2 B1", [](std::string& text, int number) { text += std::to_string(number); }},
    {"third", "Writes c.", "", [](std::string& text, int) { text += 'c'; }},
};

TEST_CASE("the order of the rows is the order of the run, timed or not", "[engine][process_list]") {
    std::string plain, timed;
    ProcessTimes times;
    for (const int number : {1, 2}) {
        run_in_order(rows, nullptr, plain, number);
        run_in_order(rows, &times, timed, number);
    }
    run_in_order(std::span(rows).first(2), nullptr, plain, 3);
    CHECK(plain == "a1ca2ca3");
    plain.resize(6);
    CHECK(timed == plain);
    REQUIRE(times.rows.size() == 3);
    for (const PartCost& cost : times.rows) {
        CHECK(cost.calls == 2);
        CHECK(cost.seconds >= 0.0);
        CHECK(cost.looked_at == 0);
    }
}

TEST_CASE("work is counted once: its time in parallel loops, its calls, the pages it touched", "[engine][process_list]") {
    ProcessTimes times;
    times.system.cpu_seconds = [] {
        static double clock = 0;
        return clock += 1.0;  // a second between two looks
    };
    times.system.forget_touched = [] {};
    times.system.touched_bytes = [] { return std::int64_t{4096}; };
    const auto loops = [] {
        std::vector<double> slots(4);
        for_chunks(4, 1, [&](std::size_t chunk, std::size_t, std::size_t) {
            for_chunks(8, 1, [&](std::size_t, std::size_t, std::size_t) {  // within another: counted with it
                for (int i = 0; i < 20000; ++i) slots[chunk] += i;
            });
        });
        return slots[0];
    };
    for (times.look = false; !times.look; times.look = true) CHECK(measured_as(&times, "loops", loops) > 0);
    measured_as(&times, "loops", loops);
    measured_as(&times, "nothing", [] {});
    CHECK(measured_as(nullptr, "loops", loops) > 0);
    REQUIRE(times.around.size() == 2);
    CHECK(times.around[0].first == "loops");
    const PartCost cost = times.around[0].second;
    CHECK(cost.calls == 2);
    CHECK(cost.cpu_seconds == 2.0);
    CHECK(cost.looked_at == 1);
    CHECK(cost.touched == 4096);
    CHECK(cost.in_loops > 0.0);
    CHECK(cost.in_loops <= cost.seconds);
    CHECK(times.around[1].second.in_loops == 0.0);
    CHECK(loop_clock == nullptr);
}

}  // namespace process_list_test
