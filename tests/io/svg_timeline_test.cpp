#include <catch2/catch.hpp>

#include "ontkoker/io/svg/charts.h"
#include "xml_check.h"

using namespace ontkoker;

namespace svg_timeline_test {

TimelineChart example() {
    TimelineChart chart;
    chart.words = {"gezin", "Gezin <1> & co", "Verzonnen \"gezin\"", Language::nl};
    chart.note = "verzonnen & wel";
    chart.event = "gebeurtenis";
    chart.start_year = 2026;
    chart.months = 24;
    chart.scenarios = {"verkokerd", "integraal"};
    chart.kinds = {"wacht", "in hulp"};
    for (const auto& name : chart.scenarios)
        chart.lanes.push_back({name,
                               {{"kind van 10", {{2, 5, 0}, {5, 9, 1}}, {1.5, 2.0}}, {"werk", {}, {}}},
                               name == "verkokerd" ? 18.0 : -1.0});
    chart.lines = {{"Schulden", "EUR", {{100, 200, 300}, {100, 50, 0}}}, {"Last", "1", {{}, {}}}};
    return chart;
}

int count_of(const std::string& text, std::string_view what) {
    int count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

TEST_CASE("a timeline is well-formed, and has a bar and a dot for all there is") {
    const std::string svg = draw(example());
    CHECK(test::xml_fault(svg) == "");
    CHECK(svg.find("NaN") == svg.npos);
    CHECK(count_of(svg, "<circle") == 2 * 2 + 1);  // dots of both lanes and the key
    CHECK(count_of(svg, ">kind van 10<") == 2);
    TimelineChart more = example();
    more.lanes[0].rows[1].bars.push_back({0, 24, 1});
    CHECK(count_of(draw(more), "<rect") == count_of(svg, "<rect") + 1);
    CHECK(draw(example()) == svg);
}

TEST_CASE("an empty timeline is drawn too") {
    TimelineChart chart;
    chart.words = {"leeg", "Niets", "Niets", Language::en};
    chart.months = 12;
    CHECK(test::xml_fault(draw(chart)) == "");
}

}  // namespace svg_timeline_test
