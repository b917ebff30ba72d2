// ontkoker sweep status: how far a study is.
#include "commands.h"

namespace ontkoker::cli {

int sweep_status_command(const Options&) { return exit_usage; }

}  // namespace ontkoker::cli
