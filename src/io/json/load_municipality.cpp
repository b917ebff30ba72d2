// A municipality's profile, its own figures laid over it, and assumptions that hold for all scenarios.
#include <algorithm>

#include "canonical.h"
#include "figures.h"
#include "loader.h"
#include "ontkoker/io/json/files.h"
#include "rows.h"

namespace ontkoker::json {

void Loader::read_municipality_file() {
    Word word{request_.municipality, {}};
    if (word.text.empty() && comparison_) {
        const Place place = (*comparison_)["municipality"];
        if (place.present()) word = Word{place.words(), place};
        if (word.text.empty()) return;  // reported: missing or empty
    }
    if (word.text.empty()) {
        report_.add(codes::missing,
                    "er is geen gemeente opgegeven; mogelijk: " + listed(municipality_names(request_.root)),
                    "geef --municipality of een vergelijking");
        return;
    }
    const std::string path = find(word, municipality_shelf);
    const Document* document = path.empty() ? nullptr : open(path, word);
    if (!document) return;
    const Place root(*document, report_);
    read_municipality(root, From::files, effective_.municipality);
    if (root["name"].present() && root["name"].value().kind == Kind::text && !is_path(word.text)) {
        if (!effective_.municipality.name.empty()) check_name(word, root["name"]);
    }
}

void Loader::read_overlay() {
    Word word{request_.overlay, {}};
    for (const std::optional<Place>& file : {sweep_, comparison_}) {
        if (!word.text.empty() || !file || !(*file)["overlay"].present()) continue;
        const Place place = (*file)["overlay"];
        word = Word{place.words(), place};
    }
    if (word.text.empty()) return;
    const std::string path = find(word, overlay_shelf);
    const Document* document = path.empty() ? nullptr : open(path, word);
    if (!document) return;
    const Place root(*document, report_);
    const bool complete = root.object({{"format"},
                                       {"name"},
                                       {"nl", false},
                                       {"en", false},
                                       {"figures", false},
                                       {"tables", false},
                                       {"parameters", false}});
    if (!complete || !root["format"].format("ontkoker-overlay-1")) return;
    root["name"].name();
    root["nl"].words();
    root["en"].words();
    read_figures(root["figures"], From::files, false, effective_.municipality);
    read_figure_tables(root["tables"], false, effective_.municipality);
    if (root["figures"].present()) check_figures(root["figures"], effective_.municipality);
    if (root["parameters"].present()) read_overlay_parameters(root["parameters"]);
}

void Loader::read_overlay_parameters(const Place& rows) {
    const std::vector<std::string> known = row_names(effective_);
    for (const auto& [name, place] : rows.members()) {
        const auto row = effective_.parameters.find(name);
        if (row != effective_.parameters.end()) {
            overlay_parameter(place, row->second);
        } else if (std::find(known.begin(), known.end(), name) == known.end()) {
            rows.unknown_member(codes::unknown_parameter, "de parameter", name, known, false);
        }
    }
}

void Loader::overlay_parameter(const Place& place, Row& row) {
    const bool complete = place.object({{"value"},
                                        {"source"},
                                        {"low", false},
                                        {"high", false},
                                        {"unit", false},
                                        {"distribution", false},
                                        {"status", false},
                                        {"valid_until", false},
                                        {"mechanism", false},
                                        {"nl", false},
                                        {"en", false}});
    Row changed = row;
    bool numbers = complete;
    const auto number = [&](const char* key, double& field) {
        if (!place[key].present()) return;
        const std::optional<double> value =
            is_share(row.unit) ? place[key].number(Bounds{0, 1, "share"}) : place[key].number();
        numbers = numbers && value;
        field = value.value_or(field);
    };
    number("value", changed.value);
    number("low", changed.low);
    number("high", changed.high);
    const auto words = [&](const char* key, std::string& field) {
        if (place[key].present()) field = place[key].words();
    };
    words("source", changed.source);
    words("mechanism", changed.mechanism);
    words("nl", changed.nl);
    words("en", changed.en);
    words("unit", changed.unit);
    if (place["distribution"].present()) changed.distribution = place["distribution"].one_of(distributions());
    if (place["status"].present()) changed.status = place["status"].one_of(statuses());
    if (place["valid_until"].present()) {
        check_day(place["valid_until"]);
        changed.valid_until = place["valid_until"].peek();
    }
    if (changed.unit != row.unit) {
        place["unit"].problem(codes::other_unit, "de eenheid is '" + row.unit + "', niet '" + changed.unit + "'",
                              "reken de waarde om naar " + row.unit);
        return;
    }
    if (numbers) check_range(place, changed);
    if (changed.value != row.value) changed.changed_from = row.value;
    row = changed;
}

void Loader::apply_assumptions() {
    for (const std::optional<Place>& file : {comparison_, sweep_}) {
        if (!file || !(*file)["assumptions"].present()) continue;
        for (const auto& [name, place] : (*file)["assumptions"].members()) {
            const std::optional<double> value = place.number();
            if (value) assume(Word{name, place}, *value);
        }
    }
    for (const auto& [name, value] : request_.assumptions) assume(Word{name, {}}, value);
}

void Loader::assume(const Word& name, double value) {
    const auto found = effective_.parameters.find(name.text);
    if (found == effective_.parameters.end()) {
        const std::vector<std::string> known = row_names(effective_);
        if (std::find(known.begin(), known.end(), name.text) != known.end()) return;  // its row was refused
        problem(name, codes::unknown_parameter, "de parameter '" + name.text + "' bestaat niet",
                did_you_mean(name.text, known));
        return;
    }
    Row& row = found->second;
    if (!(value >= row.low && value <= row.high)) {
        const std::string given = value == value ? number_text(value) : "NaN";
        problem(name, codes::out_of_bounds,
                name.text + ": " + given + " valt buiten " + bounds_text(Bounds{row.low, row.high, row.unit}));
        return;
    }
    if (value == row.value) return;
    if (!row.changed_from) row.changed_from = row.value;
    row.value = value;
}

}  // namespace ontkoker::json
