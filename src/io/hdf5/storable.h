// Whether a set of results can be stored and read back exactly.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"

namespace ontkoker {

// Everything (E0303) about shapes, names and numbers that stands in the way; empty when nothing does.
Problems storage_problems(const std::string& path, const ResultSet& results);

// The same about the names and parts of outcomes alone; `taken` are names at the root of the file that none may have.
Problems outcome_problems(const std::string& path, const std::vector<OutcomeInfo>& outcomes,
                          const std::vector<std::string>& taken);
// Whether `count`, stored as the double count / divisor, is found again.
bool comes_back(std::int64_t count, double divisor);
bool has_zero_byte(const std::string& text);
bool all_named_once(std::vector<std::string> names);

}  // namespace ontkoker
