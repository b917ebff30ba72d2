#include "ontkoker/io/html/report.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "ontkoker/io/html/view.h"
#include "xml_check.h"

using namespace ontkoker;

namespace html_report_test {

bool contains(const std::string& text, std::string_view what) { return text.find(what) != text.npos; }

void add(ResultSet& r, const std::string& name, const std::string& unit, const std::string& split,
         std::vector<std::string> parts, OverTime rule, Better better) {
    OutcomeInfo info;
    info.name = name;
    info.unit = unit;
    info.nl = name + " nl";
    info.en = name + " en";
    info.split = split;
    info.parts = info.parts_nl = info.parts_en = std::move(parts);
    info.over_time = rule;
    info.better = better;
    const std::size_t cells =
        r.scenarios.size() * static_cast<std::size_t>(r.replicates * r.months) * info.parts.size();
    r.counts.emplace_back(cells, 0);
    r.denominators.emplace_back(rule == OverTime::ratio ? cells : 0, 10);
    r.outcomes.push_back(info);
}

// `gap`: what the second scenario has more in each month; pair k adds k * spread.
struct World {
    ResultSet results;
    Comparison comparison;
    ReportInput input;
    explicit World(int scenarios = 2, std::int64_t gap = 0, std::int64_t spread = 0, int replicates = 5) {
        ResultSet& r = results;
        for (int s = 0; s < scenarios; ++s)
            r.scenarios.push_back(s == 0 ? "verkokerd" : "arm<" + std::to_string(s) + ">");
        r.replicates = replicates;
        r.start_year = 2026;
        r.months = 24;
        r.municipality = "Heusden & omgeving";
        r.households = 19700;
        r.version = "0.1.0";
        r.effective_config = "{}";
        add(r, "spending", "EUR", "payer", {"municipality", "rijk"}, OverTime::sum, Better::neither);
        add(r, "problematic_debt", "1", "", {""}, OverTime::mean, Better::lower);
        add(r, "waiting", "1", "service", {"team", "verblijf"}, OverTime::mean, Better::lower);
        add(r, "waiting_weeks", "weeks", "service", {"team", "verblijf"}, OverTime::ratio, Better::lower);
        for (std::size_t o = 0; o < r.outcomes.size(); ++o) {
            for (int s = 0; s < scenarios; ++s)
                for (int k = 0; k < replicates; ++k)
                    for (int m = 0; m < r.months; ++m)
                        for (int p = 0; p < static_cast<int>(r.outcomes[o].parts.size()); ++p)
                            r.counts[o][r.index(o, s, k, m, p)] = 1000 + 7 * k + m % 3 + (s > 0 ? gap + k * spread : 0);
        }
        r.digest = digest_of(r);
        comparison = compare(r);
        input.results = &results;
        input.comparison = &comparison;
        input.title = "Titel <b>";
        input.question = "Wat als \"dit\"?";
        input.scenario_labels = {"huidig beleid"};
        input.limits = {"Geen verhuizingen."};
        input.command = "ontkoker compare <x>";
        input.headline = {"problematic_debt", "spending/municipality", "bestaat_niet"};
        input.trajectories = {"problematic_debt", "waiting"};
    }
};

std::string without_script(const std::string& html) { return html.substr(0, html.find("<script")); }

TEST_CASE("the page is one file with nothing from elsewhere") {
    const World world(3, 5, 1);
    const std::string html = html_report(world.input);
    CHECK(contains(html, "<html lang=\"nl\">"));
    CHECK(contains(html, "content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    CHECK_FALSE(contains(html, "https://"));
    CHECK_FALSE(contains(html, "src="));
    CHECK(contains(html, "<title>Titel &lt;b&gt;</title>"));
    CHECK(contains(html, "<h1>Titel &lt;b&gt;</h1>"));
    CHECK(contains(html, "arm&lt;1&gt;"));
    CHECK_FALSE(contains(html, "arm<1>"));
    CHECK(contains(html, "<script type=\"application/json\" id=\"numbers\">"));
    const std::string data = html.substr(html.find("id=\"numbers\">") + 13);
    CHECK(data.find('<') == data.find("</script>"));  // nothing in the data closes its element
    CHECK(html == html_report(world.input));
    for (const char* place : {"{0}", "{1}", "{2}"}) CHECK_FALSE(contains(html, place));
    std::size_t before = 0;
    for (const char* id :
         {"question", "answer", "numbers-are", "course", "money", "waiting", "families", "limits", "provenance"}) {
        const std::size_t at = html.find("<h2 id=\"" + std::string(id) + '"');
        INFO(id);
        REQUIRE(at != html.npos);
        CHECK(at > before);
        before = at;
    }
}

TEST_CASE("both languages, Dutch unless told otherwise") {
    World world(2, 5, 1);
    world.input.language = "en";
    const std::string english = html_report(world.input);
    CHECK(contains(english, "<html lang=\"en\">"));
    CHECK(contains(english, "What this model cannot say"));
    CHECK_FALSE(contains(english, "Wat dit model"));
    CHECK(contains(english, "problematic_debt en"));
    world.input.language = "";
    CHECK(contains(html_report(world.input), "Wat dit model niet kan zeggen"));
}

TEST_CASE("a difference that shows, and one that does not") {
    const std::string shows = html_report(World(2, 50, 5).input);
    CHECK(contains(without_script(shows), "ongunstig voor gezinnen"));
    CHECK(contains(shows, "<p>In 5 van de 5 paren hoger, zeer waarschijnlijk hoger (100%)"));
    const World mixed(2, -10, 5);
    const std::string hides = html_report(mixed.input);
    CHECK(contains(hides, "geen aantoonbaar verschil"));
    CHECK(contains(hides, "hadden deze 5 paren kunnen laten zien"));
    CHECK_FALSE(contains(hides, "geen effect"));
    const std::string equal = html_report(World(2, 0, 0).input);
    CHECK(contains(equal, "in alle 5 paren precies gelijk"));
}

TEST_CASE("wording follows the table") {
    const World world;
    const ReportView view(world.input);
    ComparedNumber n;
    n.unit = "1";
    n.pairs = 20;
    n.pairs_lower = 19;
    n.pairs_higher = 1;
    n.difference = -67;
    n.low = -95;
    n.high = -42;
    CHECK(view.wording(n, Better::lower) ==
          "tussen 40 en 100 lager; in 19 van de 20 paren lager, zeer waarschijnlijk "
          "lager (95%); gunstig voor gezinnen");
    n.pairs_lower = 15;
    CHECK(contains(view.wording(n, Better::higher), ", waarschijnlijk lager (75%); ongunstig voor gezinnen"));
    n.pairs_lower = 13;
    CHECK(contains(view.wording(n, Better::neither), "onbeslist (65%)"));
    n.high = 12;
    CHECK(view.wording(n, Better::lower) == "geen aantoonbaar verschil (tussen \u2212100 en 10)");
    n.smallest = 8.123;
    CHECK(view.could_have_shown(n) == "een gemiddeld verschil vanaf 8 hadden deze 20 paren kunnen laten zien");
    n.pairs = 1;
    CHECK(contains(view.wording(n, Better::lower), "één paar"));
    n.pairs = 0;
    CHECK(contains(view.wording(n, Better::lower), "niet te bepalen"));
}

TEST_CASE("what is missing leaves a reason, never a dead page") {
    World world(2, 5, 1);
    world.input.trajectories = {"bestaat_niet", "waiting/onbekend"};
    const std::string html = html_report(world.input);
    CHECK(contains(html, "de uitkomst ‘bestaat_niet’ staat niet in de resultaten"));
    CHECK(contains(html, "de uitkomst ‘waiting/onbekend’ staat niet in de resultaten"));
    world.results.outcomes[0].name = "iets_anders";
    world.results.outcomes[2].name = world.results.outcomes[3].name = "ook_anders";
    world.comparison = compare(world.results);
    CHECK(contains(html_report(world.input), "de uitkomst ‘spending’ staat niet in de resultaten"));
    for (const int scenarios : {1, 2}) {
        const World one(scenarios, 1, 1, 1);  // one replicate; also one scenario
        CHECK(contains(html_report(one.input), "</html>"));
        CHECK_FALSE(text_table(one.input).empty());
    }
}

TEST_CASE("every figure is a file of its own") {
    const World world(3, 5, 1);
    const auto files = figures(world.input);
    REQUIRE(files.size() == 6);
    const std::string html = html_report(world.input);
    for (const auto& [name, svg] : files) {
        INFO(name);
        CHECK(name.ends_with(".svg"));
        CHECK(test::xml_fault(svg) == "");
        CHECK(contains(html, svg));  // page and file agree
    }
}

TEST_CASE("the table for a terminal fits in 100 columns") {
    World world(3, -10, 5);
    world.input.question = "Een heel lange vraag " + std::string(150, 'x') + ' ' + std::string(60, 'y') + " en verder.";
    std::istringstream lines(text_table(world.input));
    int over = 0;
    for (std::string line; std::getline(lines, line);) over += characters(line) > 100;
    CHECK(over == 1);  // only the word that is itself longer than a line
    const std::string table = text_table(world.input);
    CHECK(contains(table, "problematic_debt nl (gemiddelde stand in 2026–2027)"));
    CHECK(contains(table, "geen aantoonbaar verschil"));
    CHECK_FALSE(contains(table, "\u00a0"));
}

TEST_CASE("CSV: every number once, and no formulas") {
    World world(2, 5, 1);
    world.comparison.numbers[0].scenario = "=1+1";
    world.comparison.numbers[1].scenario = "a,\"b\"";
    world.comparison.numbers[2].scenario = "@x";
    world.comparison.numbers[2].difference = -2.5;
    const std::string csv = csv_table(world.comparison);
    CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) ==
          1 + world.comparison.numbers.size() + world.comparison.totals.size());
    CHECK(contains(csv, ",\"'=1+1\","));
    CHECK(contains(csv, ",\"a,\"\"b\"\"\","));
    CHECK(contains(csv, ",\"'@x\","));
    CHECK(contains(csv, ",-2.5,"));  // a number stays a number
    CHECK(csv.starts_with("name,unit,split,period,scenario,a,b,difference,low,high,mean_low,mean_high,smallest,"));
}

}  // namespace html_report_test
