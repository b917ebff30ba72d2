#include "ontkoker/io/hdf5/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <optional>

#include "file_problems.h"

namespace ontkoker {
namespace {

// An open file descriptor. close() tells whether closing went well: some file systems report a full disk only then.
class Descriptor {
public:
    explicit Descriptor(int fd = -1) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int get() const { return fd_; }
    void take(int fd) {
        close();
        fd_ = fd;
    }
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

// Writes everything at byte `at`; 0 or an errno.
int write_all(int fd, std::string_view bytes, std::int64_t at) {
    constexpr std::size_t at_once = std::size_t{1} << 30;  // Linux writes at most 2 GiB in one call
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(fd, bytes.data(), std::min(bytes.size(), at_once), at);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return ENOSPC;
        at += written;
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

}  // namespace

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

struct WholeFile::State {
    std::string path, aside;
    bool overwrite = false, made = false;
    std::int64_t size = 0, total = -1;
    NoSizeSignal no_signal;
    Descriptor file;
    std::optional<Problem> problem;

    State(std::string where, bool replace, std::int64_t bytes)
        : path(std::move(where)), aside(path + ".tmp." + std::to_string(::getpid())), overwrite(replace), total(bytes) {
        struct stat there {};
        if (!overwrite && ::lstat(path.c_str(), &there) == 0) {
            problem = file_problems::exists(path);
        } else {
            open();
        }
    }
    ~State() {
        file.close();
        if (made) ::unlink(aside.c_str());
    }

    void open() {
        constexpr int flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC;
        int fd = ::open(aside.c_str(), flags, 0666);
        if (fd < 0 && errno == EEXIST && ::unlink(aside.c_str()) == 0) {
            fd = ::open(aside.c_str(), flags, 0666);  // was left by a killed process that had our number
        }
        made = fd >= 0;
        if (!made) fail("openen", errno, size);
        file.take(fd);
    }

    void fail(const char* step, int error, std::int64_t least) {
        const file_problems::Needed needed = total >= 0 ? file_problems::Needed{total}
                                                        : file_problems::Needed{least, file_problems::Needed::at_least};
        if (!problem) problem = file_problems::cannot_write(path, step, error, needed);
    }

    void append(std::string_view bytes) {
        if (problem) return;
        const auto after = size + static_cast<std::int64_t>(bytes.size());
        if (const int error = write_all(file.get(), bytes, size)) return fail("schrijven", error, after);
        size = after;
    }

    Result<std::int64_t> keep() {
        if (!problem && ::fsync(file.get()) != 0) fail("fsync", errno, size);
        if (!problem && !file.close()) fail("sluiten", errno, size);
        if (problem) return *problem;
        if (const int error = publish(aside, path, overwrite)) {
            if (error == EEXIST && !overwrite) return file_problems::exists(path);
            return file_problems::cannot_write(path, "hernoemen", error, {size});
        }
        made = false;
        if (const int error = sync_folder(path)) {
            return file_problems::cannot_write(path, "vastleggen van de map (het bestand zelf is heel)", error, {size});
        }
        return size;
    }
};

WholeFile::WholeFile(std::string path, bool overwrite, std::int64_t total)
    : state_(std::make_unique<State>(std::move(path), overwrite, total)) {}
WholeFile::~WholeFile() = default;
WholeFile::WholeFile(WholeFile&&) noexcept = default;

bool WholeFile::fine() const { return !state_->problem; }
void WholeFile::append(std::string_view bytes) { state_->append(bytes); }
int WholeFile::descriptor() const { return state_->file.get(); }
void WholeFile::take_size() {
    struct stat about {};
    if (fine() && ::fstat(state_->file.get(), &about) == 0) state_->size = about.st_size;
}
void WholeFile::fail(int error, std::int64_t about) {
    if (fine()) state_->problem = file_problems::cannot_write(state_->path, "schrijven", error, {about, file_problems::Needed::about});
}
Result<std::int64_t> WholeFile::keep() { return state_->keep(); }

Result<std::int64_t> write_whole_file(const std::string& path, std::string_view bytes, bool overwrite) {
    WholeFile file(path, overwrite, static_cast<std::int64_t>(bytes.size()));
    file.append(bytes);
    return file.keep();
}

struct FileToRead::State {
    Descriptor file;
    struct stat about {};
};

FileToRead::FileToRead(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileToRead::~FileToRead() = default;
FileToRead::FileToRead(FileToRead&&) noexcept = default;

Result<FileToRead> FileToRead::open(const std::string& path) {
    auto state = std::make_unique<State>();
    // O_NONBLOCK: a named pipe must not keep us waiting for a writer.
    state->file.take(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (state->file.get() < 0) return file_problems::cannot_read(path, "openen", errno);
    if (::fstat(state->file.get(), &state->about) != 0) return file_problems::cannot_read(path, "fstat", errno);
    if (S_ISDIR(state->about.st_mode)) return file_problems::cannot_read(path, "openen", EISDIR);
    if (!S_ISREG(state->about.st_mode)) return file_problems::not_a_result_file(path, "het is geen gewoon bestand");
    return FileToRead(std::move(state));
}

std::int64_t FileToRead::bytes() const { return state_->about.st_size; }

std::int64_t FileToRead::read(char* to, std::int64_t bytes, std::int64_t at) const {
    constexpr std::int64_t at_once = std::int64_t{1} << 30;
    while (true) {
        const ssize_t got = ::pread(state_->file.get(), to, static_cast<std::size_t>(std::min(bytes, at_once)), at);
        if (got >= 0 || errno != EINTR) return got;
    }
}

std::array<std::int64_t, 7> FileToRead::identity() const {
    const struct stat& about = state_->about;
    return {static_cast<std::int64_t>(about.st_dev), static_cast<std::int64_t>(about.st_ino), about.st_size, about.st_mtim.tv_sec,
            about.st_mtim.tv_nsec, about.st_ctim.tv_sec, about.st_ctim.tv_nsec};
}

Result<std::string> read_whole_file(const std::string& path) {
    const auto file = FileToRead::open(path);
    if (!file) return file.problems();
    std::string bytes(static_cast<std::size_t>(file.value().bytes()), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const std::int64_t got = file.value().read(bytes.data() + have, static_cast<std::int64_t>(bytes.size() - have),
                                                   static_cast<std::int64_t>(have));
        if (got < 0) return file_problems::cannot_read(path, "lezen", errno);
        if (got == 0) break;  // became shorter meanwhile
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

}  // namespace ontkoker
