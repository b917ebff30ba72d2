// ontkoker family: the years of one made-up family under two scenarios, side by side.
#include <fmt/format.h>

#include <filesystem>

#include "commands.h"
#include "family_chart.h"
#include "family_json.h"
#include "family_text.h"
#include "interrupt.h"
#include "ontkoker/cli/family_wish.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "output.h"
#include "progress.h"
#include "run_profile.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;

struct CaseRow {
    FamilyCase which;
    std::string_view name, file_nl, file_en, nl, en;
};
constexpr CaseRow cases[] = {
    {FamilyCase::median, "median", "mediaan", "median", "het middelste geval", "the median case"},
    {FamilyCase::good, "good", "goed", "good", "een goed geval", "a good case"},
    {FamilyCase::bad, "bad", "slecht", "bad", "een slecht geval", "a bad case"},
};

// A family that is told, and as what.
struct ToldFamily {
    Story story;
    std::string_view which, file;  // name of the case; empty for a household by its key
};

Problems family_problems(const Options& options) {
    const Words say{options.language};
    Problems problems;
    const std::string hint(say("zie ontkoker family --help", "see ontkoker family --help"));
    if (options.words.empty() && options.scenarios.size() != 2)
        problems.push_back(usage("E0001", std::string(say("noem een vergelijking, of twee keer --scenario",
                                                 "name a comparison, or give --scenario twice")),
                                 hint));
    if (options.words.empty() && options.municipality.empty())
        problems.push_back(usage("E0001", std::string(say("--municipality ontbreekt", "--municipality is missing")), hint));
    return problems;
}

FamilyRequest request_of(const Options& options, const std::vector<WishPart>& parts) {
    FamilyRequest request;
    request.replicate = static_cast<int>(options.replicates.value_or(1)) - 1;
    for (const WishPart& part : parts) request.wishes.push_back(part.wish);
    if (options.household > 0) request.household = options.household;
    return request;
}

Result<FamilyRun> run_watched(const Config& config, const Options& options, const FamilyRequest& request) {
    Progress progress(options.quiet, options.language);
    RunOptions run;
    ProcessTimes times;
    run.threads = threads_of(options);
    times.system = system_counts();
    run.times = options.profile ? &times : nullptr;
    if (options.grain > 0) run.grain = static_cast<std::size_t>(options.grain);
    run.stop = &stop_on_signal();
    run.progress = [&](std::int64_t done, std::int64_t total) { progress.at(done, total); };
    run.check_laws_weekly = options.weekly_laws;
    auto result = run_families(config, run, request);
    progress.end();
    if (result) {
        if (options.profile) tell_profile(times, config, options.language);
        return result;
    }
    Problems problems = result.problems();
    for (Problem& problem : problems)
        if (exit_code_of({problem}) == exit_interrupted)
            problem.hint = Words{options.language}("er is niets bewaard; dezelfde opdracht begint opnieuw",
                                                   "nothing is kept; the same command begins again");
    return problems;
}

// "schulden: 812, kind van tien: 430".
std::string counts_text(const std::vector<WishPart>& parts, const FamilyRun& run) {
    std::string text;
    for (std::size_t p = 0; p < parts.size(); ++p)
        text += fmt::format("{}{}: {}", p == 0 ? "" : ", ", parts[p].words, run.fitting[p]);
    return text;
}

Problems nothing_found(const std::vector<WishPart>& parts, const FamilyRun& run, const Options& options) {
    const Words say{options.language};
    if (options.household > 0)
        return {usage("E0001", 
            fmt::format(
                fmt::runtime(say("geen huishouden met nummer {} op dag 0", "no household with number {} on day 0")),
                options.household),
            std::string(say("een nummer staat boven een eerder verhaal van dezelfde gemeente, seed en herhaling",
                            "a number stands above an earlier story of the same municipality, seed and replicate")))};
    if (run.families.empty())
        return {usage("E0001", std::string(say("geen gezin met kinderen past bij alles van --like",
                                      "no family with children fits all of --like")),
                      fmt::format(fmt::runtime(say("gezinnen per deel: {}", "families for each part: {}")),
                                  counts_text(parts, run)))};
    return {usage("E0001", fmt::format(fmt::runtime(say("{} gezinnen passen, maar geen blijft alle jaren in beide scenario's",
                                               "{} families fit, but none stays all years in both scenarios")),
                              run.fitting_all),
                  std::string(say("kies minder jaren of een ruimere omschrijving",
                                  "choose fewer years or a wider description")))};
}

