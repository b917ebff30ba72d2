// Whether a set of results can be stored and read back exactly.
#pragma once
#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"

namespace ontkoker {

// Everything (E0303) about shapes, names and numbers that stands in the way; empty when nothing does.
Problems storage_problems(const std::string& path, const ResultSet& results);

}  // namespace ontkoker
