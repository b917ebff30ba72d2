// Outcomes as arrays of whole numbers: (scenario, replicate, month, split). Whatever is shown to a person, written to a
// file or compared is made from these.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ontkoker {

// How months become a longer period.
enum class OverTime : std::uint8_t {
    sum,   // flows: the sum of the months
    mean,  // stocks: the mean of the months
    last,  // states: the last month
    ratio, // sum of numerators over sum of denominators
};

// Whether more is better for families, worse, or neither (colours and words in the report).
enum class Better : std::int8_t { lower = -1, neither = 0, higher = 1 };

// What an outcome is, without the code that counts it.
struct OutcomeInfo {
    std::string name;      // snake_case identifier
    std::string unit;      // "EUR", "1" (counts), "weeks", "%", "hours"
    std::string nl, en;    // one phrase each
    std::string split;     // name of the split dimension, empty for none
    std::vector<std::string> parts;     // identifiers along the split; one empty string when not split
    std::vector<std::string> parts_nl, parts_en;
    OverTime over_time = OverTime::sum;
    Better better = Better::neither;
    double divisor = 1.0;  // value = count / divisor (100 for cents shown as euros); for ratios numerator/denominator/divisor

    bool operator==(const OutcomeInfo&) const = default;
};

// The value, in the outcome's unit, of counts that were added up; of a mean over so many `times`. Only a ratio looks at its
// denominator; NaN when that is 0. The divisor of a mean grows with its times, as it does in a study that keeps years, so
// that months and years give the same bits.
inline double value_of(const OutcomeInfo& info, std::int64_t count, std::int64_t denominator, int times = 1) {
    const auto number = static_cast<double>(count);
    if (info.over_time == OverTime::mean) return number / (info.divisor * times);
    if (info.over_time != OverTime::ratio) return number / info.divisor;
    if (denominator == 0) return std::numeric_limits<double>::quiet_NaN();
    return number / static_cast<double>(denominator) / info.divisor;
}

// A crossed split has parts "a.b" in rows of equal a: family group and income band. Files hold every cell; people are
// told each a and each b by itself. Those margins are numbered on after the parts: first the rows, then the columns.
struct Crossing {
    int rows = 0, columns = 0;   // 0: the split is not crossed
};
Crossing crossing_of(const OutcomeInfo& info);
// The parts that are told to people: 0 for an unsplit outcome, all parts of a split one, the margins of a crossed one.
std::vector<int> told_parts(const OutcomeInfo& info);
// Identifier and label of a part or margin; labels of a crossed part are "a; b".
std::string part_identifier(const OutcomeInfo& info, int part);
// Indices of the cells that a part, a margin or (a negative part) everything together consists of.
std::vector<int> parts_within(const OutcomeInfo& info, int part);
std::string part_label(const OutcomeInfo& info, int part, bool english);

// All results of one run or comparison. counts[o] is a flat array with index
// ((scenario * replicates + replicate) * months + month) * parts + part; denominators[o] likewise for ratios, else empty.
struct ResultSet {
    std::vector<OutcomeInfo> outcomes;
    std::vector<std::string> scenarios;
    int replicates = 0;
    int first_replicate = 0;              // number of the first; not 0 only for one run of a study
    int start_year = 0;
    int months = 0;                       // 12 * years
    std::vector<std::vector<std::int64_t>> counts;
    std::vector<std::vector<std::int64_t>> denominators;
    std::string municipality;             // its name as in the profile
    std::int64_t households = 0;          // at day 0, replicate 0
    std::string effective_config;         // canonical JSON text; enough to run again
    std::string version;                  // of the program, "0.1.0"
    std::string digest;                   // 32 hexadecimal digits over configuration, version and arrays

    std::size_t index(std::size_t outcome, int scenario, int replicate, int month, int part) const {
        const auto parts = outcomes[outcome].parts.size();
        return ((static_cast<std::size_t>(scenario) * replicates + replicate) * months + month) * parts + part;
    }
    // Value of one cell in the outcome's unit; NaN for a ratio with denominator 0. A negative `part` means all parts
    // together: their sum, or for a ratio the sum of the numerators over the sum of the denominators. A margin of a
    // crossed split likewise takes its cells together.
    double value(std::size_t outcome, int scenario, int replicate, int month, int part) const;
    // Value over months first..last-1, by the outcome's own rule; NaN for an empty or impossible period.
    double over(std::size_t outcome, int scenario, int replicate, int first, int last, int part) const;
    // Index of an outcome by name, or -1.
    int find(std::string_view name) const;
};

// 128-bit digest (XXH3) over effective configuration, version and arrays, as 32 hexadecimal digits. No times, machine
// or thread count enter it.
std::string digest_of(const ResultSet& results);
// The same kind of digest over one text.
std::string digest_of_text(std::string_view text);

}  // namespace ontkoker
