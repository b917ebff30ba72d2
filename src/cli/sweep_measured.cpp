#include "sweep_measured.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "ontkoker/core/words.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/io/json/sweep_file.h"
#include "ontkoker/sweep/study.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

Problem refusal(const char* code, std::string message, std::string hint, std::string file = {}) {
    return {.code = code, .message = std::move(message), .hint = std::move(hint), .file = std::move(file), .pointer = {}};
}

std::string hint_for(const std::string& word, const std::vector<std::string>& known, Words say) {
    const std::string near = nearest_word(word, known);
    if (!near.empty()) return fmt::format(fmt::runtime(say("bedoelde u '{}'?", "did you mean '{}'?")), near);
    std::string list;
    for (std::size_t i = 0; i < known.size() && i < 20; ++i) list += (i > 0 ? ", " : "") + known[i];
    return std::string(say("mogelijk: ", "possible: ")) + list;
}

// The numbers of some points in a row, as in a Block.
struct Slice {
    int first = 0, points = 0;   // within the study
    std::vector<std::int64_t> counts, denominators;
};

// Replicates do not belong to the question: a later study may have more of the same luck.
std::string without_replicates(const std::string& base) {
    const std::size_t at = base.find("\"replicates\": ");
    if (at == std::string::npos) return base;
    return base.substr(0, at) + base.substr(base.find('\n', at));
}

bool same_axis(const sweep::Axis& a, const sweep::Axis& b) {
    return a.name == b.name && a.lever == b.lever && a.target == b.target && a.scenarios == b.scenarios && a.from == b.from &&
           a.ramp_months == b.ramp_months;
}

class Reader {
public:
    explicit Reader(const Options& options) : options_(options), say_{options.language} {}

    Result<Measured> read() {
        Problems problems;
        for (const std::string& word : options_.words) {
            const Problems met = std::filesystem::is_directory(word) ? read_folder(word) : read_file(word);
            problems.insert(problems.end(), met.begin(), met.end());
        }
        if (!problems.empty()) return problems;
        return std::move(all_);
    }

private:
    Problems read_folder(const std::string& folder) {
        const auto study = sweep::open_study(folder);
        if (!study) return study.problems();
        if (Problems problems = begin(study.value().plan(), study.value().head.kept, folder); !problems.empty()) return problems;
        const sweep::Plan& plan = study.value().plan();
        for (int shard = 0; shard < plan.shards(); ++shard) {
            const auto look = sweep::look_at_shard(study.value(), shard);
            if (!look) return look.problems();
            if (look.value().state != sweep::ShardState::whole) {
                missing(plan, plan.points_in(shard));
                continue;
            }
            const auto block = sweep::read_shard(study.value(), shard);
            if (!block) return block.problems();
            const auto o = static_cast<std::size_t>(at_);
            add(plan, {block.value().first_point, block.value().points, block.value().counts[o], block.value().denominators[o]},
                block.value().runs);
        }
        return {};
    }

    Problems read_file(const std::string& path) {
        const auto reader = SweepReader::open(path);
        if (!reader) return reader.problems();
        const SweepFile& file = reader.value().head();
        if (file.kind == SweepFile::Kind::shard)
            return {refusal("E0605", std::string(say_("dit is een deel van een studie", "this is one shard of a study")),
                            std::string(say_("geef de map van de studie", "give the folder of the study")), path)};
        const auto plan = plan_from_text(file.plan_text, path);
        if (!plan) return plan.problems();
        if (Problems problems = begin(plan.value(), file.kept, path); !problems.empty()) return problems;
        constexpr int together = 256;   // points that are held at once
        for (int first = 0; first < plan.value().count(); first += together) {
            const int points = std::min(together, plan.value().count() - first);
            const auto parts = reader.value().counts(static_cast<std::size_t>(at_), first, points);
            if (!parts) return parts.problems();
            const auto from = file.runs.begin() + static_cast<std::ptrdiff_t>(first) * plan.value().replicates;
            add(plan.value(), {first, points, whole(parts.value().numerators), whole(parts.value().denominators)},
                {from, from + static_cast<std::ptrdiff_t>(points) * plan.value().replicates});
        }
        return {};
    }

