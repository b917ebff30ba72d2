#include "ontkoker/sweep/runner.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>
#include <list>
#include <memory>
#include <thread>
#include <utility>

#include "ontkoker/domain/outcomes.h"
#include "ontkoker/engine/parallel.h"
#include "open_shard.h"

namespace ontkoker::sweep {
namespace {

namespace fs = std::filesystem;

// What a run that gave no result leaves as its error: bounded, so that a line of the manifest can always be read.
std::string error_text(const Problems& problems) {
    constexpr std::size_t most_problems = 3, most_bytes = 1000;
    std::string text;
    for (std::size_t i = 0; i < std::min(problems.size(), most_problems); ++i) {
        if (i > 0) text += "; ";
        text += problems[i].code + ' ' + problems[i].message;
        if (!problems[i].pointer.empty()) text += " (" + problems[i].pointer + ')';
    }
    if (problems.size() > most_problems) text += "; en nog " + std::to_string(problems.size() - most_problems);
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;   // not within a UTF-8 sign
    return text.substr(0, end) + "...";
}

// The folders that a running study writes in, which must be there and writable before anything is run.
Problems make_folders(const Study& study) {
    Problems problems;
    for (const char* sub : {"shards", "locks"}) {
        const std::string folder = (fs::path(study.folder) / sub).string();
        std::error_code error;
        fs::create_directories(folder, error);
        if (!error && ::access(folder.c_str(), W_OK | X_OK) != 0) error = {errno, std::generic_category()};
        if (error)
            problems.push_back({.code = "E0302",
                                .message = "in deze map kan niet worden geschreven: " + std::string(std::strerror(error.value())),
                                .hint = "kies een map waarin u mag schrijven; er is niets gerekend",
                                .file = folder,
                                .pointer = {}});
    }
    return problems;
}

class StudyRunner {
public:
    StudyRunner(const Study& study, const StudyRun& options)
        : study_(study), plan_(study.plan()), options_(options), limit_(options.threads),
          all_(outcome_infos(study.configs.base().parameters)) {}

    Result<StudyOutcome> run() {
        survey();
        if (!wanted_.empty() && problems_.empty()) add_problems(make_folders(study_));
        tell_progress();
        pass();
        wait_for_others();
        keep_all();
        if (!problems_.empty()) return problems_;
        if (halted_ && (!wanted_.empty() || !held_.empty() || !open_.empty())) return stopped();
        std::sort(outcome_.failures.begin(), outcome_.failures.end(), [](const RunFailure& a, const RunFailure& b) {
            return std::pair(a.point, a.replicate) < std::pair(b.point, b.replicate);
        });
        return outcome_;
    }

private:
    // A shard, and one of its runs; none when it is only to be written.
    struct Job {
        std::shared_ptr<OpenShard> shard;
        std::optional<OpenShard::Next> next;
    };


    // Sorts out what there is to do. A foreign shard ends everything before anything is run.
    void survey() {
        for (int shard = options_.task - 1; shard < plan_.shards(); shard += options_.tasks) {
            ++outcome_.shards;
            outcome_.points += plan_.points_in(shard);
            if (halt_asked()) {
                wanted_.push_back(shard);
                continue;
            }
            const auto look = look_at_shard(study_, shard);
            if (!look || look.value().state == ShardState::foreign) {
                const Problems& why = look ? look.value().problems : look.problems();
                problems_.insert(problems_.end(), why.begin(), why.end());
            } else if (look.value().state == ShardState::whole && !to_retry(*look.value().line)) {
                count_whole(*look.value().line);
            } else {
                wanted_.push_back(shard);
            }
        }
        outcome_.runs = outcome_.points * plan_.replicates;
        if (!problems_.empty()) halted_ = true;
    }

    bool to_retry(const ShardLine& line) const { return options_.retry_failed && line.failed_runs > 0; }

    void count_whole(const ShardLine& line) {
        outcome_.done += line.runs - line.failed_runs;
        outcome_.failed += line.failed_runs;
        outcome_.failures.insert(outcome_.failures.end(), line.failures.begin(), line.failures.end());
        finished_ += line.runs;
    }

    // Runs everything that no other process holds; those that one does end up in held_.
    void pass() {
        if (halted_) return;
        const Config& base = study_.configs.base();
        std::int64_t runs = 0;
        for (const int shard : wanted_) runs += static_cast<std::int64_t>(plan_.points_in(shard)) * plan_.replicates;
        const std::int64_t side_by_side = fills_the_cores(base) ? 1 : std::min<std::int64_t>(options_.threads, runs);
        for_each_task(static_cast<std::size_t>(std::max<std::int64_t>(side_by_side, 1)), [this](std::size_t) {
            while (const auto job = next()) run_job(*job);
        });
    }

