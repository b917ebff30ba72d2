// Two languages in the commands: a text is written as pair, so that none can be missing.
#pragma once
#include <string>
#include <string_view>

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

}  // namespace ontkoker::cli
