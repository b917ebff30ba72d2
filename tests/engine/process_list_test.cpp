// Seen red with: the rows run backwards; calls not counted.
#include "ontkoker/engine/process_list.h"

#include <catch2/catch.hpp>

#include <span>
#include <string>

using namespace ontkoker;

namespace {

constexpr Process<std::string&, int> rows[] = {
    {"first", "Writes a.", "A1", [](std::string& text, int) { text += 'a'; }},
    {"second", "Writes its number.", "A2 B1", [](std::string& text, int number) { text += std::to_string(number); }},
    {"third", "Writes c.", "", [](std::string& text, int) { text += 'c'; }},
};

}  // namespace

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
    CHECK(times.calls == std::vector<std::int64_t>{2, 2, 2});
    REQUIRE(times.seconds.size() == 3);
    for (const double seconds : times.seconds) CHECK(seconds >= 0.0);
}