    // Counts of runs that are not there are NaN in a file; nothing looks at them.
    static std::vector<std::int64_t> whole(const std::vector<double>& numbers) {
        std::vector<std::int64_t> counts;
        counts.reserve(numbers.size());
        for (const double number : numbers) counts.push_back(std::isfinite(number) ? static_cast<std::int64_t>(number) : 0);
        return counts;
    }

    // The question of this study, which must be that of the first.
    Problems begin(const sweep::Plan& plan, const std::vector<OutcomeInfo>& kept, const std::string& where) {
        if (all_.plan.points.empty()) {
            all_.plan = plan;
            if (Problems problems = find_words(kept); !problems.empty()) return problems;
        } else if (const std::string_view other = what_differs(plan); !other.empty()) {
            return {refusal("E0605",
                            fmt::format(fmt::runtime(say_("deze studie gaat niet over dezelfde vraag als {}: {}",
                                                          "this study is not of the same question as {}: {}")),
                                        options_.words[0], other),
                            std::string(say_("geef studies die met sweep suggest uit elkaar voortkomen",
                                             "give studies that sweep suggest made of each other")),
                            where)};
        }
        at_ = -1;
        for (std::size_t o = 0; o < kept.size(); ++o)
            if (kept[o].name == all_.outcome.name) at_ = static_cast<int>(o);
        if (at_ < 0 || plan.yearly != all_.plan.yearly)
            return {refusal("E0605",
                            fmt::format(fmt::runtime(say_("deze studie bewaart '{}' niet op dezelfde manier",
                                                          "this study does not keep '{}' in the same way")),
                                        all_.outcome.name),
                            "", where)};
        all_.outcome = kept[static_cast<std::size_t>(at_)];
        all_.replicates = std::max(all_.replicates, plan.replicates);
        return {};
    }

    std::string_view what_differs(const sweep::Plan& plan) const {
        const sweep::Plan& first = all_.plan;
        if (plan.version != first.version) return say_("een andere versie van het programma", "another version of the program");
        if (plan.scenarios != first.scenarios) return say_("andere scenario's", "other scenarios");
        if (!std::equal(plan.axes.begin(), plan.axes.end(), first.axes.begin(), first.axes.end(), same_axis))
            return say_("andere assen", "other axes");
        if (without_replicates(plan.base) != without_replicates(first.base)) return say_("een andere basis", "another base");
        return "";
    }

    // --outcome and --scenario.
    Problems find_words(const std::vector<OutcomeInfo>& kept) {
        Problems problems;
        const std::string& word = options_.outcomes[0];
        const std::size_t slash = word.find('/');
        const std::string name = word.substr(0, slash);
        std::vector<std::string> known;
        bool found = false;
        for (const OutcomeInfo& info : kept) {
            known.push_back(info.name);
            if (info.name != name) continue;
            found = true;
            all_.outcome = info;
            if (slash != std::string::npos)
                if (Problems wrong = find_part(word.substr(slash + 1)); !wrong.empty()) return wrong;
        }
        if (!found)
            problems.push_back(refusal("E0215",
                                       fmt::format(fmt::runtime(say_("--outcome {}: deze uitkomst staat niet in de studie",
                                                                     "--outcome {}: this outcome is not in the study")), name),
                                       hint_for(name, known, say_)));
        const std::vector<std::string>& scenarios = all_.plan.scenarios;
        all_.scenario = static_cast<int>(scenarios.size()) - 1;
        if (!options_.scenario.empty())
            all_.scenario = static_cast<int>(std::find(scenarios.begin(), scenarios.end(), lower_case(options_.scenario)) - scenarios.begin());
        if (all_.scenario > 0 && all_.scenario < static_cast<int>(scenarios.size())) return problems;
        const bool one = scenarios.size() < 2;
        problems.push_back(refusal(
            "E0215",
            one ? std::string(say_("de studie heeft een scenario; er is niets om mee te vergelijken",
                                   "the study has one scenario; there is nothing to compare with"))
                : fmt::format(fmt::runtime(say_("--scenario {}: kies er een naast de maatstaf {}", "--scenario {}: choose one beside the reference {}")),
                              options_.scenario, scenarios[0]),
            one ? "" : hint_for(options_.scenario, {scenarios.begin() + 1, scenarios.end()}, say_)));
        return problems;
    }

