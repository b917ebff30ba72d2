// A whole small model, made from the declared rows: every file that the loader needs, every value another one.
#pragma once
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "ontkoker/domain/config.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/io/json/value.h"

namespace json_fixture {

using ontkoker::json::Layout;
using ontkoker::json::Value;
namespace fs = std::filesystem;

inline const std::string data_folder = std::string(ONTKOKER_SOURCE_DIR) + "/tests/io/data/";
inline const std::string bad_folder = std::string(ONTKOKER_SOURCE_DIR) + "/tests/io/bad/";

inline std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

inline Value row(double value) {
    Value object = Value::object();
    object.set("value", Value::of(value)).set("low", Value::of(value - 0.25)).set("high", Value::of(value + 0.25));
    object.set("unit", "EUR").set("distribution", "triangular").set("source", "made for the tests");
    object.set("status", "assumed").set("valid_until", "2027-12-31").set("mechanism", "A1 C2");
    return object.set("nl", "getal").set("en", "number");
}

inline Value table(const ontkoker::TableRow& row) {
    std::vector<double> values;
    for (std::size_t i = 0; i < row.size; ++i) {
        values.push_back(row.name == "tables.duration_months" ? static_cast<double>(3 * i)
                                                              : 1.0 / static_cast<double>(row.size));
    }
    Value object = Value::object();
    object.set("values", Value::array(values)).set("unit", "share").set("source", "made for the tests");
    object.set("status", "assumed").set("valid_until", "2027-12-31").set("mechanism", "A0");
    return object.set("nl", "tabel").set("en", "table");
}

// The value that the fixture gives to parameter `i`; `block` keeps help types and schemes apart.
inline double value_of(std::size_t i, int block = 0) { return 1000.0 * block + static_cast<double>(i) + 1.0; }

// Parameters of the model, but for those called in `without`.
inline Value parameters(const std::set<std::string>& without = {}) {
    Value rows = Value::object();
    const auto numbers = ontkoker::parameter_rows();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!without.contains(std::string(numbers[i].name))) rows.set(std::string(numbers[i].name), row(value_of(i)));
    }
    for (const ontkoker::TableRow& t : ontkoker::table_rows()) {
        if (!without.contains(std::string(t.name))) rows.set(std::string(t.name), table(t));
    }
    return Value::object().set("format", "ontkoker-parameters-1").set("parameters", rows);
}

template <class Row>
Value fields(std::span<const Row> declared, int block) {
    Value rows = Value::object();
    for (std::size_t i = 0; i < declared.size(); ++i) rows.set(std::string(declared[i].name), row(value_of(i, block)));
    return rows;
}

inline Value help_types() {
    Value list = Value::array();
    int block = 1;
    for (const char* name : {"ambulant", "verblijf"}) {
        Value type = Value::object();
        type.set("name", name).set("nl", "soort").set("en", "kind").set("places", Value::of(block == 2));
        type.set("team", Value::of(false)).set("delivered_by", "aanbieder").set("payer", "youth");
        type.set("parameters", fields(ontkoker::help_type_rows(), block++));
        list.push(type);
    }
    return Value::object().set("format", "ontkoker-help-types-1").set("types", list);
}

inline Value schemes() {
    Value list = Value::array();
    int block = 3;
    for (const char* name : {"toeslag", "kindregeling"}) {
        Value scheme = Value::object();
        scheme.set("name", name).set("nl", "regeling").set("en", "scheme").set("lawful_to_cut", Value::of(block == 3));
        scheme.set("per_child", Value::of(block == 4)).set("families_only", Value::of(block == 4));
        list.push(scheme.set("parameters", fields(ontkoker::scheme_rows(), block++)));
    }
    return Value::object().set("format", "ontkoker-schemes-1").set("schemes", list);
}

inline Value actors() {
    Value list = Value::array();
    int block = 5;
    for (const char* name : {"consulent", "hulpverlener"}) {
        Value actor = Value::object();
        actor.set("name", name).set("nl", "beroep").set("en", "profession").set("type", "generalist").set("domain", "jeugd");
        actor.set("services", Value::array(std::vector<std::string>{block == 5 ? "access" : "ambulant"}));
        list.push(actor.set("parameters", fields(ontkoker::actor_rows(), block++)));
    }
    return Value::object().set("format", "ontkoker-actors-1").set("actors", list);
}

inline Value municipality() {
    const auto source = [](Value value) {
        value.set("unit", "number").set("table", "none").set("year", Value::of(2022));
        return value.set("source", "made for the tests");
    };
    Value figures = Value::object(), tables = Value::object();
    int i = 0;
    for (const ontkoker::FigureRow& figure : ontkoker::figure_rows()) {
        const std::string name(figure.name);
        double value = 0.001 * ++i;  // shares
        if (name == "population") value = 20000;
        if (name == "households") value = 9000;
        if (name == "rented") value = 0.4;
        if (name == "births_per_1000" || name == "deaths_per_1000") value = 10 + i;
        if (name == "income") value = 30;
        if (name.ends_with("_spending")) value = 1e6 + i;
        figures.set(name, source(Value::object().set("value", Value::of(value))));
    }
    for (const ontkoker::FigureTableRow& figure : ontkoker::figure_table_rows()) {
        std::vector<double> values;
        for (std::size_t k = 0; k < figure.size; ++k) values.push_back(static_cast<double>(100 + k));
        tables.set(std::string(figure.name), source(Value::object().set("values", Value::array(values))));
    }
    Value all = Value::object();
    all.set("format", "ontkoker-municipality-1").set("name", "proefstad").set("code", "GM9999").set("nl", "Proefstad");
    return all.set("figures", figures).set("tables", tables);
}

inline Value scenario(const std::string& name) {
    Value value = Value::object();
    value.set("name", name).set("nl", "Verkokerd").set("en", "Siloed").set("status", "assumed");
    return value.set("source", "made for the tests").set("changes", Value::array());
}

inline std::string text(const Value& value) { return ontkoker::json::write(value, Layout::indented) + "\n"; }

// A folder with the whole model, removed at the end.
class Root {
public:
    explicit Root(const std::set<std::string>& without = {}) {
        static int made = 0;
        folder_ =
            fs::temp_directory_path() / ("ontkoker-json-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
        put("models/parameters/all.json", text(parameters(without)));
        put("models/help_types.json", text(help_types()));
        put("models/schemes.json", text(schemes()));
        put("models/actors.json", text(actors()));
        put("models/municipalities/proefstad.json", text(municipality()));
        put("configs/scenarios/verkokerd.json", text(scenario("verkokerd")));
        put("configs/comparisons/rust.json",
            R"({"municipality": "proefstad", "scenarios": ["verkokerd"], "years": 3, "replicates": 2, "seed": 5})");
    }
    Root(const Root&) = delete;
    Root& operator=(const Root&) = delete;
    ~Root() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    std::string path(const std::string& part = "") const {
        return part.empty() ? folder_.string() : (folder_ / part).string();
    }
    void put(const std::string& part, const std::string& text) const { json_fixture::put(folder_ / part, text); }

    ontkoker::Request request() const {
        ontkoker::Request request;
        request.root = path();
        request.municipality = "proefstad";
        request.scenarios = {"verkokerd"};
        return request;
    }

private:
    fs::path folder_;
};

}  // namespace json_fixture
