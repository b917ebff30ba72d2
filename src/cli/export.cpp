// ontkoker export: a result or study as a table.
#include "commands.h"

namespace ontkoker::cli {

int export_command(const Options&) { return exit_usage; }

}  // namespace ontkoker::cli
