// Stopping on SIGINT and SIGTERM: the run ends at its next step and keeps what is finished.
#pragma once
#include <atomic>

namespace ontkoker::cli {

// From now on both signals set the flag that is returned. A second one ends the program at once with code 130.
const std::atomic<bool>& stop_on_signal();

}  // namespace ontkoker::cli
