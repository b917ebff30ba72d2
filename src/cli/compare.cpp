// ontkoker compare: scenarios under the same luck, a folder with result.h5, rapport.html, tabel.csv and figuren/.
#include <fmt/format.h>

#include <filesystem>

#include "commands.h"
#include "comparison_notes.h"
#include "ontkoker/io/hdf5/result_file.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/html/report.h"
#include "ontkoker/io/json/systems.h"
#include "output.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;


// Everything that people read, made from one comparison. The result file stands already.
Problems write_readable(const ReportInput& input, const std::string& folder, bool overwrite) {
    Problems problems;
    const auto write = [&](const std::string& path, std::string_view text) {
        const auto written = write_whole_file(path, text, overwrite);
        if (!written) problems.insert(problems.end(), written.problems().begin(), written.problems().end());
    };
    write(in(folder, "rapport.html"), html_report(input));
    write(in(folder, "tabel.csv"), csv_table(*input.comparison));
    const std::string pictures = in(folder, "figuren");
    if (Problems made = make_folder(pictures); !made.empty()) return made;
    for (const auto& [name, text] : figures(input)) write(in(pictures, name), text);
    return problems;
}

void print_as_json(const ReportInput& input, const Config& config, const Options& options, const Cost& cost) {
    using json::Value;
    const ResultSet& results = *input.results;
    Value outcomes = Value::array(), boomerangs = Value::array(), scenarios = Value::array();
    for (const ComparedNumber& number : input.comparison->numbers) outcomes.push(json_of(number));
    for (const ComparedNumber& number : input.comparison->totals) outcomes.push(json_of(number));
    for (const Boomerang& boomerang : input.comparison->boomerangs) boomerangs.push(json_of(boomerang));
    for (const std::string& name : results.scenarios) scenarios.push(name);
    Value object = Value::object();
    object.set("digest", results.digest).set("file", in(options.output, "result.h5"));
    object.set("report", in(options.output, "rapport.html")).set("municipality", results.municipality);
    object.set("households", Value::of(static_cast<double>(results.households)));
    object.set("scenarios", std::move(scenarios)).set("start_year", Value::of(results.start_year));
    object.set("years", Value::of(config.run.years)).set("replicates", Value::of(results.replicates));
    object.set("seed", Value::of(config.run.seed)).set("sample", Value::of(config.run.sample));
    object.set("version", results.version);
    set_cost(object, cost);
    object.set("outcomes", std::move(outcomes)).set("boomerangs", std::move(boomerangs));
    print_json(object);
}

void print_as_table(const ReportInput& input, const Options& options, const Cost& cost) {
    const Words say{options.language};
    print(text_table(input));
    print(fmt::format(fmt::runtime(say("\nDigest {}\nRapport {}\n", "\nDigest {}\nReport {}\n")), input.results->digest,
                      in(options.output, "rapport.html")));
    tell(cost_text(cost, options.language));
    tell(
        fmt::format(fmt::runtime(say("Verder: ontkoker rerun {} rekent het na.", "Next: ontkoker rerun {} checks it.")),
                    in(options.output, "result.h5")));
}

// Two scenarios at least: from a file, from --scenario or by --system.
Problems compare_problems(const Options& options) {
    const Words say{options.language};
    Problems problems;
    const auto add = [&](std::string_view message) {
        problems.push_back({.code = "E0001",
                            .message = std::string(message),
                            .hint = std::string(say("zie ontkoker compare --help", "see ontkoker compare --help")),
                            .file = {},
                            .pointer = {}});
    };
    if (!options.system.empty()) {
        if (!options.words.empty() || !options.scenarios.empty())
            add(say("--system gaat niet samen met een vergelijking of met --scenario",
                    "--system goes neither with a comparison nor with --scenario"));
        return problems;
    }
    if (!options.words.empty()) return problems;
    if (options.scenarios.size() < 2)
        add(say("noem een vergelijking, of minstens twee keer --scenario",
                "name a comparison, or give --scenario at least twice"));
    if (options.municipality.empty()) add(say("--municipality ontbreekt", "--municipality is missing"));
    return problems;
}

// With --system: verkokerd and that scenario, on its municipality unless another is named.
Result<Options> with_system(Options options) {
    if (options.system.empty()) return options;
    const auto request = request_for(options, "", {options.system});
    if (!request) return request.problems();
    const auto systems = local_systems(request.value());
    if (!systems) return systems.problems();
    options.scenarios = {"verkokerd", options.system};
    if (options.municipality.empty()) options.municipality = systems.value()[0].runs_on();
    return options;
}

}  // namespace

int compare_command(const Options& typed) {
    const Measure measure;
    if (const Problems problems = compare_problems(typed); !problems.empty()) return fail(problems, typed);
    const Result<Options> chosen = with_system(typed);
    if (!chosen) return fail(chosen.problems(), typed);
    const Options& options = chosen.value();
    auto loaded = load_for(options, options.words.empty() ? "" : options.words[0], options.scenarios);
    if (!loaded) return fail(loaded.problems(), options);
    const Config& config = loaded.value().config;
    const std::string& folder = options.output;
    if (const Problems refused = refusals(
            {in(folder, "result.h5"), in(folder, "rapport.html"), in(folder, "tabel.csv"), in(folder, "figuren")},
            options);
        !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    if (Problems problems = make_folder(folder); !problems.empty()) return fail(problems, options);
    auto results = run_with_progress(config, options, folder);
    if (!results) return fail(results.problems(), options);
    const auto bytes = write_result_file(in(folder, "result.h5"), results.value(), options.overwrite);
    if (!bytes) return fail(bytes.problems(), options);
    const Comparison comparison = compare(results.value());
    const ReportInput input = report_input(loaded.value(), results.value(), comparison, options);
    if (Problems problems = write_readable(input, folder, options.overwrite); !problems.empty())
        return fail(problems, options);
    forget_replicates(config, folder);
    if (options.json)
        print_as_json(input, config, options, measure.cost());
    else
        print_as_table(input, options, measure.cost());
    return exit_ok;
}

}  // namespace ontkoker::cli
