#include "loader.h"

#include <algorithm>

#include "canonical.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/json/files.h"

namespace ontkoker::json {

const Shelf municipality_shelf{"models/municipalities", codes::unknown_municipality, "het gemeenteprofiel"};
const Shelf scenario_shelf{"configs/scenarios", codes::unknown_scenario, "het scenario"};
const Shelf comparison_shelf{"configs/comparisons", codes::unknown_file, "de vergelijking"};
const Shelf overlay_shelf{"configs/overlays", codes::unknown_file, "de overlay"};
const Shelf sweep_shelf{"configs/sweeps", codes::unknown_file, "de studie"};

namespace {

std::vector<std::string> names_on(const std::string& root, const Shelf& shelf) {
    const Result<std::vector<std::string>> names = json_names(joined(root, shelf.folder));
    return names.ok() ? names.value() : std::vector<std::string>();
}

std::string stem_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.ends_with(".json") ? name.substr(0, name.size() - 5) : name;
}

}  // namespace

void Loader::problem(const Word& word, const char* code, std::string message, std::string hint) {
    if (word.place)
        word.place->problem(code, std::move(message), std::move(hint));
    else
        report_.add(code, std::move(message), std::move(hint));
}

const Document* Loader::open(const std::string& path, const Word& asked) {
    const auto known = documents_.find(path);
    if (known != documents_.end()) return known->second.get();
    std::unique_ptr<Document>& document = documents_[path];
    Result<std::string> text = read_text(path);
    if (text.ok()) {
        document = parse(path, std::move(text.value()), report_);
    } else if (asked.place) {
        const Problem& refused = text.problems().front();
        problem(asked, refused.code.c_str(), path + ": " + refused.message, refused.hint);
    } else {
        report_.add(text.problems());
    }
    return document.get();
}

std::string Loader::find(const Word& word, const Shelf& shelf) {
    const std::string beside = word.place ? folder_of(word.place->file()) : "";
    if (is_path(word.text)) {
        std::vector<std::string> candidates{joined(request_.root, word.text), word.text};
        if (word.place)
            candidates.push_back(beside.empty() ? word.text : joined(beside, word.text));
        else
            std::swap(candidates[0], candidates[1]);
        if (word.text.starts_with('/')) candidates = {word.text};
        // In a file, a path counts from that file; on the command line, from the working folder.
        if (word.place) std::reverse(candidates.begin(), candidates.end());
        for (const std::string& path : candidates) {
            if (file_exists(path)) return path;
        }
        problem(word, codes::cannot_open,
                std::string(shelf.what) + ": het bestand " + word.text + " kan niet worden geopend",
                "geef een bestaand pad of een naam zonder .json");
        return "";
    }
    std::vector<std::string> folders;
    // A study may be called like a scenario, so its neighbours are not looked at.
    const bool neighbours = beside != joined(request_.root, sweep_shelf.folder);
    if (word.place && shelf.folder == scenario_shelf.folder && !beside.empty() && neighbours) folders.push_back(beside);
    folders.push_back(joined(request_.root, shelf.folder));
    for (const std::string& folder : folders) {
        const Result<std::vector<std::string>> names = json_names(folder);
        if (!names.ok()) continue;
        for (const std::string& name : names.value()) {
            if (lower_case(name) == lower_case(word.text)) return joined(folder, name + ".json");
        }
    }
    const std::vector<std::string> known = names_on(request_.root, shelf);
    problem(word, shelf.code,
            std::string(shelf.what) + " '" + word.text + "' bestaat niet; " +
                (known.empty() ? "er zijn er geen in " + joined(request_.root, shelf.folder)
                               : "mogelijk: " + listed(known)),
            did_you_mean(word.text, known));
    return "";
}

void Loader::check_name(const Word& asked, const Place& name) {
    const std::string given = name.name();
    if (given.empty() || is_path(asked.text) || lower_case(given) == lower_case(asked.text)) return;
    name.problem(codes::bad_name, "de naam '" + given + "' wijkt af van de bestandsnaam '" + stem_of(name.file()) + "'",
                 "geef naam en bestand dezelfde naam");
}

Result<LoadedConfig> Loader::load() {
    read_comparison();
    read_model();
    read_municipality_file();
    read_overlay();
    apply_assumptions();
    read_run();
    read_scenarios();
    if (report_.any()) return report_.take();
    return LoadedConfig{bind(effective_), text_};
}

Result<Effective> Loader::load_model() {
    read_model();
    if (report_.any()) return report_.take();
    return effective_;
}

}  // namespace ontkoker::json

namespace ontkoker {

Result<LoadedConfig> load(const Request& request) { return json::Loader(request).load(); }

Result<Config> load_config(const Request& request) {
    Result<LoadedConfig> loaded = load(request);
    if (!loaded.ok()) return loaded.problems();
    return std::move(loaded.value().config);
}

namespace {

Result<json::Effective> effective_from(std::string_view text, std::string where) {
    json::Report report;
    const auto document = json::parse(std::move(where), std::string(text), report);
    if (!document) return report.take();
    json::Effective effective;
    json::read_effective(json::Place(*document, report), effective);
    if (report.any()) return report.take();
    return effective;
}

}  // namespace

Result<Config> config_from_effective(std::string_view text, std::string where) {
    auto effective = effective_from(text, std::move(where));
    if (!effective) return effective.problems();
    return json::bind(effective.value());
}

Result<Config> one_replicate(const Config& config, int replicate) {
    auto effective = effective_from(config.effective, "");
    if (!effective) return effective.problems();
    effective.value().run.replicates = 1;
    effective.value().run.first_replicate = replicate;
    return json::bind(effective.value());
}

std::vector<std::string> municipality_names(const std::string& root) {
    return json::names_on(root, json::municipality_shelf);
}
std::vector<std::string> scenario_names(const std::string& root) { return json::names_on(root, json::scenario_shelf); }
std::vector<std::string> comparison_names(const std::string& root) {
    return json::names_on(root, json::comparison_shelf);
}
std::vector<std::string> overlay_names(const std::string& root) { return json::names_on(root, json::overlay_shelf); }
std::vector<std::string> sweep_names(const std::string& root) { return json::names_on(root, json::sweep_shelf); }

}  // namespace ontkoker
