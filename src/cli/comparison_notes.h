// What the report says beside the numbers: names, what differs between the scenarios, and what the model cannot say.
#pragma once
#include "ontkoker/cli/options.h"
#include "ontkoker/io/html/report.h"
#include "ontkoker/io/json/config_file.h"

namespace ontkoker::cli {

// `results` and `comparison` must outlive the input.
ReportInput report_input(const LoadedConfig& loaded, const ResultSet& results, const Comparison& comparison,
                         const Options& options);

}  // namespace ontkoker::cli
