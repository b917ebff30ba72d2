// What a run cost: time on the clock, time of all processors together, and the most memory held at one moment.
#pragma once
#include <chrono>
#include <cstdint>

namespace ontkoker::cli {

struct Cost {
    double seconds = 0, cpu_seconds = 0;
    std::int64_t peak_bytes = 0;
};

class Measure {
public:
    Measure() : begin_(std::chrono::steady_clock::now()) {}
    Cost cost() const;

private:
    std::chrono::steady_clock::time_point begin_;
};

}  // namespace ontkoker::cli
