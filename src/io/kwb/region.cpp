#include "region.h"

#include <charconv>
#include <cmath>

#include "ontkoker/core/words.h"

namespace ontkoker::kwb {
namespace {

constexpr int header_within = 12;          // lines: titles may stand above it
constexpr std::size_t most_findings = 20;  // of one kind; a file of another kind has one in every row

Finding at_row(Fault fault, int row) {
    Finding finding;
    finding.fault = fault;
    finding.row = row;
    return finding;
}

std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

// Whether a field says that there is no value: CBS writes a dot, often with blanks before it; others leave it blank.
bool is_missing(std::string_view text) {
    for (const std::string_view word : {"", ".", "..", ",", "-", "x", "na", "nan", "null", "-99997", "-99999999"})
        if (lower_case(text) == word) return true;
    return false;
}

// A number with a decimal comma or point; nothing for anything else, also for separators of thousands.
std::optional<double> number_in(std::string_view text) {
    std::string plain(text);
    for (char& sign : plain)
        if (sign == ',') sign = '.';
    double value = 0;
    const auto end = std::from_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
    if (end.ec != std::errc() || end.ptr != plain.data() + plain.size() || !std::isfinite(value)) return {};
    return value;
}

bool names_a_code(const Row& row) {
    for (const Field& field : row.fields) {
        const auto column = column_of(field.text);
        if (column == Column::code || column == Column::digits || column == Column::region) return true;
    }
    return false;
}

// The header, or nothing when no row near the top names a code.
std::optional<Header> find_header(std::string_view text, std::vector<Finding>& findings) {
    Header best;
    Row names;
    for (const char separator : {';', ',', '\t'}) {
        Rows rows(text, separator);
        Row row;
        std::string above;
        while (rows.next(row) && row.line <= header_within) {
            if (names_a_code(row) && row.fields.size() > best.fields) {
                best = {separator, row.line, row.fields.size(), {}, {}, above};
                names = row;
            }
            for (const Field& field : row.fields) above += field.text + " ";
        }
    }
    best.place.fill(-1);
    for (std::size_t i = 0; i < names.fields.size(); ++i) {
        const auto column = column_of(names.fields[i].text);
        if (!column) continue;
        int& place = best.place[index_of(*column)];
        // gwb_code and gwb_code_8 stand side by side; of figures there is one each.
        if (place >= 0 && measure_of(*column) != Measure::text) {
            Finding finding = at_row(Fault::twice_column, best.line);
            finding.column = static_cast<int>(i) + 1;
            finding.offset = names.fields[i].offset;
            finding.name = names.fields[i].text;
            finding.other = names.fields[static_cast<std::size_t>(place)].text;
            findings.push_back(std::move(finding));
        }
        if (place >= 0) continue;
        place = static_cast<int>(i);
        best.heading[index_of(*column)] = names.fields[i].text;
    }
    if (best.fields < 2) {
        findings.push_back(at_row(Fault::no_header, 1));
        return {};
    }
    return best;
}

std::string_view field_of(const Header& header, const Row& row, Column column) {
    const int place = header.place[index_of(column)];
    return place < 0 || static_cast<std::size_t>(place) >= row.fields.size()
               ? std::string_view()
               : std::string_view(row.fields[static_cast<std::size_t>(place)].text);
}

// What a row says about itself: the code of its municipality, empty for wijken and buurten.
struct Label {
    std::string code;
    bool part = false;    // a wijk or buurt
    bool unsure = false;  // digits that may be a municipality's or not
};

Label label_of(const Header& header, const Row& row) {
    std::string_view code = field_of(header, row, Column::code);
    if (code.empty()) code = field_of(header, row, Column::digits);
    if (code.empty()) code = field_of(header, row, Column::region);  // the open data service has the code there
    const std::string low = lower_case(code);
    const bool lettered = low.size() > 2 && !(low[0] >= '0' && low[0] <= '9');
    if (header.has(Column::kind)) {
        const std::string kind = lower_case(field_of(header, row, Column::kind));
        if (kind == "gemeente" || kind == "g") return {municipality_code(code), false, false};
        return {"", true, false};
    }
    if (lettered) return {low.starts_with("gm") ? municipality_code(code) : "", !low.starts_with("gm"), false};
    // Without a kind only four digits are sure: those of a wijk are six when their zeros are kept.
    if (code.size() == 4) return {municipality_code(code), false, false};
    return {"", code.size() > 4, code.size() < 4};
}

// Last lines such as "Bron: CBS" have one field.
bool is_source_line(const Row& row) {
    std::size_t filled = 0;
    for (const Field& field : row.fields) filled += field.text.empty() ? 0 : 1;
    return filled <= 1;
}

class Finder {
public:
    Finder(const Header& header, const std::string& code, std::vector<Finding>& findings)
        : header_(header), code_(code), findings_(findings) {}

