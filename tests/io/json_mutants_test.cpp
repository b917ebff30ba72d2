// Every declared number, spoilt in every way. All rows of a file are spoilt in the same way at once, and each must be
// told at its own pointer, with nothing told besides.
#include <algorithm>
#include <catch2/catch.hpp>

#include <functional>
#include <iterator>
#include <map>

#include "json_fixture.h"
#include "ontkoker/domain/levers.h"

using namespace ontkoker;
using namespace json_fixture;

namespace json_mutants_test {

Value* member(Value& object, const std::string& key) {
    for (json::Member& m : object.members) {
        if (m.key == key) return &m.value;
    }
    return nullptr;
}

void set_value(Value& row, Value value) { *member(row, "value") = std::move(value); }

void drop(Value& object, const std::string& key) {
    std::erase_if(object.members, [&](const json::Member& m) { return m.key == key; });
}

void rename(Value& object, const std::string& from, const std::string& to) {
    for (json::Member& m : object.members) {
        if (m.key == from) m.key = to;
    }
}

struct Mutant {
    const char* what;
    std::function<void(Value& row)> spoil;
    const char* key;  // below the row, where it is told
    const char* code;
    std::size_t problems;  // a row
};

std::vector<Mutant> mutants(double below, double above, const char* outside) {
    return {
        {"missing", [](Value& row) { drop(row, "value"); }, "value", "E0202", 1},
        {"null", [](Value& row) { set_value(row, Value()); }, "value", "E0203", 1},
        {"text", [](Value& row) { set_value(row, Value("0.5")); }, "value", "E0203", 1},
        {"below", [below](Value& row) { set_value(row, Value::of(below)); }, "value", outside, 1},
        {"above", [above](Value& row) { set_value(row, Value::of(above)); }, "value", outside, 1},
        {"misspelt", [](Value& row) { rename(row, "source", "sourec"); }, "sourec", "E0201", 2},
        {"no source", [](Value& row) { drop(row, "source"); }, "source", "E0202", 1},
    };
}

// Pointer and row of every number in a file.
using Rows = std::function<std::map<std::string, Value*>(Value& file)>;

void check_mutants(const Root& root, const std::string& path, const Value& file, const Rows& rows,
                   const std::vector<Mutant>& all) {
    constexpr std::size_t at_once = 200;   // a report tells 500 problems at most
    Value whole = file;
    const std::size_t count = rows(whole).size();
    REQUIRE(count > 0);
    for (std::size_t k = 0; k < all.size() * ((count + at_once - 1) / at_once); ++k) {
        const Mutant& mutant = all[k % all.size()];
        const std::size_t from = k / all.size() * at_once;
        Value spoilt = file;
        std::map<std::string, Value*> found = rows(spoilt);
        const auto first = std::next(found.begin(), static_cast<std::ptrdiff_t>(from));
        const auto last = std::next(first, static_cast<std::ptrdiff_t>(std::min(at_once, count - from)));
        found = std::map<std::string, Value*>(first, last);
        for (const auto& [pointer, row] : found) mutant.spoil(*row);
        root.put(path, text(spoilt));
        const Result<Config> result = load_config(root.request());
        INFO(path << " " << mutant.what);
        REQUIRE(!result.ok());
        std::map<std::string, int> told;
        for (const Problem& p : result.problems()) {
            if (p.code == mutant.code && p.line > 0 && p.file == root.path(path)) ++told[p.pointer];
        }
        for (const auto& [pointer, row] : found) CHECK(told[pointer + "/" + mutant.key] == 1);
        CHECK(result.problems().size() == found.size() * mutant.problems);
    }
    root.put(path, text(file));
    CHECK(load_config(root.request()).ok());
}

std::map<std::string, Value*> below(Value& object, const std::string& pointer) {
    std::map<std::string, Value*> rows;
    for (json::Member& m : object.members) {
        if (m.value.find("value")) rows[pointer + "/" + m.key] = &m.value;
    }
    return rows;
}

// Rows of the items of a list, as in help_types.json and schemes.json.
Rows of_items(const std::string& list) {
    return [list](Value& file) {
        std::map<std::string, Value*> rows;
        std::vector<Value>& items = member(file, list)->items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            rows.merge(below(*member(items[i], "parameters"), "/" + list + "/" + std::to_string(i) + "/parameters"));
        }
        return rows;
    };
}

