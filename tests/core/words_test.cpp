// Seen red with: no swaps, capitals of candidates kept, a half in place of a third, the last among equals.
#include "ontkoker/core/words.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace ontkoker;

namespace words_test {

TEST_CASE("a mistyped word finds what was meant", "[core][words]") {
    const std::vector<std::string> words{"verkokerd", "integraal", "municipality",
                                         "seed",      "years",     "boemerang-minimaregeling"};
    CHECK(nearest_word("verkokert", words) == "verkokerd");       // changed
    CHECK(nearest_word("verkokerdd", words) == "verkokerd");      // added
    CHECK(nearest_word("municpality", words) == "municipality");  // dropped
    CHECK(nearest_word("sede", words) == "seed");                 // swapped: one letter of four
    CHECK(nearest_word("eesd", words).empty());                   // two of four
    CHECK(nearest_word("YEARS", words) == "years");
    CHECK(nearest_word("boemerang-minimaregelingen", words) == "boemerang-minimaregeling");
}

TEST_CASE("nothing is suggested when nothing is near", "[core][words]") {
    const std::vector<std::string> words{"verkokerd", "seed"};
    CHECK(nearest_word("horizon", words).empty());
    CHECK(nearest_word("sxxd", words).empty());
    CHECK(nearest_word("", words).empty());
    CHECK(nearest_word("seed", {}).empty());
    CHECK(nearest_word("x", std::vector<std::string>{"y"}).empty());
}

TEST_CASE("at most a third of the letters is wrong, counted exactly", "[core][words]") {
    const std::vector<std::string> nine{"abcdefghi"};
    CHECK(nearest_word("abcdefxyz", nine) == "abcdefghi");
    CHECK(nearest_word("abcdewxyz", nine).empty());
}

TEST_CASE("the nearest wins, then the first", "[core][words]") {
    CHECK(nearest_word("amsterdam", std::vector<std::string>{"amstelveen", "amsterdan", "Amsterdam"}) == "Amsterdam");
    CHECK(nearest_word("grens", std::vector<std::string>{"grenz", "grent"}) == "grenz");
}

TEST_CASE("lower case", "[core][words]") {
    CHECK(lower_case("Heusden AZ az 09 -_[]@`") == "heusden az az 09 -_[]@`");
    CHECK(lower_case("").empty());
}

}  // namespace words_test
