// Files that are whole or absent, whatever happens while they are written. Knows nothing of what is in them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "ontkoker/core/result.h"

namespace ontkoker {

// Writes `bytes` aside as `path`.tmp.<pid>, syncs, renames to `path`, syncs the folder; returns the number of bytes.
// On failure nothing is left of the new file and an older one is untouched. A full disk or a limit on file sizes is a
// Problem (E0302), never a signal. An existing file is refused (E0301) unless `overwrite`; a symbolic link is
// replaced, not followed.
Result<std::int64_t> write_whole_file(const std::string& path, std::string_view bytes, bool overwrite);

// All bytes of a regular file (E0305 when the system refuses).
Result<std::string> read_whole_file(const std::string& path);

}  // namespace ontkoker
