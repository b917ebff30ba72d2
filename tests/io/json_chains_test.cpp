// Chains and the checklist: the files that come along can be read, and whatever is wrong is told at its place.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "json_fixture.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/chains.h"
#include "ontkoker/io/json/checklist.h"

using namespace ontkoker;
using namespace json_fixture;

namespace json_chains_test {

const std::string root = ONTKOKER_SOURCE_DIR;

const Config& base() {
    static const Config config = [] {
        Request request;
        request.root = root;
        request.municipality = "woudenberg";
        request.scenarios = {"verkokerd"};
        auto loaded = load_config(request);
        REQUIRE(loaded.ok());
        return loaded.value();
    }();
    return config;
}

// A file with this text, for the time of one test.
struct File {
    std::string path;
    explicit File(const std::string& text)
        : path((fs::temp_directory_path() / ("ontkoker-chains-" + std::to_string(::getpid()) + ".json")).string()) {
        put(path, text);
    }
    ~File() { fs::remove(path); }
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::multiset<std::string> codes_of(const Problems& problems) {
    std::multiset<std::string> codes;
    for (const Problem& problem : problems) {
        codes.insert(problem.code);
        CHECK(problem.line > 0);
        CHECK_FALSE(problem.pointer.empty());
    }
    return codes;
}

const std::string small_chains = R"({
  "format": "ontkoker-chains-1",
  "chains": [
    { "name": "a", "nl": "a", "en": "a", "levers": ["one_door"], "links": [
      { "name": "x", "nl": "x", "en": "x", "mechanism": "B1", "outcome": "requests",
        "off": { "nl": "uit", "en": "off", "parameters": { "children.livelihood_stress": 0 }, "processes": ["seek_help"] } },
      { "name": "y", "nl": "y", "en": "y", "mechanism": "D5", "outcome": "youth_spending/ggz" } ] } ]
})";

TEST_CASE("chains: those of the model can be read, and every lever may begin one", "[json][chains]") {
    const auto chains = read_chains(root + "/models/chains.json", base());
    if (!chains.ok()) FAIL(chains.problems().front().message);
    CHECK(chains.value().size() >= 6);
    int can_be_off = 0;
    for (const Chain& chain : chains.value())
        for (const ChainLink& link : chain.links) can_be_off += link.can_switch_off();
    CHECK(can_be_off >= 10);
}

TEST_CASE("chains: what is wrong is told at its place, all at once", "[json][chains]") {
    const auto read = [](const std::string& text) { return read_chains(File(text).path, base()); };
    const auto good = read(small_chains);
    REQUIRE(good.ok());
    CHECK(good.value()[0].links[0].off_parameters.size() == 1);
    CHECK(good.value()[0].links[0].off_processes == std::vector<std::string>{"seek_help"});
    CHECK_FALSE(good.value()[0].links[1].can_switch_off());

    const std::string bad = with(with(with(with(small_chains, "one_door", "one_dor"), "requests", "request"), "stress\": 0",
                                      "stress\": 500"), "seek_help", "seek_hulp");
    const auto refused = read(bad);
    REQUIRE_FALSE(refused.ok());
    CHECK(codes_of(refused.problems()) == std::multiset<std::string>{"E0204", "E0209", "E0213", "E0215"});
    CHECK(std::count_if(refused.problems().begin(), refused.problems().end(),
                        [](const Problem& one) { return one.hint.find("bedoelde u") != std::string::npos; }) == 3);

    CHECK(codes_of(read(with(small_chains, "children.livelihood_stress", "children.livelihood_stres")).problems()).count("E0212") == 1);
    CHECK(codes_of(read(with(small_chains, "\"name\": \"y\"", "\"name\": \"x\"")).problems()).count("E0218") == 1);
    CHECK(codes_of(read(with(small_chains, "youth_spending/ggz", "youth_spending/gz")).problems()).count("E0215") == 1);
    CHECK(codes_of(read(with(small_chains, "\"mechanism\": \"D5\", ", "")).problems()).count("E0202") == 1);
    CHECK(codes_of(read(with(small_chains, "chains-1", "chains-2")).problems()).count("E0206") == 1);
    CHECK_FALSE(read("{").ok());
    CHECK(read_chains("/nowhere/chains.json", base()).problems().front().code == "E0321");
}

