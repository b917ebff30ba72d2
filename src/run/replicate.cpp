#include "replicate.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ontkoker/domain/governing.h"
#include "ontkoker/domain/laws.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/domain/services.h"
#include "ontkoker/domain/step.h"
#include "ontkoker/population/population.h"

namespace ontkoker {
namespace {

constexpr int year_of_steps = 52;

class Replicate {
public:
    Replicate(int number, const RunControl& control)
        : number_(number), control_(control), times_(control.options.times), config_(control.config),
          calendar_(config_.run.start_year),
          draws_(config_.run.seed, static_cast<std::uint32_t>(number)), processes_(processes_without(config_.run.off)),
          infos_(outcome_infos(config_.parameters)), months_(12 * config_.run.years) {
        for (const OutcomeInfo& info : infos_) {
            const std::size_t cells = config_.scenarios.size() * static_cast<std::size_t>(months_) * info.parts.size();
            result_.counts.emplace_back(cells);
            result_.denominators.emplace_back(info.over_time == OverTime::ratio ? cells : 0);
        }
    }

    Result<ReplicateCounts> run() {
        World world = measured_as(times_, "population", [&] {
            return build_population(config_.municipality, config_.parameters, draws_, config_.run.sample);
        });
        for (const std::uint8_t occupied : world.households.occupied) result_.households += occupied;
        world.ledger.pay(Account::outside, Account::households, Cents(world.total_buffer));
        measured_as(times_, "services of the start", [&] {
            open_services(world, config_.municipality, config_.parameters, draws_, config_.run.sample,
                          -spin_up_steps * minutes_per_step);
        });
        spin_up(world);
        if (!control_.watcher || control_.watcher->start(world, config_.parameters)) run_arms(std::move(world));
        if (!problems_.empty()) return problems_;
        return std::move(result_);
    }

private:
    void spin_up(World& world) {
        for (int step = -spin_up_steps; step < 0 && problems_.empty(); ++step) {
            take_step(world, step, config_.parameters, nullptr);
            if (!calendar_.settled_month(step + 1)) continue;
            begin_month(world);
            if (step + 1 <= -year_of_steps) world.governance.spent = {};
        }
    }

    // The reference runs to the end; a copy is set aside wherever others leave it, one for all that leave it together.
    void run_arms(World reference) {
        const auto branches = branch_steps(config_);
        const int last = calendar_.steps(config_.run.years);
        std::map<int, World> pasts;
        for (int step = 0; step <= last && problems_.empty(); ++step) {
            for (std::size_t s = 1; s < branches.size(); ++s)
                if (branches[s] == step) {
                    measured_as(times_, "copies for other arms", [&] { pasts.try_emplace(step, reference); });
                    if (control_.watcher) control_.watcher->branch(s);
                }
            if (step < last) advance(reference, 0, step);
        }
        for (auto& [first, past] : pasts) {
            auto left = std::count(branches.begin() + 1, branches.end(), first);
            for (std::size_t s = 1; s < branches.size() && problems_.empty(); ++s) {
                if (branches[s] != first) continue;
                World world = --left > 0 ? past : std::exchange(past, World{});
                copy_past(s, first);
                for (int step = first; step < last && problems_.empty(); ++step) advance(world, s, step);
            }
        }
    }

    void advance(World& world, std::size_t scenario, int step) {
        if (step == 0 || calendar_.settled_month(step) || now_scenario_ != scenario) {
            const Month month = calendar_.month_of_day(step * days_per_step);
            measured_as(times_, "levers", [&] {
                now_ = parameters_in(config_.scenarios[scenario], config_.parameters,
                                     calendar_.settled_month(step).value_or(month));
                apply_decisions(world, now_);
            });
            now_scenario_ = scenario;
        }
        take_step(world, step, now_, &scenario);
        if (problems_.empty() && calendar_.settled_month(step + 1))
            measured_as(times_, "outcomes", [&] { close_month(world, scenario, step); });
    }

    // Whether a profile counts pages in this step: those of June of the first year.
    bool looked_at(int step) const {
        return calendar_.month_of_day(step * days_per_step).index == Month::of(config_.run.start_year, 6).index;
    }

