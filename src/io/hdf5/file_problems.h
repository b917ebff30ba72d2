// What the reader and writer of result files say when something is wrong. All wording stands in file_problems.cpp.
#pragma once
#include <cstdint>
#include <string>

#include "ontkoker/core/result.h"

namespace ontkoker::file_problems {

// How many bytes were to be written, as far as that is known.
struct Needed {
    enum How { exactly, at_least, about };
    std::int64_t bytes = 0;
    How how = exactly;
};

Problem exists(const std::string& path);                                                        // E0301
// `step` failed with `error` (an errno).
Problem cannot_write(const std::string& path, const char* step, int error, Needed needed);      // E0302
Problem not_storable(const std::string& path, const std::string& why);                          // E0303
Problem library_failed(const std::string& path, const std::string& why);                        // E0304
Problem cannot_read(const std::string& path, const char* step, int error);                      // E0305
Problem not_a_result_file(const std::string& path, const std::string& why);                     // E0306
Problem not_a_sweep_file(const std::string& path, const std::string& why);                      // E0306
Problem other_format(const std::string& path, std::int64_t found, std::int64_t known);          // E0307
Problem damaged(const std::string& path, const std::string& why);                               // E0308
Problem other_digest(const std::string& path, const std::string& stated, const std::string& found);  // E0309

Problem other_plan(const std::string& path, const std::string& found, const std::string& wanted);     // E0610
Problem other_program(const std::string& path, const std::string& found, const std::string& wanted);  // E0611

}  // namespace ontkoker::file_problems
