// A lock that one process holds on one shard. It goes with the process, however that ends.
#pragma once
#include <cstdint>
#include <string>

#include "ontkoker/core/result.h"

namespace ontkoker::sweep {

class Lock {
public:
    enum class State : std::uint8_t {
        free,        // nobody holds it through this object
        ours,
        others,      // another process holds it
        impossible,  // this file system has no locks
    };

    Lock() = default;
    Lock(Lock&& other) noexcept;
    Lock& operator=(Lock&& other) noexcept;
    ~Lock();
    State state() const { return state_; }

    // Takes the lock at `path`, an empty file that is made when needed and never removed, without waiting for it.
    // Problem: E0302 the file cannot be made.
    static Result<Lock> take(const std::string& path);

private:
    State state_ = State::free;
    int fd_ = -1;
};

}  // namespace ontkoker::sweep
