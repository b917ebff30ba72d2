// Follows a JSON text token by token, over white space and comments, for the places of values. The text up to the
// current token must be valid JSON (with comments).
#pragma once
#include <cstddef>
#include <string_view>

namespace ontkoker::json {

class Tokens {
public:
    explicit Tokens(std::string_view text) : text_(text) {}

    // First byte of the next string, plain value (number, true, false, null) or bracket; steps over it.
    std::size_t next_text() {
        const std::size_t start = skip();
        for (at_ = start + 1; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\') ++at_;
        }
        ++at_;
        return start;
    }
    std::size_t next_plain() {
        const std::size_t start = skip();
        at_ = start;
        while (at_ < text_.size() && plain(text_[at_])) ++at_;
        return start;
    }
    std::size_t next_sign() {
        const std::size_t start = skip();
        at_ = start + 1;
        return start;
    }
    // First byte of the next token, whatever it is; the start of a comment that is never closed is one too.
    std::size_t start() { return skip(); }
    bool at_end() { return skip() >= text_.size(); }

private:
    static bool plain(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || c == '+' || c == '-' || c == '.';
    }
    // Over white space, separators and comments.
    std::size_t skip() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':')
                ++at_;
            else if (text_.substr(at_, 2) == "//")
                at_ = after("\n\r", at_);
            else if (const std::size_t end = after_block(); end > at_)
                at_ = end;
            else
                break;
        }
        return at_;
    }
    std::size_t after(std::string_view signs, std::size_t from) const {
        const std::size_t end = text_.find_first_of(signs, from);
        return end == std::string_view::npos ? text_.size() : end;
    }
    // The byte after the block comment that starts here; 0 when none does, or when it is never closed.
    std::size_t after_block() const {
        if (text_.substr(at_, 2) != "/*") return 0;
        const std::size_t end = text_.find("*/", at_ + 2);
        return end == std::string_view::npos ? 0 : end + 2;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace ontkoker::json
