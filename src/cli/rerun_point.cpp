// ontkoker rerun --point: one run of a study, alone. The same program gives the same digest, or the same error.
#include "rerun_point.h"

#include <fmt/format.h>

#include <optional>

#include "interrupt.h"
#include "journal_csv.h"
#include "ontkoker/io/hdf5/result_file.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/io/json/sweep_file.h"
#include "ontkoker/run/alone.h"
#include "ontkoker/run/ensemble.h"
#include "ontkoker/sweep/block.h"
#include "output.h"
#include "progress.h"
#include "run_profile.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

class Rerun {
public:
    Rerun(const Options& options, const SweepFile& file) : options_(options), file_(file), say_{options.language} {}

    int run() {
        if (Problems problems = wrong_words(); !problems.empty()) {
            print_problems(problems, options_);
            return exit_usage;
        }
        point_ = static_cast<int>(*options_.point);
        replicate_ = static_cast<int>(*options_.replicate);
        auto config = config_of_point();
        if (!config) return fail(config.problems(), options_);
        if (!config.value()) return exit_check_failed;   // an impossible point, told
        const Config& all = *config.value();
        if (Problems problems = make_folders(); !problems.empty()) return fail(problems, options_);
        if (!options_.journal.empty()) journal_.emplace(options_.journal, options_.overwrite, all);
        const auto counts = run_it(all);
        const bool stopped = !counts && exit_code_of(counts.problems()) == exit_interrupted;
        if (journal_ && !stopped)
            if (const auto kept = journal_->keep(); !kept) return fail(kept.problems(), options_);
        if (!counts) return stopped ? tell_stop(counts.problems()) : tell_failure(counts.problems());
        if (Problems problems = keep_result(all, counts.value()); !problems.empty()) return fail(problems, options_);
        digest_ = sweep::digest_of_run(all.effective, replicate_, counts.value());
        households_ = counts.value().households;
        print_outcome();
        return record().status == sweep::RunStatus::missing || digest_ == record().digest ? exit_ok : exit_check_failed;
    }

private:
    Problem usage(std::string message, std::string hint = {}) const {
        return {.code = "E0002", .message = std::move(message), .hint = std::move(hint), .file = options_.words[0], .pointer = {}};
    }

    // Which run, and where to: everything that is wrong with that, before anything runs.
    Problems wrong_words() const {
        Problems problems = refusals(outputs(), options_);
        if (file_.kind == SweepFile::Kind::shard)
            problems.push_back(usage(std::string(say_("een deel heeft geen eigen plan", "a shard has no plan of its own")),
                                     std::string(say_("voeg de studie samen met `ontkoker sweep merge`", "merge the study with `ontkoker sweep merge`"))));
        const auto check = [&](const char* name, const std::optional<std::int64_t>& given, int count) {
            if (!given)
                problems.push_back(usage(fmt::format(fmt::runtime(say_("welke run? {} ontbreekt: 0 tot en met {}", "which run? {} is missing: 0 to {}")), name, count - 1)));
            else if (*given < 0 || *given >= count)
                problems.push_back(usage(fmt::format(fmt::runtime(say_("{} {} is er niet: 0 tot en met {}", "{} {} does not exist: 0 to {}")), name, *given, count - 1)));
        };
        check("--point", options_.point, file_.points);
        check("--replicate", options_.replicate, file_.replicates);
        return problems;
    }

    std::vector<std::string> outputs() const {
        std::vector<std::string> paths;
        for (const std::string* path : {&options_.output, &options_.journal})
            if (!path->empty()) paths.push_back(*path);
        return paths;
    }
    Problems make_folders() const {
        for (const std::string& path : outputs())
            if (Problems problems = make_folder(folder_of(path)); !problems.empty()) return problems;
        return {};
    }

    const sweep::RunRecord& record() const {
        return file_.runs[static_cast<std::size_t>(point_) * static_cast<std::size_t>(file_.replicates) + static_cast<std::size_t>(replicate_)];
    }

    // Nothing when the point itself is impossible: that is then the result of the run.
    Result<std::optional<Config>> config_of_point() {
        const auto plan = plan_from_text(file_.plan_text, options_.words[0]);
        if (!plan) return plan.problems();
        const auto configs = PointConfigs::from(plan.value());
        if (!configs) return configs.problems();
        auto config = configs.value().at(point_);
        if (config) return std::optional<Config>(std::move(config.value()));
        tell_failure(config.problems());
        return std::optional<Config>();
    }

    Result<ReplicateCounts> run_it(const Config& config) {
        Progress progress(options_.quiet, options_.language);
        ProcessTimes times;
        if (options_.profile) times.system = system_counts();
        RunOptions run;
        run.threads = threads_of(options_);
        if (options_.grain > 0) run.grain = static_cast<std::size_t>(options_.grain);
        run.stop = &stop_on_signal();
        run.progress = [&](std::int64_t done, std::int64_t total) { progress.at(done, total); };
        run.times = options_.profile ? &times : nullptr;
        run.check_laws_weekly = options_.weekly_laws;
        JournalSink sink;
        if (journal_) sink = [&](std::size_t scenario, const JournalEntry& entry) { journal_->add(scenario, entry); };
        auto counts = run_alone(config, replicate_, run, sink);
        progress.end();
        if (counts && options_.profile) tell_profile(times, config, options_.language);
        return counts;
    }

