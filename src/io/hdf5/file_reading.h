// What reading a result file and reading a sweep file have in common.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "items.h"
#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"

namespace ontkoker::hdf5 {

inline constexpr std::string_view signature("\x89HDF\r\n\x1a\n", 8);
// Deflate makes at most 1,032 bytes of one: a file that promises more is not whole, and must not cost the memory.
inline constexpr std::uint64_t most_growth = 1100;

// Kinds of files that a reader takes, and what it says of others.
struct Kinds {
    std::vector<std::string> filetypes;
    std::int64_t major;
    Problem (*other)(const std::string& path, const std::string& why);
};
// What `file` is when it is none of these, or of another major version.
Problems problems_of_kind(const std::string& path, hid_t file, const Kinds& kinds);

// The outcomes of a file, in order. They are the variables with an outcome_number; others may have been added by a later
// minor version.
std::vector<OutcomeInfo> get_outcomes(hid_t file, Trouble& trouble);
// Names of the links in a group, sorted.
std::vector<std::string> names_in(hid_t group);
// Length of a one-dimensional dataset; 0 when it has another shape.
std::int64_t length_of(hid_t file, const std::string& name, Trouble& trouble);
// `number`, and trouble when it is outside the bounds.
int whole_within(const std::string& item, std::int64_t number, std::int64_t least, std::int64_t most, Trouble& trouble);
// The whole number behind a value that was stored as count / divisor; 0 when it is too large to be one.
std::int64_t count_behind(double value, double divisor);

}  // namespace ontkoker::hdf5
