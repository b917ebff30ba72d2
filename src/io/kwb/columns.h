// The columns of "Kerncijfers wijken en buurten" that a profile uses, by all the names they go by.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "table.h"

namespace ontkoker::kwb {

enum class Column : std::uint8_t {
    kind,    // gemeente, wijk or buurt
    code,    // with its two letters, or digits alone
    digits,  // digits alone, or a second column of codes
    name,
    region,  // name of the municipality, wijk or buurt; in the open data service its code
    inhabitants,
    age_0,
    age_15,
    age_25,
    age_45,
    age_65,
    births,
    birth_rate,
    deaths,
    death_rate,
    households,
    single_person,
    without_children,
    with_children,
    income,
    low_income_40,
    social_minimum,
    rented,
    social_rented,
    bijstand,
    disability,
    ww,
    youth_help,
};
constexpr std::size_t column_count = static_cast<std::size_t>(Column::youth_help) + 1;

enum class Measure : std::uint8_t { text, count, number, percent };

// The short name ("a_inw"), and how the field reads.
std::string_view short_name(Column column);
Measure measure_of(Column column);
// Which column has this heading; nothing for those that are not used.
std::optional<Column> column_of(std::string_view heading);

// Where each column stands: its place in the header from 0, -1 when the file lacks it.
struct Header {
    char separator = ';';
    int line = 0;
    std::size_t fields = 0;
    std::array<int, column_count> place;
    std::array<std::string, column_count> heading;
    std::string above;  // what stands before the header, such as a title
    bool has(Column column) const { return place[static_cast<std::size_t>(column)] >= 0; }
};

}  // namespace ontkoker::kwb
