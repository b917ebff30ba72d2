#include <algorithm>
#include <string>

#include "ontkoker/io/html/parts.h"
#include "ontkoker/io/svg/writer.h"

namespace ontkoker {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return " data-" + std::string(name) + "=\"" + escaped(value) + '"';
}

constexpr std::string_view field_names[] = {"a", "b", "difference", "low", "high", "mean_low", "mean_high", "smallest"};

// A level (field a or b) with the digits that its own range over the replicates supports.
std::string level_cell(const ReportView& view, const Chosen& chosen, const ComparedNumber& number, Field field,
                       int scenario, int first, int last) {
    if (number.pairs == 0) return view.word(Text::empty_cell);
    const Shown shown = view.shown(view.level(chosen, scenario, first, last), number.unit);
    return number_span(number, field, quantity(field_of(number, field), shown, number.unit, view.language));
}

std::string difference_cell(const ReportView& view, const ComparedNumber& number) {
    if (number.pairs == 0) return view.word(Text::empty_cell);
    return number_span(
        number, Field::difference,
        quantity(number.difference, ReportView::shown(number), number.unit, view.language, Sign::always, true));
}

std::string range_cell(const ReportView& view, const ComparedNumber& number) {
    if (!number.has_range()) return view.word(Text::empty_cell);
    const Shown shown = ReportView::shown(number);
    return number_span(number, Field::low, plain_number(number.low, shown, view.language)) + ' ' + view.word(Text::to) +
           ' ' + number_span(number, Field::high, plain_number(number.high, shown, view.language));
}

// "lager (19/20)" or "geen aantoonbaar verschil".
std::string short_words(const ReportView& view, const ComparedNumber& number) {
    if (number.no_demonstrable_difference()) return view.word(Text::no_difference);
    const bool lower = number.high < 0;
    return view.word(lower ? Text::lower : Text::higher) + " (" +
           std::to_string(lower ? number.pairs_lower : number.pairs_higher) + '/' + std::to_string(number.pairs) + ')';
}

void add_outcome(const ReportView& view, const Chosen& chosen, HtmlTable& table) {
    const int months = view.results.months;
    const std::string period = view.period();
    const ComparedNumber* first = view.number(chosen, period, 1);
    if (!first) return;
    const std::string rows = std::to_string(view.scenarios());
    table.rows.push_back({"<th scope=\"rowgroup\" rowspan=\"" + rows + "\">" + escaped(view.name_of(chosen)) +
                              "<br><small>" + escaped(view.rule_of(chosen, period)) + "</small></th>",
                          escaped(view.label(0)), level_cell(view, chosen, *first, Field::a, 0, 0, months), "", "",
                          ""});
    for (int s = 1; s < view.scenarios(); ++s) {
        const ComparedNumber* number = view.number(chosen, period, s);
        if (!number) continue;
        table.rows.push_back({"", escaped(view.label(s)), level_cell(view, chosen, *number, Field::b, s, 0, months),
                              difference_cell(view, *number), range_cell(view, *number), short_words(view, *number)});
    }
}

}  // namespace

double field_of(const ComparedNumber& n, Field field) {
    const double values[] = {n.a, n.b, n.difference, n.low, n.high, n.mean_low, n.mean_high, n.smallest};
    return values[static_cast<int>(field)];
}

std::string number_span(const ComparedNumber& number, Field field, std::string_view text) {
    // One attribute for all that names it: thousands of numbers stand on a page.
    const std::string of = number.name + '|' + number.split + '|' + number.period + '|' + number.scenario + '|' +
                           std::string(field_names[static_cast<int>(field)]);
    return "<span class=\"n\"" + attribute("of", of) + attribute("value", exact(field_of(number, field))) + '>' +
           escaped(text) + "</span>";
}

std::string html_of(const HtmlTable& table) {
    std::string out = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(table.caption) +
                      "\"><table><caption>" + escaped(table.caption) + "</caption>\n<thead><tr>";
    for (const std::string& head : table.head) out += "<th scope=\"col\">" + escaped(head) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c == 0 && row[c].empty()) continue;  // covered by the row group above
            if (c == 0 && row[c].starts_with("<th"))
                out += row[c];
            else if (c == 0)
                out += "<th scope=\"row\">" + row[c] + "</th>";
            else
                out += "<td>" + row[c] + "</td>";
        }
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string comparison_table(const ReportView& view, const std::vector<Chosen>& chosen, std::string_view caption) {
    HtmlTable table;
    table.caption = std::string(caption);
    table.head = {view.word(Text::outcome),    view.word(Text::scenario), period_for_people(view.period()),
                  view.word(Text::difference), view.word(Text::range90),  view.word(Text::agreement)};
    for (const Chosen& one : chosen) {
        if (one.exists()) add_outcome(view, one, table);
    }
    return table.rows.empty() ? std::string() : html_of(table);
}

std::string yearly_table(const ReportView& view, const Chosen& chosen) {
    if (!chosen.exists() || view.scenarios() < 2) return "";
    HtmlTable table;
    table.caption = filled(Text::table_per_year, view.language, {view.name_of(chosen)});
    table.head = {view.word(Text::period), view.label(0)};
    for (int s = 1; s < view.scenarios(); ++s) {
        table.head.push_back(view.label(s));
        table.head.push_back(view.word(Text::difference));
        table.head.push_back(view.word(Text::range90));
    }
    int first = 0;
    for (const std::string& year : view.years()) {
        const int last = std::min(first + 12, view.results.months);
        const ComparedNumber* number = view.number(chosen, year, 1);
        if (!number) continue;
        std::vector<std::string> row{escaped(year), level_cell(view, chosen, *number, Field::a, 0, first, last)};
        for (int s = 1; s < view.scenarios(); ++s) {
            if (const ComparedNumber* one = view.number(chosen, year, s)) {
                row.push_back(level_cell(view, chosen, *one, Field::b, s, first, last));
                row.push_back(difference_cell(view, *one));
                row.push_back(range_cell(view, *one));
            }
        }
        table.rows.push_back(row);
        first = last;
    }
    return html_of(table);
}

std::string boomerang_table(const ReportView& view) {
    if (view.comparison.boomerangs.empty()) return "";
    HtmlTable table;
    table.caption = filled(Text::saving_title, view.language, {view.label(0)});
    table.head = {view.word(Text::scenario), view.word(Text::payer), view.word(Text::occurs_column),
                  view.word(Text::month_column)};
    for (const Boomerang& b : view.comparison.boomerangs) {
        std::string label = b.scenario;
        for (int s = 1; s < view.scenarios(); ++s) {
            if (view.results.scenarios[static_cast<std::size_t>(s)] == label) label = view.label(s);
        }
        const auto month = [&](int m) { return month_text(view.results.start_year, m, view.language); };
        const std::string months = b.occurs == 0 ? view.word(Text::empty_cell)
                                                 : month(b.median) + " (" + month(b.earliest) + ' ' +
                                                       view.word(Text::to) + ' ' + month(b.latest) + ')';
        table.rows.push_back({escaped(label),
                              view.word(b.payers == "all" ? Text::boomerang_payers_all : Text::boomerang_payers_own),
                              std::to_string(b.occurs) + '/' + std::to_string(b.pairs), escaped(months)});
    }
    return html_of(table);
}

}  // namespace ontkoker
