#include "inspect_sweep.h"

#include <fmt/format.h>

#include <algorithm>

#include "csv_file.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/run/comparison.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

constexpr std::size_t most_failures = 20;

std::int64_t with(const SweepFile& file, sweep::RunStatus status) {
    return std::count_if(file.runs.begin(), file.runs.end(), [&](const sweep::RunRecord& run) { return run.status == status; });
}

std::string_view kind_of(const SweepFile& file) {
    if (file.kind == SweepFile::Kind::shard) return "shard";
    return file.kind == SweepFile::Kind::merged ? "merged" : "virtual";
}

std::string kind_text(const SweepFile& file, Words say) {
    if (file.kind == SweepFile::Kind::shard) return std::string(say("een deel van een studie", "a shard of a study"));
    if (file.kind == SweepFile::Kind::merged) return std::string(say("een samengevoegde studie", "a merged study"));
    return std::string(say("verwijzingen naar de delen van een studie", "references to the shards of a study"));
}

std::string design_text(const SweepFile& file, Words say) {
    std::string text = file.design;
    if (file.design_size > 0) text += fmt::format(", {}", file.design_size);
    if (file.second_order) text += say(", ook paren van assen", ", pairs of axes too");
    return text;
}

void print_axes(const SweepFile& file, Words say) {
    print(say("\nassen:\n", "\naxes:\n"));
    for (std::size_t a = 0; a < file.axes.size(); ++a) {
        const sweep::Axis& axis = file.axes[a];
        const auto [least, most] = std::minmax_element(file.axis_values[a].begin(), file.axis_values[a].end());
        print(fmt::format(fmt::runtime(say("  {:<32} {} tot {} {} (in dit bestand {} tot {}): {}\n", "  {:<32} {} to {} {} (in this file {} to {}): {}\n")),
                          axis.name, csv_cell(axis.low), csv_cell(axis.high), axis.unit, csv_cell(*least), csv_cell(*most), say(axis.nl, axis.en)));
        if (axis.lever)
            print(fmt::format(fmt::runtime(say("  {:<32} knop {}, vanaf {}, in {}\n", "  {:<32} lever {}, from {}, in {}\n")), "", axis.target, axis.from,
                              joined(axis.scenarios)));
    }
}

void print_failures(const SweepFile& file, Words say) {
    std::size_t told = 0, failed = 0;
    for (std::size_t i = 0; i < file.runs.size(); ++i) {
        if (file.runs[i].status != sweep::RunStatus::failed || ++failed > most_failures) continue;
        if (told++ == 0) print(say("\nmislukt:\n", "\nfailed:\n"));
        const auto replicates = static_cast<std::size_t>(file.replicates);
        print(fmt::format(fmt::runtime(say("  punt {}, herhaling {}: {}\n", "  point {}, replicate {}: {}\n")),
                          static_cast<std::size_t>(file.first_point) + i / replicates, i % replicates, file.runs[i].error));
    }
    if (failed > told) print(fmt::format(fmt::runtime(say("  en nog {}\n", "  and {} more\n")), failed - told));
}

void print_as_text(const SweepFile& file, Words say) {
    const auto row = [](std::string_view name, const std::string& value) { print(fmt::format("{:<16} {}\n", name, value)); };
    row(say("studie", "study"), file.study + " (" + kind_text(file, say) + ")");
    row(say("ontwerp", "design"), design_text(file, say));
    row(say("gemeente", "municipality"), file.municipality);
    row(say("scenario's", "scenarios"), joined(file.scenarios));
    row(say("periode", "period"), period_text(file.start_year, 0, file.yearly ? 12 * file.times : file.times));
    row(say("punten", "points"), fmt::format("{} ({}-{})", file.points, file.first_point, file.first_point + file.points - 1));
    row(say("herhalingen", "replicates"), std::to_string(file.replicates));
    row("runs", fmt::format(fmt::runtime(say("{}; {} mislukt, {} ontbreken", "{}; {} failed, {} missing")), file.runs.size(),
                            with(file, sweep::RunStatus::failed), with(file, sweep::RunStatus::missing)));
    row(say("versie", "version"), file.version);
    row(say("plan", "plan"), file.plan_digest);
    if (file.kind != SweepFile::Kind::shard) row("digest", file.digest);
    print_axes(file, say);
    print(file.yearly ? say("\nuitkomsten per jaar:\n", "\noutcomes by year:\n") : say("\nuitkomsten per maand:\n", "\noutcomes by month:\n"));
    for (const OutcomeInfo& outcome : file.kept) {
        print(fmt::format("  {:<28} {:<6} {}\n", outcome.name, outcome.unit, say(outcome.nl, outcome.en)));
        if (!outcome.split.empty()) print(fmt::format("  {:<28} {:<6}   {}: {}\n", "", "", outcome.split, joined(outcome.parts)));
    }
    print_failures(file, say);
}

