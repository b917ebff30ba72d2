// run --profile: what each process and everything around the processes costs.
#pragma once
#include "ontkoker/cli/options.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/engine/costs.h"
#include "ontkoker/io/json/value.h"

namespace ontkoker::cli {

// What this system can tell about the program: processor time, and pages touched where the kernel keeps account of them.
SystemCounts system_counts();

// As a table on stderr.
void tell_profile(const ProcessTimes& times, const Config& config, Language language);
// "processes" and "around" (rows), "step_seconds", and "one_thread_share" of the step, 0 to 1.
json::Value profile_json(const ProcessTimes& times, const Config& config);

}  // namespace ontkoker::cli
