// Every configuration in tests/io/bad is refused, with the code, place and words that expected.tsv names.
#include <catch2/catch.hpp>

#include <sstream>

#include "json_fixture.h"
#include "ontkoker/io/json/codes.h"

using namespace ontkoker;
using namespace json_fixture;

namespace json_corpus_test {

struct Expected {
    std::string file, kind, code, pointer, problems, place, message, hint;
};

std::vector<Expected> expected_rows() {
    std::vector<Expected> rows;
    std::istringstream table(text_of(bad_folder + "expected.tsv"));
    std::string line;
    std::getline(table, line);  // names of the columns
    while (std::getline(table, line)) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        std::string cell;
        while (std::getline(row, cell, '\t')) cells.push_back(cell);
        cells.resize(8);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]});
    }
    return rows;
}

Problems problems_of(const Expected& row, const Root& root) {
    Request request = root.request();
    const std::string path = bad_folder + row.file;
    if (row.kind == "scenario") request.scenarios = {path};
    if (row.kind == "overlay") request.overlay = path;
    if (row.kind == "municipality") request.municipality = path;
    if (row.kind == "parameters") root.put("models/parameters/bad.json", text_of(path));
    if (row.kind == "actors") root.put("models/actors.json", text_of(path));
    if (row.kind == "comparison") {
        request.comparison = path;
        request.municipality.clear();
        request.scenarios.clear();
    }
    const Result<Config> result = load_config(request);
    return result.ok() ? Problems() : result.problems();
}

const Problem* find(const Problems& problems, const Expected& row) {
    for (const Problem& problem : problems) {
        if (problem.code == row.code && problem.pointer == row.pointer) return &problem;
    }
    return nullptr;
}

std::string told(const Problems& problems) {
    std::string text;
    for (const Problem& p : problems) text += p.code + " " + p.pointer + " " + p.message + " [" + p.hint + "]\n";
    return text;
}

TEST_CASE("every bad configuration is refused with its own problem", "[json]") {
    const std::vector<Expected> rows = expected_rows();
    REQUIRE(rows.size() >= 60);
    for (const Expected& row : rows) {
        DYNAMIC_SECTION(row.file) {
            // A parameters file replaces the rows that it holds or meant to hold.
            std::set<std::string> replaced;
            if (row.kind == "parameters") {
                const std::string text = text_of(bad_folder + row.file);
                replaced.insert(text.find("\"tables.") != std::string::npos ? "tables.duration_shares"
                                                                            : "finances.bill_chance");
            }
            const Root root(replaced);
            const Problems problems = problems_of(row, root);
            INFO(told(problems));
            REQUIRE(!problems.empty());
            const Problem* problem = find(problems, row);
            REQUIRE(problem);
            CHECK(problem->message.find(row.message) != std::string::npos);
            CHECK(problem->hint.find(row.hint) != std::string::npos);
            CHECK(std::to_string(problems.size()) == row.problems);
            CHECK(std::to_string(problem->line) + ":" + std::to_string(problem->column) == row.place);
            CHECK(!problem->file.empty());
        }
    }
}

TEST_CASE("expected.tsv and the folder name the same files", "[json]") {
    std::set<std::string> named, standing;
    for (const Expected& row : expected_rows()) named.insert(row.file);
    for (const auto& entry : fs::directory_iterator(bad_folder)) {
        if (entry.path().extension() == ".json") standing.insert(entry.path().filename().string());
    }
    CHECK(named == standing);
}

TEST_CASE("every expected code is a declared kind of problem", "[json]") {
    std::set<std::string> codes;
    for (const json::ProblemKind& kind : json::problem_kinds()) {
        CHECK(codes.insert(std::string(kind.code)).second);
        CHECK(!kind.nl.empty());
        CHECK(!kind.en.empty());
    }
    for (const Expected& row : expected_rows()) CHECK(codes.contains(row.code));
}

}  // namespace json_corpus_test
