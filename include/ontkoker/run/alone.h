// One replicate of a configuration run by itself, with everything that happened to every household if that is asked for.
// Watching changes no bit of the run.
#pragma once
#include <cstddef>
#include <functional>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/journal.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/run/ensemble.h"

namespace ontkoker {

// Called month by month from one thread, with what happened in one scenario in order of moment, household and person. The
// past that scenarios share is told of each of them.
using JournalSink = std::function<void(std::size_t scenario, const JournalEntry& entry)>;

// `replicate` counts as in the configuration. Without a sink nobody watches. Problems as of run_ensemble().
Result<ReplicateCounts> run_alone(const Config& config, int replicate, const RunOptions& options, const JournalSink& sink);

}  // namespace ontkoker
