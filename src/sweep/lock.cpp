#include "lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ontkoker::sweep {

Lock::Lock(Lock&& other) noexcept : state_(std::exchange(other.state_, State::free)), fd_(std::exchange(other.fd_, -1)) {}

Lock& Lock::operator=(Lock&& other) noexcept {
    std::swap(state_, other.state_);
    std::swap(fd_, other.fd_);
    return *this;
}

Lock::~Lock() {
    if (fd_ >= 0) ::close(fd_);
}

Result<Lock> Lock::take(const std::string& path) {
    Lock lock;
    lock.fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock.fd_ < 0)
        return Problem{.code = "E0302",
                       .message = std::string("het slot op dit deel kan niet worden gemaakt: ") + std::strerror(errno),
                       .hint = "kies een map waarin u mag schrijven, of maak ruimte",
                       .file = path,
                       .pointer = {}};
    int status = 0;
    do status = ::flock(lock.fd_, LOCK_EX | LOCK_NB);
    while (status != 0 && errno == EINTR);
    if (status == 0)
        lock.state_ = State::ours;
    else
        lock.state_ = errno == EWOULDBLOCK ? State::others : State::impossible;
    return lock;
}

}  // namespace ontkoker::sweep
