#include "session.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <thread>

#include "find_root.h"
#include "interrupt.h"
#include "ontkoker/cli/replicate_store.h"
#include "ontkoker/run/ensemble.h"
#include "output.h"
#include "progress.h"
#include "run_profile.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// "name=value" pairs; whatever is no pair or no number is a problem.
Problems read_assumptions(const Options& options, Request& request) {
    const Words say{options.language};
    Problems problems;
    for (const std::string& text : options.assumptions) {
        const std::size_t mark = text.find('=');
        double value = 0;
        if (mark != std::string::npos) {
            const char* const end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data() + mark + 1, end, value);
            if (error == std::errc{} && stop == end && mark > 0) {
                request.assumptions.emplace_back(text.substr(0, mark), value);
                continue;
            }
        }
        problems.push_back(
            {.code = "E0002",
             .message = fmt::format(
                 fmt::runtime(say("--set {}: verwacht parameter=getal", "--set {}: expected parameter=number")), text),
             .hint = std::string(say("ontkoker params toont alle namen", "ontkoker params lists all names")),
             .file = {},
             .pointer = {}});
    }
    return problems;
}

// What to do after a stop, where the finished replicates are kept.
void add_way_on(Problems& problems, const FileReplicateStore& store, const Config& config, Language language) {
    const Words say{language};
    const std::string hint =
        fmt::format(fmt::runtime(say("{} van {} herhalingen zijn bewaard; dezelfde opdracht gaat daarna verder",
                                     "{} of {} replicates are kept; the same command goes on after them")),
                    store.loaded() + store.saved(), config.run.replicates);
    for (Problem& problem : problems)
        if (exit_code_of({problem}) == exit_interrupted) problem.hint = hint;
}

}  // namespace

int threads_of(const Options& options) {
    if (options.threads > 0) return options.threads;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

namespace {

// `problems` gets what is wrong with the options themselves.
Request made_request(const Options& options, const std::string& root, const std::string& comparison,
                     const std::vector<std::string>& scenarios, Problems& problems) {
    Request request;
    problems = read_assumptions(options, request);
    request.root = root;
    request.comparison = comparison;
    request.municipality = options.municipality;
    request.scenarios = scenarios;
    request.overlay = options.overlay;
    request.start_year = options.start_year;
    request.years = options.years;
    request.replicates = options.replicates;
    request.seed = options.seed;
    request.sample = options.sample;
    request.off = options.off;
    return request;
}

}  // namespace

Result<Request> request_for(const Options& options, const std::string& comparison,
                            const std::vector<std::string>& scenarios) {
    auto root = find_root(options.root, options.language);
    if (!root) return root.problems();
    Problems problems;
    Request request = made_request(options, root.value(), comparison, scenarios, problems);
    if (!problems.empty()) return problems;
    return request;
}

Result<LoadedConfig> load_for(const Options& options, const std::string& comparison,
                              const std::vector<std::string>& scenarios) {
    auto root = find_root(options.root, options.language);
    if (!root) return root.problems();
    Problems problems;
    const Request request = made_request(options, root.value(), comparison, scenarios, problems);
    auto loaded = load(request);
    if (loaded && problems.empty()) return loaded;
    if (!loaded) problems.insert(problems.end(), loaded.problems().begin(), loaded.problems().end());
    return problems;
}

Result<ResultSet> run_with_progress(const Config& config, const Options& options, const std::string& folder,
                                    ProcessTimes* times) {
    FileReplicateStore store(folder, config.effective);
    Progress progress(options.quiet, options.language);
    ProcessTimes own;
    if (options.profile && !times) times = &own;
    if (times) times->system = system_counts();
    RunOptions run;
    run.threads = threads_of(options);
    if (options.grain > 0) run.grain = static_cast<std::size_t>(options.grain);
    run.stop = &stop_on_signal();
    run.progress = [&](std::int64_t done, std::int64_t total) { progress.at(done, total); };
    run.store = folder.empty() ? nullptr : &store;
    run.times = times;
    run.check_laws_weekly = options.weekly_laws;
    auto results = run_ensemble(config, run);
    progress.end();
    if (!results) {
        Problems problems = results.problems();
        if (run.store) add_way_on(problems, store, config, options.language);
        return problems;
    }
    if (store.loaded() > 0 && !options.quiet)
        tell(fmt::format(fmt::runtime(Words{options.language}("{} van {} herhalingen waren er al.",
                                                              "{} of {} replicates were there already.")),
                         store.loaded(), config.run.replicates));
    if (times == &own) tell_profile(own, config, options.language);
    return results;
}

void forget_replicates(const Config& config, const std::string& folder) {
    FileReplicateStore(folder, config.effective).remove();
}

Problems refusals(const std::vector<std::string>& paths, const Options& options) {
    Problems problems;
    const Words say{options.language};
    std::error_code ignored;
    if (options.overwrite) return problems;
    for (const std::string& path : paths)
        if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
            problems.push_back({.code = "E0301",
                                .message = std::string(say("dit bestaat al; er is niets gerekend",
                                                           "this exists already; nothing was run")),
                                .hint = std::string(say("kies een andere plaats of voeg --overwrite toe",
                                                        "choose another place or add --overwrite")),
                                .file = path,
                                .pointer = {}});
    return problems;
}

Problems make_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) return {};
    return {{.code = "E0302", .message = error.message(), .hint = {}, .file = folder, .pointer = {}}};
}

std::string in(const std::string& folder, std::string_view name) { return (std::filesystem::path(folder) / name).string(); }

void set_cost(json::Value& object, const Cost& cost) {
    using json::Value;
    object.set("seconds", Value::of(cost.seconds)).set("cpu_seconds", Value::of(cost.cpu_seconds));
    object.set("peak_bytes", Value::of(static_cast<double>(cost.peak_bytes)));
}

std::string cost_text(const Cost& cost, Language language) {
    const Words say{language};
    return fmt::format(fmt::runtime(say("{}, processortijd {}, geheugen {} MB", "{}, processor time {}, memory {} MB")),
                       duration_text(cost.seconds, language), duration_text(cost.cpu_seconds, language),
                       (cost.peak_bytes + 500'000) / 1'000'000);
}

}  // namespace ontkoker::cli