    Problems find_part(const std::string& part) {
        const OutcomeInfo& info = all_.outcome;
        std::vector<std::string> known;
        std::vector<int> numbers = told_parts(info);
        for (int p = 0; p < static_cast<int>(info.parts.size()); ++p) numbers.push_back(p);
        for (const int p : numbers) {
            const std::string name = part_identifier(info, p);
            if (!name.empty()) known.push_back(name);
            if (name != part || name.empty()) continue;
            all_.part = p;
            return {};
        }
        return {refusal("E0215",
                        known.empty() ? fmt::format(fmt::runtime(say_("--outcome: {} heeft geen delen", "--outcome: {} has no parts")), info.name)
                                      : fmt::format(fmt::runtime(say_("--outcome: {} heeft geen deel '{}'", "--outcome: {} has no part '{}'")),
                                                    info.name, part),
                        known.empty() ? "" : hint_for(part, known, say_))};
    }

    void missing(const sweep::Plan& plan, int points) {
        all_.points += points;
        all_.missing_runs += points * plan.replicates;
    }

    void add(const sweep::Plan& plan, const Slice& slice, const std::vector<sweep::RunRecord>& runs) {
        all_.points += slice.points;
        for (int p = 0; p < slice.points; ++p) {
            std::vector<double> differences;
            for (int r = 0; r < plan.replicates; ++r) {
                const sweep::RunStatus status = runs[static_cast<std::size_t>(p * plan.replicates + r)].status;
                all_.failed_runs += status == sweep::RunStatus::failed;
                all_.missing_runs += status == sweep::RunStatus::missing;
                if (status != sweep::RunStatus::done) continue;
                differences.push_back(value(plan, slice, p, all_.scenario, r) - value(plan, slice, p, 0, r));
            }
            sweep::Found found = sweep::found_at(plan.points[static_cast<std::size_t>(slice.first + p)], differences);
            if (found.pairs > 0) all_.found.push_back(std::move(found));
        }
    }

    // Over the whole horizon, by the outcome's own rule.
    double value(const sweep::Plan& plan, const Slice& slice, int point, int scenario, int replicate) const {
        const OutcomeInfo& info = all_.outcome;
        const auto parts = info.parts.size();
        const int times = plan.times(), from = info.over_time == OverTime::last ? times - 1 : 0;
        const std::size_t row = sweep::first_cell(plan, parts, static_cast<std::size_t>(point), static_cast<std::size_t>(scenario),
                                                  static_cast<std::size_t>(replicate));
        std::int64_t above = 0, under = 0;
        for (int time = from; time < times; ++time)
            for (const int part : parts_within(info, all_.part)) {
                const std::size_t cell = row + static_cast<std::size_t>(time) * parts + static_cast<std::size_t>(part);
                above += slice.counts[cell];
                if (info.over_time == OverTime::ratio) under += slice.denominators[cell];
            }
        return value_of(info, above, under, times);
    }

    const Options& options_;
    Words say_;
    Measured all_;
    int at_ = -1;   // of the outcome in the study that is being read
};

}  // namespace

Result<Measured> measured_in(const Options& options) { return Reader(options).read(); }

}  // namespace ontkoker::cli
