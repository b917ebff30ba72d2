// Profiles out of made-up files in the form of "Kerncijfers wijken en buurten".
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "ontkoker/io/json/municipality.h"
#include "ontkoker/io/kwb/import.h"

using namespace ontkoker;
using kwb::Fault;
using kwb::Import;

namespace kwb_import_test {

std::string text_of(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(std::string(ONTKOKER_ROOT) + "/" + path, std::ios::binary).rdbuf();
    return text.str();
}

const json::Municipality& national() {
    static const auto read = json::municipality_from(text_of("models/municipalities/gemiddeld.json"), "gemiddeld.json");
    REQUIRE(read);
    return read.value();
}

Import import(const std::string& text, const std::string& code = "GM9001", const std::string& file = "kwb-2023.csv") {
    return kwb::import_municipality(text, {code, "proef", file, {}}, national());
}

const std::string short_names = "tests/io/kwb/kwb-2023.csv", open_data = "tests/io/kwb/84583NED.csv";

double value(const Import& made, const char* figure) { return made.municipality.figures.at(figure).value; }

// What stands in for a figure, or nothing when the figure is the municipality's own.
const kwb::StandIn* stand_in(const Import& made, const std::string& figure) {
    for (const auto& row : made.stand_ins)
        if (row.figure == figure) return &row;
    return nullptr;
}

// The short names of the download with one row; each pair sets or replaces a field.
std::string small_file(std::vector<std::pair<std::string, std::string>> fields = {}, char separator = ';') {
    std::vector<std::pair<std::string, std::string>> row = {
        {"gwb_code_10", "GM9001"}, {"gm_naam", "Proef"}, {"recs", "Gemeente"}, {"a_inw", "20000"},
        {"a_00_14", "3200"},       {"a_15_24", "2400"},  {"a_25_44", "5000"},  {"a_45_64", "5400"},
        {"a_65_oo", "4000"},       {"p_geb", "10"},      {"p_ste", "9"},       {"a_hh", "8600"},
        {"a_1p_hh", "2800"},       {"a_hh_z_k", "2700"}, {"a_hh_m_k", "3100"}, {"g_hh_sti", "35,5"},
        {"p_hh_li", "36,5"},       {"p_hh_osm", "4,5"},  {"p_huurw", "35"},    {"p_wcorpw", "25"},
        {"a_soz_wb", "300"},       {"a_soz_ao", "800"},  {"a_soz_ww", "150"},  {"p_jz_tn", "10,2"}};
    for (const auto& [name, text] : fields) {
        const auto old = std::find_if(row.begin(), row.end(), [&](const auto& one) { return one.first == name; });
        if (old == row.end())
            row.emplace_back(name, text);
        else
            old->second = text;
    }
    std::string names, texts;
    for (const auto& [name, text] : row) {
        names += (names.empty() ? "" : std::string(1, separator)) + name;
        texts += (texts.empty() ? "" : std::string(1, separator)) + text;
    }
    return names + "\n" + texts + "\n";
}

// The only finding, of this kind.
kwb::Finding only(const Import& made, Fault fault) {
    REQUIRE(made.findings.size() == 1);
    CHECK(made.findings[0].fault == fault);
    return made.findings[0];
}

TEST_CASE("a file with short names, semicolons and decimal commas becomes a profile") {
    const Import made = import(text_of(short_names));
    REQUIRE(made.findings.empty());
    CHECK(made.municipality.nl == "Voorbeeldrecht");
    CHECK(made.year == 2023);
    CHECK_FALSE(made.year_assumed);
    CHECK(value(made, "population") == 14210);
    CHECK(value(made, "births_per_1000") == 11);
    CHECK(value(made, "income") == 38.2);
    CHECK(value(made, "social_minimum") == 0.024);
    CHECK(value(made, "social_rented") == 0.21);
    CHECK(value(made, "youth_help") == 0.091);
    CHECK(value(made, "couple_children") + value(made, "single_parent") == 2315);
    const auto& income = made.municipality.figures.at("income");
    CHECK(income.year == 2023);
    CHECK(income.table == "Kerncijfers wijken en buurten");
    CHECK(income.note == "Column g_hh_sti");
    CHECK_FALSE(stand_in(made, "income"));
}

TEST_CASE("a file of the open data service, with commas and decimal points, becomes a profile") {
    const Import made = import(text_of(open_data), "GM9003", "84583NED.csv");
    REQUIRE(made.findings.empty());
    CHECK(made.municipality.nl ==
          "S\xC3\xBA"
          "dw\xC3\xA2ld, 't \"Zand\"");
    CHECK(made.year == 2019);
    CHECK(value(made, "single_person") == 3300);
    CHECK(value(made, "low_income_40") == 0.362);
    CHECK(value(made, "disability") == 1380);
    const auto* minimum = stand_in(made, "social_minimum");
    REQUIRE(minimum);
    CHECK(minimum->column == "HuishOnderOfRondSociaalMinimum_76");
    CHECK(minimum->column_present);
    CHECK(value(import(text_of(open_data), "GM9001", "84583NED.csv"), "births_per_1000") == 10.4);
}

TEST_CASE("what a file lacks is a national figure, scaled, and the profile says so") {
    const Import made = import(text_of(short_names), "GM9002");
    REQUIRE(made.findings.empty());
    const auto& figures = made.municipality.figures;
    const double people = 61300 / national().figures.at("population").value;
    CHECK(value(made, "youth_spending") == Approx(people * national().figures.at("youth_spending").value).margin(500));
    CHECK(value(made, "social_minimum") == national().figures.at("social_minimum").value);
    CHECK(value(made, "social_rented") == Approx(0.48 * 0.288 / 0.431).margin(0.0001));
    CHECK(figures.at("youth_spending").source ==
          "CBS, CC BY 4.0; national figure per inhabitant stands in for the municipality's own");
    CHECK(figures.at("social_minimum").note.starts_with("No value in column p_hh_osm"));
    REQUIRE(stand_in(made, "youth_spending"));
    CHECK(stand_in(made, "youth_spending")->column.empty());
    CHECK(stand_in(made, "youth_spending")->basis == kwb::Basis::inhabitants);
    CHECK_FALSE(stand_in(made, "rented"));
    for (const auto& [name, figure] : figures)
        CHECK((figure.source.find("national") != figure.source.npos) == (stand_in(made, name) != nullptr));

    const Import poor = import(small_file({{"p_hh_osm", "12"}, {"a_soz_wb", "."}})),
                 rich = import(small_file({{"p_hh_osm", "3"}, {"a_soz_wb", "."}}));
    REQUIRE(stand_in(poor, "bijstand"));
    CHECK(value(poor, "bijstand") == Approx(4 * value(rich, "bijstand")).margin(2));

    std::string text = small_file();
    text.replace(text.find("a_hh_m_k"), 8, "a_hh_m_x");
    const Import less = import(text);
    REQUIRE(less.findings.empty());
    REQUIRE(stand_in(less, "single_parent"));
    CHECK_FALSE(stand_in(less, "single_parent")->column_present);
    CHECK(less.municipality.figures.at("single_parent").note.starts_with("The file has no column a_hh_m_k"));
}

TEST_CASE("ages follow the municipality's own groups") {
    const Import made = import(text_of(short_names));
    const auto& ages = made.municipality.tables.at("ages").values;
    const auto& child = made.municipality.tables.at("ages_child").values;
    REQUIRE(ages.size() == 20);
    CHECK(ages[0] + ages[1] + ages[2] == Approx(2560).margin(2));
    CHECK(ages[3] + ages[4] == Approx(1745).margin(2));
    for (std::size_t band = 0; band < ages.size(); ++band) CHECK(child[band] <= ages[band]);
    const Import none = import(small_file({{"a_65_oo", "."}}));
    REQUIRE(none.findings.empty());
    CHECK(none.municipality.tables.at("ages").note == "National figure per inhabitant for a_65_oo");
}

TEST_CASE("the text of a profile is that of the ones that come along, and reads back") {
    for (const char* called : {"zwolle", "gemiddeld", "hollands-kroon"}) {
        const std::string name(called), text = text_of("models/municipalities/" + name + ".json");
        const auto read = json::municipality_from(text, name);
        REQUIRE(read);
        CHECK(json::municipality_text(read.value()) == text);
    }
    const std::string text = json::municipality_text(import(text_of(short_names)).municipality);
    const auto again = json::municipality_from(text, "again");
    REQUIRE(again);
    CHECK(json::municipality_text(again.value()) == text);
}

TEST_CASE("separators, headings, quotes and marks of all downloads are read alike") {
    const std::string plain = json::municipality_text(import(small_file()).municipality);
    std::string points = small_file();
    std::replace(points.begin(), points.end(), ',', '.');
    std::string commas = points;
    std::replace(commas.begin(), commas.end(), ';', ',');
    std::string upper = small_file();
    std::transform(upper.begin(), upper.begin() + static_cast<long>(upper.find('\n')), upper.begin(),
                   [](char sign) { return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 32) : sign; });
    const std::string blanks =
        small_file({{"gwb_code_10", "\"GM9001  \""}, {"recs", "Gemeente  "}, {"a_inw", "   20000"}});
    for (const std::string& text :
         {points, commas, "\xEF\xBB\xBF" + small_file(), blanks, small_file({{"gwb_code_10", "9001"}}),
          "\"Een titel\"\n\n" + small_file() + "\"Bron: CBS\"\n", small_file({{"a_marok", "."}})}) {
        const Import made = import(text);
        REQUIRE(made.findings.empty());
        CHECK(json::municipality_text(made.municipality) == plain);
    }
    CHECK(value(import(upper), "income") == 35.5);
    CHECK(value(import(small_file({}, '\t')), "income") == 35.5);
    CHECK(import(small_file({{"gm_naam",
                              "S\xFA"
                              "dw\xE2ld"}}))
              .municipality.nl ==
          "S\xC3\xBA"
          "dw\xC3\xA2ld");
    const std::string titled =
        "Regioaanduiding/Codering (code);Bevolking/Aantal inwoners (aantal);"
        "Inkomen/Huishoudens/Gem. gestandaardiseerd inkomen (x 1 000 euro);"
        "Inkomen/Huishoudens/40% huishoudens met laagste inkomen (%);Wonen/Huurwoningen/Huurwoningen totaal (%)\n"
        "GM9001;20000;35,5;36,5;35\n";
    const Import made = import(titled);
    REQUIRE(made.findings.empty());
    CHECK(value(made, "income") == 35.5);
    CHECK(value(made, "low_income_40") == 0.365);
    CHECK(value(made, "rented") == 0.35);
    CHECK_FALSE(stand_in(made, "rented"));
}

