// What the parts of a run cost. Kept apart from the state, so that measuring changes no result.
#pragma once
#include <chrono>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ontkoker/engine/parallel.h"

namespace ontkoker {

struct PartCost {
    double seconds = 0;          // on the clock
    double in_loops = 0;         // of which within parallel loops of more than one chunk; the rest runs on one thread only
    double cpu_seconds = 0;      // of all threads together
    std::int64_t calls = 0;
    std::int64_t touched = 0;    // bytes of memory read or written, in whole pages, over the calls that were looked at
    std::int64_t looked_at = 0;  // calls
};

// What only the operating system knows; null where it does not tell.
struct SystemCounts {
    double (*cpu_seconds)() = nullptr;              // of all threads of this program so far
    void (*forget_touched)() = nullptr;             // pages count as untouched from here on
    std::int64_t (*touched_bytes)() = nullptr;      // in pages touched since; negative when unknown
};

struct ProcessTimes {
    std::vector<PartCost> rows;                                    // of the list of processes
    std::vector<std::pair<std::string_view, PartCost>> around;     // what is outside them, by name, in order of first call
    SystemCounts system;
    bool look = false;  // at the pages touched too: slow, so for the steps of one month
};

// Calls `body` and adds what it costs to `cost`.
template <class Body>
void measured(const ProcessTimes& times, PartCost& cost, const Body& body) {
    const SystemCounts& system = times.system;
    const bool look = times.look && system.touched_bytes;
    if (look) system.forget_touched();
    const double cpu = system.cpu_seconds ? system.cpu_seconds() : 0.0;
    LoopClock clock;
    LoopClock* const outer = std::exchange(loop_clock, &clock);
    const auto begin = std::chrono::steady_clock::now();
    body();
    cost.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    loop_clock = outer;
    cost.in_loops += clock.seconds;
    if (system.cpu_seconds) cost.cpu_seconds += system.cpu_seconds() - cpu;
    ++cost.calls;
    const std::int64_t touched = look ? system.touched_bytes() : -1;
    if (touched < 0) return;
    cost.touched += touched;
    ++cost.looked_at;
}

// The same for work outside the processes; without `times` it is only done. Returns what `body` returns.
template <class Body>
auto measured_as(ProcessTimes* times, std::string_view name, const Body& body) {
    using Made = decltype(body());
    if (!times) return body();
    std::size_t at = 0;
    while (at < times->around.size() && times->around[at].first != name) ++at;
    if (at == times->around.size()) times->around.emplace_back(name, PartCost{});
    PartCost cost = times->around[at].second;  // a copy: `body` may measure something too
    if constexpr (std::is_void_v<Made>) {
        measured(*times, cost, body);
        times->around[at].second = cost;
    } else {
        std::vector<Made> made;  // of one: not every type can be made empty
        measured(*times, cost, [&] { made.push_back(body()); });
        times->around[at].second = cost;
        return std::move(made.front());
    }
}

}  // namespace ontkoker
