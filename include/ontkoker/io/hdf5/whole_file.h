// Files that are whole or absent, whatever happens while they are written. Knows nothing of what is in them.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ontkoker/core/result.h"

namespace ontkoker {

// The folder in which `path` stands, "." when it has none.
std::string folder_of(const std::string& path);

// Writes `bytes` aside as `path`.tmp.<pid>, syncs, renames to `path`, syncs the folder; returns the number of bytes.
// On failure nothing is left of the new file and an older one is untouched. A full disk or a limit on file sizes is a
// Problem (E0302), never a signal. An existing file is refused (E0301) unless `overwrite`; a symbolic link is
// replaced, not followed.
Result<std::int64_t> write_whole_file(const std::string& path, std::string_view bytes, bool overwrite);

// The same for a file that is too large to be held in memory: written bit by bit, there at once or not at all. After
// something went wrong nothing more is written; keep() tells what it was. Lives and dies in one thread.
class WholeFile {
public:
    // `total`: the bytes that will be written, where they are known before; only for the message.
    WholeFile(std::string path, bool overwrite, std::int64_t total = -1);
    ~WholeFile();
    WholeFile(WholeFile&&) noexcept;
    WholeFile& operator=(WholeFile&&) = delete;

    bool fine() const;
    void append(std::string_view bytes);
    // The file aside for others to write to, negative when it could not be opened. take_size() when they are done, or
    // fail() when they could not write, with about as many bytes as the whole file would have taken.
    int descriptor() const;
    void take_size();
    void fail(int error, std::int64_t about);
    // Syncs and renames; the number of bytes.
    Result<std::int64_t> keep();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A regular file, read at any place.
class FileToRead {
public:
    // E0305 when the system refuses, E0306 when it is no regular file.
    static Result<FileToRead> open(const std::string& path);
    ~FileToRead();
    FileToRead(FileToRead&&) noexcept;
    FileToRead& operator=(FileToRead&&) = delete;

    std::int64_t bytes() const;
    // At most `bytes` from `at` on; their number, 0 at the end, -1 when the system refuses.
    std::int64_t read(char* to, std::int64_t bytes, std::int64_t at) const;
    // Which file it is and in which state: device, number, size, times of the last change. Equal: unchanged.
    std::array<std::int64_t, 7> identity() const;

private:
    struct State;
    explicit FileToRead(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// All bytes of a regular file (E0305 when the system refuses).
Result<std::string> read_whole_file(const std::string& path);

}  // namespace ontkoker
