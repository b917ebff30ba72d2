// What run, compare and rerun share: from options to a configuration, from a configuration to results.
#pragma once
#include <string>

#include "measure.h"
#include "ontkoker/cli/options.h"
#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/engine/costs.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/io/json/value.h"

namespace ontkoker::cli {

// The configuration that the options ask for. `scenarios` and `comparison` are names or paths.
Result<LoadedConfig> load_for(const Options& options, const std::string& comparison,
                              const std::vector<std::string>& scenarios);

// The request that the options make. `scenarios` and `comparison` are names or paths.
Result<Request> request_for(const Options& options, const std::string& comparison,
                            const std::vector<std::string>& scenarios);

// As many as asked for, else as many as the machine has.
int threads_of(const Options& options);

// Runs with progress on stderr. Finished replicates are kept in `folder` until forget_replicates is called, unless it
// is empty; when the run is stopped the problem says how to go on. With --profile what it cost goes to `times`, or to
// stderr when that is null.
Result<ResultSet> run_with_progress(const Config& config, const Options& options, const std::string& folder,
                                    ProcessTimes* times = nullptr);
void forget_replicates(const Config& config, const std::string& folder);

// Refusal to write over something: E0301 for each path that exists, nothing with --overwrite.
Problems refusals(const std::vector<std::string>& paths, const Options& options);

// Makes the folder and those above it; E0302 when that fails.
Problems make_folder(const std::string& folder);
// The path of `name` in `folder`.
std::string in(const std::string& folder, std::string_view name);

// "seconds", "cpu_seconds" and "peak_bytes" as members of `object`.
void set_cost(json::Value& object, const Cost& cost);
// "12 s, 23 s processortijd, 410 MB".
std::string cost_text(const Cost& cost, Language language);

}  // namespace ontkoker::cli
