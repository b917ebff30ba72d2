#include "ontkoker/run/ensemble.h"

#include <algorithm>

#include "ontkoker/domain/outcomes.h"
#include "ontkoker/engine/parallel.h"
#include "replicate.h"

namespace ontkoker {
namespace {

// Above this many households a run fills the cores by itself; replicates then run one after another.
constexpr double households_for_inner_threads = 100000;

class Ensemble {
public:
    Ensemble(const Config& config, const RunOptions& options)
        : config_(config), options_(options), limit_(options.threads), replicates_(config.run.replicates),
          total_(steps_per_replicate(config) * config.run.replicates) {
        side_by_side_ = !fills_the_cores(config) && !options.times && options.threads > 1 && replicates_ > 1;
        finished_.resize(static_cast<std::size_t>(replicates_));
    }

    Result<ResultSet> run() {
        for (int r = 0; r < replicates_ && options_.store; ++r) {
            finished_[static_cast<std::size_t>(r)] = options_.store->load(r);
            if (finished_[static_cast<std::size_t>(r)]) done_ += steps_per_replicate(config_);
        }
        std::vector<int> todo;
        for (int r = 0; r < replicates_; ++r)
            if (!finished_[static_cast<std::size_t>(r)]) todo.push_back(r);
        if (side_by_side_) {
            for_each_task(todo.size(), [&](std::size_t at) { run_one(todo[at]); });
        } else {
            for (const int replicate : todo) run_one(replicate);
        }
        if (!problems_.empty()) return problems_;
        return assemble();
    }

private:
    void run_one(int replicate) {
        if (failed_) return;
        RunControl control{config_, options_, options_.grain, &done_, {}, nullptr};
        if (options_.progress) control.tick = [this] { tell_progress(); };
        auto result = run_replicate(replicate, control);
        const Hold hold(mutex_);
        if (!result) {
            problems_.insert(problems_.end(), result.problems().begin(), result.problems().end());
        } else {
            auto& slot = finished_[static_cast<std::size_t>(replicate)];
            slot = std::move(result.value());
            if (options_.store)
                for (const Problem& problem : options_.store->save(replicate, *slot)) problems_.push_back(problem);
        }
        failed_ = !problems_.empty();
    }

    // Whoever finds another telling goes on with its work.
    void tell_progress() {
        if (!mutex_.try_lock()) return;
        options_.progress(done_.load(std::memory_order_relaxed), total_);
        mutex_.unlock();
    }

    // Replicates in order, whatever the order in which they ended.
    ResultSet assemble() const {
        ResultSet set;
        set.outcomes = outcome_infos(config_.parameters);
        for (const Scenario& scenario : config_.scenarios) set.scenarios.push_back(scenario.name);
        set.replicates = replicates_;
        set.start_year = config_.run.start_year;
        set.months = 12 * config_.run.years;
        set.municipality = config_.municipality.name;
        set.households = finished_.front()->households;
        set.effective_config = config_.effective;
        set.version = version();
        for (std::size_t o = 0; o < set.outcomes.size(); ++o) {
            set.counts.push_back(interleave(set, o, &ReplicateCounts::counts));
            set.denominators.push_back(interleave(set, o, &ReplicateCounts::denominators));
        }
        set.digest = digest_of(set);
        return set;
    }

    std::vector<std::int64_t> interleave(const ResultSet& set, std::size_t o,
                                         std::vector<std::vector<std::int64_t>> ReplicateCounts::* arrays) const {
        std::vector<std::int64_t> all;
        const std::size_t block = static_cast<std::size_t>(set.months) * set.outcomes[o].parts.size();
        for (std::size_t s = 0; s < set.scenarios.size(); ++s)
            for (const auto& replicate : finished_) {
                const auto& one = ((*replicate).*arrays)[o];
                if (one.empty()) return {};
                all.insert(all.end(), one.begin() + static_cast<std::ptrdiff_t>(s * block),
                           one.begin() + static_cast<std::ptrdiff_t>((s + 1) * block));
            }
        return all;
    }

    const Config& config_;
    const RunOptions& options_;
    ThreadLimit limit_;
    int replicates_;
    bool side_by_side_ = false;   // replicates at the same time, each on one thread
    std::int64_t total_;
    Mutex mutex_;                 // over finished_, problems_, the store and the progress line
    std::atomic<bool> failed_{false};
    std::atomic<std::int64_t> done_{0};
    std::vector<std::optional<ReplicateCounts>> finished_;
    Problems problems_;
};

}  // namespace

bool fills_the_cores(const Config& config) {
    return config.municipality.households / config.run.sample >= households_for_inner_threads;
}

Result<ResultSet> run_ensemble(const Config& config, const RunOptions& options) { return Ensemble(config, options).run(); }

Result<ReplicateCounts> run_single(const Config& config, int replicate, const RunOptions& options) {
    std::atomic<std::int64_t> done{0};
    const std::int64_t total = steps_per_replicate(config);
    RunControl control{config, options, options.grain, &done, {}, nullptr};
    if (options.progress) control.tick = [&] { options.progress(done.load(std::memory_order_relaxed), total); };
    return run_replicate(replicate, control);
}

const char* version() { return "0.1.0"; }

}  // namespace ontkoker