    std::optional<Row> find(std::string_view text) {
        Rows rows(text, header_.separator);
        Row row;
        while (rows.next(row))
            if (row.line > header_.line && !row.blank()) look_at(row);
        if (!found_ && !broken_) tell_absence();
        return found_;
    }

private:
    void look_at(const Row& row) {
        if (row.open_quote || (row.fields.size() != header_.fields && !is_source_line(row))) {
            broken_ = true;
            if (findings_.size() >= most_findings) return;
            Finding finding = at_row(row.open_quote ? Fault::open_quote : Fault::ragged, row.line);
            finding.low = static_cast<double>(row.fields.size());
            finding.high = static_cast<double>(header_.fields);
            findings_.push_back(std::move(finding));
            return;
        }
        const Label label = label_of(header_, row);
        parts_ = parts_ || label.part;
        unsure_ = unsure_ || label.unsure;
        if (label.code.empty()) return;
        if (label.code != code_) {
            std::string name(field_of(header_, row, Column::name));
            if (name.empty()) name = field_of(header_, row, Column::region);
            others_.push_back(label.code + " " + name);
        } else if (found_) {
            Finding finding = at_row(Fault::twice_municipality, row.line);
            finding.found = code_;
            finding.low = found_->line;
            findings_.push_back(std::move(finding));
        } else {
            found_ = row;
        }
    }

    void tell_absence() {
        Finding finding = at_row(others_.empty() && unsure_ ? Fault::no_kind : Fault::no_municipality, header_.line);
        finding.found = code_;
        finding.other = parts_ ? "parts" : "";
        finding.candidates = others_;
        findings_.push_back(std::move(finding));
    }

    const Header& header_;
    const std::string& code_;
    std::vector<Finding>& findings_;
    std::optional<Row> found_;
    std::vector<std::string> others_;
    bool parts_ = false, unsure_ = false, broken_ = false;
};

void read_number(Region& region, Column column, std::vector<Finding>& findings) {
    const std::string text(field_of(region.header, region.row, column));
    if (is_missing(text)) return;
    const std::optional<double> value = number_in(text);
    if (value && *value >= 0 && (measure_of(column) != Measure::count || *value == std::floor(*value))) {
        region.number[index_of(column)] = value;
        return;
    }
    findings.push_back(finding_at(region, column,
                                  !value       ? Fault::not_a_number
                                  : *value < 0 ? Fault::out_of_bounds
                                               : Fault::not_whole));
    if (value && *value < 0) findings.back().high = measure_of(column) == Measure::percent ? 100 : HUGE_VAL;
}

}  // namespace

Finding finding_at(const Region& region, Column column, Fault fault) {
    const int place = region.header.place[index_of(column)];
    Finding finding = at_row(fault, region.row.line);
    finding.name = place < 0 ? std::string(short_name(column)) : region.header.heading[index_of(column)];
    finding.found = field_of(region.header, region.row, column);
    if (place < 0) {
        finding.row = region.header.line;
    } else {
        finding.column = place + 1;
        finding.offset = region.row.fields[static_cast<std::size_t>(place)].offset;
    }
    return finding;
}

std::optional<Region> find_region(std::string_view text, const std::string& code, std::vector<Finding>& findings) {
    const auto header = find_header(text, findings);
    if (!header) return {};
    Region region;
    region.header = *header;
    const auto row = Finder(region.header, code, findings).find(text);
    if (!row) return {};
    region.row = *row;
    region.name = field_of(region.header, *row, Column::name);
    if (region.name.empty()) region.name = field_of(region.header, *row, Column::region);
    for (std::size_t i = 0; i < column_count; ++i)
        if (measure_of(static_cast<Column>(i)) != Measure::text) read_number(region, static_cast<Column>(i), findings);
    return region;
}

std::string municipality_code(std::string_view word) {
    std::string digits = lower_case(trimmed(word));
    if (digits.starts_with("gm")) digits = std::string(trimmed(std::string_view(digits).substr(2)));
    if (digits.empty() || digits.size() > 4) return {};
    for (const char sign : digits)
        if (sign < '0' || sign > '9') return {};
    return "GM" + std::string(4 - digits.size(), '0') + digits;
}

}  // namespace ontkoker::kwb
