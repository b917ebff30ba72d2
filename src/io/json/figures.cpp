#include "figures.h"

#include <algorithm>

namespace ontkoker::json {
namespace {

struct FigureBounds {
    std::string_view name;
    Bounds bounds;
};

// Bounds that no Dutch municipality leaves, nor all of them taken together as one; they catch percentages, thousands and
// typing errors.
constexpr FigureBounds limits[] = {
    {"population", {500, 20000000, "persons"}},
    {"households", {200, 10000000, "households"}},
    {"single_person", {0, 10000000, "households"}},
    {"couple_no_children", {0, 10000000, "households"}},
    {"couple_children", {0, 10000000, "households"}},
    {"single_parent", {0, 10000000, "households"}},
    {"size_3", {0, 10000000, "households"}},
    {"size_4", {0, 10000000, "households"}},
    {"size_5", {0, 10000000, "households"}},
    {"births_per_1000", {1, 40, "per 1,000 inhabitants"}},
    {"deaths_per_1000", {1, 40, "per 1,000 inhabitants"}},
    {"income", {10, 150, "1,000 EUR a year"}},
    {"ww", {0, 5000000, "persons"}},
    {"bijstand", {0, 5000000, "persons"}},
    {"disability", {0, 5000000, "persons"}},
    {"youth_spending", {100000, 20000000000, "EUR a year"}},
    {"team_spending", {10000, 20000000000, "EUR a year"}},
    {"income_spending", {10000, 50000000000, "EUR a year"}},
    {"wait_weeks", {0, 104, "weeks"}},
};

constexpr Key figure_keys[] = {
    {"value"}, {"unit"}, {"table"}, {"year"}, {"source"}, {"note", false}, {"changed_from", false}};
constexpr Key figure_table_keys[] = {{"values"}, {"unit"}, {"table"}, {"year"}, {"source"}, {"note", false}};
constexpr Bounds years{1990, 2100, "year"};

void read_figure(const Place& place, From from, std::string_view name, Figure& figure) {
    const std::span<const Key> keys(figure_keys);
    place.object(from == From::files ? keys.first(keys.size() - 1) : keys);
    figure.value = place["value"].number(figure_bounds(name)).value_or(figure.value);
    check_unit(place["unit"]);
    figure.unit = place["unit"].peek();
    figure.table = place["table"].words();
    figure.source = place["source"].words();
    figure.note = place["note"].words();
    figure.year = static_cast<int>(place["year"].whole(years).value_or(0));
    if (from == From::effective) figure.changed_from = place["changed_from"].number();
}

void read_figure_table(const Place& place, std::string_view name, std::size_t size, FigureTable& table) {
    place.object(std::span<const Key>(figure_table_keys));
    table.values = place["values"].numbers(size, figure_table_bounds(name));
    check_unit(place["unit"]);
    table.unit = place["unit"].peek();
    table.table = place["table"].words();
    table.source = place["source"].words();
    table.note = place["note"].words();
    table.year = static_cast<int>(place["year"].whole(years).value_or(0));
    const bool nothing = std::all_of(table.values.begin(), table.values.end(), [](double v) { return v == 0.0; });
    if (nothing && table.values.size() == size) {
        place["values"].problem(codes::inconsistent, "deze tabel bevat alleen nullen");
    }
}

// Reports names that are not `known`, and when `all` those that are missing.
void check_names(const Place& object, const std::vector<std::string>& known, std::string_view what, bool all) {
    for (const auto& [name, place] : object.members()) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        object.unknown_member(codes::unknown_parameter, what, name, known, true);
    }
    if (!all || !object.present() || object.value().kind != Kind::object) return;
    for (const std::string& name : known) {
        if (object.value().find(name)) continue;
        object.problem_at(name, codes::missing, std::string(what) + " '" + name + "' ontbreekt");
    }
}

}  // namespace

Bounds figure_bounds(std::string_view name) {
    for (const FigureBounds& row : limits) {
        if (row.name == name) return row.bounds;
    }
    return Bounds{0, 1, "share"};
}

Bounds figure_table_bounds(std::string_view) { return Bounds{0, 10000000, "persons"}; }

std::vector<std::string> figure_names() {
    std::vector<std::string> names;
    for (const FigureRow& row : figure_rows()) names.emplace_back(row.name);
    return names;
}

std::vector<std::string> figure_table_names() {
    std::vector<std::string> names;
    for (const FigureTableRow& row : figure_table_rows()) names.emplace_back(row.name);
    return names;
}

void read_figures(const Place& figures, From from, bool all, Municipality& municipality) {
    if (!figures.present()) return;
    check_names(figures, figure_names(), "het cijfer", all);
    for (const FigureRow& row : figure_rows()) {
        const Place place = figures[row.name];
        if (!place.present()) continue;
        const auto old = municipality.figures.find(std::string(row.name));
        Figure figure;
        read_figure(place, from, row.name, figure);
        if (old != municipality.figures.end() && old->second.value != figure.value) {
            figure.changed_from = old->second.value;
        }
        municipality.figures[std::string(row.name)] = figure;
    }
}

void read_figure_tables(const Place& tables, bool all, Municipality& municipality) {
    if (!tables.present()) return;
    check_names(tables, figure_table_names(), "de tabel", all);
    for (const FigureTableRow& row : figure_table_rows()) {
        const Place place = tables[row.name];
        if (!place.present()) continue;
        FigureTable& table = municipality.tables[std::string(row.name)];
        table = FigureTable();
        read_figure_table(place, row.name, row.size, table);
    }
}

void check_figures(const Place& figures, const Municipality& municipality) {
    const auto value = [&](const char* name) {
        const auto row = municipality.figures.find(name);
        return row == municipality.figures.end() ? -1.0 : row->second.value;
    };
    const auto at_most = [&](const char* part, const char* whole) {
        if (value(part) < 0 || value(whole) < 0 || value(part) <= value(whole)) return;
        figures[part]["value"].problem(codes::inconsistent, std::string(part) + " (" + number_text(value(part)) +
                                                                ") is groter dan " + whole + " (" +
                                                                number_text(value(whole)) + ")");
    };
    at_most("households", "population");
    at_most("social_rented", "rented");
    at_most("bijstand", "population");
    at_most("ww", "population");
    at_most("disability", "population");
}

void read_municipality(const Place& place, From from, Municipality& municipality) {
    constexpr Key keys[] = {{"name"}, {"code"}, {"nl"}, {"figures"}, {"tables"}, {"format"}};
    const std::span<const Key> all(keys);
    if (!place.object(from == From::files ? all : all.first(all.size() - 1)) && !place.present()) return;
    if (from == From::files && !place["format"].format("ontkoker-municipality-1")) {
        if (place["format"].present()) return;
    }
    municipality.name = place["name"].name();
    municipality.code = place["code"].words();
    municipality.nl = place["nl"].words();
    read_figures(place["figures"], from, true, municipality);
    read_figure_tables(place["tables"], true, municipality);
    if (place["figures"].present()) check_figures(place["figures"], municipality);
}

}  // namespace ontkoker::json
