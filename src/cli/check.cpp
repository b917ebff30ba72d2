// ontkoker check: whether files can be used, with everything that is wrong at once.
#include <fmt/format.h>

#include <set>
#include <tuple>

#include "commands.h"
#include "find_root.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/json/chains.h"
#include "ontkoker/io/json/checklist.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/io/json/files.h"
#include "ontkoker/io/json/listing.h"
#include "ontkoker/io/json/sweep_file.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

enum class Kind { scenario, comparison, municipality, overlay, model, chains, checklist, answers, sweep };

// Files with numbers name their format; of the others only a sweep has axes, and of the rest only a comparison scenarios.
Kind kind_of(std::string_view text) {
    const auto has = [&](std::string_view word) { return text.find(word) != text.npos; };
    if (has("\"ontkoker-municipality-")) return Kind::municipality;
    if (has("\"ontkoker-overlay-")) return Kind::overlay;
    if (has("\"ontkoker-parameters-") || has("\"ontkoker-help-types-") || has("\"ontkoker-schemes-") ||
        has("\"ontkoker-actors-"))
        return Kind::model;
    if (has("\"ontkoker-chains-")) return Kind::chains;
    if (has("\"ontkoker-checklist-")) return Kind::checklist;
    if (has("\"ontkoker-answers-")) return Kind::answers;
    if (has("\"axes\"")) return Kind::sweep;
    return has("\"scenarios\"") ? Kind::comparison : Kind::scenario;
}

// Every other part of the configuration is one that comes along, so that what is told is about this file.
Problems problems_of(const std::string& file, Kind kind, const std::string& root) {
    Request request;
    request.root = root;
    if (kind == Kind::sweep) {
        const auto plan = load_sweep(request, file);
        return plan ? Problems{} : plan.problems();
    }
    if (kind == Kind::comparison) {
        request.comparison = file;
    } else {
        request.municipality = kind == Kind::municipality ? file : "gemiddeld";
        request.scenarios = {kind == Kind::scenario ? file : "verkokerd"};
        if (kind == Kind::overlay) request.overlay = file;
    }
    if (kind == Kind::model) {
        const auto model = model_parameters(root);
        return model ? Problems{} : model.problems();
    }
    if (kind == Kind::checklist || kind == Kind::answers) {
        const bool list = kind == Kind::checklist;
        const auto boxes = read_checklist(list ? file : json::joined(root, "models/checklist.json"));
        if (!boxes || list) return boxes ? Problems{} : boxes.problems();
        const auto answers = read_answers(file, boxes.value());
        return answers ? Problems{} : answers.problems();
    }
    const auto config = load_config(request);
    if (!config || kind != Kind::chains) return config ? Problems{} : config.problems();
    const auto chains = read_chains(file, config.value());
    return chains ? Problems{} : chains.problems();
}

// A name without a path is looked for in each of the folders.
std::string path_of(const std::string& word, const std::string& root) {
    if (json::is_path(word)) return word;
    const std::pair<const char*, std::vector<std::string>> shelves[] = {
        {"configs/scenarios/", scenario_names(root)},
        {"configs/comparisons/", comparison_names(root)},
        {"models/municipalities/", municipality_names(root)},
        {"configs/overlays/", overlay_names(root)},
        {"configs/sweeps/", sweep_names(root)}};
    for (const auto& [folder, names] : shelves)
        for (const std::string& name : names)
            if (lower_case(name) == lower_case(word)) return json::joined(root, folder + name + ".json");
    return word;
}

std::vector<std::string> everything(const std::string& root) {
    std::vector<std::string> files;
    const auto add = [&](const char* folder, const std::vector<std::string>& names) {
        for (const std::string& name : names) files.push_back(json::joined(root, folder + name + ".json"));
    };
    files.push_back(json::joined(root, "models/schemes.json"));  // stands for the whole model
    for (const char* name : {"models/chains.json", "models/checklist.json"})
        if (const std::string path = json::joined(root, name); json::file_exists(path)) files.push_back(path);
    add("models/municipalities/", municipality_names(root));
    add("configs/scenarios/", scenario_names(root));
    add("configs/comparisons/", comparison_names(root));
    add("configs/overlays/", overlay_names(root));
    add("configs/sweeps/", sweep_names(root));
    return files;
}

// Problems of a file that several others use are told once.
class Told {
public:
    void add(const Problems& problems) {
        for (const Problem& problem : problems)
            if (seen_.emplace(problem.file, problem.pointer, problem.code, problem.message).second)
                all_.push_back(problem);
    }
    const Problems& all() const { return all_; }

private:
    std::set<std::tuple<std::string, std::string, std::string, std::string>> seen_;
    Problems all_;
};

int end(const std::vector<std::string>& files, const Problems& problems, const Options& options) {
    const Words say{options.language};
    if (options.json) {
        json::Value list = json::Value::array();
        for (const Problem& problem : problems) list.push(json_of(problem));
        json::Value object = json::Value::object();
        object.set("files", json::Value::array(files)).set("problems", std::move(list));
        print_json(object);
        return exit_code_of(problems);
    }
    if (problems.empty())
        print(fmt::format(fmt::runtime(say("{} bestanden in orde\n", "{} files in order\n")), files.size()));
    return fail(problems, options);
}

}  // namespace

int check_command(const Options& options) {
    const auto root = find_root(options.root, options.language);
    if (!root) return fail(root.problems(), options);
    std::vector<std::string> files;
    for (const std::string& word : options.words) files.push_back(path_of(word, root.value()));
    if (files.empty()) files = everything(root.value());
    Told told;
    for (const std::string& file : files) {
        const auto text = json::read_text(file);
        told.add(text ? problems_of(file, kind_of(text.value()), root_above(file, root.value())) : text.problems());
    }
    return end(files, told.all(), options);
}

}  // namespace ontkoker::cli
