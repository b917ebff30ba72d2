// What the parser says about a text that is no JSON, in words for people.
#pragma once
#include <string>
#include <string_view>

#include "ontkoker/core/result.h"

namespace ontkoker::json {

class Source;

// `token`: first byte of the token that does not fit; `read`: bytes read so far; `what`: the parser's own words.
Problem syntax_problem(const Source& source, std::size_t token, std::size_t read, std::string_view what,
                       std::string pointer);

}  // namespace ontkoker::json
