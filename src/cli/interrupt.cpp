#include "interrupt.h"

#include <unistd.h>
#include <csignal>

#include "ontkoker/cli/options.h"

namespace ontkoker::cli {
namespace {

std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

void on_signal(int) {
    if (stop.exchange(true)) _exit(exit_interrupted);
}

}  // namespace

const std::atomic<bool>& stop_on_signal() {
    struct sigaction action = {};
    action.sa_handler = on_signal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGUSR1, &action, nullptr);
    return stop;
}

}  // namespace ontkoker::cli
