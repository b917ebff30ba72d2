// The options of explain and build.
#pragma once
#include "ontkoker/cli/options.h"
#include "words.h"

namespace CLI {
class App;
}

namespace ontkoker::cli {

void explain_options(CLI::App& sub, Options& options, Words say);
void build_options(CLI::App& sub, Options& options, Words say);

}  // namespace ontkoker::cli
