// Writing of values: one spelling, and nothing that is not JSON.
#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>

#include "ontkoker/io/json/value.h"

using namespace ontkoker::json;

namespace json_value_test {

TEST_CASE("numbers are the shortest text that reads back to the same double", "[json]") {
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(20) == "20");
    CHECK(number_text(4294967295.0) == "4294967295");
    CHECK(number_text(1.0 / 3.0) == "0.3333333333333333");
    std::uint64_t state = 12345;
    for (int i = 0; i < 100000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        double number = 0;
        std::memcpy(&number, &state, sizeof number);
        if (!std::isfinite(number) || number == 0) continue;
        const std::string text = number_text(number);
        REQUIRE(std::strtod(text.c_str(), nullptr) == number);
        char longer[64];
        std::snprintf(longer, sizeof longer, "%.17g", number);
        REQUIRE(text.size() <= std::strlen(longer) + 1);
    }
}

TEST_CASE("text is escaped and always UTF-8", "[json]") {
    const auto written = [](std::string_view text) { return write(Value(text), Layout::compact); };
    CHECK(written("a\"b\\c") == R"("a\"b\\c")");
    CHECK(written(std::string_view("\n\t\x01\0", 4)) == R"("\n\t\u0001\u0000")");
    CHECK(written("caf\xC3\xA9") == "\"caf\xC3\xA9\"");
    CHECK(written("caf\xE9") == "\"caf\xEF\xBF\xBD\"");
    CHECK(written("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");  // half a surrogate pair
}

TEST_CASE("layouts and order", "[json]") {
    Value value = Value::object();
    value.set("b", Value::array(std::vector<double>{1, 2.5})).set("a", Value()).set("c", Value::object());
    CHECK(write(value, Layout::compact) == R"({"b":[1,2.5],"a":null,"c":{}})");
    CHECK(write(sorted(value), Layout::compact) == R"({"a":null,"b":[1,2.5],"c":{}})");
    CHECK(write(value, Layout::indented) == "{\n  \"b\": [1, 2.5],\n  \"a\": null,\n  \"c\": {}\n}");
}

TEST_CASE("numbers that are not finite are found", "[json]") {
    std::string pointer;
    Value value = Value::object();
    value.set("rows", Value::array().push(Value::object().set("low", Value::of(1.0))));
    CHECK(finite(value, pointer));
    value.set("more", Value::array(std::vector<double>{0, std::numeric_limits<double>::infinity()}));
    CHECK(!finite(value, pointer));
    CHECK(pointer == "/more/1");
}

}  // namespace json_value_test
