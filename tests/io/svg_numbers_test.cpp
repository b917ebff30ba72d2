#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <string>

#include "ontkoker/io/svg/numbers.h"
#include "ontkoker/io/svg/texts.h"

using namespace ontkoker;

namespace svg_numbers_test {

constexpr Language nl = Language::nl, en = Language::en;

std::string told(double value, double low, double high, std::string_view unit, Language language) {
    const Shown shown = shown_for(value, low, high, unit);
    return quantity(value, shown, unit, language) + " (" + range_text(low, high, shown, language) + ')';
}

TEST_CASE("numbers have no more digits than their range supports") {
    CHECK(told(1'234'567, 700'000, 1'800'000, "EUR", nl) == "€\u00a01,2\u00a0mln (0,7 tot 1,8)");
    CHECK(told(1'234'567, 700'000, 1'800'000, "EUR", en) == "€1.2\u00a0million (0.7 to 1.8)");
    CHECK(told(123'456, 100'000, 145'000, "EUR", nl) == "€\u00a0123.000 (100.000 tot 145.000)");
    CHECK(told(67.4, 40, 95, "1", nl) == "70 (40 tot 100)");
    CHECK(told(12.345, 11, 13.4, "weeks", nl) == "12,3\u00a0weken (11,0 tot 13,4)");
    CHECK(told(-12.345, -13.4, -11, "weeks", en) == "\u221212.3\u00a0weeks (\u221213.4 to \u221211.0)");
    CHECK(told(0, 0, 0, "1", nl) == "0 (0 tot 0)");
    CHECK(told(1234.56, 1234.56, 1234.56, "1", nl) == "1.230 (1.230 tot 1.230)");  // no width: three digits
    // A limit that is not zero does not become zero, unless the range spans zero.
    CHECK(told(40, 3, 83, "1", nl) == "40 (3 tot 83)");
    CHECK(told(40, -3, 83, "1", nl) == "40 (0 tot 80)");
}

TEST_CASE("signs, units and thousands") {
    CHECK(quantity(12, {}, "1", nl, Sign::always) == "+12");
    CHECK(quantity(0, {}, "1", nl, Sign::always) == "0");
    CHECK(quantity(-0.2, {}, "1", nl) == "0");  // never minus zero
    CHECK(quantity(-1'500, {}, "EUR", nl) == "\u2212€\u00a01.500");
    CHECK(quantity(12.5, {-1, false}, "%", nl) == "12,5%");
    CHECK(quantity(12.5, {-1, false}, "%", nl, Sign::always, true) == "+12,5\u00a0procentpunt");
    CHECK(quantity(7, {}, "hours", en) == "7\u00a0hours");
    CHECK(plain_number(1'234'567, {}, nl) == "1.234.567");
    CHECK(plain_number(1'234'567, {}, en) == "1,234,567");
    CHECK(plain_number(0.05, {-2, false}, nl) == "0,05");
    CHECK(plain_number(std::nan(""), {}, nl) == "–");
}

TEST_CASE("exact numbers read back as themselves") {
    for (const double value : {0.1, -1.0 / 3, 1e300, 123456789.123, 2.3e-308}) CHECK(std::stod(exact(value)) == value);
    CHECK(exact(0) == "0");
    CHECK(exact(-0.0) == "0");
}

TEST_CASE("months and periods") {
    CHECK(month_text(2026, 1, nl) == "januari 2026");
    CHECK(month_text(2026, 12, en) == "December 2026");
    CHECK(month_text(2026, 63, nl) == "maart 2031");
    CHECK(period_for_people("2026-2035") == "2026–2035");
    CHECK(characters("één €") == 5);
}

TEST_CASE("the catalogue has every text in both languages, with the same places") {
    std::set<std::string_view> seen;
    for (int key = 0; key < static_cast<int>(Text::count_); ++key) {
        INFO("key " << key);
        std::set<char> places[2];
        for (const Language language : {nl, en}) {
            const std::string_view text = phrase(static_cast<Text>(key), language);
            REQUIRE_FALSE(text.empty());
            for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
                REQUIRE(text.at(at + 2) == '}');
                places[language == en].insert(text[at + 1]);
            }
        }
        CHECK(places[0] == places[1]);
    }
    CHECK(filled(Text::in_pairs, nl, {"19", "20", "lager"}) == "in 19 van de 20 paren lager");
    CHECK(filled(Text::in_pairs, en, {"19", "20", "lower"}) == "lower in 19 of the 20 pairs");
    CHECK(language_of("en") == en);
    CHECK(language_of("nl") == nl);
    CHECK(language_of("") == nl);
}

}  // namespace svg_numbers_test
