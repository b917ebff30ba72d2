// What studies found: the paired difference of one outcome at each of their points.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/cli/options.h"
#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/sweep/flip.h"

namespace ontkoker::cli {

struct Measured {
    sweep::Plan plan;                   // of the first study; axes, base and scenarios are those of all
    OutcomeInfo outcome;
    int part = -1;                      // of the outcome; -1: all together
    int scenario = 0;                   // beside the reference
    int replicates = 0;                 // the most of any study
    std::vector<sweep::Found> found;    // of points with at least one finished run
    int points = 0, failed_runs = 0, missing_runs = 0;
};

// Reads merged files, virtual files and folders of studies over the same question: the options' words, --outcome and
// --scenario. Codes: those of reading them; E0605 studies that do not belong together; E0215 an unknown word.
Result<Measured> measured_in(const Options& options);

}  // namespace ontkoker::cli
