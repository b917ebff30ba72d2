#include <string>

#include "ontkoker/io/html/parts.h"

namespace ontkoker {
namespace {

// A JSON string that cannot close the element it stands in.
std::string quoted(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || c == '<' || c == '>' || c == '&') {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string row_of(const ComparedNumber& n) {
    std::string row = "[";
    for (const std::string* text : {&n.name, &n.unit, &n.split, &n.period, &n.scenario}) row += quoted(*text) + ',';
    for (const double value : {n.a, n.b, n.difference, n.low, n.high, n.mean_low, n.mean_high, n.smallest}) {
        row += exact(value) + ',';
    }
    return row + std::to_string(n.pairs_higher) + ',' + std::to_string(n.pairs_lower) + ',' + std::to_string(n.pairs) +
           ']';
}

std::string rows_of(const std::vector<ComparedNumber>& numbers, std::string_view only_period) {
    std::string rows;
    for (const ComparedNumber& number : numbers) {
        if (!only_period.empty() && number.period != only_period) continue;
        rows += (rows.empty() ? "" : ",\n") + row_of(number);
    }
    return rows;
}

std::string boomerang_of(const Boomerang& b) {
    std::string months;
    for (const int month : b.months) months += (months.empty() ? "" : ",") + std::to_string(month);
    return "{\"scenario\":" + quoted(b.scenario) + ",\"payers\":" + quoted(b.payers) + ",\"months\":[" + months +
           "],\"occurs\":" + std::to_string(b.occurs) + ",\"never_saved\":" + std::to_string(b.never_saved) +
           ",\"pairs\":" + std::to_string(b.pairs) + '}';
}

}  // namespace

std::string numbers_json(const ReportView& view, bool whole_period_only) {
    const std::string period = whole_period_only ? view.period() : std::string();
    std::string boomerangs;
    for (const Boomerang& b : view.comparison.boomerangs)
        boomerangs += (boomerangs.empty() ? "" : ",\n") + boomerang_of(b);
    return "{\"digest\":" + quoted(view.results.digest) + ",\"version\":" + quoted(view.results.version) +
           ",\"columns\":[\"name\",\"unit\",\"split\",\"period\",\"scenario\",\"a\",\"b\",\"difference\",\"low\","
           "\"high\","
           "\"mean_low\",\"mean_high\",\"smallest\",\"pairs_higher\",\"pairs_lower\",\"pairs\"],\n\"numbers\":[\n" +
           rows_of(view.comparison.numbers, period) + "],\n\"totals\":[\n" + rows_of(view.comparison.totals, period) +
           "],\n\"boomerangs\":[\n" + boomerangs + "]}";
}

}  // namespace ontkoker
