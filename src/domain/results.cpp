#include "ontkoker/domain/results.h"

#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <string_view>

// Header-only use of xxHash: no library to link, and the same code in the browser.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ontkoker {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

// The cells that a part, a margin or (part < 0) everything together consists of.
struct Cells {
    int first, end, step;
};
Cells cells_of(const OutcomeInfo& info, int part) {
    const int parts = static_cast<int>(info.parts.size());
    if (part < 0) return {0, parts, 1};
    if (part < parts) return {part, part + 1, 1};
    const Crossing crossing = crossing_of(info);
    const int margin = part - parts;
    if (margin < crossing.rows) return {margin * crossing.columns, (margin + 1) * crossing.columns, 1};
    return {margin - crossing.rows, parts, crossing.columns};
}

// Text `words` of a part or margin, of which a crossed part has two around `mark`.
std::string text_of(const OutcomeInfo& info, const std::vector<std::string>& words, std::string_view mark, int part) {
    const int parts = static_cast<int>(info.parts.size());
    if (part < parts) return words[static_cast<std::size_t>(part)];
    const std::string& whole = words[static_cast<std::size_t>(cells_of(info, part).first)];
    const std::size_t at = whole.find(mark);
    return part - parts < crossing_of(info).rows ? whole.substr(0, at) : whole.substr(at + mark.size());
}

// Sum of one array over months first..last-1, for one part or margin or (part < 0) for all parts.
std::int64_t sum_of(const ResultSet& results, const std::vector<std::int64_t>& cells, std::size_t outcome, int scenario,
                    int replicate, int first, int last, int part) {
    const Cells range = cells_of(results.outcomes[outcome], part);
    std::int64_t sum = 0;
    for (int month = first; month < last; ++month) {
        const std::size_t row = results.index(outcome, scenario, replicate, month, 0);
        for (int p = range.first; p < range.end; p += range.step) sum += cells[row + static_cast<std::size_t>(p)];
    }
    return sum;
}

// Feeds values to the digest as little-endian bytes, whatever the machine.
class Digest {
public:
    Digest() { XXH3_128bits_reset(&state_); }
    void number(std::uint64_t value) {
        if (filled_ == buffer_.size()) flush();
        for (int byte = 0; byte < 8; ++byte) buffer_[filled_++] = static_cast<unsigned char>(value >> (8 * byte));
    }
    // Length first, so that two texts in a row cannot be cut elsewhere.
    void text(std::string_view words) {
        number(words.size());
        bytes(words);
    }
    void bytes(std::string_view words) {
        flush();
        XXH3_128bits_update(&state_, words.data(), words.size());
    }
    void cells(const std::vector<std::int64_t>& values) {
        number(values.size());
        if constexpr (std::endian::native == std::endian::little)
            bytes({reinterpret_cast<const char*>(values.data()), 8 * values.size()});
        else
            for (const std::int64_t value : values) number(static_cast<std::uint64_t>(value));
    }
    std::string hexadecimal() {
        flush();
        const XXH128_hash_t hash = XXH3_128bits_digest(&state_);
        XXH128_canonical_t bytes;
        XXH128_canonicalFromHash(&bytes, hash);
        std::string out;
        for (const unsigned char byte : bytes.digest) {
            out += "0123456789abcdef"[byte >> 4];
            out += "0123456789abcdef"[byte & 15];
        }
        return out;
    }

private:
    void flush() {
        XXH3_128bits_update(&state_, buffer_.data(), filled_);
        filled_ = 0;
    }
    XXH3_state_t state_;
    std::array<unsigned char, 8192> buffer_{};  // a multiple of 8
    std::size_t filled_ = 0;
};

}  // namespace

Crossing crossing_of(const OutcomeInfo& info) {
    const std::size_t dot = info.parts.front().find('.');
    if (info.split.empty() || dot == std::string::npos) return {};
    int columns = 0;
    for (const std::string& part : info.parts) columns += part.compare(0, dot + 1, info.parts.front(), 0, dot + 1) == 0;
    return {static_cast<int>(info.parts.size()) / columns, columns};
}

std::vector<int> told_parts(const OutcomeInfo& info) {
    const Crossing crossing = crossing_of(info);
    const int parts = static_cast<int>(info.parts.size());
    const int first = crossing.rows > 0 ? parts : 0, end = parts + crossing.rows + crossing.columns;
    std::vector<int> told;
    for (int part = first; part < end; ++part) told.push_back(part);
    return told;
}

std::vector<int> parts_within(const OutcomeInfo& info, int part) {
    const Cells range = cells_of(info, part);
    std::vector<int> all;
    for (int p = range.first; p < range.end; p += range.step) all.push_back(p);
    return all;
}

std::string part_identifier(const OutcomeInfo& info, int part) { return text_of(info, info.parts, ".", part); }

std::string part_label(const OutcomeInfo& info, int part, bool english) {
    return text_of(info, english ? info.parts_en : info.parts_nl, "; ", part);
}

double ResultSet::value(std::size_t outcome, int scenario, int replicate, int month, int part) const {
    const OutcomeInfo& info = outcomes[outcome];
    if (month < 0 || month >= months || part < 0 || part >= static_cast<int>(info.parts.size()))
        return over(outcome, scenario, replicate, month, month + 1, part);
    const std::size_t cell = index(outcome, scenario, replicate, month, part);   // one cell needs no sums
    return value_of(info, counts[outcome][cell], info.over_time == OverTime::ratio ? denominators[outcome][cell] : 0);
}

double ResultSet::over(std::size_t outcome, int scenario, int replicate, int first, int last, int part) const {
    if (first < 0 || last > months || first >= last) return no_value;
    const OutcomeInfo& info = outcomes[outcome];
    if (info.over_time == OverTime::last) first = last - 1;
    const auto sum = [&](const std::vector<std::int64_t>& cells) {
        return sum_of(*this, cells, outcome, scenario, replicate, first, last, part);
    };
    return value_of(info, sum(counts[outcome]), info.over_time == OverTime::ratio ? sum(denominators[outcome]) : 0, last - first);
}

int ResultSet::find(std::string_view name) const {
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        if (outcomes[o].name == name) return static_cast<int>(o);
    }
    return -1;
}

std::string digest_of_text(std::string_view text) {
    Digest digest;
    digest.bytes(text);
    return digest.hexadecimal();
}

std::string digest_of(const ResultSet& results) {
    Digest digest;
    digest.text(results.effective_config);
    digest.text(results.version);
    digest.number(results.scenarios.size());
    for (const std::string& scenario : results.scenarios) digest.text(scenario);
    digest.number(static_cast<std::uint64_t>(results.replicates));
    digest.number(static_cast<std::uint64_t>(results.start_year));
    digest.number(static_cast<std::uint64_t>(results.months));
    digest.number(results.outcomes.size());
    for (std::size_t o = 0; o < results.outcomes.size(); ++o) {
        digest.text(results.outcomes[o].name);
        digest.number(results.outcomes[o].parts.size());
        for (const std::string& part : results.outcomes[o].parts) digest.text(part);
        digest.cells(results.counts[o]);
        digest.cells(o < results.denominators.size() ? results.denominators[o] : std::vector<std::int64_t>{});
    }
    return digest.hexadecimal();
}

}  // namespace ontkoker
