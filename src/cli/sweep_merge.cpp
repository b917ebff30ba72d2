// ontkoker sweep merge: the shards of a study as one HDF5 file.
#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "interrupt.h"
#include "ontkoker/sweep/study.h"
#include "output.h"
#include "progress.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// "3, 7-12, 20": what is missing can be thousands.
std::string ranges_text(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
        text += (text.empty() ? "" : ", ") + std::to_string(numbers[i]);
        if (end - i > 1) text += "-" + std::to_string(numbers[end - 1]);
        i = end;
    }
    return text;
}

class Merge {
public:
    Merge(const Options& options, const sweep::Study& study)
        : options_(options), study_(study), say_{options.language}, progress_(options.quiet, options.language), stop_(stop_on_signal()) {}

    int run() {
        if (Problems problems = look(); !problems.empty()) return fail(problems, options_);
        if (!left_out_.empty() && !options_.partial) return refuse();
        const auto bytes = write();
        progress_.end();
        if (!bytes) return fail(bytes.problems(), options_);
        for (const Problem& problem : broken_) tell(fmt::format("{}: {}: {}", problem.file, problem.code, problem.message));
        print_outcome(bytes.value());
        return exit_ok;
    }

private:
    int shards() const { return study_.plan().shards(); }

    // How every shard stands; reads all of them.
    Problems look() {
        for (int shard = 0; shard < shards(); ++shard) {
            const auto seen = sweep::look_at_shard(study_, shard);
            if (!seen) return seen.problems();
            const sweep::ShardState state = seen.value().state;
            if (state == sweep::ShardState::absent) absent_.push_back(shard);
            if (state != sweep::ShardState::whole) left_out_.push_back(shard);
            broken_.insert(broken_.end(), seen.value().problems.begin(), seen.value().problems.end());
            progress_.at(shard + 1, 2 * shards());
            if (stop_.load(std::memory_order_relaxed)) return stopped();
        }
        return {};
    }

    // Everything that is missing, damaged or foreign, and what to do about it.
    int refuse() {
        progress_.end();
        Problems problems = broken_;
        int points = 0;
        for (const int shard : absent_) points += study_.plan().points_in(shard);
        if (!absent_.empty())
            problems.push_back(
                {.code = "E0604",
                 .message = fmt::format(fmt::runtime(say_("{} van de {} delen ontbreken, met {} punten: deel {}", "{} of {} shards are missing, with {} points: shard {}")),
                                        absent_.size(), shards(), points, ranges_text(absent_)),
                 .hint = fmt::format(fmt::runtime(say_("ontkoker sweep run {} rekent verder; met --partial wordt samengevoegd wat er is",
                                                       "ontkoker sweep run {} goes on; --partial merges what is there")),
                                     study_.folder),
                 .file = study_.folder, .pointer = {}});
        print_problems(problems, options_);
        return broken_.empty() ? exit_usage : exit_file;
    }

    Result<std::int64_t> write() {
        const sweep::Plan& plan = study_.plan();
        MergeInput input;
        input.head = &study_.head;
        input.partial = !left_out_.empty();
        input.digest_of = [&](const std::vector<sweep::RunRecord>& runs) {
            count(runs);
            return digest_ = sweep::digest_of_sweep(plan, runs);
        };
        input.block = [&](int shard) -> Result<sweep::Block> {
            if (stop_.load(std::memory_order_relaxed)) return stopped();
            if (!is_left_out(shard)) return sweep::read_shard(study_, shard);
            return sweep::empty_block(plan, study_.head.kept, plan.first_point(shard), plan.points_in(shard));
        };
        input.progress = [&](int done, int total) { progress_.at(total + done, 2 * total); };
        if (!options_.virtual_view) return write_merged_file(options_.output, input, options_.overwrite);
        std::vector<std::string> paths;
        for (int shard = 0; shard < shards(); ++shard) paths.push_back(is_left_out(shard) ? "" : study_.shard_path(shard));
        return write_virtual_file(options_.output, input, paths, options_.overwrite);
    }

