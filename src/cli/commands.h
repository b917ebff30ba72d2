// One function per command; each returns the exit code.
#pragma once
#include "ontkoker/cli/options.h"

namespace ontkoker::cli {

int run_command(const Options& options);
int compare_command(const Options& options);
int check_command(const Options& options);
int params_command(const Options& options);
int inspect_command(const Options& options);
int rerun_command(const Options& options);
int schema_command(const Options& options);
int processes_command(const Options& options);
int profile_command(const Options& options);
int municipality_import_command(const Options& options);
int households_command(const Options& options);
int family_command(const Options& options);
int systems_command(const Options& options);
int explain_command(const Options& options);
int build_command(const Options& options);
int sweep_plan_command(const Options& options);
int sweep_run_command(const Options& options);
int sweep_status_command(const Options& options);
int sweep_merge_command(const Options& options);
int sweep_suggest_command(const Options& options);
int export_command(const Options& options);

}  // namespace ontkoker::cli
