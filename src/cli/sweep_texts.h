// What `sweep run` and `sweep status` tell alike.
#pragma once
#include <vector>

#include "ontkoker/io/json/shard_line.h"
#include "output.h"

namespace ontkoker::cli {

constexpr std::size_t most_failures_told = 20;

// The first failures as [{"point", "replicate", "error"}].
json::Value failures_json(const std::vector<RunFailure>& failures);
// One line for each of the first, on stderr; `total` failed in all.
void tell_failures(const std::vector<RunFailure>& failures, int total, Language language);

}  // namespace ontkoker::cli
