// The parts of the page: numbers that say what they are, tables, figures with their tables, and the copy for machines.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/io/html/view.h"

namespace ontkoker {

// Which field of a ComparedNumber stands in the page.
enum class Field { a, b, difference, low, high, mean_low, mean_high, smallest };
double field_of(const ComparedNumber& number, Field field);

// A number as a <span> whose data attributes name outcome, part, period, scenario and field, with the exact value.
std::string number_span(const ComparedNumber& number, Field field, std::string_view text);

// A table that scrolls by itself on a narrow screen. Cells are HTML; the first cell of a row is its header unless the
// cell begins with "<th" or is empty.
struct HtmlTable {
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};
std::string html_of(const HtmlTable& table);

// One row per outcome and scenario, over `period`.
std::string comparison_table(const ReportView& view, const std::vector<Chosen>& chosen, std::string_view caption);
// One row per year, columns for the scenarios.
std::string yearly_table(const ReportView& view, const Chosen& chosen);
// Turning months per scenario and kind of payer; empty without boomerangs.
std::string boomerang_table(const ReportView& view);

struct Figure {
    std::string file, caption, svg, table;  // table: HTML, "" when there is none
};
Figure trajectory_figure(const ReportView& view, const std::string& name);
Figure payer_figure(const ReportView& view);
Figure saving_figure(const ReportView& view);
Figure service_figure(const ReportView& view);
Figure dot_figure(const ReportView& view);

// The first five names of the headline that exist.
std::vector<Chosen> headline_of(const ReportView& view);

// All ComparedNumbers as JSON: {"columns": [...], "numbers": [[...]], "totals": [[...]], "boomerangs": [...]}.
// Without the years when `whole_period_only`.
std::string numbers_json(const ReportView& view, bool whole_period_only);

std::string style_sheet();

}  // namespace ontkoker
