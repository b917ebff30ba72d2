// What the parser says about a text that is no JSON, in words for people.
#pragma once
#include <string>
#include <string_view>

#include "ontkoker/core/result.h"

namespace ontkoker::json {

class Source;

// `position`: bytes read so far; `token`: what was read last; `what`: the parser's own words.
Problem syntax_problem(const Source& source, std::size_t position, std::string_view token, std::string_view what,
                       std::string pointer);

}  // namespace ontkoker::json
