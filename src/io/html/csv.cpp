#include <string>
#include <string_view>

#include "ontkoker/io/html/report.h"
#include "ontkoker/io/svg/numbers.h"

namespace ontkoker {
namespace {

// RFC 4180 quoting; a text that a spreadsheet would run as a formula gets an apostrophe in front.
std::string cell(std::string_view text) {
    std::string safe(text);
    if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos) safe.insert(0, "'");
    const bool quoted = safe.size() != text.size() || safe.find_first_of(",;\"\r\n") != std::string::npos;
    if (!quoted) return safe;
    std::string out = "\"";
    for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

void add_row(std::string& out, const ComparedNumber& n) {
    for (const std::string* text : {&n.name, &n.unit, &n.split, &n.period, &n.scenario}) out += cell(*text) + ',';
    for (const double value : {n.a, n.b, n.difference, n.low, n.high, n.mean_low, n.mean_high, n.smallest}) {
        out += exact(value) + ',';
    }
    out += std::to_string(n.pairs_higher) + ',' + std::to_string(n.pairs_lower) + ',' + std::to_string(n.pairs) + '\n';
}

}  // namespace

std::string csv_table(const Comparison& comparison) {
    std::string out =
        "name,unit,split,period,scenario,a,b,difference,low,high,mean_low,mean_high,smallest,pairs_higher,pairs_lower,"
        "pairs\n";
    for (const ComparedNumber& number : comparison.numbers) add_row(out, number);
    for (const ComparedNumber& number : comparison.totals) add_row(out, number);
    return out;
}

}  // namespace ontkoker
