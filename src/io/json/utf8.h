// UTF-8, one sign at a time.
#pragma once
#include <cstddef>
#include <string_view>

namespace ontkoker::json {

// Bytes of the sign that starts at `at`, or 0 when no valid sign starts there (overlong forms, surrogates and signs
// above U+10FFFF are not valid).
inline std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned first = byte(0);
    if (first < 0x80u) return 1;
    if (first >= 0xC2u && first <= 0xDFu) return follows(1) ? 2 : 0;
    if (first >= 0xE0u && first <= 0xEFu) {
        if (!follows(1) || !follows(2)) return 0;
        if (first == 0xE0u && byte(1) < 0xA0u) return 0;
        if (first == 0xEDu && byte(1) > 0x9Fu) return 0;
        return 3;
    }
    if (first >= 0xF0u && first <= 0xF4u) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        if (first == 0xF0u && byte(1) < 0x90u) return 0;
        if (first == 0xF4u && byte(1) > 0x8Fu) return 0;
        return 4;
    }
    return 0;
}

}  // namespace ontkoker::json
