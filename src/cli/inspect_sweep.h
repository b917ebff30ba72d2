// What is inside a file of a study: merged, virtual or one shard.
#pragma once
#include "ontkoker/cli/options.h"

namespace ontkoker::cli {

int inspect_sweep(const Options& options);

}  // namespace ontkoker::cli