TEST_CASE("dots, blanks and other signs of absence are no figures") {
    for (const char* sign : {".", "", "       .", "-", "x", "NaN", ",", "-99997"}) {
        const Import made = import(small_file({{"p_jz_tn", sign}}));
        REQUIRE(made.findings.empty());
        CHECK(stand_in(made, "youth_help"));
    }
    CHECK_FALSE(stand_in(import(small_file({{"p_jz_tn", "0"}})), "youth_help"));
    CHECK(value(import(small_file({{"p_geb", "."}, {"a_geb", "190"}})), "births_per_1000") == 9.5);
}

TEST_CASE("wijken, buurten and the country are not municipalities") {
    const Import made = import(text_of(short_names));
    CHECK(made.municipality.code == "GM9001");
    const auto country = only(import(text_of(short_names), "GM0000"), Fault::no_municipality);
    CHECK(country.candidates == std::vector<std::string>{"GM9001 Voorbeeldrecht", "GM9002 Proefdam"});
    const auto parts = only(import("gwb_code_10;a_inw\nWK900100;9000\nBU90010000;2500\n"), Fault::no_municipality);
    CHECK(parts.other == "parts");
    only(import("gwb_code;a_inw\n797;9000\n79700;9000\n"), Fault::no_kind);
    CHECK(import("gwb_code;a_inw\n9001;9000\n900100;9000\n").findings.empty());
    // A workbook drops zeros in front: 000300 is a wijk of GM0003, not municipality GM0300.
    const auto zeros = import("gwb_code_8;recs;a_inw\n3;Gemeente;11000\n300;Wijk;4000\n", "GM0003");
    CHECK(zeros.findings.empty());
    CHECK(value(zeros, "population") == 11000);
    only(import("gwb_code_8;recs;a_inw\n3;Gemeente;11000\n300;Wijk;4000\n", "GM0300"), Fault::no_municipality);
}

