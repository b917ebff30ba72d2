#include "csv_file.h"

#include <array>
#include <charconv>
#include <cmath>

namespace ontkoker::cli {
namespace {

constexpr std::size_t at_once = std::size_t{1} << 20;   // bytes

using Digits = std::array<char, 32>;   // longer than any double

std::string_view shortest(double number, Digits& digits) {
    if (std::isnan(number)) return {};
    return {digits.data(), static_cast<std::size_t>(std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr - digits.data())};
}

}  // namespace

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csv_cell(double number) {
    Digits digits;
    return std::string(shortest(number, digits));
}

CsvFile& CsvFile::number(double value) {
    Digits digits;
    return cells(shortest(value, digits));
}

void CsvFile::end_row() {
    waiting_ += row_;
    waiting_ += '\n';
    row_.clear();
    begun_ = false;
    ++rows_;
    if (waiting_.size() < at_once) return;
    file_.append(waiting_);
    waiting_.clear();
}

Result<std::int64_t> CsvFile::keep() {
    file_.append(waiting_);
    return file_.keep();
}

}  // namespace ontkoker::cli
