#include "ontkoker/run/explanation.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "ontkoker/core/units.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/engine/parallel.h"
#include "replicate.h"

namespace ontkoker {
namespace {

constexpr double millionths = 1e6;

// What is kept of a replicate: counts[0] and denominators[0] have index measure * arms + arm.
ReplicateCounts reduced(const ReplicateCounts& full, const Config& arms, const std::vector<Measured>& measures,
                        const std::vector<OutcomeInfo>& infos) {
    const int months = 12 * arms.run.years;
    ReplicateCounts kept;
    kept.households = full.households;
    kept.counts.emplace_back();
    kept.denominators.emplace_back();
    for (const Measured& measured : measures) {
        const OutcomeInfo& info = infos[measured.outcome];
        const std::vector<int> cells = parts_within(info, measured.part);
        const int first = info.over_time == OverTime::last ? months - 1 : 0;
        const auto sum = [&](const std::vector<std::int64_t>& array, std::size_t arm) {
            std::int64_t all = 0;
            for (int month = first; month < months && !array.empty(); ++month)
                for (const int cell : cells)
                    all += array[(arm * static_cast<std::size_t>(months) + static_cast<std::size_t>(month)) *
                                     info.parts.size() +
                                 static_cast<std::size_t>(cell)];
            return all;
        };
        for (std::size_t arm = 0; arm < arms.scenarios.size(); ++arm) {
            kept.counts[0].push_back(sum(full.counts[measured.outcome], arm));
            kept.denominators[0].push_back(sum(full.denominators[measured.outcome], arm));
        }
    }
    return kept;
}

class Arms {
public:
    Arms(const Config& config, const std::vector<Measured>& measures, const RunOptions& options)
        : config_(config), measures_(measures), options_(options), limit_(options.threads),
          infos_(outcome_infos(config.parameters)), kept_(static_cast<std::size_t>(config.run.replicates)),
          side_by_side_(static_cast<std::size_t>(std::max(1, std::min(options.threads, config.run.replicates)))) {}

    Result<Counted> run() {
        std::vector<int> missing;
        for (int r = 0; r < config_.run.replicates; ++r) {
            auto& slot = kept_[static_cast<std::size_t>(r)];
            if (options_.store) slot = options_.store->load(r);
            if (slot)
                done_ += steps_per_replicate(config_);
            else
                missing.push_back(r);
        }
        for (std::size_t at = 0; at < missing.size() && problems_.empty(); at += side_by_side_)
            run_batch({missing.begin() + static_cast<std::ptrdiff_t>(at),
                       missing.begin() + static_cast<std::ptrdiff_t>(std::min(missing.size(), at + side_by_side_))});
        if (!problems_.empty()) return problems_;
        Counted counted{measures_.size(), config_.scenarios.size(), config_.run.replicates, {}, {}};
        for (const auto& kept : kept_) {
            counted.counts.insert(counted.counts.end(), kept->counts[0].begin(), kept->counts[0].end());
            counted.denominators.insert(counted.denominators.end(), kept->denominators[0].begin(),
                                        kept->denominators[0].end());
        }
        return counted;
    }

private:
    void run_batch(const std::vector<int>& batch) {
        std::vector<Problems> problems(batch.size());
        for_each_task(batch.size(), [&](std::size_t at) {
            RunControl control{config_, options_, options_.grain, &done_, {}, nullptr};
            if (at == 0 && options_.progress)
                control.tick = [this] { options_.progress(done_.load(std::memory_order_relaxed), steps_of(config_)); };
            auto full = run_replicate(batch[at], control);
            if (full)
                kept_[static_cast<std::size_t>(batch[at])] = reduced(full.value(), config_, measures_, infos_);
            else
                problems[at] = full.problems();
        });
        for (std::size_t at = 0; at < batch.size(); ++at) {
            if (problems[at].empty() && options_.store)
                problems[at] = options_.store->save(batch[at], *kept_[static_cast<std::size_t>(batch[at])]);
            problems_.insert(problems_.end(), problems[at].begin(), problems[at].end());
        }
    }

