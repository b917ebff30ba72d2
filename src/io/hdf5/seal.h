// A line at the end of a file by which any change to its bytes is seen before a library reads them. HDF5 can run
// for ever on a file with one wrong bit (HDF5 issue 1707), so it must not be given one. Guards against accidents
// only: who changes a file on purpose can seal it again.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace ontkoker {

enum class Seal { none, broken, whole };

// "\nontkoker-seal XXH3-128 <32 hexadecimal digits>\n" over all bytes before it. HDF5 ignores what follows its end.
std::string seal_of(std::string_view contents);
Seal check_seal(std::string_view file);

// The same for files that are too large for memory. `read` fills a buffer with bytes from an offset on and gives their
// number, 0 at the end and less when it fails.
using ReadAt = std::function<std::int64_t(char* to, std::int64_t bytes, std::int64_t offset)>;
std::string seal_of(const ReadAt& read, std::int64_t bytes);
Seal check_seal(const ReadAt& read, std::int64_t bytes);

}  // namespace ontkoker