constexpr double far = 1e9;  // beyond every range and every bound of the fixture

TEST_CASE("every mutant of every parameter is refused at its pointer", "[json]") {
    const Root root;
    const Rows rows = [](Value& file) { return below(*member(file, "parameters"), "/parameters"); };
    Value file = parameters();
    CHECK(rows(file).size() == parameter_rows().size());
    check_mutants(root, "models/parameters/all.json", file, rows, mutants(-far, far, "E0205"));
}

TEST_CASE("every mutant of help types, schemes and actors is refused at its pointer", "[json]") {
    const Root root;
    Value types = help_types(), all_schemes = schemes(), all_actors = actors();
    CHECK(of_items("types")(types).size() == 2 * help_type_rows().size());
    CHECK(of_items("schemes")(all_schemes).size() == 2 * scheme_rows().size());
    check_mutants(root, "models/help_types.json", types, of_items("types"), mutants(-far, far, "E0205"));
    CHECK(of_items("actors")(all_actors).size() == 2 * actor_rows().size());
    check_mutants(root, "models/actors.json", all_actors, of_items("actors"), mutants(-far, far, "E0205"));
    check_mutants(root, "models/schemes.json", all_schemes, of_items("schemes"), mutants(-far, far, "E0205"));
}

TEST_CASE("every mutant of every figure is refused at its pointer", "[json]") {
    const Root root;
    const Rows rows = [](Value& file) { return below(*member(file, "figures"), "/figures"); };
    Value file = municipality();
    CHECK(rows(file).size() == figure_rows().size());
    check_mutants(root, "models/municipalities/proefstad.json", file, rows, mutants(-1, 1e11, "E0204"));
}

TEST_CASE("a parameter, figure, field or table that stands in no file is told by name", "[json]") {
    const auto without = [](const std::string& path, Value file, const std::function<Value&(Value&)>& object) {
        const Root root;
        const std::size_t rows = object(file).members.size();
        const std::string first = object(file).members.front().key;
        object(file).members.clear();
        root.put(path, text(file));
        const Result<Config> result = load_config(root.request());
        REQUIRE(!result.ok());
        CHECK(result.problems().size() == rows);
        CHECK(result.problems().front().message.find("'" + first + "'") != std::string::npos);
    };
    without("models/parameters/all.json", parameters(), [](Value& f) -> Value& { return *member(f, "parameters"); });
    without("models/municipalities/proefstad.json", municipality(),
            [](Value& f) -> Value& { return *member(f, "figures"); });
    without("models/municipalities/proefstad.json", municipality(),
            [](Value& f) -> Value& { return *member(f, "tables"); });
    without("models/schemes.json", schemes(),
            [](Value& f) -> Value& { return *member(member(f, "schemes")->items[1], "parameters"); });
}

TEST_CASE("the ends of a range are accepted", "[json]") {
    for (const char* end : {"low", "high"}) {
        const Root root;
        Value file = parameters();
        for (auto& [pointer, row] : below(*member(file, "parameters"), "")) set_value(*row, *member(*row, end));
        root.put("models/parameters/all.json", text(file));
        CHECK(load_config(root.request()).ok());
    }
}

TEST_CASE("the bounds of every lever are accepted and what lies beyond is refused", "[json]") {
    for (const LeverRow& lever : lever_rows()) {
        for (const double value : {lever.low, lever.high, lever.low - 0.01, lever.high + 0.01}) {
            const Root root;
            Value scenario = json_fixture::scenario("grens");
            Value change = Value::object();
            change.set("lever", lever.name).set("value", Value::of(value)).set("from", "2027-01");
            member(scenario, "changes")->push(change);
            root.put("configs/scenarios/grens.json", text(scenario));
            Request request = root.request();
            request.scenarios = {"grens"};
            const Result<Config> result = load_config(request);
            const bool inside = value >= lever.low && value <= lever.high;
            INFO(lever.name << " " << value);
            REQUIRE(result.ok() == inside);
            if (inside) continue;
            CHECK(result.problems().front().pointer == "/changes/0/value");
            CHECK(result.problems().front().message.find(std::string(lever.unit)) != std::string::npos);
            CHECK(result.problems().front().message.find(std::string(lever.legal)) != std::string::npos);
        }
    }
}

}  // namespace json_mutants_test
