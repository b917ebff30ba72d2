#include "ontkoker/io/json/municipality.h"

#include "figures.h"

namespace ontkoker::json {
namespace {

std::string quoted(const std::string& text) { return write(Value(text), Layout::compact); }

// {"<values>": ..., "unit": ...} on one line.
template <class Row>
std::string line(const Row& row, const std::string& values) {
    std::string text = "{" + values + ", \"unit\": " + quoted(row.unit) + ", \"table\": " + quoted(row.table) +
                       ", \"year\": " + std::to_string(row.year) + ", \"source\": " + quoted(row.source);
    if (!row.note.empty()) text += ", \"note\": " + quoted(row.note);
    return text + "}";
}

std::string line(const Figure& figure) { return line(figure, "\"value\": " + number_text(figure.value)); }

std::string line(const FigureTable& table) {
    std::string values;
    for (const double value : table.values) values += (values.empty() ? "" : ", ") + number_text(value);
    return line(table, "\"values\": [" + values + "]");
}

template <class Rows>
std::string object(const Rows& rows, const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        const auto row = rows.find(name);
        if (row == rows.end()) continue;
        text += (text.empty() ? "" : ",\n") + ("    " + quoted(name)) + ": " + line(row->second);
    }
    return "{\n" + text + "\n  }";
}

}  // namespace

FigureRange figure_range(std::string_view name) {
    const Bounds bounds = figure_bounds(name);
    return {bounds.low, bounds.high};
}

Result<Municipality> municipality_from(std::string text, std::string where) {
    Report report;
    Municipality municipality;
    if (const auto document = parse(std::move(where), std::move(text), report))
        read_municipality(Place(*document, report), From::files, municipality);
    if (report.any()) return report.take();
    return municipality;
}

std::string municipality_text(const Municipality& m) {
    return "{\n  \"format\": \"ontkoker-municipality-1\",\n  \"name\": " + quoted(m.name) +
           ",\n  \"code\": " + quoted(m.code) + ",\n  \"nl\": " + quoted(m.nl) +
           ",\n  \"figures\": " + object(m.figures, figure_names()) +
           ",\n  \"tables\": " + object(m.tables, figure_table_names()) + "\n}\n";
}

}  // namespace ontkoker::json