    // Comes back to shards that others held: what is still missing when they let go is run here.
    void wait_for_others() {
        bool told = false;
        while (!held_.empty() && !halt_asked()) {
            if (!told && options_.waiting) options_.waiting(held_.front());
            told = true;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            wanted_.assign(held_.begin(), held_.end());
            held_.clear();
            pass();
        }
    }

    bool halt_asked() {
        if (options_.stop && options_.stop->load(std::memory_order_relaxed)) halted_ = true;
        return halted_;
    }

    std::optional<Job> next() {
        const Hold hold(mutex_);
        for (;;) {
            if (halt_asked()) return std::nullopt;
            if (giving_ && giving_->has_next()) return Job{giving_, giving_->next()};
            giving_.reset();
            if (wanted_.empty()) return std::nullopt;
            const int shard = wanted_.front();
            wanted_.pop_front();
            auto opened = open(shard);
            if (!opened) {
                add_problems(opened.problems());
                wanted_.push_front(shard);
                return std::nullopt;
            }
            giving_ = std::move(opened.value());
            if (giving_ && !giving_->has_next()) return Job{giving_, std::nullopt};   // all its runs were in a part
        }
    }

    // The shard ready to be run; null when another process holds it or it turns out to be there.
    Result<std::shared_ptr<OpenShard>> open(int shard) {
        auto lock = Lock::take(study_.lock_path(shard));
        if (!lock) return lock.problems();
        const bool was_held = std::find(waited_.begin(), waited_.end(), shard) != waited_.end();
        if (lock.value().state() == Lock::State::others) {
            held_.push_back(shard);
            if (!was_held) waited_.push_back(shard);
            return std::shared_ptr<OpenShard>();
        }
        if (lock.value().state() == Lock::State::ours) clear_leftovers(study_, shard);
        else if (options_.no_locks && !std::exchange(told_no_locks_, true)) options_.no_locks();
        auto line = what_stands(shard);
        if (!line) return line.problems();
        // Whoever held it may just have run the failed ones again, too.
        const bool again = line.value() && to_retry(*line.value()) && !was_held;
        if (!line.value() || again) return begin(shard, std::move(lock.value()), again);
        count_whole(*line.value());
        return std::shared_ptr<OpenShard>();
    }

    // The line of a shard that is there; nothing when it is to be run, with whatever stood in its place out of the way.
    Result<std::optional<ShardLine>> what_stands(int shard) {
        std::optional<ShardLine> line;
        std::error_code error;
        if (!fs::exists(fs::symlink_status(study_.shard_path(shard), error))) return line;
        const Hold hold(files_);
        auto look = look_at_shard(study_, shard);
        if (!look) return look.problems();
        if (look.value().state == ShardState::foreign) return look.value().problems;
        if (look.value().unlisted) {
            auto listed = list_shard(study_, shard);
            if (!listed) return listed.problems();
            return std::optional(std::move(listed.value()));
        }
        if (look.value().state == ShardState::damaged) {
            const Problems problems = put_aside(study_.shard_path(shard), look.value().problems.front());
            if (!problems.empty()) return problems;
        }
        return std::move(look.value().line);
    }

    Result<std::shared_ptr<OpenShard>> begin(int shard, Lock lock, bool again) {
        Block block;
        if (again) {
            const Hold hold(files_);
            auto read = read_shard(study_, shard);
            if (!read) return read.problems();
            block = std::move(read.value());
            for (RunRecord& run : block.runs)
                if (run.status == RunStatus::failed) run = {};
        } else {
            block = empty_block(plan_, study_.head.kept, plan_.first_point(shard), plan_.points_in(shard));
        }
        auto kept = read_part(study_, shard);
        if (!kept) {
            const Problem why{.code = "E0612",
                              .message = "deze bewaarde runs zijn beschadigd of horen bij een andere studie",
                              .hint = "ze worden opnieuw gerekend",
                              .file = study_.part_path(shard),
                              .pointer = {}};
            if (Problems problems = put_aside(study_.part_path(shard), why); !problems.empty()) return problems;
            kept.emplace();
        }
        if (options_.retry_failed)
            std::erase_if(*kept, [](const PartRun& run) { return run.record.status == RunStatus::failed; });
        open_.push_back(std::make_shared<OpenShard>(study_, shard, std::move(lock), std::move(block), again));
        open_.back()->take(*kept);
        open_.back()->begin();
        finished_ += open_.back()->finished();
        return open_.back();
    }

    Problems put_aside(const std::string& path, const Problem& why) {
        const auto to = set_aside(path);
        if (!to) return to.problems();
        if (options_.set_aside) options_.set_aside(why, to.value());
        return {};
    }