    // The whole of this run, as a file that can be rerun by itself.
    Problems keep_result(const Config& config, const ReplicateCounts& counts) {
        if (options_.output.empty()) return {};
        const auto one = one_replicate(config, replicate_);
        if (!one) return one.problems();
        const ResultSet set = result_set_of(one.value(), {counts});
        const auto bytes = write_result_file(options_.output, set, options_.overwrite);
        return bytes ? Problems{} : bytes.problems();
    }

    int tell_stop(Problems problems) const {
        problems[0].hint = say_("er is niets bewaard; dezelfde opdracht begint opnieuw", "nothing was kept; the same command starts anew");
        return fail(problems, options_);
    }

    // A run that fails again: its error once more, and whether it is the one in the file.
    int tell_failure(Problems problems) {
        const sweep::RunRecord& run = record();
        const bool same = run.status == sweep::RunStatus::failed && run.error.starts_with(problems[0].code + ' ' + problems[0].message);
        std::string hint;
        if (same)
            hint = say_("dezelfde fout als in het bestand", "the same error as in the file");
        else if (run.status == sweep::RunStatus::failed)
            hint = fmt::format(fmt::runtime(say_("in het bestand staat een andere fout: {}", "the file has another error: {}")), run.error);
        else if (run.status == sweep::RunStatus::done)
            hint = fmt::format(fmt::runtime(say_("in het bestand slaagde deze run, met digest {}", "in the file this run succeeded, with digest {}")), run.digest);
        if (!hint.empty()) problems[0].hint = problems[0].hint.empty() ? hint : hint + "; " + problems[0].hint;
        print_problems(problems, options_);
        return exit_check_failed;
    }

    void print_outcome() const {
        if (options_.json) return print_outcome_json();
        const sweep::RunRecord& run = record();
        const bool same = digest_ == run.digest;
        if (run.status == sweep::RunStatus::missing)
            print(say_("deze run ontbreekt in het bestand\n", "this run is missing in the file\n"));
        else
            print(fmt::format("{}\n", same ? say_("dezelfde digest", "the same digest") : say_("een andere digest", "another digest")));
        if (run.status == sweep::RunStatus::failed)
            print(fmt::format(fmt::runtime(say_("  in het bestand mislukt: {}\n", "  failed in the file: {}\n")), run.error));
        else if (run.status == sweep::RunStatus::done)
            print(fmt::format(fmt::runtime(say_("  in het bestand {}\n", "  in the file {}\n")), run.digest));
        print(fmt::format(fmt::runtime(say_("  nagerekend     {}\n", "  run again   {}\n")), digest_));
        for (std::size_t a = 0; a < file_.axes.size(); ++a)
            print(fmt::format("  {} = {}\n", file_.axes[a].name, csv_cell(file_.axis_values[a][static_cast<std::size_t>(point_)])));
        if (file_.version != version())
            print(fmt::format(fmt::runtime(say_("  het bestand is van versie {}, dit programma is versie {}\n",
                                                "  the file is of version {}, this program is version {}\n")), file_.version, version()));
        if (journal_)
            print(fmt::format(fmt::runtime(say_("  {} gebeurtenissen in {}\n", "  {} events in {}\n")), journal_->events(), options_.journal));
        tell(cost_text(measure_.cost(), options_.language));
    }

    void print_outcome_json() const {
        using json::Value;
        constexpr const char* status_words[] = {"done", "failed", "missing"};
        const sweep::RunRecord& run = record();
        Value axes = Value::object();
        for (std::size_t a = 0; a < file_.axes.size(); ++a) axes.set(file_.axes[a].name, Value::of(file_.axis_values[a][static_cast<std::size_t>(point_)]));
        Value object = Value::object();
        object.set("point", Value::of(point_)).set("replicate", Value::of(replicate_)).set("axes", std::move(axes));
        object.set("digest", digest_).set("digest_in_file", run.digest).set("same", Value::of(digest_ == run.digest));
        object.set("status_in_file", status_words[static_cast<std::size_t>(run.status)]).set("error_in_file", run.error);
        object.set("file", options_.words[0]).set("output", options_.output).set("journal", options_.journal);
        object.set("events", Value::of(journal_ ? static_cast<double>(journal_->events()) : 0.0));
        object.set("households", Value::of(static_cast<double>(households_)));
        object.set("version", version()).set("version_in_file", file_.version);
        set_cost(object, measure_.cost());
        print_json(object);
    }

    const Options& options_;
    const SweepFile& file_;
    Words say_;
    Measure measure_;
    std::optional<JournalCsv> journal_;
    int point_ = 0, replicate_ = 0;
    std::string digest_;
    std::int64_t households_ = 0;
};

}  // namespace

bool asks_for_point(const Options& options) { return options.point || options.replicate || !options.journal.empty(); }

int rerun_point(const Options& options) {
    const auto file = read_sweep_head(options.words[0]);
    if (!file) return fail(file.problems(), options);
    return Rerun(options, file.value()).run();
}

}  // namespace ontkoker::cli