TEST_CASE("the year comes from the title, the file's name or the number of its table") {
    CHECK(import(small_file(), "GM9001", "map/2019/cijfers 2021.csv").year == 2021);
    CHECK(import(small_file(), "GM9001", "Kerncijfers_85039NED_10012024.csv").year == 2021);
    CHECK(import("\"Kerncijfers wijken en buurten 2020\"\n" + small_file(), "GM9001", "x.csv").year == 2020);
    const Import made = import(small_file(), "GM9001", "download_10012024_1.csv");
    CHECK(made.year == 2022);
    CHECK(made.year_assumed);
    CHECK(kwb::import_municipality(small_file(), {"GM9001", "proef", "kwb-2019.csv", 2024}, national()).year == 2024);
}

TEST_CASE("codes of municipalities in all spellings") {
    for (const char* word : {"GM0797", "gm0797", "0797", "797", " GM0797  ", "GM797"})
        CHECK(kwb::municipality_code(word) == "GM0797");
    for (const char* word : {"", "GM", "WK079700", "NL00", "07970", "GM07x7", "Heusden"})
        CHECK(kwb::municipality_code(word).empty());
}

TEST_CASE("each thing that is wrong names its row and column") {
    const auto word = only(import(small_file({{"g_hh_sti", "n.v.t."}})), Fault::not_a_number);
    CHECK(word.row == 2);
    CHECK(word.column == 16);
    CHECK(word.name == "g_hh_sti");
    CHECK(word.found == "n.v.t.");
    CHECK(word.offset > 60);
    CHECK(only(import(small_file({{"a_inw", "20.000,0"}})), Fault::not_a_number).name == "a_inw");
    CHECK(only(import(small_file({{"a_hh", "8.601"}})), Fault::not_whole).found == "8.601");
    const auto share = only(import(small_file({{"p_hh_li", "365"}})), Fault::out_of_bounds);
    CHECK(share.low == 0);
    CHECK(share.high == 100);
    CHECK(only(import(small_file({{"a_soz_ww", "-5"}})), Fault::out_of_bounds).name == "a_soz_ww");
    CHECK(only(import(small_file({{"p_wcorpw", "45"}})), Fault::too_large).other == "p_huurw");
    const auto sum = only(import(small_file({{"a_1p_hh", "5800"}})), Fault::adds_up_wrong);
    CHECK(sum.low == 11600);
    CHECK(sum.high == 8600);
    CHECK(only(import(small_file({{"a_inw", "."}})), Fault::indispensable).row == 2);
    std::string text = small_file();
    text.replace(text.find("a_inw"), 5, "inw_a");
    CHECK(only(import(text), Fault::indispensable).row == 1);
}

