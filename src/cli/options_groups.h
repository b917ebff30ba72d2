// Groups of options that several commands have. Each adds its options to `sub`, in the order of the help.
#pragma once
#include "ontkoker/cli/options.h"
#include "words.h"

namespace CLI {
class App;
}

namespace ontkoker::cli {

// Which municipality, for how long.
void town_options(CLI::App& sub, Options& options, Words say);
// What a run is made from, and how: town, repeats, switching and running.
void settings_options(CLI::App& sub, Options& options, Words say);
// Luck, size and figures, which every command that runs the model has.
void repeats_options(CLI::App& sub, Options& options, Words say);
// The same for a command that names one replicate.
void luck_options(CLI::App& sub, Options& options, Words say);
// Figures and assumptions other than those that come along.
void figures_options(CLI::App& sub, Options& options, Words say);
// Processes that are left out.
void switching_options(CLI::App& sub, Options& options, Words say);
// How it runs, replacing included; none of these changes a result.
void running_options(CLI::App& sub, Options& options, Words say);
void threads_options(CLI::App& sub, Options& options, Words say);
void replacing_options(CLI::App& sub, Options& options, Words say);

}  // namespace ontkoker::cli
