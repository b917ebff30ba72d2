// What was typed as words: the language before it is parsed, and messages about what could not be understood.
#pragma once
#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/cli/options.h"
#include "words.h"

namespace ontkoker::cli {

// Help and error messages need the language before CLI11 has read it; the same holds for --json.
Language language_typed(const std::vector<std::string>& words);
bool typed(const std::vector<std::string>& words, std::string_view word);
// "did you mean" for each word that is neither a command nor an option here.
std::string suggestions(const CLI::App& app, const std::vector<std::string>& words,
                        const std::vector<std::string>& commands, Words say);
// CLI11's messages are English only; the kinds that users meet most are told in both languages.
std::string message_of(const CLI::ParseError& error, const std::vector<std::string>& extra, Words say);
// The whole command line, so that it can be typed again.
std::string typed_line(const std::vector<std::string>& words);

}  // namespace ontkoker::cli
