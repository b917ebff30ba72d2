// Scenario files: each holds what differs from the scenario that it extends.
#include <algorithm>

#include "canonical.h"
#include "loader.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/json/files.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

// The own changes of a scenario over those that it inherits, in order of date: a lever that both set in one month takes
// the own value.
void lay_over(std::vector<ChangeText>& changes, const std::vector<ChangeText>& own) {
    for (const ChangeText& change : own) {
        std::erase_if(changes,
                      [&](const ChangeText& old) { return old.lever == change.lever && old.from == change.from; });
        const auto later = std::upper_bound(changes.begin(), changes.end(), change,
                                            [](const ChangeText& a, const ChangeText& b) { return a.from < b.from; });
        changes.insert(later, change);
    }
}

}  // namespace

void Loader::read_scenarios() {
    std::vector<Word> words;
    for (const std::string& name : request_.scenarios) words.push_back(Word{name, {}});
    if (words.empty() && comparison_) {
        const Place list = (*comparison_)["scenarios"];
        if (!list.present()) return;  // reported
        for (const Place& item : list.items()) words.push_back(Word{item.words(), item});
        if (words.empty()) list.problem(codes::empty_text, "er is minstens een scenario nodig");
    } else if (words.empty()) {
        report_.add(codes::missing, "er is geen scenario opgegeven; mogelijk: " + listed(scenario_names(request_.root)),
                    "geef een scenario of een vergelijking");
    }
    for (const Word& word : words) {
        if (word.text.empty()) continue;  // reported
        const std::string path = find(word, scenario_shelf);
        if (path.empty() || !open(path, word)) continue;
        if (!is_path(word.text)) {
            const Place name = Place(*open(path, word), report_)["name"];
            if (name.peek() != "" && !scenario_files_.contains(path)) check_name(word, name);
        }
        ScenarioText merged = scenario_file(path).own;
        merged.changes.clear();
        const std::vector<std::string> line = lineage(path);
        for (auto file = line.rbegin(); file != line.rend(); ++file)
            lay_over(merged.changes, scenario_file(*file).own.changes);
        for (const ScenarioText& other : effective_.scenarios) {
            if (other.name != merged.name || merged.name.empty()) continue;
            problem(word, codes::twice, "het scenario '" + merged.name + "' staat twee keer in deze vergelijking");
            break;
        }
        effective_.scenarios.push_back(std::move(merged));
        abouts_.push_back(scenario_file(path).about);
    }
}

Loader::ScenarioFile& Loader::scenario_file(const std::string& path) {
    const auto [found, fresh] = scenario_files_.try_emplace(path);
    if (fresh) read_scenario_file(path, found->second);
    return found->second;
}

void Loader::read_scenario_file(const std::string& path, ScenarioFile& file) {
    const Document* document = open(path, Word{path, {}});
    if (!document) return;
    const Place root(*document, report_);
    root.object({{"name"},
                 {"nl"},
                 {"en"},
                 {"extends", false},
                 {"municipality", false},
                 {"says", false},
                 {"measures", false},
                 {"not_measurable", false},
                 {"status"},
                 {"source"},
                 {"changes"}});
    if (root.value().kind != Kind::object) return;
    file.own.name = root["name"].name();
    file.own.nl = root["nl"].words();
    file.own.en = root["en"].words();
    file.own.status = root["status"].words();
    file.own.source = root["source"].words();
    file.own.changes = read_changes(root["changes"], effective_.run);
    read_about(root, file.about);
    const Place extends = root["extends"];
    if (extends.present() && !extends.words().empty()) file.extends = Word{extends.peek(), extends};
}

// The file and all that it extends, nearest first. Stops at a circle, which is told once.
std::vector<std::string> Loader::lineage(const std::string& path) {
    std::vector<std::string> line{path};
    while (true) {
        const std::optional<Word> extends = scenario_file(line.back()).extends;
        if (!extends || extends->text.empty()) return line;
        const std::string base = find(*extends, scenario_shelf);
        if (base.empty()) {
            scenario_file(line.back()).extends.reset();  // told once
            return line;
        }
        const auto again = std::find(line.begin(), line.end(), base);
        if (again == line.end() && line.size() < 32) {
            line.push_back(base);
            continue;
        }
        std::string circle;
        for (auto file = again; file != line.end(); ++file) circle += scenario_file(*file).own.name + " -> ";
        circle += scenario_file(base).own.name;
        if (std::find(told_cycles_.begin(), told_cycles_.end(), base) == told_cycles_.end()) {
            problem(*extends, codes::cycle, "deze scenario's bouwen in een kring op elkaar voort: " + circle,
                    "haal extends weg bij een van hen");
        }
        told_cycles_.insert(told_cycles_.end(), line.begin(), line.end());
        return line;
    }
}

}  // namespace ontkoker::json
