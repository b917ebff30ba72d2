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
            finished_[static_cast<std::size_t>(r)] = options_.store->load(config_.run.first_replicate + r);
            if (finished_[static_cast<std::size_t>(r)]) done_ += steps_per_replicate(config_);
        }
        std::vector<int> missing;
        for (int r = 0; r < replicates_; ++r)
            if (!finished_[static_cast<std::size_t>(r)]) missing.push_back(r);
        if (side_by_side_) {
            for_each_task(missing.size(), [&](std::size_t at) { run_one(missing[at]); });
        } else {
            for (const int place : missing) run_one(place);
        }
        if (!problems_.empty()) return problems_;
        std::vector<ReplicateCounts> replicates;   // in order, whatever the order in which they ended
        for (auto& one : finished_) replicates.push_back(std::move(*one));
        return result_set_of(config_, replicates);
    }

private:
    // `place`: that of the replicate among those of the configuration.
    void run_one(int place) {
        if (failed_) return;
        RunControl control{config_, options_, options_.grain, &done_, {}, nullptr};
        if (options_.progress) control.tick = [this] { tell_progress(); };
        const int replicate = config_.run.first_replicate + place;
        auto result = run_replicate(replicate, control);
        const Hold hold(mutex_);
        if (!result) {
            problems_.insert(problems_.end(), result.problems().begin(), result.problems().end());
        } else {
            auto& slot = finished_[static_cast<std::size_t>(place)];
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

// One array of all replicates: scenario by scenario, and in each replicate by replicate.
std::vector<std::int64_t> interleaved(const ResultSet& set, std::size_t o, const std::vector<ReplicateCounts>& replicates,
                                      std::vector<std::vector<std::int64_t>> ReplicateCounts::* arrays) {
    std::vector<std::int64_t> all;
    const std::size_t block = static_cast<std::size_t>(set.months) * set.outcomes[o].parts.size();
    for (std::size_t s = 0; s < set.scenarios.size(); ++s)
        for (const ReplicateCounts& replicate : replicates) {
            const auto& one = (replicate.*arrays)[o];
            if (one.empty()) return {};
            all.insert(all.end(), one.begin() + static_cast<std::ptrdiff_t>(s * block),
                       one.begin() + static_cast<std::ptrdiff_t>((s + 1) * block));
        }
    return all;
}

}  // namespace

ResultSet result_set_of(const Config& config, const std::vector<ReplicateCounts>& replicates) {
    ResultSet set;
    set.outcomes = outcome_infos(config.parameters);
    for (const Scenario& scenario : config.scenarios) set.scenarios.push_back(scenario.name);
    set.replicates = config.run.replicates;
    set.first_replicate = config.run.first_replicate;
    set.start_year = config.run.start_year;
    set.months = 12 * config.run.years;
    set.municipality = config.municipality.name;
    set.households = replicates.front().households;
    set.effective_config = config.effective;
    set.version = version();
    for (std::size_t o = 0; o < set.outcomes.size(); ++o) {
        set.counts.push_back(interleaved(set, o, replicates, &ReplicateCounts::counts));
        set.denominators.push_back(interleaved(set, o, replicates, &ReplicateCounts::denominators));
    }
    set.digest = digest_of(set);
    return set;
}

bool fills_the_cores(const Config& config) {
    return config.municipality.households / config.run.sample >= households_for_inner_threads;
}

Result<ResultSet> run_ensemble(const Config& config, const RunOptions& options) { return Ensemble(config, options).run(); }

Result<ReplicateCounts> run_single(const Config& config, int replicate, const RunOptions& options) {
    return run_watched(config, replicate, options, nullptr);
}

const char* version() { return "0.1.0"; }

}  // namespace ontkoker
