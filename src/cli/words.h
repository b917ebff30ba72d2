// Two languages in the commands: a text is written as pair, so that none can be missing.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/io/svg/numbers.h"

namespace ontkoker::cli {

struct Words {
    Language language;
    std::string_view operator()(std::string_view nl, std::string_view en) const {
        return language == Language::nl ? nl : en;
    }
};

// The same as a text of its own, for what keeps one.
inline std::string text(Words say, std::string_view nl, std::string_view en) { return std::string(say(nl, en)); }

inline std::string joined(const std::vector<std::string>& list, std::string_view between = ", ") {
    std::string line;
    for (const std::string& one : list) line += (line.empty() ? "" : std::string(between)) + one;
    return line;
}

// What is wrong with a command line: a problem that stands in no file.
inline Problem usage(const char* code, std::string message, std::string hint = {}) {
    return {.code = code, .message = std::move(message), .hint = std::move(hint), .file = {}, .pointer = {}};
}

}  // namespace ontkoker::cli
