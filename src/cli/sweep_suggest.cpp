// ontkoker sweep suggest: the next points, where the conclusion flips.
#include "commands.h"

namespace ontkoker::cli {

int sweep_suggest_command(const Options&) { return exit_usage; }

}  // namespace ontkoker::cli
