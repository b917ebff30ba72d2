// The line of the manifest that stands beside each shard of a study, and its text.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"

namespace ontkoker {

// A run that gave no result; `point` is its number in the plan.
struct RunFailure {
    int point = 0, replicate = 0;
    std::string error;
    bool operator==(const RunFailure&) const = default;
};

struct ShardLine {
    static constexpr std::size_t most_failures = 100;

    std::string plan, version;        // digest of the plan; of the program
    int shard = 0, first_point = 0, points = 0;
    int runs = 0, failed_runs = 0, failed_points = 0;
    std::int64_t bytes = 0;
    std::string checksum;             // XXH3-128 over all bytes of the shard, 32 hexadecimal digits
    std::vector<RunFailure> failures; // the first of those that failed
    bool operator==(const ShardLine&) const = default;
};

std::string shard_line_text(const ShardLine& line);
// Codes as for other JSON.
Result<ShardLine> shard_line_from_text(std::string_view text, std::string where);

}  // namespace ontkoker