TEST_CASE("a file of the wrong shape is told with its row") {
    for (const std::string& text :
         {std::string(), std::string("\n \n"), std::string("PK\x03\x04rest"), std::string("a\0b;c", 5)})
        only(import(text), Fault::not_text);
    only(import("naam;inwoners\nHeusden;45557\n"), Fault::no_header);
    const auto same = only(import(small_file({{"AantalInwoners_5", "20000"}})), Fault::twice_column);
    CHECK(same.other == "a_inw");
    CHECK(same.name == "AantalInwoners_5");
    const auto ragged = only(import(small_file() + "GM9002;Kort;Gemeente\n"), Fault::ragged);
    CHECK(ragged.row == 3);
    CHECK(ragged.low == 3);
    CHECK(ragged.high == 24);
    CHECK(only(import(small_file() + "\"GM9002;Kort;Gemeente\n"), Fault::open_quote).row == 3);
    const std::string text = small_file();
    const auto twice = only(import(text + text.substr(text.find('\n') + 1)), Fault::twice_municipality);
    CHECK(twice.row == 3);
    CHECK(twice.low == 2);
}

TEST_CASE("all that is wrong is told at once") {
    const Import made =
        import(small_file({{"g_hh_sti", "veel"}, {"p_hh_li", "365"}, {"a_hh", "8600,5"}, {"p_wcorpw", "45"}}) +
               "GM9002;Kort\nGM9003;Kort\n");
    std::vector<Fault> found;
    for (const auto& finding : made.findings) found.push_back(finding.fault);
    CHECK(found == std::vector<Fault>{Fault::not_whole, Fault::not_a_number, Fault::out_of_bounds, Fault::too_large,
                                      Fault::ragged, Fault::ragged});
}

}  // namespace kwb_import_test
