#include "options_words.h"

#include <CLI/CLI.hpp>

#include "ontkoker/core/words.h"

namespace ontkoker::cli {

Language language_typed(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang" && i + 1 < words.size()) return language_of(lower_case(words[i + 1]));
        if (words[i].starts_with("--lang=")) return language_of(lower_case(words[i].substr(7)));
    }
    return Language::nl;
}

bool typed(const std::vector<std::string>& words, std::string_view word) {
    for (const std::string& one : words)
        if (one == word) return true;
    return false;
}

std::string message_of(const CLI::ParseError& error, const std::vector<std::string>& extra, Words say) {
    if (!extra.empty()) {
        std::string list;
        for (const std::string& word : extra) list += (list.empty() ? "" : ", ") + word;
        return std::string(say("onbekend op de opdrachtregel: ", "unknown on the command line: ")) + list;
    }
    const std::string kind = error.get_name();
    const auto told = [&](std::string_view nl, std::string_view en) {
        return std::string(say(nl, en)) + " (" + error.what() + ")";
    };
    if (kind == "RequiredError")
        return told("er ontbreekt iets op de opdrachtregel", "something is missing on the command line");
    if (kind == "ConversionError") return told("dit is geen (geheel) getal", "this is no (whole) number");
    if (kind == "ValidationError") return told("deze waarde mag hier niet", "this value is not allowed here");
    if (kind == "ArgumentMismatch") return told("verkeerd aantal waarden", "wrong number of values");
    return told("de opdrachtregel klopt niet", "the command line is wrong");
}

std::string joined(const std::vector<std::string>& words) {
    std::string line = "ontkoker";
    for (const std::string& word : words)
        line += " " + (word.find_first_of(" '\"$") == std::string::npos && !word.empty() ? word : "'" + word + "'");
    return line;
}

}  // namespace ontkoker::cli