std::vector<ToldFamily> told_families(const Config& config, const FamilyRun& run, const Options& options) {
    const Words say{options.language};
    std::vector<ToldFamily> told;
    if (options.household > 0) {
        told.push_back({{config, run.families.front(), options.language, ""}, "", say("gekozen", "chosen")});
        return told;
    }
    for (const CaseRow& row : cases)
        if (options.family_case.empty() || options.family_case == "all" || options.family_case == row.name)
            told.push_back({{config, run.families[place_of(row.which, run.staying)], options.language,
                             std::string(say(row.nl, row.en))},
                            row.name,
                            say(row.file_nl, row.file_en)});
    return told;
}

// Of those that stay: with a lower and with a higher burden in the second arm.
std::pair<std::size_t, std::size_t> better_and_worse(const FamilyRun& run) {
    std::size_t better = 0, worse = 0;
    for (std::size_t f = 0; f < run.staying; ++f) {
        better += run.families[f].difference < 0;
        worse += run.families[f].difference > 0;
    }
    return {better, worse};
}

std::string head_text(const Config& config, const FamilyRun& run, const std::vector<WishPart>& parts,
                      const Options& options) {
    const Words say{options.language};
    std::string text =
        fmt::format(fmt::runtime(say("{}, {} tegen {}, {} jaar, herhaling {}: hetzelfde toeval in beide scenario's\n",
                                     "{}, {} against {}, {} years, replicate {}: the same luck in both scenarios\n")),
                    config.municipality.name, config.scenarios[0].name, config.scenarios[1].name, config.run.years,
                    options.replicates.value_or(1));
    if (options.household > 0) return text;
    if (!parts.empty())
        text += fmt::format(fmt::runtime(say("Gezocht: {}\n", "Searched: {}\n")), counts_text(parts, run));
    text += fmt::format(
        fmt::runtime(say(
            "{} gezinnen passen, {} gevolgd, {} blijven al die jaren in beide. Op volgorde van het verschil in "
            "zwaarte:\n"
            "het middelste geval, en een goed en een slecht geval, waar een tiende van de gezinnen nog voorbij gaat.\n",
            "{} families fit, {} watched, {} stay all these years in both. In order of the difference in burden:\n"
            "the median case, and a good and a bad case, which a tenth of the families surpass.\n")),
        run.fitting_all, run.families.size(), run.staying);
    const auto [better, worse] = better_and_worse(run);
    return text + fmt::format(fmt::runtime(say("Onder {}: {} beter af, {} slechter, {} precies gelijk.\n",
                                               "Under {}: {} better off, {} worse, {} exactly equal.\n")),
                              config.scenarios[1].name, better, worse, run.staying - better - worse);
}

std::string place_in(const Options& options, std::string_view file, std::string_view extension) {
    const std::string_view begin = options.language == Language::nl ? "gezin-" : "family-";
    return (fs::path(options.output) / fmt::format("{}{}{}", begin, file, extension)).string();
}

Problems write_files(const std::vector<ToldFamily>& told, const std::string& head, const Options& options) {
    if (options.output.empty()) return {};
    if (Problems problems = make_folder(options.output); !problems.empty()) return problems;
    Problems problems;
    const auto write = [&](const std::string& path, const std::string& text) {
        const auto written = write_whole_file(path, text, options.overwrite);
        if (!written) problems.insert(problems.end(), written.problems().begin(), written.problems().end());
    };
    for (const ToldFamily& one : told) {
        write(place_in(options, one.file, ".txt"), head + "\n" + story_text(one.story));
        write(place_in(options, one.file, ".svg"), family_svg(one.story, fmt::format("family-{}", one.file)));
    }
    return problems;
}

