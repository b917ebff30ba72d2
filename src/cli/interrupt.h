// Stopping on SIGINT, SIGTERM and SIGUSR1 (the warning of a queue before its time limit): the run ends at its next step
// and keeps what is finished.
#pragma once
#include <atomic>

namespace ontkoker::cli {

// From now on each of these signals sets the flag that is returned. A second one ends the program at once with code 130.
const std::atomic<bool>& stop_on_signal();

}  // namespace ontkoker::cli
