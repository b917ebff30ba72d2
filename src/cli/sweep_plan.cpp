// ontkoker sweep plan: a sweep file as a folder with the table of points.
#include "commands.h"

namespace ontkoker::cli {

int sweep_plan_command(const Options&) { return exit_usage; }

}  // namespace ontkoker::cli
