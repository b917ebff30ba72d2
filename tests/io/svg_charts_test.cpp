#include "ontkoker/io/svg/charts.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "ontkoker/io/svg/plot.h"
#include "ontkoker/io/svg/texts.h"
#include "xml_check.h"

using namespace ontkoker;
using test::xml_fault;

namespace svg_charts_test {

const double none = std::nan("");

int count_of(const std::string& text, std::string_view what) {
    int count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

ChartWords words(const std::string& id) { return {id, "Titel <&> \"x\"", "Beschrijving & meer", Language::nl}; }

Track track(const std::string& label, std::vector<double> middle) {
    Track t{label, middle, middle, middle};
    for (double& value : t.low) value -= 1;
    for (double& value : t.high) value += 1;
    return t;
}

void check_svg(const std::string& svg) {
    CHECK(xml_fault(svg) == "");
    CHECK(count_of(svg, "<title") == 1);
    CHECK(count_of(svg, "<desc") == 1);
    CHECK(svg.find("Titel &lt;&amp;&gt; &quot;x&quot;</title>") != svg.npos);
    CHECK(svg.find("nan") == svg.npos);
    CHECK(svg.find("inf\"") == svg.npos);
    CHECK(count_of(svg, "://") == 1);  // the name space, no address
    CHECK(svg.find("style=") == svg.npos);
}

TEST_CASE("every look is told apart without colour and stands out on white") {
    for (std::size_t a = 0; a < 8; ++a) {
        CHECK(contrast(look_of(a).colour, "#ffffff") >= 4.5);  // also used for text
        for (std::size_t b = 0; b < a; ++b) {
            CHECK(look_of(a).dash != look_of(b).dash);
            CHECK(look_of(a).hatching != look_of(b).hatching);
        }
    }
    CHECK(contrast(soft_ink, "#ffffff") >= 4.5);
    CHECK(contrast("#000000", "#ffffff") == Approx(21));
    CHECK(contrast("#777777", "#ffffff") == Approx(4.48).margin(0.01));
}

TEST_CASE("ticks are round and enclose the values") {
    for (const auto& [low, high] :
         {std::pair{0.0, 7.3}, {-45.0, 61.0}, {1.2e6, 9.9e6}, {0.001, 0.0042}, {5.0, 5.0}, {0.0, 0.0}}) {
        const Ticks ticks = ticks_between(low, high, 5);
        INFO(low << " to " << high);
        REQUIRE(ticks.values.size() >= 2);
        CHECK(ticks.values.size() <= 12);
        CHECK(ticks.values.front() <= low + 1e-12);
        CHECK(ticks.values.back() >= high - 1e-12);
        std::string before;
        for (const double value : ticks.values) {
            const std::string text = plain_number(value, ticks.shown, Language::nl);
            CHECK(text != before);  // enough digits to tell the ticks apart
            before = text;
        }
    }
}

TEST_CASE("coordinates are short and finite") {
    CHECK(coordinate(1.25) == "1.3");
    CHECK(coordinate(-0.04) == "0");
    CHECK(coordinate(-2.5) == "-2.5");
    CHECK(coordinate(none) == "0");
    CHECK(escaped("a<b>&\"\x01") == "a&lt;b&gt;&amp;&quot; ");
    CHECK(wrapped("een twee drie", 10, 50) == std::vector<std::string>{"een twee", "drie"});
}

TEST_CASE("trajectories with the difference below") {
    TrajectoryChart chart{words("t"), "1", "", 2026, {}, {}};
    chart.scenarios = {track("nu", {5, 6, none, 7, 8}), track("minder & anders", {5, 6, 7, 7, 9})};
    const std::string alone = draw(chart);
    chart.differences = {track("minder & anders", {0, 0, none, 0, 1})};
    const std::string svg = draw(chart);
    check_svg(alone);
    check_svg(svg);
    CHECK(svg.find("Verschil met nu") != svg.npos);
    CHECK(alone.find("Verschil met nu") == alone.npos);
    CHECK(count_of(alone, "stroke-width=\"2.6\"") == 3);  // a month without a value breaks a line in two
    CHECK(count_of(svg, "stroke-width=\"2.6\"") == 5);
    chart.scenarios = {track("leeg", {none, none})};
    chart.differences.clear();
    check_svg(draw(chart));
}

TEST_CASE("payers: nothing is lost when the small ones are put together") {
    PayerChart chart{words("p"), 2026, {"a", "b"}, {}, {{}, {}}};
    for (int p = 0; p < 9; ++p) {
        chart.payers.push_back("betaler " + std::to_string(p));
        for (auto& scenario : chart.amounts) scenario.push_back({100.0 * p, 50.0 * p + 1, p == 4 ? -30.0 : 10.0});
    }
    const PayerChart fewer = with_fewer_payers(chart, 4);
    REQUIRE(fewer.payers.size() == 4);
    CHECK(fewer.payers.back() == "overige betalers");
    CHECK(fewer.payers.front() == "betaler 6");
    for (std::size_t year = 0; year < 3; ++year) {
        double all = 0, kept = 0;
        for (const auto& payer : chart.amounts[1]) all += payer[year];
        for (const auto& payer : fewer.amounts[1]) kept += payer[year];
        CHECK(all == Approx(kept));
    }
    const std::string svg = draw(chart);
    check_svg(svg);
    CHECK(count_of(svg, "<pattern") >= 5);  // hatching, not colour alone
    CHECK(svg.find("overige betalers") != svg.npos);
}

TEST_CASE("saving with and without a turning month") {
    SavingChart chart{words("s"), 2026, 24, {{"alleen de gemeente", {}}}};
    std::vector<double> line(24, 5.0);
    chart.panels[0].lines = {{track("minder", line), 0, "geen omslag in 20 paren"}};
    const std::string without = draw(chart);
    chart.panels[0].lines[0].turning_month = 13;
    const std::string with = draw(chart);
    check_svg(without);
    check_svg(with);
    CHECK(count_of(with, "stroke-dasharray=\"3 3\"") == count_of(without, "stroke-dasharray=\"3 3\"") + 1);
}

TEST_CASE("services in rows") {
    ServiceChart chart{words("d"), {"wijkteam", "verblijf"}, {"nu", "minder"}, {}};
    chart.measures.push_back({"Wachtenden", "1", {{10, 12}, {none, 3}}, {{8, 9}, {none, 2}}, {{12, 15}, {none, 4}}});
    const std::string svg = draw(chart);
    check_svg(svg);
    CHECK(count_of(svg, "stroke-width=\"2.4\"") == 3);  // no mark where there is no value
    CHECK(svg.find(">–<") != svg.npos);
}

TEST_CASE("dots stand for equal chances") {
    CHECK(dots_of({3, 1, none, 2}) == std::vector<double>{1, 2, 3});
    std::vector<double> many;
    for (int i = 0; i < 201; ++i) many.push_back(i);
    const auto dots = dots_of(many);
    REQUIRE(dots.size() == 20);
    CHECK(dots.front() == Approx(5));  // the 2.5th percentile of 0..200
    CHECK(dots.back() == Approx(195));
    DotChart chart{words("v"), {{"Schulden", "minder", "1", "geen aantoonbaar verschil", 1, {1, 1, -2, 5}}}};
    const std::string svg = draw(chart);
    check_svg(svg);
    CHECK(count_of(svg, "<circle") == 4);
    chart.rows[0].differences.clear();
    check_svg(draw(chart));
}

TEST_CASE("an empty figure tells why") {
    const std::string svg = draw_empty({"e", "Titel <&> \"x\"", "geen uitkomst", Language::nl});
    check_svg(svg);
    CHECK(count_of(svg, "geen uitkomst") == 2);
}

TEST_CASE("a waterfall has a bar for each lever and one for the whole, with range and words") {
    WaterfallChart chart{words("w"), "EUR", "een toelichting <&>", {}};
    chart.bars = {{"een knop met een lange naam die over meer dan een regel loopt", "+\u20ac 5", 0, 5, 3, 8, false},
                  {"een andere", "\u22123", 5, 2, 1, 3, false},
                  {"niets", "0", 2, 2, 2, 2, false},
                  {"samen", "+2", 0, 2, -1, 4, true}};
    const std::string svg = draw(chart);
    check_svg(svg);
    CHECK(count_of(svg, "<rect") >= 5);
    CHECK(svg.find("<pattern") != svg.npos);  // a fall is hatched
    CHECK(svg.find("een andere</text>") != svg.npos);
    chart.bars = {{"niets", "0", 0, 0, 0, 0, false}, {"samen", "0", 0, 0, 0, 0, true}};
    check_svg(draw(chart));
}

TEST_CASE("a chain has a box for each link, also where a change cannot be told in per cent") {
    ChainChart chart{words("k"), "toelichting", {}};
    chart.steps = {{"eerste", "+5", 10, 5, 15, "", none, false},
                   {"tweede", "+1", none, none, none, "zonder: 0", none, true},
                   {"derde", "+1", 2, -1, 4, "zonder: +0,1", 0.1, false}};
    const std::string svg = draw(chart);
    check_svg(svg);
    for (const char* text : {"eerste", "tweede", "derde", "zonder: 0"}) CHECK(svg.find(text) != svg.npos);
}

}  // namespace svg_charts_test
