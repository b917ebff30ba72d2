// ontkoker inspect: what is inside a result file, or in a file of a study.
#include <fmt/format.h>

#include "commands.h"
#include "inspect_sweep.h"
#include "ontkoker/io/hdf5/result_file.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/run/comparison.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// A file of one run of a study has that run's number.
std::string replicates_text(const ResultSet& results, Words say) {
    if (results.first_replicate == 0) return std::to_string(results.replicates);
    return fmt::format(fmt::runtime(say("{} (nummer {} van een studie)", "{} (number {} of a study)")), results.replicates, results.first_replicate);
}

void print_as_text(const ResultSet& results, Words say) {
    const auto row = [](std::string_view name, const std::string& value) {
        print(fmt::format("{:<16} {}\n", name, value));
    };
    row(say("gemeente", "municipality"), results.municipality);
    row(say("scenario's", "scenarios"), joined(results.scenarios));
    row(say("periode", "period"), period_text(results.start_year, 0, results.months));
    row(say("herhalingen", "replicates"), replicates_text(results, say));
    row(say("huishoudens", "households"), std::to_string(results.households));
    row(say("versie", "version"), results.version);
    row("digest", results.digest);
    print(say("\nuitkomsten per maand:\n", "\noutcomes by month:\n"));
    for (const OutcomeInfo& outcome : results.outcomes) {
        print(fmt::format("  {:<28} {:<6} {}\n", outcome.name, outcome.unit, say(outcome.nl, outcome.en)));
        if (!outcome.split.empty())
            print(fmt::format("  {:<28} {:<6}   {}: {}\n", "", "", outcome.split, joined(outcome.parts)));
    }
}

json::Value array_of(const std::vector<std::string>& words) { return json::Value::array(words); }

void print_as_json(const ResultSet& results, const std::string& file) {
    using json::Value;
    Value outcomes = Value::array();
    for (const OutcomeInfo& outcome : results.outcomes) {
        Value row = Value::object();
        row.set("name", outcome.name).set("unit", outcome.unit).set("nl", outcome.nl).set("en", outcome.en);
        row.set("split", outcome.split)
            .set("parts", array_of(outcome.split.empty() ? std::vector<std::string>{} : outcome.parts));
        outcomes.push(std::move(row));
    }
    Value object = Value::object();
    object.set("file", file).set("digest", results.digest).set("version", results.version);
    object.set("municipality", results.municipality).set("scenarios", array_of(results.scenarios));
    object.set("households", Value::of(static_cast<double>(results.households)));
    object.set("start_year", Value::of(results.start_year)).set("months", Value::of(results.months));
    object.set("first_replicate", Value::of(results.first_replicate));
    object.set("replicates", Value::of(results.replicates)).set("outcomes", std::move(outcomes));
    print_json(object);
}

}  // namespace

int inspect_command(const Options& options) {
    // Whatever is wrong with the file is told by the reader of result files.
    if (const auto of_study = is_sweep_file(options.words[0]); of_study && of_study.value()) return inspect_sweep(options);
    const auto results = read_result_file(options.words[0]);
    if (!results) return fail(results.problems(), options);
    if (options.only_config)
        print(results.value().effective_config);
    else if (options.json)
        print_as_json(results.value(), options.words[0]);
    else
        print_as_text(results.value(), Words{options.language});
    return exit_ok;
}

}  // namespace ontkoker::cli
