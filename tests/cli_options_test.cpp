// The command line as data.
#include <catch2/catch.hpp>

#include <vector>

#include "ontkoker/cli/options.h"

using namespace ontkoker::cli;
using ontkoker::Language;

namespace cli_options_test {

std::variant<Options, Ended> parse(std::vector<const char*> words) {
    words.insert(words.begin(), "ontkoker");
    return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST_CASE("the form of run that scripts rely on") {
    const auto parsed = parse({"run", "verkokerd", "--municipality", "Heusden", "--years", "10", "--replicates", "20",
                               "--seed", "7", "--threads", "16", "-o", "a.h5", "--json"});
    REQUIRE(std::holds_alternative<Options>(parsed));
    const auto& options = std::get<Options>(parsed);
    CHECK(options.command == Command::run);
    CHECK(options.words == std::vector<std::string>{"verkokerd"});
    CHECK(options.municipality == "Heusden");
    CHECK(options.years == 10);
    CHECK(options.replicates == 20);
    CHECK(options.seed == 7);
    CHECK(options.threads == 16);
    CHECK(options.output == "a.h5");
    CHECK(options.json);
    CHECK(options.language == Language::nl);
}

TEST_CASE("both forms of compare") {
    const auto file = parse({"compare", "x.json", "-o", "d", "--lang", "en"});
    REQUIRE(std::holds_alternative<Options>(file));
    CHECK(std::get<Options>(file).words.size() == 1);
    CHECK(std::get<Options>(file).language == Language::en);
    const auto arms = parse({"compare", "--municipality", "zwolle", "--scenario", "a", "--scenario", "b", "-o", "d"});
    REQUIRE(std::holds_alternative<Options>(arms));
    CHECK(std::get<Options>(arms).scenarios == std::vector<std::string>{"a", "b"});
    CHECK(std::get<Options>(arms).words.empty());
}

TEST_CASE("the form of municipality import") {
    const auto parsed =
        parse({"municipality", "import", "kwb.csv", "--code", "GM0797", "-o", "a.json", "--edition", "2021"});
    REQUIRE(std::holds_alternative<Options>(parsed));
    const auto& options = std::get<Options>(parsed);
    CHECK(options.command == Command::municipality_import);
    CHECK(options.words == std::vector<std::string>{"kwb.csv"});
    CHECK(options.code == "GM0797");
    CHECK(options.edition == 2021);
    CHECK_FALSE(options.overwrite);
    for (const auto& words : std::vector<std::vector<const char*>>{
             {"municipality"},
             {"municipality", "import", "kwb.csv", "-o", "a.json"},
             {"municipality", "import", "kwb.csv", "--code", "GM0797"},
             {"municipality", "export", "kwb.csv", "--code", "GM0797", "-o", "a.json"},
             {"municipality", "import", "kwb.csv", "--code", "GM0797", "-o", "a.json", "--edition", "22"}})
        CHECK(std::holds_alternative<Ended>(parse(words)));
}

TEST_CASE("what was not typed stays open") {
    const auto parsed = parse({"run", "a", "-o", "x"});
    REQUIRE(std::holds_alternative<Options>(parsed));
    CHECK_FALSE(std::get<Options>(parsed).years.has_value());
    CHECK_FALSE(std::get<Options>(parsed).seed.has_value());
}

TEST_CASE("commands ignore case") {
    const auto parsed = parse({"Processes"});
    REQUIRE(std::holds_alternative<Options>(parsed));
    CHECK(std::get<Options>(parsed).command == Command::processes);
}

TEST_CASE("a wrong command line ends with code 2 and names what is wrong and what was meant") {
    const auto option = parse({"run", "a", "-o", "x", "--replicats", "3", "--sede", "4"});
    REQUIRE(std::holds_alternative<Ended>(option));
    const auto& ended = std::get<Ended>(option);
    CHECK(ended.code == exit_usage);
    CHECK(ended.message.find("--replicats") != std::string::npos);
    CHECK(ended.message.find("--sede") != std::string::npos);
    CHECK(ended.hint.find("--replicates") != std::string::npos);
    CHECK(ended.hint.find("--seed") != std::string::npos);

    const auto command = parse({"comprae", "x", "--json"});
    REQUIRE(std::holds_alternative<Ended>(command));
    CHECK(std::get<Ended>(command).code == exit_usage);
    CHECK(std::get<Ended>(command).json);
    CHECK(std::get<Ended>(command).hint.find("compare") != std::string::npos);

    for (const auto& words : std::vector<std::vector<const char*>>{{"run"},
                                                                   {"run", "a"},
                                                                   {"run", "a", "-o", "x", "--years", "ten"},
                                                                   {"run", "a", "-o", "x", "--threads", "0"},
                                                                   {"run", "a", "-o", "x", "--lang", "fr"},
                                                                   {"inspect"},
                                                                   {"run", "a", "b", "-o", "x"},
                                                                   {"rerun"}}) {
        const auto parsed = parse(words);
        REQUIRE(std::holds_alternative<Ended>(parsed));
        CHECK(std::get<Ended>(parsed).code == exit_usage);
    }
}

TEST_CASE("help has examples in both languages, and no arguments give a short help with two") {
    for (const char* command : {"run", "compare", "check", "params", "inspect", "rerun", "schema", "processes"}) {
        const auto nl = parse({command, "--help"});
        REQUIRE(std::holds_alternative<Ended>(nl));
        CHECK(std::get<Ended>(nl).code == exit_ok);
        CHECK(std::get<Ended>(nl).message.find("Voorbeelden:\n  ontkoker " + std::string(command)) !=
              std::string::npos);
        CHECK(std::get<Ended>(nl).message.find("Gebruik") != std::string::npos);
        const auto en = parse({command, "--lang", "en", "--help"});
        CHECK(std::get<Ended>(en).message.find("Examples:\n  ontkoker " + std::string(command)) != std::string::npos);
        CHECK(std::get<Ended>(en).message.find("Usage") != std::string::npos);
    }
    const auto none = parse({});
    REQUIRE(std::holds_alternative<Ended>(none));
    CHECK(std::get<Ended>(none).code == exit_ok);
    CHECK(std::get<Ended>(none).message.find("ontkoker compare ") != std::string::npos);
    CHECK(std::get<Ended>(none).message.find("ontkoker run ") != std::string::npos);
}

TEST_CASE("the command line is kept as typed") {
    const auto parsed = parse({"run", "a b", "-o", "x.h5"});
    REQUIRE(std::holds_alternative<Options>(parsed));
    CHECK(std::get<Options>(parsed).typed == "ontkoker run 'a b' -o x.h5");
}

}  // namespace cli_options_test
