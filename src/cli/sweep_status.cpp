// ontkoker sweep status: how far a study is.
#include <fmt/format.h>

#include "commands.h"
#include "ontkoker/sweep/status.h"
#include "output.h"
#include "sweep_texts.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

void print_status_json(const sweep::Study& study, const sweep::StudyStatus& status) {
    using json::Value;
    Value shards = Value::object();
    shards.set("total", Value::of(status.shards)).set("whole", Value::of(status.whole)).set("absent", Value::of(status.absent));
    shards.set("damaged", Value::of(status.damaged)).set("foreign", Value::of(status.foreign));
    Value missing = Value::array();
    for (const int shard : status.missing) missing.push(Value::of(shard));
    Value problems = Value::array();
    for (const Problem& problem : status.problems) problems.push(cli::json_of(problem));
    Value object = Value::object();
    object.set("study", study.plan().name).set("plan_digest", study.plan().digest);
    object.set("points", Value::of(status.points)).set("done", Value::of(status.done)).set("failed", Value::of(status.failed));
    object.set("runs", Value::of(status.runs)).set("done_runs", Value::of(status.done_runs));
    object.set("failed_runs", Value::of(status.failed_runs)).set("kept_in_parts", Value::of(status.kept_in_parts));
    object.set("shards", std::move(shards)).set("missing_shards", std::move(missing));
    object.set("failures", failures_json(status.failures)).set("problems", std::move(problems));
    print_json(object);
}

void print_status(const sweep::Study& study, const sweep::StudyStatus& status, const Options& options) {
    const Words say{options.language};
    print(fmt::format(fmt::runtime(say("{}: {} van {} punten af, {} met mislukte runs\n", "{}: {} of {} points done, {} with failed runs\n")),
                      study.plan().name, status.done, status.points, status.failed));
    print(fmt::format(fmt::runtime(say("  runs: {} van {} af, {} mislukt, {} bewaard in delen die niet af zijn\n",
                                       "  runs: {} of {} done, {} failed, {} kept of shards that are not whole\n")),
                      status.done_runs, status.runs, status.failed_runs, status.kept_in_parts));
    print(fmt::format(fmt::runtime(say("  delen: {} van {} heel, {} nog niet, {} beschadigd, {} van een andere studie of versie\n",
                                       "  shards: {} of {} whole, {} not yet, {} damaged, {} of another study or version\n")),
                      status.whole, status.shards, status.absent, status.damaged, status.foreign));
    if (status.failed_runs > 0) tell_failures(status.failures, status.failed_runs, options.language);
    if (status.whole < status.shards && status.foreign == 0)
        tell(fmt::format(fmt::runtime(say("Verder: ontkoker sweep run {}", "Next: ontkoker sweep run {}")), study.folder));
    else if (status.foreign == 0)
        tell(fmt::format(fmt::runtime(say("Verder: ontkoker sweep merge {} -o BESTAND.h5", "Next: ontkoker sweep merge {} -o FILE.h5")),
                         study.folder));
    print_problems(status.problems, options);
}

}  // namespace

int sweep_status_command(const Options& options) {
    const auto study = sweep::open_study(options.words[0]);
    if (!study) return fail(study.problems(), options);
    const auto status = sweep::status_of(study.value());
    if (!status) return fail(status.problems(), options);
    if (options.json)
        print_status_json(study.value(), status.value());
    else
        print_status(study.value(), status.value(), options);
    return exit_code_of(status.value().problems);
}

}  // namespace ontkoker::cli
