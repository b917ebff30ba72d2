// An ordered list of processes: the same rows are printed, timed and run. The order of the rows is the model.
#pragma once
#include <cstddef>
#include <iterator>
#include <string_view>

#include "ontkoker/engine/costs.h"

namespace ontkoker {

template <class... Arguments>
struct Process {
    std::string_view name;
    std::string_view what;  // one sentence, for --list and the model description
    std::string_view mechanisms;  // ids of mechanisms.md, separated by spaces
    void (*run)(Arguments...);
};

// Runs the rows (an array, vector or span of Process) in their order, each with the same arguments.
template <class Rows, class... Arguments>
void run_in_order(const Rows& rows, ProcessTimes* times, Arguments&&... arguments) {
    const std::size_t count = std::size(rows);
    if (times) times->rows.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (times)
            measured(*times, times->rows[i], [&] { rows[i].run(arguments...); });
        else
            rows[i].run(arguments...);
    }
}

}  // namespace ontkoker
