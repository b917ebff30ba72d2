#include "ontkoker/io/kwb/import.h"

#include <algorithm>
#include <tuple>

#include "figures.h"
#include "region.h"

namespace ontkoker::kwb {
namespace {

constexpr int first_edition = 2013, last_edition = 2030;
constexpr int usual_year = 2022;  // that of the profiles that come along

// Tables of CBS with one edition each.
struct Edition {
    std::string_view table;
    int year;
};
constexpr Edition editions[] = {{"84583NED", 2019}, {"84799NED", 2020}, {"85039NED", 2021},
                                {"85318NED", 2022}, {"85618NED", 2023}, {"85984NED", 2024}};


// The first number of four digits that can be an edition, or the number of its table.
std::optional<int> year_in(std::string_view text) {
    for (const Edition& edition : editions)
        if (text.find(edition.table) != text.npos) return edition.year;
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if (at > 0 && is_digit(text[at - 1])) continue;
        if (at + 4 < text.size() && is_digit(text[at + 4])) continue;
        int year = 0;
        for (std::size_t i = at; i < at + 4; ++i) year = is_digit(text[i]) ? 10 * year + (text[i] - '0') : -100000;
        if (year >= first_edition && year <= last_edition) return year;
    }
    return {};
}

}  // namespace

Import import_municipality(std::string_view bytes, const Asked& asked, const json::Municipality& national) {
    Import made;
    const std::string text = plain_text(bytes);
    if (text.find_first_not_of(" \t\r\n") == text.npos) {
        made.findings.emplace_back();
        return made;
    }
    const auto region = find_region(text, asked.code, made.findings);
    if (region) check_numbers(*region, made.findings);
    std::stable_sort(made.findings.begin(), made.findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    });
    if (!region || !made.findings.empty()) return made;
    std::string_view file(asked.file);
    if (const std::size_t slash = file.rfind('/'); slash != file.npos) file.remove_prefix(slash + 1);
    std::optional<int> year = asked.year;
    if (!year) year = year_in(region->header.above);
    if (!year) year = year_in(file);
    made.year_assumed = !year;
    made.year = year.value_or(usual_year);
    made.municipality.name = asked.name;
    made.municipality.code = asked.code;
    made.municipality.nl = region->name.empty() ? asked.code : region->name;
    fill_figures(*region, national, made);
    return made;
}

}  // namespace ontkoker::kwb
