// ontkoker rerun: a result file from the configuration that it carries. The same program gives the same digest.
#include <fmt/format.h>

#include "commands.h"
#include "ontkoker/io/hdf5/result_file.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/run/ensemble.h"
#include "output.h"
#include "rerun_point.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

void print_outcome(const ResultSet& old, const ResultSet& now, const Options& options, const Cost& cost) {
    const Words say{options.language};
    const bool same = old.digest == now.digest;
    if (options.json) {
        using json::Value;
        Value object = Value::object();
        object.set("digest", now.digest).set("digest_in_file", old.digest).set("same", Value::of(same));
        object.set("file", options.words[0]).set("output", options.output);
        object.set("households", Value::of(static_cast<double>(now.households)));
        object.set("version", now.version).set("version_in_file", old.version);
        set_cost(object, cost);
        return print_json(object);
    }
    print(fmt::format("{}\n",
                      same ? say("dezelfde digest", "the same digest") : say("een andere digest", "another digest")));
    print(fmt::format(
        fmt::runtime(say("  in het bestand {}\n  nagerekend     {}\n", "  in the file {}\n  run again   {}\n")),
        old.digest, now.digest));
    if (old.version != now.version)
        print(fmt::format(fmt::runtime(say("  het bestand is van versie {}, dit programma is versie {}\n",
                                           "  the file is of version {}, this program is version {}\n")),
                          old.version, now.version));
    tell(cost_text(cost, options.language));
}

Problem not_a_study(const Options& options) {
    const Words say{options.language};
    return {.code = "E0002",
            .message = std::string(say("--point, --replicate en --journal horen bij een studie; dit is het resultaat van één run of vergelijking",
                                       "--point, --replicate and --journal are for a study; this is the result of one run or comparison")),
            .hint = std::string(say("laat ze weg, of geef het bestand van `ontkoker sweep merge`", "leave them out, or give the file of `ontkoker sweep merge`")),
            .file = options.words[0],
            .pointer = {}};
}

}  // namespace

int rerun_command(const Options& options) {
    const Measure measure;
    // Whatever is wrong with the file is told by the reader of result files.
    if (const auto of_study = is_sweep_file(options.words[0]); of_study && of_study.value()) return rerun_point(options);
    const auto old = read_result_file(options.words[0]);
    if (!old) return fail(old.problems(), options);
    if (asks_for_point(options)) return fail({not_a_study(options)}, options);
    const auto config = config_from_effective(old.value().effective_config, options.words[0]);
    if (!config) return fail(config.problems(), options);
    const bool keeps = !options.output.empty();
    if (const Problems refused = keeps ? refusals({options.output}, options) : Problems{}; !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    const std::string folder = keeps ? folder_of(options.output) : "";
    if (Problems problems = keeps ? make_folder(folder) : Problems{}; !problems.empty()) return fail(problems, options);
    const auto now = run_with_progress(config.value(), options, folder);
    if (!now) return fail(now.problems(), options);
    if (keeps) {
        const auto bytes = write_result_file(options.output, now.value(), options.overwrite);
        if (!bytes) return fail(bytes.problems(), options);
        forget_replicates(config.value(), folder);
    }
    print_outcome(old.value(), now.value(), options, measure.cost());
    return old.value().digest == now.value().digest ? exit_ok : exit_check_failed;
}

}  // namespace ontkoker::cli
