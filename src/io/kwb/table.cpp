#include "table.h"

#include <algorithm>

namespace ontkoker::kwb {
namespace {

constexpr std::string_view no_break = "\xC2\xA0";

// Bytes of the UTF-8 sign that starts at `at`, 0 when there is none.
std::size_t sign_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 0 || first > 0xF4 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
    return length;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sign_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

}  // namespace

bool Row::blank() const {
    return std::all_of(fields.begin(), fields.end(), [](const Field& field) { return field.text.empty(); });
}

bool Rows::next(Row& row) {
    row = Row();
    if (at_ >= text_.size()) return false;
    row.line = line_;
    std::size_t line_start = at_;
    Field field;
    bool quoted = false;
    const auto close_field = [&] {
        field.text = trimmed(field.text);
        row.fields.push_back(std::move(field));
        field = Field();
        field.offset = static_cast<int>(at_ - line_start) + 2;
    };
    for (;; ++at_) {
        if (at_ >= text_.size()) {
            row.open_quote = quoted;
            close_field();
            return true;
        }
        const char sign = text_[at_];
        if (sign == '\n') {
            ++line_;
            if (!quoted) {
                close_field();
                ++at_;
                return true;
            }
            line_start = at_ + 1;
        }
        if (quoted && sign == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            field.text += '"';
            ++at_;
        } else if (sign == '"' && (quoted || trimmed(field.text).empty())) {
            quoted = !quoted;
        } else if (sign == separator_ && !quoted) {
            close_field();
        } else if (sign != '\r') {
            field.text += sign;
        }
    }
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char sign) { return sign == ' ' || sign == '\t' || sign == '\r'; };
    for (bool found = true; found && !text.empty();) {
        found = true;
        if (blank(text.front()))
            text.remove_prefix(1);
        else if (blank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(no_break))
            text.remove_prefix(no_break.size());
        else if (text.ends_with(no_break))
            text.remove_suffix(no_break.size());
        else
            found = false;
    }
    return text;
}

std::string plain_text(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF", workbook = "PK\x03\x04";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    if (bytes.starts_with(workbook) || bytes.find('\0') != bytes.npos) return {};
    if (is_utf8(bytes)) return std::string(bytes);
    std::string text;
    for (const char sign : bytes) {
        const auto byte = static_cast<unsigned char>(sign);
        if (byte < 0x80) {
            text += sign;
        } else {
            text += static_cast<char>(0xC0 | (byte >> 6));
            text += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return text;
}

}  // namespace ontkoker::kwb
