// Tables as comma-separated values: quoting of RFC 4180, numbers that read back, and a file that is whole or absent.
#include "../src/cli/csv_file.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "io/file_fixture.h"

using namespace ontkoker;
using namespace ontkoker::cli;
using namespace ontkoker::test;

namespace cli_csv_file_test {

TEST_CASE("a cell is quoted where it has to be, and nowhere else", "[cli][csv]") {
    CHECK(csv_cell("verkokerd") == "verkokerd");
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("zeg \"ja\"") == "\"zeg \"\"ja\"\"\"");
    CHECK(csv_cell("twee\nregels") == "\"twee\nregels\"");
    CHECK(csv_cell("twee\rregels") == "\"twee\rregels\"");
    CHECK(csv_cell("punt; komma") == "punt; komma");
}

TEST_CASE("a number is the shortest text that reads back, what is no number is empty", "[cli][csv]") {
    CHECK(csv_cell(0.1) == "0.1");
    CHECK(csv_cell(123456789.25) == "123456789.25");
    CHECK(csv_cell(std::nan("")) == "");
    for (const double value : {1.0 / 3.0, 1e300, -2.5e-310, 9007199254740993.0, std::numeric_limits<double>::max()})
        CHECK(std::strtod(csv_cell(value).c_str(), nullptr) == value);
}

TEST_CASE("empty cells keep their commas, also at the ends of a row", "[cli][csv]") {
    const Folder folder;
    CsvFile file(folder.file("a.csv"), false);
    file.cells("").cells("x").cells("").end_row();
    file.cells("1,2").number(std::nan("")).end_row();
    CHECK(file.rows() == 2);
    REQUIRE(file.keep().ok());
    CHECK(read_whole_file(folder.file("a.csv")).value() == ",x,\n1,2,\n");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a table that is not kept leaves nothing", "[cli][csv]") {
    const Folder folder;
    {
        CsvFile file(folder.file("a.csv"), false);
        for (int i = 0; i < 300'000; ++i) file.cells("een rij").end_row();   // more than is held back
        CHECK(folder.entries() == 1);
    }
    CHECK(folder.entries() == 0);
    std::ofstream(folder.file("a.csv")) << "oud";
    CsvFile refused(folder.file("a.csv"), false);
    refused.cells("x").end_row();
    CHECK(code_of(refused.keep()) == "E0301");
    CHECK(read_whole_file(folder.file("a.csv")).value() == "oud");
}

}  // namespace cli_csv_file_test