void print_as_json(const Config& config, const FamilyRun& run, const std::vector<WishPart>& parts,
                   const std::vector<ToldFamily>& told, const Options& options, const Cost& cost) {
    using json::Value;
    Value scenarios = Value::array(), wishes = Value::array(), families = Value::array();
    for (const Scenario& scenario : config.scenarios) scenarios.push(scenario.name);
    for (std::size_t p = 0; p < parts.size() && p < run.fitting.size(); ++p) {
        Value one = Value::object();
        one.set("words", parts[p].words).set("families", Value::of(static_cast<double>(run.fitting[p])));
        wishes.push(std::move(one));
    }
    for (const ToldFamily& one : told) families.push(family_json(one.story, one.which));
    Value object = Value::object();
    object.set("made_up", Value::of(true))
        .set("municipality", config.municipality.name)
        .set("scenarios", std::move(scenarios));
    object.set("start_year", Value::of(config.run.start_year)).set("years", Value::of(config.run.years));
    object.set("seed", Value::of(config.run.seed))
        .set("replicate", Value::of(static_cast<double>(options.replicates.value_or(1))));
    object.set("like", std::move(wishes)).set("fitting", Value::of(static_cast<double>(run.fitting_all)));
    object.set("watched", Value::of(static_cast<double>(run.families.size())));
    object.set("staying", Value::of(static_cast<double>(run.staying)));
    const auto [better, worse] = better_and_worse(run);
    object.set("better", Value::of(static_cast<double>(better))).set("worse", Value::of(static_cast<double>(worse)));
    set_cost(object, cost);
    print_json(object.set("families", std::move(families)));
}

// What would be written over.
std::vector<std::string> paths_of(const Options& options) {
    std::vector<std::string> paths;
    if (options.output.empty()) return paths;
    const Words say{options.language};
    std::vector<std::string_view> files;
    if (options.household > 0)
        files.push_back(say("gekozen", "chosen"));
    else
        for (const CaseRow& row : cases)
            if (options.family_case.empty() || options.family_case == "all" || options.family_case == row.name)
                files.push_back(say(row.file_nl, row.file_en));
    for (const std::string_view file : files)
        for (const std::string_view extension : {".txt", ".svg"}) paths.push_back(place_in(options, file, extension));
    return paths;
}

}  // namespace

int family_command(const Options& options) {
    const Measure measure;
    Problems problems = family_problems(options);
    auto parts = read_wish(options.like, options.language);
    if (!parts) problems.insert(problems.end(), parts.problems().begin(), parts.problems().end());
    if (!problems.empty()) return fail(problems, options);
    auto loaded = load_for(options, options.words.empty() ? "" : options.words[0], options.scenarios);
    if (!loaded) return fail(loaded.problems(), options);
    Config& config = loaded.value().config;
    const Words say{options.language};
    if (config.scenarios.size() < 2)
        return fail({usage("E0001", std::string(say("een vergelijking met één scenario heeft niets om naast te leggen",
                                           "a comparison of one scenario has nothing to put beside it")),
                           "")},
                    options);
    config.scenarios.resize(2);
    if (const Problems refused = refusals(paths_of(options), options); !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    auto run = run_watched(config, options, request_of(options, parts.value()));
    if (!run) return fail(run.problems(), options);
    const bool found = options.household > 0 ? !run.value().families.empty() : run.value().staying > 0;
    if (!found) return fail(nothing_found(parts.value(), run.value(), options), options);
    const auto told = told_families(config, run.value(), options);
    const std::string head = head_text(config, run.value(), parts.value(), options);
    if (problems = write_files(told, head, options); !problems.empty()) return fail(problems, options);
    if (options.json) {
        print_as_json(config, run.value(), parts.value(), told, options, measure.cost());
        return exit_ok;
    }
    print(head);
    for (const ToldFamily& one : told) print("\n" + story_text(one.story));
    if (!options.output.empty())
        for (const ToldFamily& one : told) tell(place_in(options, one.file, ".svg"));
    tell(cost_text(measure.cost(), options.language));
    return exit_ok;
}

}  // namespace ontkoker::cli