    void run_job(const Job& job) {
        if (!job.next) return write(*job.shard);
        OpenShard& shard = *job.shard;
        const int replicate = job.next->replicate;
        std::call_once(job.next->config->once, [&] {
            job.next->config->config.emplace(study_.configs.at(shard.block().first_point + job.next->point));
        });
        const Result<Config>& config = *job.next->config->config;
        std::int64_t told = 0;
        auto counts = config ? run_one(config.value(), replicate, told) : Result<ReplicateCounts>(config.problems());
        if (!counts && counts.problems().front().code == "E0499") return;
        const bool whole = counts ? shard.put(all_, *job.next, counts.value(), digest_of_run(config.value().effective, replicate, counts.value()))
                                  : shard.fail(*job.next, error_text(counts.problems()));
        {
            const Hold hold(mutex_);
            ++finished_;
            ++outcome_.runs_made;
            going_ -= told;
        }
        tell_progress();
        if (whole) return write(shard);
        Problems problems = shard.keep(options_.keep_seconds);
        const Hold hold(mutex_);
        add_problems(std::move(problems));
    }

    // `told`: millionths of this run that have been added to going_.
    Result<ReplicateCounts> run_one(const Config& config, int replicate, std::int64_t& told) {
        RunOptions run;
        run.grain = options_.grain;
        run.stop = &halted_;
        run.progress = [&](std::int64_t done, std::int64_t total) {
            const std::int64_t now = std::min<std::int64_t>(1'000'000, 1'000'000 * done / std::max<std::int64_t>(total, 1));
            going_ += now - std::exchange(told, now);
            halt_asked();
            tell_progress();
        };
        return options_.run ? options_.run(config, replicate, run) : run_single(config, replicate, run);
    }

    // Whoever finds another telling goes on with its work.
    void tell_progress() {
        if (!options_.progress || !mutex_.try_lock()) return;
        options_.progress(finished_ + 1e-6 * static_cast<double>(going_.load()), finished_, outcome_.runs);
        mutex_.unlock();
    }

    void write(OpenShard& shard) {
        const int number = shard.number();
        auto line = [&] {
            const Hold hold(files_);
            auto stored = store_shard(study_, number, shard.block(), shard.again());
            if (stored || stored.problems().front().code != "E0301") return stored;
            // Without locks another process may have been first: the same bytes.
            const auto look = look_at_shard(study_, number);
            if (look && look.value().unlisted) return list_shard(study_, number);
            if (look && look.value().line) return Result<ShardLine>(*look.value().line);
            return stored;
        }();
        std::error_code ignored;
        if (line) fs::remove(study_.part_path(number), ignored);
        const Hold hold(mutex_);
        if (!line) return add_problems(line.problems());
        finished_ -= line.value().runs;
        count_whole(line.value());
        ++outcome_.shards_written;
        open_.remove_if([&](const auto& one) { return one.get() == &shard; });
    }

    // With mutex_ held.
    void add_problems(Problems problems) {
        if (problems.empty()) return;
        halted_ = true;
        problems_.insert(problems_.end(), problems.begin(), problems.end());
    }

    // After the last thread has ended: whatever is finished of shards that are not whole is kept.
    void keep_all() {
        for (const auto& shard : open_) {
            const Problems problems = shard->keep(0, true);
            if (problems_.empty()) problems_ = problems;   // one full disk is told once
        }
    }

    Problems stopped() const {
        return {{.code = "E0499",
                 .message = "gestopt op verzoek",
                 .hint = std::to_string(finished_) + " van " + std::to_string(outcome_.runs) +
                         " runs zijn bewaard; dezelfde opdracht gaat daarna verder",
                 .file = study_.folder,
                 .pointer = {}}};
    }

    const Study& study_;
    const Plan& plan_;
    const StudyRun& options_;
    ThreadLimit limit_;
    std::vector<OutcomeInfo> all_;

    Mutex mutex_;   // over everything below but the atomics
    Mutex files_;   // the HDF5 library is called from one thread at a time
    std::deque<int> wanted_;
    std::vector<int> held_, waited_;                // by other processes: now, ever
    std::list<std::shared_ptr<OpenShard>> open_;
    std::shared_ptr<OpenShard> giving_;                   // whose runs are being handed out
    StudyOutcome outcome_;
    Problems problems_;
    int finished_ = 0;                              // runs
    bool told_no_locks_ = false;
    std::atomic<std::int64_t> going_{0};            // millionths of runs that are going on
    std::atomic<bool> halted_{false};
};

}  // namespace

Result<StudyOutcome> run_study(const Study& study, const StudyRun& options) { return StudyRunner(study, options).run(); }

}  // namespace ontkoker::sweep
