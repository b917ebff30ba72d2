#include "comparison_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "find_root.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/files.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// Outcomes on the first screen when no comparison file names them, as far as the results have them.
constexpr std::string_view usual_headline[] = {"spending/municipality", "problematic_debt", "fund_spending/youth",
                                               "waiting", "youth_help_reach"};

bool same(const Change& a, const Change& b) {
    return a.lever == b.lever && a.value == b.value && a.from == b.from && a.ramp_months == b.ramp_months;
}

bool has(const Scenario& scenario, const Change& change) {
    return std::any_of(scenario.changes.begin(), scenario.changes.end(),
                       [&](const Change& other) { return same(other, change); });
}

std::string note_of(const Change& change, Words say) {
    const LeverRow& lever = lever_rows()[static_cast<std::size_t>(change.lever)];
    std::string text = fmt::format(fmt::runtime(say("{} ({}): {} {} vanaf {}-{:02d}", "{} ({}): {} {} from {}-{:02d}")),
                                   say(lever.nl, lever.en), lever.name, exact(change.value),
                                   lever.unit == "1" ? "" : lever.unit, change.from.year(), change.from.number());
    if (change.ramp_months > 0)
        text += fmt::format(fmt::runtime(say(", in {} maanden", ", over {} months")), change.ramp_months);
    return text;
}

// One line per change that a scenario has and the reference has not, and the other way round.
std::vector<std::string> notes_of(const Config& config, const std::vector<std::string>& labels, Words say) {
    std::vector<std::string> notes;
    const Scenario& reference = config.scenarios[0];
    for (std::size_t i = 1; i < config.scenarios.size(); ++i) {
        const Scenario& scenario = config.scenarios[i];
        for (const Change& change : scenario.changes)
            if (!has(reference, change)) notes.push_back(labels[i] + ": " + note_of(change, say));
        for (const Change& change : reference.changes)
            if (!has(scenario, change))
                notes.push_back(labels[i] + std::string(say(": zonder ", ": without ")) + note_of(change, say));
    }
    for (const std::string& name : config.run.off)
        notes.push_back(std::string(say("In alle scenario's uitgeschakeld: ", "Switched off in all scenarios: ")) +
                        name);
    if (config.run.sample > 1)
        notes.push_back(
            fmt::format(fmt::runtime(say("Deelpopulatie: elk {}e huishouden; kleine wachtrijen wachten daarin langer.",
                                         "Partial population: one household in {}; small queues wait longer in it.")),
                        config.run.sample));
    return notes;
}

// Lines that start with "- " in models/limits.md (models/limits.en.md for English where it exists).
std::vector<std::string> limits_of(const Options& options) {
    const auto root = find_root(options.root, options.language);
    std::vector<std::string> limits;
    if (!root) return limits;
    auto text = json::read_text(
        json::joined(root.value(), options.language == Language::en ? "models/limits.en.md" : "models/limits.md"));
    if (!text) text = json::read_text(json::joined(root.value(), "models/limits.md"));
    if (!text) return limits;
    std::string_view rest = text.value();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (line.starts_with("- "))
            limits.emplace_back(line.substr(2));
        else if (line.starts_with("  ") && !limits.empty())
            limits.back() +=
                " " + std::string(line.substr(line.find_first_not_of(' ') == line.npos ? line.size()
                                                                                       : line.find_first_not_of(' ')));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return limits;
}

bool exists(const ResultSet& results, std::string_view name) {
    return results.find(name.substr(0, name.find('/'))) >= 0;
}

}  // namespace

ReportInput report_input(const LoadedConfig& loaded, const ResultSet& results, const Comparison& comparison,
                         const Options& options) {
    const Words say{options.language};
    const Config& config = loaded.config;
    ReportInput input;
    input.results = &results;
    input.comparison = &comparison;
    input.language = std::string(say("nl", "en"));
    input.title = std::string(say(loaded.text.title_nl, loaded.text.title_en));
    input.question = std::string(say(loaded.text.question_nl, loaded.text.question_en));
    for (const Scenario& scenario : config.scenarios) {
        const std::string_view label = say(scenario.nl, scenario.en);
        input.scenario_labels.emplace_back(label.empty() ? std::string_view(scenario.name) : label);
    }
    input.limits = limits_of(options);
    input.command = options.typed;
    input.seed = std::to_string(config.run.seed);
    input.scenario_notes = notes_of(config, input.scenario_labels, say);
    input.headline = loaded.text.headline;
    if (input.headline.empty())
        for (const std::string_view name : usual_headline)
            if (exists(results, name)) input.headline.emplace_back(name);
    input.trajectories = input.headline;
    if (input.trajectories.size() > 5) input.trajectories.resize(5);
    return input;
}

}  // namespace ontkoker::cli
