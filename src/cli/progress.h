// Progress with the time left: one line that is rewritten on a terminal, one plain line per tenth elsewhere.
#pragma once
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "ontkoker/io/svg/numbers.h"

namespace ontkoker::cli {

class Progress {
public:
    Progress(bool quiet, Language language, std::FILE* stream = stderr);
    // Called with steps done and steps in all, and what is to be told beside the share. What was done at the first call (a
    // resumed run) does not count as speed.
    void at(std::int64_t done, std::int64_t total, const std::string& words = {});
    // Wipes the line on a terminal. Call before anything else is printed.
    void end();

private:
    using Clock = std::chrono::steady_clock;
    std::string text(std::int64_t done, std::int64_t total, double seconds, const std::string& words) const;

    std::FILE* stream_;
    Language language_;
    bool quiet_, terminal_;
    bool started_ = false, shown_ = false;
    Clock::time_point begin_, last_;
    std::int64_t first_ = 0;
    int tenth_ = 0;
};

// "1 u 05 min", "3 min 20 s", "8 s".
std::string duration_text(double seconds, Language language);

}  // namespace ontkoker::cli
