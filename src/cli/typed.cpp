#include "typed.h"

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

std::string suggestions(const CLI::App& app, const std::vector<std::string>& words,
                        const std::vector<std::string>& commands, Words say) {
    const CLI::App* used = &app;
    for (const CLI::App* sub : app.get_subcommands()) used = sub;
    for (const CLI::App* sub : used->get_subcommands()) used = sub;
    std::vector<std::string> known;
    for (const CLI::App* sub : used->get_subcommands([](const CLI::App*) { return true; })) known.push_back(sub->get_name());
    for (const CLI::Option* option : used->get_options())
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    if (used == &app) known.insert(known.end(), commands.begin(), commands.end());
    std::string text;
    for (const std::string& word : words) {
        const std::string near = nearest_word(word.substr(0, word.find('=')), known);
        if (!near.empty() && near != word)
            text += (text.empty() ? std::string(say("bedoelde u ", "did you mean ")) : ", ") + near;
    }
    return text.empty() ? text : text + "?";
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

std::string typed_line(const std::vector<std::string>& words) {
    std::string line = "ontkoker";
    for (const std::string& word : words)
        line += " " + (word.find_first_of(" '\"$") == std::string::npos && !word.empty() ? word : "'" + word + "'");
    return line;
}

}  // namespace ontkoker::cli
