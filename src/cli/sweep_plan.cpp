// ontkoker sweep plan: a sweep file as a folder with the table of points.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands.h"
#include "interrupt.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/io/json/sweep_file.h"
#include "ontkoker/run/ensemble.h"
#include "output.h"
#include "progress.h"
#include "session.h"
#include "sweep_plan_output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// One shard: hundreds of runs, and not longer on one thread than one wants to lose or wait for.
constexpr int runs_per_shard = 200;
constexpr double seconds_per_shard = 600;
constexpr int least_shards = 4;   // so that a few tasks have something to share
// A task of the array: long enough to be worth the queue, short enough to fit a short partition.
constexpr double seconds_per_task = 3600;
constexpr int most_tasks = 1000;  // Slurm's own limit of an array, unless it was raised

// `seconds_per_run`: 0 when it is not known.
int points_per_shard(const sweep::Plan& plan, double seconds_per_run, const Options& options) {
    if (options.points_per_shard) return static_cast<int>(*options.points_per_shard);
    int points = std::min(runs_per_shard / plan.replicates, plan.count() / least_shards);
    if (seconds_per_run > 0)
        points = std::min(points, static_cast<int>(seconds_per_shard / (seconds_per_run * plan.replicates)));
    return std::max(points, 1);
}

// Bytes of the kept numbers: doubles, and a ratio also has its numerators and denominators.
double bytes_of(const sweep::Plan& plan, const Config& base) {
    double cells = 0;
    for (const OutcomeInfo& info : outcome_infos(base.parameters))
        if (std::find(plan.outcomes.begin(), plan.outcomes.end(), info.name) != plan.outcomes.end())
            cells += static_cast<double>(info.parts.size()) * (info.over_time == OverTime::ratio ? 3 : 1);
    return 8 * cells * plan.times() * static_cast<double>(plan.scenarios.size()) * static_cast<double>(plan.runs());
}

Result<sweep::Plan> planned(const Options& options) {
    const auto request = request_for(options, "", {});
    if (!request) return request.problems();
    auto plan = load_sweep(request.value(), options.words[0]);
    if (!plan) return plan;
    sweep::Plan& made = plan.value();
    if (made.points.empty()) made.points = sweep::points_of(made.design, made.axes);
    made.version = version();
    made.digest = digest_of_plan(made);
    return plan;
}

// The first point, replicate 0, on one thread.
Result<PlanCost> timed(const sweep::Plan& plan, const Options& options) {
    const auto configs = PointConfigs::from(plan);
    if (!configs) return configs.problems();
    const auto config = configs.value().at(0);
    if (!config) return config.problems();
    Progress progress(options.quiet, options.language);
    RunOptions run;
    run.threads = 1;
    run.stop = &stop_on_signal();
    run.progress = [&](std::int64_t done, std::int64_t total) { progress.at(done, total); };
    const Measure measure;
    const auto counts = run_single(config.value(), 0, run);
    progress.end();
    if (!counts) return counts.problems();
    const Cost cost = measure.cost();
    PlanCost costs;
    costs.seconds_per_run = cost.seconds;
    costs.peak_bytes = static_cast<double>(cost.peak_bytes);
    costs.disk_bytes = bytes_of(plan, configs.value().base());
    costs.threads = threads_of(options);
    return costs;
}

// Tasks of about an hour each, no more than there are shards.
void add_tasks(PlanCost& costs, const sweep::Plan& plan) {
    const double all = costs.seconds_per_run * plan.runs();
    costs.tasks = std::clamp(static_cast<int>(std::ceil(all / seconds_per_task)), 1, std::min(plan.shards(), most_tasks));
    const double longest = std::ceil(static_cast<double>(plan.shards()) / costs.tasks) * plan.points_per_shard * plan.replicates;
    costs.seconds_per_task = longest * costs.seconds_per_run;
}

}  // namespace

int sweep_plan_command(const Options& options) {
    const Words say{options.language};
    if (options.output.empty() && !options.dry_run)
        return fail({{.code = "E0001",
                      .message = std::string(say("-o PLANDIR ontbreekt", "-o PLANDIR is missing")),
                      .hint = std::string(say("met --dry-run wordt niets geschreven", "with --dry-run nothing is written")),
                      .file = {},
                      .pointer = {}}},
                    options);
    auto made = planned(options);
    if (!made) return fail(made.problems(), options);
    sweep::Plan& plan = made.value();
    if (options.dry_run) {
        auto costs = timed(plan, options);
        if (!costs) return fail(costs.problems(), options);
        plan.points_per_shard = points_per_shard(plan, costs.value().seconds_per_run, options);
        add_tasks(costs.value(), plan);
        print_plan(plan, &costs.value(), options);
        return exit_ok;
    }
    plan.points_per_shard = points_per_shard(plan, 0, options);
    if (const Problems refused = plan_refusals(options); !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    if (const Problems problems = write_plan(plan, options); !problems.empty()) return fail(problems, options);
    print_plan(plan, nullptr, options);
    return exit_ok;
}

}  // namespace ontkoker::cli