    const Config& config_;
    const std::vector<Measured>& measures_;
    const RunOptions& options_;
    ThreadLimit limit_;
    std::vector<OutcomeInfo> infos_;
    std::vector<std::optional<ReplicateCounts>> kept_;
    std::size_t side_by_side_;
    std::atomic<std::int64_t> done_{0};
    Problems problems_;
};

void name(ComparedNumber& number, const Config& config, const Measured& measured, const OutcomeInfo& info) {
    number.name = info.name;
    number.unit = info.unit;
    number.split = measured.part < 0 ? std::string() : part_identifier(info, measured.part);
    number.period = period_text(config.run.start_year, 0, 12 * config.run.years);
    number.scenario = config.scenarios[1].name;
}

}  // namespace

std::vector<int> differing_levers(const Config& config) {
    std::vector<int> levers;
    std::vector<bool> differs(lever_rows().size());
    const Month first = Month::of(config.run.start_year, 1);
    for (int m = 0; m < 12 * config.run.years; ++m) {
        const Month month{first.index + m};
        const auto a = lever_values(config.scenarios[0], month), b = lever_values(config.scenarios[1], month);
        for (std::size_t lever = 0; lever < differs.size(); ++lever)
            if (a[lever] != b[lever]) differs[lever] = true;
    }
    for (std::size_t lever = 0; lever < differs.size(); ++lever)
        if (differs[lever]) levers.push_back(static_cast<int>(lever));
    return levers;
}

Scenario with_levers_of(const Config& config, const std::vector<int>& levers, Players set) {
    const auto moved = [&](const Change& change) {
        const auto at = std::find(levers.begin(), levers.end(), change.lever);
        return at != levers.end() && (set >> (at - levers.begin()) & 1) != 0;
    };
    Scenario mixed = config.scenarios[0];
    std::erase_if(mixed.changes, moved);
    std::copy_if(config.scenarios[1].changes.begin(), config.scenarios[1].changes.end(),
                 std::back_inserter(mixed.changes), moved);
    std::stable_sort(mixed.changes.begin(), mixed.changes.end(),
                     [](const Change& a, const Change& b) { return a.from.index < b.from.index; });
    mixed.name = "set-" + std::to_string(set);
    return mixed;
}

Config arms_of(const Config& config, const std::vector<int>& levers, const std::vector<Players>& sets,
               const std::vector<Measured>& measures) {
    Config arms = config;
    arms.scenarios.clear();
    arms.effective += "\nexplain " + config.scenarios[0].name + ' ' + config.scenarios[1].name;
    for (const Players set : sets) {
        arms.scenarios.push_back(with_levers_of(config, levers, set));
        arms.effective += ' ' + std::to_string(set);
    }
    for (const Measured& measured : measures)
        arms.effective += ' ' + std::to_string(measured.outcome) + '/' + std::to_string(measured.part);
    return arms;
}

Result<Counted> count_arms(const Config& arms, const std::vector<Measured>& measures, const RunOptions& options) {
    return Arms(arms, measures, options).run();
}

std::int64_t steps_of(const Config& config) { return steps_per_replicate(config) * config.run.replicates; }

WholeValues whole_values(const Counted& counted, std::size_t measure, const OutcomeInfo& info, int months) {
    WholeValues whole;
    const bool ratio = info.over_time == OverTime::ratio;
    whole.per = ratio ? millionths : info.divisor * (info.over_time == OverTime::mean ? months : 1);
    for (int r = 0; r < counted.replicates; ++r) {
        std::vector<std::int64_t> arms;
        for (std::size_t arm = 0; arm < counted.arms; ++arm) {
            const std::size_t at = counted.index(r, measure, arm);
            if (!ratio) {
                arms.push_back(counted.counts[at]);
            } else if (counted.denominators[at] != 0) {
                arms.push_back(nearest(static_cast<double>(counted.counts[at]) /
                                       static_cast<double>(counted.denominators[at]) / info.divisor * millionths));
            }
        }
        if (arms.size() == counted.arms) whole.values.push_back(std::move(arms));
    }
    return whole;
}

ComparedNumber ends_of(const Config& config, const Counted& counted, const std::vector<Measured>& measures,
                       std::size_t measure, const OutcomeInfo& info) {
    const WholeValues whole = whole_values(counted, measure, info, 12 * config.run.years);
    std::vector<double> a, b;
    for (const auto& arms : whole.values) {
        a.push_back(static_cast<double>(arms.front()) / whole.per);
        b.push_back(static_cast<double>(arms.back()) / whole.per);
    }
    ComparedNumber number = compare_pairs(a, b);
    name(number, config, measures[measure], info);
    return number;
}

Waterfall waterfall_of(const Config& config, const std::vector<int>& levers, const Sharing& sharing,
                       const Counted& counted, const std::vector<Measured>& measures, std::size_t measure,
                       const OutcomeInfo& info) {
    const WholeValues whole = whole_values(counted, measure, info, 12 * config.run.years);
    Waterfall fall{measures[measure], ends_of(config, counted, measures, measure, info), {}, true};
    std::vector<std::vector<double>> parts(levers.size());
    for (const auto& arms : whole.values) {
        const Shares shares = shares_of(sharing, arms);
        std::int64_t sum = 0;
        for (std::size_t lever = 0; lever < levers.size(); ++lever) {
            sum += shares.parts[lever];
            parts[lever].push_back(static_cast<double>(shares.parts[lever]) / static_cast<double>(shares.whole) / whole.per);
        }
        fall.adds_up = fall.adds_up && sum == shares.whole * (arms.back() - arms.front());
    }
    const std::vector<double> errors = order_errors(sharing, whole.values);
    const std::vector<double> nothing(whole.values.size(), 0.0);
    for (std::size_t lever = 0; lever < levers.size(); ++lever) {
        Bar bar{std::string(lever_rows()[static_cast<std::size_t>(levers[lever])].name),
                compare_pairs(nothing, parts[lever]), errors[lever] / whole.per};
        name(bar.share, config, measures[measure], info);
        fall.bars.push_back(std::move(bar));
    }
    std::stable_sort(fall.bars.begin(), fall.bars.end(), [](const Bar& a, const Bar& b) {
        return std::fabs(a.share.difference) > std::fabs(b.share.difference);
    });
    return fall;
}

}  // namespace ontkoker