TEST_CASE("checklist: eleven boxes, partly is half way, no leaves a lever alone", "[json][checklist]") {
    const auto read = read_checklist(root + "/models/checklist.json");
    if (!read.ok()) FAIL(read.problems().front().message);
    const Checklist& list = read.value();
    REQUIRE(list.boxes.size() == 11);
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < list.boxes.size(); ++i) answers.push_back(static_cast<Answer>(i % 3));
    for (const Box& box : list.boxes)
        for (const BoxLever& lever : box.levers) {
            const LeverRow& row = lever_rows()[static_cast<std::size_t>(find_lever(lever.lever))];
            INFO(lever.lever);
            CHECK(value_for(lever, Answer::no) == row.neutral);
            CHECK(value_for(lever, Answer::yes) == lever.yes);
            CHECK(value_for(lever, Answer::partly) == Approx((row.neutral + lever.yes) / 2));
            CHECK(lever.yes != row.neutral);
        }
    const BuiltScenario scenario{"werksessie", "n", "e", "workshop", "s", "2027-01"};
    const File file(scenario_text(scenario, list, answers));
    Request request;
    request.root = root;
    request.municipality = "woudenberg";
    request.scenarios = {"verkokerd", file.path};
    const auto config = load_config(request);
    if (!config.ok()) FAIL(config.problems().front().message);
    const Scenario& built = config.value().scenarios[1];
    std::size_t expected = 0;
    for (std::size_t i = 0; i < list.boxes.size(); ++i) expected += answers[i] == Answer::no ? 0 : list.boxes[i].levers.size();
    CHECK(built.changes.size() == expected);
    CHECK(built.name == "werksessie");
    CHECK(load_config(request).ok());
    const File none(scenario_text(scenario, list, std::vector<Answer>(11, Answer::no)));
    CHECK(load_config(request).value().scenarios[1].changes.empty());
}

TEST_CASE("checklist: wrong boxes and answers are told", "[json][checklist]") {
    const std::string text = text_of(root + "/models/checklist.json");
    const auto read = [](const std::string& words) { return read_checklist(File(words).path); };
    CHECK(codes_of(read(with(text, "\"one_door\"", "\"one_dor\"")).problems()).count("E0209") == 1);
    CHECK(codes_of(read(with(text, "\"one_door\"", "\"intake_hours\"")).problems()).count("E0218") == 1);
    CHECK(codes_of(read(with(text, "\"yes\": 0.8", "\"yes\": 8")).problems()).count("E0204") == 1);
    CHECK(codes_of(read(with(text, "\"name\": \"vinden\"", "\"name\": \"signaleren\"")).problems()).count("E0218") == 1);

    const Checklist list = read(text).value();
    std::string answers = "{ \"format\": \"ontkoker-answers-1\",\n \"answers\": {";
    for (const Box& box : list.boxes) answers += (answers.back() == '{' ? "\"" : ",\n\"") + box.name + "\": \"Deels\"";
    answers += "} }";
    CHECK(read_answers(File(answers).path, list).value() == std::vector<Answer>(11, Answer::partly));
    const auto wrong = read_answers(File(with(answers, "Deels", "deel")).path, list);
    REQUIRE_FALSE(wrong.ok());
    CHECK(codes_of(wrong.problems()).count("E0215") == 1);
    CHECK(wrong.problems().front().hint.find("deels") != std::string::npos);
    CHECK(codes_of(read_answers(File(with(answers, "vinden", "vindn")).path, list).problems()) ==
          std::multiset<std::string>{"E0201", "E0202"});
}

}  // namespace json_chains_test
