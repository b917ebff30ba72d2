// Words of the command line before and outside CLI11.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "words.h"

namespace CLI {
class ParseError;
}

namespace ontkoker::cli {

// Help and error messages need the language before CLI11 has read it; the same holds for --json.
Language language_typed(const std::vector<std::string>& words);
bool typed(const std::vector<std::string>& words, std::string_view word);
// CLI11's messages are English only; the kinds that users meet most are told in both languages.
std::string message_of(const CLI::ParseError& error, const std::vector<std::string>& extra, Words say);
// The command line as one text, quoted where it must be.
std::string joined(const std::vector<std::string>& words);

}  // namespace ontkoker::cli
