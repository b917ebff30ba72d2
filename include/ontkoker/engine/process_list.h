// An ordered list of processes: the same rows are printed, timed and run. The order of the rows is the model.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ontkoker {

template <class... Arguments>
struct Process {
    std::string_view name;
    std::string_view what;  // one sentence, for --list and the model description
    std::string_view mechanisms;  // ids of mechanisms.md, separated by spaces
    void (*run)(Arguments...);
};

// Seconds and calls per row; kept apart from the state, so that timing changes no result.
struct ProcessTimes {
    std::vector<double> seconds;
    std::vector<std::int64_t> calls;
};

// Runs the rows (an array, vector or span of Process) in their order, each with the same arguments.
template <class Rows, class... Arguments>
void run_in_order(const Rows& rows, ProcessTimes* times, Arguments&&... arguments) {
    const std::size_t count = std::size(rows);
    if (times && times->seconds.size() != count) {
        times->seconds.assign(count, 0.0);
        times->calls.assign(count, 0);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!times) {
            rows[i].run(arguments...);
            continue;
        }
        const auto begin = std::chrono::steady_clock::now();
        rows[i].run(arguments...);
        times->seconds[i] += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        ++times->calls[i];
    }
}

}  // namespace ontkoker
