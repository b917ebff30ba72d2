// What the reader and writer of result files say when something is wrong. All wording stands in file_problems.cpp.
#pragma once
#include <cstdint>
#include <string>

#include "ontkoker/core/result.h"

namespace ontkoker::file_problems {

Problem exists(const std::string& path);                                                        // E0301
// `step` failed with `error` (an errno); `needed` bytes were to be written.
Problem cannot_write(const std::string& path, const char* step, int error, std::int64_t needed);  // E0302
Problem not_storable(const std::string& path, const std::string& why);                          // E0303
Problem library_failed(const std::string& path, const std::string& why);                        // E0304
Problem cannot_read(const std::string& path, const char* step, int error);                      // E0305
Problem not_a_result_file(const std::string& path, const std::string& why);                     // E0306
Problem other_format(const std::string& path, std::int64_t found, std::int64_t known);          // E0307
Problem damaged(const std::string& path, const std::string& why);                               // E0308
Problem other_digest(const std::string& path, const std::string& stated, const std::string& found);  // E0309

}  // namespace ontkoker::file_problems
