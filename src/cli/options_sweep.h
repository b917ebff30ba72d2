// The options of sweep, export and of rerun on a sweep.
#pragma once
#include <string_view>

#include "ontkoker/cli/options.h"
#include "words.h"

namespace CLI {
class App;
}

namespace ontkoker::cli {

// `command` is one of sweep plan, run, status, merge, suggest, or export.
void sweep_options(CLI::App& sub, Command command, Options& options, Words say);
void rerun_options(CLI::App& sub, Options& options, Words say);
std::string_view sweep_examples(Command command, Words say);

}  // namespace ontkoker::cli
