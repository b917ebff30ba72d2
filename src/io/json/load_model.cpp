// Parameters, help types and schemes: models/parameters/*.json, models/help_types.json, models/schemes.json, models/actors.json.
#include <algorithm>

#include "canonical.h"
#include "loader.h"
#include "ontkoker/io/json/files.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Row>
std::vector<std::string> field_names(std::span<const Row> rows) {
    std::vector<std::string> names;
    for (const Row& row : rows) names.emplace_back(row.name);
    return names;
}

// The rows of one help type or scheme, every field once; they are called `prefix` and the field.
void read_fields(const Place& rows, const std::vector<std::string>& fields, const std::string& prefix,
                 Effective& effective) {
    if (!rows.present()) return;
    for (const auto& [field, place] : rows.members()) {
        if (has(fields, field)) {
            read_row(place, From::files, effective.parameters[prefix + field]);
        } else {
            rows.unknown_member(codes::unknown_parameter, "de parameter", field, fields, true);
        }
    }
    if (rows.value().kind != Kind::object) return;
    for (const std::string& field : fields) {
        if (!rows.value().find(field)) rows.problem_at(field, codes::missing, "de parameter '" + field + "' ontbreekt");
    }
}

template <class Head>
bool known_twice(const Place& item, const std::vector<Head>& heads, const std::string& name) {
    for (const Head& other : heads) {
        if (other.name != name) continue;
        item["name"].problem(codes::twice, "'" + name + "' staat hier twee keer");
        return true;
    }
    return false;
}

}  // namespace

void Loader::read_model() {
    const std::string folder = joined(request_.root, "models/parameters");
    const Result<std::vector<std::string>> names = json_names(folder);
    const std::size_t before = report_.size();
    if (names.ok()) {
        for (const std::string& name : names.value()) read_parameter_file(joined(folder, name + ".json"));
    } else {
        report_.add(names.problems());
    }
    const bool unread = std::any_of(documents_.begin(), documents_.end(), [](const auto& d) { return !d.second; });
    if (report_.size() == before || !unread) report_missing_rows();
    read_help_types();
    read_schemes();
    read_actors();
}

void Loader::read_parameter_file(const std::string& path) {
    const Document* document = open(path, Word{path, {}});
    if (!document) return;
    const Place root(*document, report_);
    if (!root.object({{"format"}, {"parameters"}}) || !root["format"].format("ontkoker-parameters-1")) return;
    const std::vector<std::string> rows = field_names(parameter_rows()), tables = table_names();
    std::vector<std::string> all = rows;
    all.insert(all.end(), tables.begin(), tables.end());
    const Place parameters = root["parameters"];
    for (const auto& [name, place] : parameters.members()) {
        if (!has(all, name)) {
            parameters.unknown_member(codes::unknown_parameter, "de parameter", name, all, false);
            continue;
        }
        const auto [first, fresh] = row_files_.emplace(name, path);
        if (!fresh) {
            parameters.problem_at(name, codes::twice, "de parameter '" + name + "' staat ook in " + first->second);
            continue;
        }
        if (has(rows, name))
            read_row(place, From::files, effective_.parameters[name]);
        else
            read_table(place, name, effective_.tables[name]);
    }
}

void Loader::report_missing_rows() {
    std::vector<std::string> all = field_names(parameter_rows());
    const std::vector<std::string> tables = table_names();
    all.insert(all.end(), tables.begin(), tables.end());
    for (const std::string& name : all) {
        if (row_files_.contains(name)) continue;
        report_.add(codes::missing_row, "de parameter '" + name + "' staat in geen enkel bestand",
                    "voeg hem toe aan een bestand in deze map", joined(request_.root, "models/parameters"),
                    "/parameters/" + pointer_part(name));
    }
}

void Loader::read_help_types() {
    const std::string path = joined(request_.root, "models/help_types.json");
    const Document* document = open(path, Word{path, {}});
    if (!document) return;
    const Place root(*document, report_);
    if (!root.object({{"format"}, {"types"}}) || !root["format"].format("ontkoker-help-types-1")) return;
    for (const Place& item : root["types"].items()) {
        item.object({{"name"}, {"nl"}, {"en"}, {"places"}, {"team"}, {"delivered_by"}, {"payer"}, {"parameters"}});
        HelpTypeHead head;
        read_help_type(item, head);
        if (known_twice(item, effective_.help_types, head.name)) continue;
        read_fields(item["parameters"], field_names(help_type_rows()), "help." + head.name + ".", effective_);
        effective_.help_types.push_back(std::move(head));
    }
    if (root["types"].value().kind == Kind::array && root["types"].value().items.empty()) {
        root["types"].problem(codes::empty_text, "er is minstens een soort hulp nodig");
    }
}

void Loader::read_schemes() {
    const std::string path = joined(request_.root, "models/schemes.json");
    const Document* document = open(path, Word{path, {}});
    if (!document) return;
    const Place root(*document, report_);
    if (!root.object({{"format"}, {"schemes"}}) || !root["format"].format("ontkoker-schemes-1")) return;
    for (const Place& item : root["schemes"].items()) {
        item.object({{"name"}, {"nl"}, {"en"}, {"lawful_to_cut"}, {"per_child"}, {"families_only"}, {"parameters"}});
        SchemeHead head;
        read_scheme(item, head);
        if (known_twice(item, effective_.schemes, head.name)) continue;
        read_fields(item["parameters"], field_names(scheme_rows()), "schemes." + head.name + ".", effective_);
        effective_.schemes.push_back(std::move(head));
    }
    if (root["schemes"].value().kind == Kind::array && root["schemes"].value().items.empty()) {
        root["schemes"].problem(codes::empty_text, "er is minstens een regeling nodig");
    }
}

void Loader::read_actors() {
    const std::string path = joined(request_.root, "models/actors.json");
    const Document* document = open(path, Word{path, {}});
    if (!document) return;
    const Place root(*document, report_);
    if (!root.object({{"format"}, {"actors"}}) || !root["format"].format("ontkoker-actors-1")) return;
    for (const Place& item : root["actors"].items()) {
        item.object({{"name"}, {"nl"}, {"en"}, {"type"}, {"domain"}, {"services"}, {"parameters"}});
        ActorHead head;
        read_actor(item, effective_.help_types, head);
        if (known_twice(item, effective_.actors, head.name)) continue;
        read_fields(item["parameters"], field_names(actor_rows()), "actors." + head.name + ".", effective_);
        effective_.actors.push_back(std::move(head));
    }
    if (root["actors"].value().kind == Kind::array && root["actors"].value().items.empty()) {
        root["actors"].problem(codes::empty_text, "er is minstens een actor nodig");
    }
}

}  // namespace ontkoker::json