    // `scenario`: null in the spin-up.
    void take_step(World& world, int number, const Parameters& now, const std::size_t* scenario) {
        Step step{world, now, draws_, number, calendar_.settled_month(number), !scenario, control_.grain, config_.run.sample};
        if (control_.watcher && scenario) step.journal = control_.watcher->journal(*scenario);
        const bool month_ends = calendar_.settled_month(number + 1).has_value();
        if (times_) times_->look = scenario && *scenario == 0 && looked_at(number);
        run_in_order(processes_, times_, step);
        if (month_ends || control_.options.check_laws_weekly)
            for (const std::string& law : measured_as(times_, "laws", [&] { return broken_monthly_laws(world); }))
                report(law, number);
        control_.steps_done->fetch_add(1, std::memory_order_relaxed);
        if (control_.tick) control_.tick();
        if (control_.stopped() && problems_.empty())
            problems_.push_back({"E0499", "gestopt op verzoek", "hetzelfde commando gaat verder bij de eerste herhaling die niet af is", "", "", 0, 0});
    }

    void report(const std::string& law, int step) {
        problems_.push_back({"E0401", "wet gebroken in herhaling " + std::to_string(number_) + ", stap " + std::to_string(step) + ": " + law,
                             "dit is een fout in het programma; er komt geen uitkomst", "", "", 0, 0});
    }

    // The month that ends with `step`.
    void close_month(World& world, std::size_t scenario, int step) {
        const Month month{calendar_.settled_month(step + 1)->index - 1};
        const int at = month.index - Month::of(config_.run.start_year, 1).index;
        const Snapshot snapshot(world, now_, month, (step + 1) * days_per_step, control_.grain);
        std::vector<OutcomeCells> into(infos_.size());
        for (std::size_t o = 0; o < infos_.size(); ++o) {
            const std::size_t parts = infos_[o].parts.size();
            const std::size_t first = (scenario * static_cast<std::size_t>(months_) + static_cast<std::size_t>(at)) * parts;
            into[o].cells = std::span(result_.counts[o].data() + first, parts);
            if (!result_.denominators[o].empty()) into[o].denominators = std::span(result_.denominators[o].data() + first, parts);
        }
        count_outcomes(snapshot, control_.grain, into);
        if (control_.watcher) control_.watcher->month(scenario, snapshot);
        begin_month(world);
    }

    // Months before `step` are those of the reference.
    void copy_past(std::size_t scenario, int step) {
        int closed = 0;
        while (closed < months_ && calendar_.settling_step(Month{Month::of(config_.run.start_year, 1).index + closed + 1}) <= step) ++closed;
        for (std::size_t o = 0; o < infos_.size(); ++o) {
            const std::size_t cells = static_cast<std::size_t>(closed) * infos_[o].parts.size();
            const std::size_t to = scenario * static_cast<std::size_t>(months_) * infos_[o].parts.size();
            for (auto* arrays : {&result_.counts, &result_.denominators})
                if (!(*arrays)[o].empty())
                    std::copy_n((*arrays)[o].begin(), cells, (*arrays)[o].begin() + static_cast<std::ptrdiff_t>(to));
        }
    }

    int number_;
    const RunControl& control_;
    ProcessTimes* times_;   // null unless a profile is asked for
    const Config& config_;
    Calendar calendar_;
    Draws draws_;
    std::vector<StepProcess> processes_;
    std::vector<OutcomeInfo> infos_;
    int months_;
    Parameters now_;
    std::size_t now_scenario_ = static_cast<std::size_t>(-1);
    ReplicateCounts result_;
    Problems problems_;
};

}  // namespace

std::vector<int> branch_steps(const Config& config) {
    const Calendar calendar(config.run.start_year);
    const Month first = Month::of(config.run.start_year, 1);
    std::vector<int> steps(config.scenarios.size(), calendar.steps(config.run.years));
    if (!steps.empty()) steps[0] = 0;
    for (std::size_t s = 1; s < steps.size(); ++s)
        for (int m = 0; m < 12 * config.run.years; ++m) {
            const Month month{first.index + m};
            if (lever_values(config.scenarios[s], month) == lever_values(config.scenarios[0], month)) continue;
            steps[s] = calendar.settling_step(month);
            break;
        }
    return steps;
}

std::int64_t steps_per_replicate(const Config& config) {
    const int last = Calendar(config.run.start_year).steps(config.run.years);
    std::int64_t steps = spin_up_steps + last;
    const auto branches = branch_steps(config);
    for (std::size_t s = 1; s < branches.size(); ++s) steps += last - branches[s];
    return steps;
}

Result<ReplicateCounts> run_replicate(int replicate, const RunControl& control) { return Replicate(replicate, control).run(); }

Result<ReplicateCounts> run_watched(const Config& config, int replicate, const RunOptions& options, Watcher* watcher) {
    std::atomic<std::int64_t> done{0};
    const std::int64_t total = steps_per_replicate(config);
    RunControl control{config, options, options.grain, &done, {}, watcher};
    if (options.progress) control.tick = [&] { options.progress(done.load(std::memory_order_relaxed), total); };
    return run_replicate(replicate, control);
}

}  // namespace ontkoker
