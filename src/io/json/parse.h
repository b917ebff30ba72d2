// Text to values, with the place of each value. Comments are skipped; duplicate keys, numbers that are not finite,
// byte order marks, and anything deeper, longer or larger than the limits are refused.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/io/json/value.h"
#include "report.h"

namespace ontkoker::json {

constexpr std::size_t largest_file = 8u << 20;  // bytes
constexpr std::size_t longest_text = 4096;      // bytes
constexpr std::size_t deepest = 64;             // levels
constexpr std::size_t most_values = 100000;

// How much one text may hold. What people write has the limits above; what the program wrote for itself may be larger.
struct Limits {
    std::size_t file = largest_file, values = most_values;
};

// A text with the places of its lines.
class Source {
public:
    Source(std::string file, std::string text);
    const std::string& file() const { return file_; }
    const std::string& text() const { return text_; }
    // A problem that stands at byte `offset`; columns count signs, not bytes.
    Problem problem(const char* code, std::size_t offset, std::string pointer, std::string message,
                    std::string hint = "") const;

private:
    std::string file_, text_;
    std::vector<std::uint32_t> lines_;  // first byte of each line
    // The last place that was asked for: many problems on one long line then cost one pass over it.
    mutable std::size_t line_start_ = 0, last_offset_ = 0;
    mutable int last_column_ = 1;
};

struct Document {
    Source source;
    Value root;
};

// The document in `text`, or null when the report has got at least one problem more.
std::unique_ptr<Document> parse(std::string file, std::string text, Report& report, const Limits& limits = {});
// Reads the file first; a file that cannot be read is a problem too.
std::unique_ptr<Document> parse_file(const std::string& path, Report& report);

// `key` as one part of a JSON pointer (RFC 6901).
std::string pointer_part(std::string_view key);

}  // namespace ontkoker::json
