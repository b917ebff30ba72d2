// ontkoker sweep run: what is missing of a study.
#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "commands.h"
#include "interrupt.h"
#include "ontkoker/sweep/runner.h"
#include "output.h"
#include "progress.h"
#include "session.h"
#include "sweep_texts.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

struct Task {
    int number = 1, of = 1;
};

// "i/n" with 1 <= i <= n; nothing given is 1/1.
std::optional<Task> task_of(const std::string& text) {
    Task task;
    if (text.empty()) return task;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, task.number);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '/') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, task.of);
    if (second.ec != std::errc{} || second.ptr != end || task.number < 1 || task.number > task.of) return std::nullopt;
    return task;
}

Problem no_task(const Options& options) {
    const Words say{options.language};
    return {.code = "E0002",
            .message = fmt::format(fmt::runtime(say("--tasks {}: verwacht i/n, met i van 1 tot en met n",
                                                    "--tasks {}: expected i/n, with i from 1 to n")),
                                   options.tasks),
            .hint = std::string(say("het derde van acht delen is --tasks 3/8", "the third of eight parts is --tasks 3/8")),
            .file = {},
            .pointer = {}};
}

// What is told meanwhile, around the line of progress.
void tell_meanwhile(sweep::StudyRun& run, Progress& progress, const Options& options) {
    const Words say{options.language};
    run.progress = [&progress, say](double runs, int finished, int total) {
        constexpr double fine = 1000;   // a run is long: its parts count
        progress.at(static_cast<std::int64_t>(fine * runs), static_cast<std::int64_t>(fine) * total,
                    fmt::format(fmt::runtime(say("{} van {} runs", "{} of {} runs")), finished, total));
    };
    run.set_aside = [&progress, say](const Problem& why, const std::string& to) {
        progress.end();
        tell(fmt::format(fmt::runtime(say("{}: {}: {}; het staat nu in {}, en wordt opnieuw gerekend",
                                          "{}: {}: {}; it stands in {} now, and is run again")),
                         why.file, why.code, why.message, to));
    };
    run.no_locks = [&progress, say] {
        progress.end();
        tell(say("Dit bestandssysteem kent geen sloten: twee opdrachten tegelijk kunnen hetzelfde deel rekenen. Dat kost tijd en "
                 "verandert geen uitkomst; --tasks i/n voorkomt het.",
                 "This file system has no locks: two commands at a time may run the same shard. That costs time and changes no "
                 "result; --tasks i/n prevents it."));
    };
    run.waiting = [&progress, say, quiet = options.quiet](int shard) {
        progress.end();
        if (quiet) return;
        tell(fmt::format(fmt::runtime(say("Wacht op deel {}, dat een andere opdracht nu rekent.",
                                          "Waiting for shard {}, which another command is running.")),
                         shard));
    };
}

void print_summary(const sweep::StudyOutcome& outcome, const std::string& folder, const Options& options, const Cost& cost) {
    const Words say{options.language};
    if (options.json) {
        using json::Value;
        Value object = Value::object();
        object.set("points", Value::of(outcome.points)).set("runs", Value::of(outcome.runs));
        object.set("done", Value::of(outcome.done)).set("failed", Value::of(outcome.failed));
        object.set("shards", Value::of(outcome.shards)).set("shards_written", Value::of(outcome.shards_written));
        object.set("runs_made", Value::of(outcome.runs_made)).set("failures", failures_json(outcome.failures));
        set_cost(object, cost);
        return print_json(object);
    }
    print(fmt::format(fmt::runtime(say("{} van {} runs af, {} mislukt; {} delen geschreven\n",
                                       "{} of {} runs done, {} failed; {} shards written\n")),
                      outcome.done, outcome.runs, outcome.failed, outcome.shards_written));
    tell(cost_text(cost, options.language));
    if (outcome.failed == 0)
        tell(fmt::format(fmt::runtime(say("Verder: ontkoker sweep status {0}; ontkoker sweep merge {0} -o BESTAND.h5",
                                          "Next: ontkoker sweep status {0}; ontkoker sweep merge {0} -o FILE.h5")),
                         folder));
}

}  // namespace

int sweep_run_command(const Options& options) {
    const Measure measure;
    const auto task = task_of(options.tasks);
    if (!task) return fail({no_task(options)}, options);
    const std::atomic<bool>& stop = stop_on_signal();
    const auto study = sweep::open_study(options.words[0]);
    if (!study) return fail(study.problems(), options);
    Progress progress(options.quiet, options.language);
    sweep::StudyRun run;
    run.task = task->number;
    run.tasks = task->of;
    run.threads = threads_of(options);
    if (options.grain > 0) run.grain = static_cast<std::size_t>(options.grain);
    run.retry_failed = options.retry_failed;
    run.stop = &stop;
    tell_meanwhile(run, progress, options);
    const auto outcome = sweep::run_study(study.value(), run);
    progress.end();
    if (!outcome) return fail(outcome.problems(), options);
    print_summary(outcome.value(), options.words[0], options, measure.cost());
    if (outcome.value().failed == 0) return exit_ok;
    const Words say{options.language};
    tell_failures(outcome.value().failures, outcome.value().failed, options.language);
    tell(say("Reken ze opnieuw met --retry-failed, of voeg samen: hun plaats blijft leeg (NaN).",
             "Run them again with --retry-failed, or merge: their place stays empty (NaN)."));
    return exit_check_failed;
}

}  // namespace ontkoker::cli
