// ontkoker sweep merge: the shards of a study as one HDF5 file.
#include "commands.h"

namespace ontkoker::cli {

int sweep_merge_command(const Options&) { return exit_usage; }

}  // namespace ontkoker::cli
