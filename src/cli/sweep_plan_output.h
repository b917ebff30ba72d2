// What `ontkoker sweep plan` leaves and says.
#pragma once
#include "ontkoker/cli/options.h"
#include "ontkoker/core/result.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker::cli {

// What one timed run says of the whole.
struct PlanCost {
    double seconds_per_run = 0, peak_bytes = 0, disk_bytes = 0;
    int threads = 1;
    int tasks = 1;                 // of an array of jobs
    double seconds_per_task = 0;   // of the longest, on one thread
};

// Why the folder cannot take a plan: there is one already (E0301, unless --overwrite), or results stand in it (always).
Problems plan_refusals(const Options& options);
// plan.json and points.csv: both, or nothing new.
Problems write_plan(const sweep::Plan& plan, const Options& options);
// The study in a table, or as JSON; `costs` null: nothing was timed.
void print_plan(const sweep::Plan& plan, const PlanCost* costs, const Options& options);

}  // namespace ontkoker::cli
