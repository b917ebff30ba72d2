// ontkoker sweep run: what is missing of a study.
#include "commands.h"

namespace ontkoker::cli {

int sweep_run_command(const Options&) { return exit_usage; }

}  // namespace ontkoker::cli