    bool is_left_out(int shard) const { return std::binary_search(left_out_.begin(), left_out_.end(), shard); }

    Problems stopped() const {
        return {{.code = "E0499", .message = std::string(say_("gestopt op verzoek; er is niets geschreven", "stopped on request; nothing was written")),
                 .hint = {}, .file = options_.output, .pointer = {}}};
    }

    // A point is done when all its runs are; failed or missing when one of them is.
    void count(const std::vector<sweep::RunRecord>& runs) {
        const auto replicates = static_cast<std::size_t>(study_.plan().replicates);
        for (std::size_t first = 0; first < runs.size(); first += replicates) {
            std::array<int, 3> here{};
            for (std::size_t i = first; i < first + replicates; ++i) ++here[static_cast<std::size_t>(runs[i].status)];
            for (std::size_t s = 0; s < here.size(); ++s) runs_[s] += here[s];
            points_[0] += here[0] == static_cast<int>(replicates);
            points_[1] += here[1] > 0;
            points_[2] += here[2] > 0;
        }
    }

    void print_outcome(std::int64_t bytes) const {
        const sweep::Plan& plan = study_.plan();
        if (options_.json) return print_outcome_json(bytes);
        print(fmt::format(fmt::runtime(say_("{}: {} punten, {} runs; {} mislukt, {} ontbreken\nDigest {}\nBestand {} ({} bytes)\n",
                                            "{}: {} points, {} runs; {} failed, {} missing\nDigest {}\nFile {} ({} bytes)\n")),
                          plan.name, plan.count(), plan.runs(), runs_[1], runs_[2], digest_, options_.output, bytes));
        tell(cost_text(measure_.cost(), options_.language));
        tell(fmt::format(fmt::runtime(say_("Verder: ontkoker export {} -o tabel.csv", "Next: ontkoker export {} -o table.csv")), options_.output));
    }

    void print_outcome_json(std::int64_t bytes) const {
        using json::Value;
        const sweep::Plan& plan = study_.plan();
        Value left_out = Value::array();
        for (const int shard : left_out_) left_out.push(Value::of(shard));
        Value object = Value::object();
        object.set("digest", digest_).set("plan_digest", plan.digest).set("study", plan.name);
        object.set("file", options_.output).set("bytes", Value::of(static_cast<double>(bytes)));
        object.set("points", Value::of(plan.count())).set("done", Value::of(points_[0]));
        object.set("failed", Value::of(points_[1])).set("missing", Value::of(points_[2]));
        object.set("runs", Value::of(plan.runs())).set("done_runs", Value::of(runs_[0]));
        object.set("failed_runs", Value::of(runs_[1])).set("missing_runs", Value::of(runs_[2]));
        object.set("partial", Value::of(!left_out_.empty())).set("virtual", Value::of(options_.virtual_view));
        object.set("left_out_shards", std::move(left_out));
        set_cost(object, measure_.cost());
        print_json(object);
    }

    const Options& options_;
    const sweep::Study& study_;
    Words say_;
    Progress progress_;
    const std::atomic<bool>& stop_;
    Measure measure_;
    std::vector<int> absent_, left_out_;   // absent, damaged or foreign
    Problems broken_;                      // damaged or foreign
    std::string digest_;
    std::array<int, 3> runs_{}, points_{};   // done, failed, missing
};

}  // namespace

int sweep_merge_command(const Options& options) {
    const auto study = sweep::open_study(options.words[0]);
    if (!study) return fail(study.problems(), options);
    if (const Problems refused = refusals({options.output}, options); !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    if (Problems problems = make_folder(folder_of(options.output)); !problems.empty()) return fail(problems, options);
    return Merge(options, study.value()).run();
}

}  // namespace ontkoker::cli
