// ontkoker run: one scenario, one result file, and what it says in a table of levels.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands.h"
#include "ontkoker/io/hdf5/result_file.h"
#include "ontkoker/io/svg/texts.h"
#include "ontkoker/run/comparison.h"
#include "output.h"
#include "run_profile.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// An outcome over the whole horizon: the mean over the replicates and their 5th and 95th percentile.
struct LevelRow {
    std::size_t outcome = 0;
    int part = -1;  // -1: all parts together
    double mean = 0, low = 0, high = 0;
    int replicates = 0;
};

LevelRow level_of(const ResultSet& results, std::size_t outcome, int part) {
    LevelRow row{outcome, part};
    std::vector<double> values;
    for (int replicate = 0; replicate < results.replicates; ++replicate) {
        const double value = results.over(outcome, 0, replicate, 0, results.months, part);
        if (std::isfinite(value)) values.push_back(value);
    }
    row.replicates = static_cast<int>(values.size());
    if (values.empty()) return row;
    std::sort(values.begin(), values.end());
    for (const double value : values) row.mean += value / static_cast<double>(values.size());
    row.low = percentile(values, 0.05);
    row.high = percentile(values, 0.95);
    return row;
}

std::vector<LevelRow> levels_of(const ResultSet& results) {
    std::vector<LevelRow> rows;
    for (std::size_t outcome = 0; outcome < results.outcomes.size(); ++outcome) {
        rows.push_back(level_of(results, outcome, -1));
        const auto& info = results.outcomes[outcome];
        if (info.split.empty()) continue;
        for (const int part : told_parts(info)) rows.push_back(level_of(results, outcome, part));
    }
    return rows;
}

json::Value json_of(const ResultSet& results, const LevelRow& row, const std::string& period) {
    using json::Value;
    const OutcomeInfo& info = results.outcomes[row.outcome];
    Value value = Value::object();
    value.set("name", info.name).set("unit", info.unit);
    value.set("split", row.part < 0 ? std::string() : part_identifier(info, row.part));
    value.set("period", period).set("mean", Value::of(row.mean));
    value.set("low", Value::of(row.low)).set("high", Value::of(row.high));
    return value.set("replicates", Value::of(row.replicates));
}

// How the months became one number.
Text rule_of(OverTime over_time) {
    switch (over_time) {
        case OverTime::mean:
            return Text::over_mean;
        case OverTime::last:
            return Text::over_last;
        case OverTime::ratio:
            return Text::over_ratio;
        case OverTime::sum:
            break;
    }
    return Text::over_sum;
}

std::string line_of(const ResultSet& results, const LevelRow& row, Language language) {
    const Words say{language};
    const OutcomeInfo& info = results.outcomes[row.outcome];
    const std::string name(say(info.nl, info.en));
    if (row.replicates == 0) return fmt::format("  {}: -\n", name);
    const Shown shown = shown_for(row.mean, row.low, row.high, info.unit);
    const std::string period = period_for_people(period_text(results.start_year, 0, results.months));
    std::string line = fmt::format("  {}: {}", name, quantity(row.mean, shown, info.unit, language));
    if (row.replicates > 1) line += fmt::format(" ({})", range_text(row.low, row.high, shown, language));
    return line + ", " + filled(rule_of(info.over_time), language, {period}) + "\n";
}

void print_table(const ResultSet& results, const std::vector<LevelRow>& rows, Language language) {
    const Words say{language};
    const std::string period = period_text(results.start_year, 0, results.months);
    print(fmt::format(
        fmt::runtime(say("{}, {}, {}: gemiddelde van {} herhalingen (5e tot 95e percentiel), prijzen van 2024\n",
                         "{}, {}, {}: mean of {} replicates (5th to 95th percentile), prices of 2024\n")),
        results.municipality, results.scenarios[0], period_for_people(period), results.replicates));
    for (const LevelRow& row : rows)
        if (row.part < 0) print(line_of(results, row, language));
}

void print_summary(const ResultSet& results, const Config& config, const Options& options, std::int64_t bytes,
                   const Cost& cost, const ProcessTimes* times) {
    using json::Value;
    const auto rows = levels_of(results);
    const Words say{options.language};
    if (!options.json) {
        print_table(results, rows, options.language);
        print(fmt::format(fmt::runtime(say("\nDigest {}\nBestand {}\n", "\nDigest {}\nFile {}\n")), results.digest,
                          options.output));
        tell(cost_text(cost, options.language));
        tell(
            fmt::format(fmt::runtime(say("Verder: ontkoker inspect {}", "Next: ontkoker inspect {}")), options.output));
        return;
    }
    Value outcomes = Value::array();
    const std::string period = period_text(results.start_year, 0, results.months);
    for (const LevelRow& row : rows) outcomes.push(json_of(results, row, period));
    Value object = Value::object();
    object.set("digest", results.digest)
        .set("file", options.output)
        .set("bytes", Value::of(static_cast<double>(bytes)));
    object.set("municipality", results.municipality).set("scenario", results.scenarios[0]);
    object.set("households", Value::of(static_cast<double>(results.households)));
    object.set("start_year", Value::of(results.start_year)).set("years", Value::of(config.run.years));
    object.set("replicates", Value::of(results.replicates)).set("seed", Value::of(config.run.seed));
    object.set("sample", Value::of(config.run.sample)).set("version", results.version);
    set_cost(object, cost);
    if (times) object.set("profile", profile_json(*times, config));
    object.set("outcomes", std::move(outcomes));
    print_json(object);
}

}  // namespace

int run_command(const Options& options) {
    const Measure measure;
    auto loaded = load_for(options, "", options.words);
    if (!loaded) return fail(loaded.problems(), options);
    const Config& config = loaded.value().config;
    if (const Problems refused = refusals({options.output}, options); !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    const std::string folder = folder_of(options.output);
    if (Problems problems = make_folder(folder); !problems.empty()) return fail(problems, options);
    ProcessTimes costs;
    ProcessTimes* const times = options.profile ? &costs : nullptr;
    auto results = run_with_progress(config, options, folder, times);
    if (!results) return fail(results.problems(), options);
    costs.look = false;
    const auto bytes = measured_as(
        times, "writing", [&] { return write_result_file(options.output, results.value(), options.overwrite); });
    if (!bytes) return fail(bytes.problems(), options);
    forget_replicates(config, folder);
    if (times && !options.json) tell_profile(costs, config, options.language);
    print_summary(results.value(), config, options, bytes.value(), measure.cost(), times);
    return exit_ok;
}

}  // namespace ontkoker::cli
