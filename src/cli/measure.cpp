#include "measure.h"

#include <sys/resource.h>

namespace ontkoker::cli {

Cost Measure::cost() const {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    Cost cost;
    cost.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    cost.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.peak_bytes = static_cast<std::int64_t>(usage.ru_maxrss) * 1024;  // Linux counts in kibibytes
    return cost;
}

}  // namespace ontkoker::cli
