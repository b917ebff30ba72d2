#include "ontkoker/sweep/block.h"

#include <algorithm>

#include "ontkoker/domain/outcomes.h"
#include "ontkoker/run/packed.h"

namespace ontkoker::sweep {
namespace {

constexpr int months_in_year = 12;

const OutcomeInfo* find_outcome(const std::vector<OutcomeInfo>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const OutcomeInfo& info) { return info.name == name; });
    return found == all.end() ? nullptr : &*found;
}

// The months of one scenario of one run, [month][part], as the times that the plan keeps, [time][part].
void fold(const Plan& plan, OverTime rule, std::size_t parts, const std::int64_t* months, std::int64_t* times) {
    const int span = plan.yearly ? months_in_year : 1;
    for (int time = 0; time < plan.times(); ++time, times += parts)
        for (int month = 0; month < span; ++month, months += parts) {
            const bool starts_anew = month == 0 || rule == OverTime::last;
            for (std::size_t p = 0; p < parts; ++p) times[p] = months[p] + (starts_anew ? 0 : times[p]);
        }
}

}  // namespace

std::vector<OutcomeInfo> kept_outcomes(const Plan& plan, const Config& base) {
    const std::vector<OutcomeInfo> all = outcome_infos(base.parameters);
    std::vector<OutcomeInfo> kept;
    for (const std::string& name : plan.outcomes) {
        const OutcomeInfo* const info = find_outcome(all, name);
        if (!info) continue;
        kept.push_back(*info);
        if (plan.yearly && info->over_time == OverTime::mean) kept.back().divisor *= months_in_year;
    }
    return kept;
}

Block empty_block(const Plan& plan, const std::vector<OutcomeInfo>& kept, int first_point, int points) {
    Block block;
    block.first_point = first_point;
    block.points = points;
    const std::size_t rows = static_cast<std::size_t>(points) * plan.scenarios.size() *
                             static_cast<std::size_t>(plan.replicates) * static_cast<std::size_t>(plan.times());
    for (const OutcomeInfo& info : kept) {
        const std::size_t cells = rows * info.parts.size();
        block.counts.emplace_back(cells);
        block.denominators.emplace_back(info.over_time == OverTime::ratio ? cells : 0);
    }
    block.runs.resize(static_cast<std::size_t>(points) * static_cast<std::size_t>(plan.replicates));
    return block;
}

void put_run(Block& block, const Plan& plan, const std::vector<OutcomeInfo>& all, int point, int replicate,
             const ReplicateCounts& counts) {
    const std::size_t scenarios = plan.scenarios.size(), months = static_cast<std::size_t>(months_in_year * plan.years);
    std::size_t kept = 0;
    for (const std::string& name : plan.outcomes) {
        const OutcomeInfo* const info = find_outcome(all, name);
        if (!info) continue;
        const auto o = static_cast<std::size_t>(info - all.data());
        const std::size_t parts = info->parts.size();
        for (std::size_t s = 0; s < scenarios; ++s) {
            const std::size_t from = s * months * parts;
            const std::size_t to = first_cell(plan, parts, static_cast<std::size_t>(point), s, static_cast<std::size_t>(replicate));
            fold(plan, info->over_time, parts, counts.counts[o].data() + from, block.counts[kept].data() + to);
            if (info->over_time == OverTime::ratio)
                fold(plan, info->over_time, parts, counts.denominators[o].data() + from, block.denominators[kept].data() + to);
        }
        ++kept;
    }
    RunRecord& record = block.run(plan, point, replicate);
    record.status = RunStatus::done;
    record.error.clear();
    record.households = counts.households;
}

std::string digest_of_run(const std::string& effective, int replicate, const ReplicateCounts& counts) {
    Packer packer;
    packer.text(effective).text(version()).number(static_cast<std::uint64_t>(replicate));
    packer.number(static_cast<std::uint64_t>(counts.households)).number(counts.counts.size());
    for (std::size_t o = 0; o < counts.counts.size(); ++o)
        packer.numbers(counts.counts[o]).numbers(counts.denominators[o]);
    return digest_of_text(packer.bytes());
}

std::string digest_of_sweep(const Plan& plan, const std::vector<RunRecord>& runs) {
    Packer packer;
    packer.text(plan.digest).number(runs.size());
    for (const RunRecord& run : runs)
        packer.number(static_cast<std::uint64_t>(run.status)).text(run.status == RunStatus::done ? run.digest : run.error);
    return digest_of_text(packer.bytes());
}

}  // namespace ontkoker::sweep
