#include "ontkoker/io/hdf5/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <ctime>

#include "file_problems.h"

namespace ontkoker {
namespace {

// An open file descriptor. close() tells whether closing went well: some file systems report a full disk only then.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int get() const { return fd_; }
    bool close() {
        if (fd_ < 0) return true;
        const int status = ::close(fd_);
        fd_ = -1;
        return status == 0 || errno == EINTR;  // Linux has closed it in both cases
    }

private:
    int fd_;
};

// Holds back SIGXFSZ, which kills the process when a write goes past RLIMIT_FSIZE, so that the write itself reports
// EFBIG. A signal that came meanwhile is taken away again; one that was there before is left.
class NoSizeSignal {
public:
    NoSizeSignal() {
        sigset_t waiting;
        sigpending(&waiting);
        was_waiting_ = sigismember(&waiting, SIGXFSZ) == 1;
        sigemptyset(&ours_);
        sigaddset(&ours_, SIGXFSZ);
        pthread_sigmask(SIG_BLOCK, &ours_, &before_);
    }
    NoSizeSignal(const NoSizeSignal&) = delete;
    NoSizeSignal& operator=(const NoSizeSignal&) = delete;
    ~NoSizeSignal() {
        const timespec at_once{0, 0};
        if (!was_waiting_) sigtimedwait(&ours_, nullptr, &at_once);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t ours_{}, before_{};
    bool was_waiting_ = false;
};

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// Writes everything; 0 or an errno.
int write_all(int fd, std::string_view bytes) {
    constexpr std::size_t at_once = std::size_t{1} << 30;  // Linux writes at most 2 GiB in one call
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), std::min(bytes.size(), at_once));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

// Gives `aside` its final name; 0 or an errno. Without `overwrite` the check and the rename are one step, so that two
// writers cannot both succeed; where the file system cannot do that, the caller's earlier check is all there is.
int publish(const std::string& aside, const std::string& path, bool overwrite) {
    if (!overwrite) {
        if (::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) return 0;
        if (errno != EINVAL && errno != ENOSYS) return errno;
    }
    return ::rename(aside.c_str(), path.c_str()) == 0 ? 0 : errno;
}

// Makes the new name itself durable; 0 or an errno. File systems that cannot sync a folder say EINVAL.
int sync_folder(const std::string& path) {
    Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0) return errno == EACCES ? 0 : errno;  // a folder may be writable and yet not readable
    return ::fsync(folder.get()) == 0 || errno == EINVAL ? 0 : errno;
}

struct Failure {
    const char* step = nullptr;  // null: none
    int error = 0;
};

// Fills and closes `aside`, which must not be followed by anything that can lose its bytes.
Failure fill(const std::string& aside, std::string_view bytes) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int fd = ::open(aside.c_str(), flags, 0666);
    if (fd < 0 && errno == EEXIST && ::unlink(aside.c_str()) == 0) {
        fd = ::open(aside.c_str(), flags, 0666);  // was left by a killed process that had our number
    }
    Descriptor file(fd);
    if (fd < 0) return {"openen", errno};
    if (const int error = write_all(fd, bytes)) return {"schrijven", error};
    if (::fsync(fd) != 0) return {"fsync", errno};
    if (!file.close()) return {"sluiten", errno};
    return {};
}

}  // namespace

Result<std::int64_t> write_whole_file(const std::string& path, std::string_view bytes, bool overwrite) {
    const auto needed = static_cast<std::int64_t>(bytes.size());
    struct stat there {};
    if (!overwrite && ::lstat(path.c_str(), &there) == 0) return file_problems::exists(path);

    const std::string aside = path + ".tmp." + std::to_string(::getpid());
    const NoSizeSignal no_signal;
    if (const Failure failure = fill(aside, bytes); failure.step != nullptr) {
        ::unlink(aside.c_str());
        return file_problems::cannot_write(path, failure.step, failure.error, needed);
    }
    if (const int error = publish(aside, path, overwrite)) {
        ::unlink(aside.c_str());
        if (error == EEXIST && !overwrite) return file_problems::exists(path);
        return file_problems::cannot_write(path, "hernoemen", error, needed);
    }
    if (const int error = sync_folder(path)) {
        return file_problems::cannot_write(path, "vastleggen van de map (het bestand zelf is heel)", error, needed);
    }
    return needed;
}

Result<std::string> read_whole_file(const std::string& path) {
    // O_NONBLOCK: a named pipe must not keep us waiting for a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about {};
    if (file.get() < 0) return file_problems::cannot_read(path, "openen", errno);
    if (::fstat(file.get(), &about) != 0) return file_problems::cannot_read(path, "fstat", errno);
    if (S_ISDIR(about.st_mode)) return file_problems::cannot_read(path, "openen", EISDIR);
    if (!S_ISREG(about.st_mode)) return file_problems::not_a_result_file(path, "het is geen gewoon bestand");

    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + have, std::min(bytes.size() - have, std::size_t{1} << 30));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return file_problems::cannot_read(path, "lezen", errno);
        if (got == 0) break;  // became shorter meanwhile
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

}  // namespace ontkoker
