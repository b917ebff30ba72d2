// The published schemas are those that the declared rows give. Run with "[.write-schemas]" to write them anew.
#include <catch2/catch.hpp>

#include "json_fixture.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/schema.h"

using namespace ontkoker;

namespace json_schema_test {

std::string path_of(std::string_view kind) {
    return std::string(ONTKOKER_SOURCE_DIR) + "/models/schema/" + std::string(kind) + ".schema.json";
}

TEST_CASE("the schemas in models/schema are up to date", "[json]") {
    for (const std::string_view kind : json::schema_kinds()) {
        INFO(kind << ": run the tests with [.write-schemas] after a change of rows");
        const bool same = json_fixture::text_of(path_of(kind)) == json::schema_text(kind);
        CHECK(same);
    }
    std::size_t files = 0;
    for (const auto& entry :
         json_fixture::fs::directory_iterator(std::string(ONTKOKER_SOURCE_DIR) + "/models/schema")) {
        files += entry.path().extension() == ".json";
    }
    CHECK(files == json::schema_kinds().size());
    CHECK(json::schema_text("scenarios").empty());
}

TEST_CASE("schemas name every declared row", "[json]") {
    const auto names = [](std::string_view kind, std::string_view word) {
        return json::schema_text(kind).find("\"" + std::string(word) + "\"") != std::string::npos;
    };
    for (const LeverRow& row : lever_rows()) CHECK(names("scenario", row.name));
    for (const ParameterRow& row : parameter_rows()) {
        CHECK(names("parameters", row.name));
        CHECK(names("comparison", row.name));
        CHECK(names("overlay", row.name));
    }
    for (const TableRow& row : table_rows()) CHECK(names("parameters", row.name));
    for (const FigureRow& row : figure_rows()) CHECK(names("municipality", row.name));
    for (const HelpTypeRow& row : help_type_rows()) CHECK(names("help_types", row.name));
    for (const SchemeRow& row : scheme_rows()) CHECK(names("schemes", row.name));
}

TEST_CASE("write the schemas", "[.write-schemas]") {
    for (const std::string_view kind : json::schema_kinds()) json_fixture::put(path_of(kind), json::schema_text(kind));
}

}  // namespace json_schema_test
