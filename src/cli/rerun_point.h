// rerun on a study: one of its runs, alone.
#pragma once
#include "ontkoker/cli/options.h"

namespace ontkoker::cli {

// Whether any of the options of a study were given.
bool asks_for_point(const Options& options);
int rerun_point(const Options& options);

}  // namespace ontkoker::cli