json::Value axes_json(const SweepFile& file) {
    using json::Value;
    Value axes = Value::array();
    for (std::size_t a = 0; a < file.axes.size(); ++a) {
        const sweep::Axis& axis = file.axes[a];
        const auto [least, most] = std::minmax_element(file.axis_values[a].begin(), file.axis_values[a].end());
        Value row = Value::object();
        row.set("name", axis.name).set("kind", axis.lever ? "lever" : "parameter").set("target", axis.target);
        row.set("unit", axis.unit).set("nl", axis.nl).set("en", axis.en);
        row.set("low", Value::of(axis.low)).set("high", Value::of(axis.high));
        row.set("least", Value::of(*least)).set("most", Value::of(*most));
        row.set("spread", sweep::spread_words[static_cast<std::size_t>(axis.spread)]);
        if (axis.lever)
            row.set("scenarios", Value::array(axis.scenarios)).set("from", axis.from).set("ramp_months", Value::of(axis.ramp_months));
        axes.push(std::move(row));
    }
    return axes;
}

json::Value failures_of(const SweepFile& file) {
    using json::Value;
    Value failures = Value::array();
    std::size_t told = 0;
    for (std::size_t i = 0; i < file.runs.size(); ++i) {
        if (file.runs[i].status != sweep::RunStatus::failed || ++told > most_failures) continue;
        const auto replicates = static_cast<std::size_t>(file.replicates);
        Value row = Value::object();
        row.set("point", Value::of(file.first_point + static_cast<int>(i / replicates)));
        row.set("replicate", Value::of(static_cast<int>(i % replicates)));
        failures.push(row.set("error", file.runs[i].error));
    }
    return failures;
}

void print_as_json(const SweepFile& file, const std::string& path) {
    using json::Value;
    Value outcomes = Value::array();
    for (const OutcomeInfo& outcome : file.kept) {
        Value row = Value::object();
        row.set("name", outcome.name).set("unit", outcome.unit).set("nl", outcome.nl).set("en", outcome.en);
        row.set("split", outcome.split).set("parts", Value::array(outcome.split.empty() ? std::vector<std::string>{} : outcome.parts));
        outcomes.push(std::move(row));
    }
    const auto number = [](std::int64_t count) { return Value::of(static_cast<double>(count)); };
    Value object = Value::object();
    object.set("file", path).set("kind", kind_of(file)).set("study", file.study).set("digest", file.digest);
    object.set("plan_digest", file.plan_digest).set("version", file.version).set("partial", Value::of(file.partial));
    object.set("design", file.design).set("design_size", Value::of(file.design_size)).set("second_order", Value::of(file.second_order));
    object.set("municipality", file.municipality).set("scenarios", Value::array(file.scenarios));
    object.set("start_year", Value::of(file.start_year)).set("time_step", file.yearly ? "year" : "month").set("times", Value::of(file.times));
    object.set("first_point", Value::of(file.first_point)).set("points", Value::of(file.points)).set("replicates", Value::of(file.replicates));
    object.set("runs", number(static_cast<std::int64_t>(file.runs.size()))).set("done_runs", number(with(file, sweep::RunStatus::done)));
    object.set("failed_runs", number(with(file, sweep::RunStatus::failed))).set("missing_runs", number(with(file, sweep::RunStatus::missing)));
    object.set("axes", axes_json(file)).set("outcomes", std::move(outcomes)).set("failures", failures_of(file));
    print_json(object);
}

}  // namespace

int inspect_sweep(const Options& options) {
    const auto file = read_sweep_head(options.words[0]);
    if (!file) return fail(file.problems(), options);
    const Words say{options.language};
    if (!options.only_config) {
        if (options.json) print_as_json(file.value(), options.words[0]);
        else print_as_text(file.value(), say);
        return exit_ok;
    }
    if (file.value().plan_text.empty())
        return fail({{.code = "E0002", .message = std::string(say("een deel heeft geen eigen plan", "a shard has no plan of its own")),
                      .hint = std::string(say("het staat in plan.json in de map van de studie", "it stands in plan.json in the folder of the study")),
                      .file = options.words[0], .pointer = {}}},
                    options);
    print(file.value().plan_text);
    return exit_ok;
}

}  // namespace ontkoker::cli
