// Sweep files: what they say, what goes over what, and everything that is refused, each with its place and a way out.
#include <catch2/catch.hpp>

#include <algorithm>

#include "io/json_fixture.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/codes.h"
#include "ontkoker/io/json/sweep_file.h"
#include "sweep/sweep_fixture.h"

using namespace ontkoker;
using namespace sweep_fixture;

namespace sweep_file_test {

Problems refused(const Root& root, const std::string& text) {
    root.put("proef.json", text);
    const auto plan = load_sweep(request_of(root), root.path("proef.json"));
    return plan ? Problems{} : plan.problems();
}

struct Wrong {
    const char* what;
    std::string from, to;          // in the text of the sweep
    std::string code, pointer;
    std::string message, hint;     // a part of each
};

const std::string fee = R"({"parameter": "finances.fee"})";
const std::string amount = R"({"lever": "minimaregeling_amount", "low": 0.2, "high": 1})";

const std::vector<Wrong> wrongs = {
    {"unknown key", R"("time")", R"("tmie")", "E0201", "/tmie", "mogelijk: name, nl, en, design", "'time'"},
    {"no name", R"("name": "proef",)", "", "E0202", "/name", "name", ""},
    {"bad name", R"("name": "proef")", R"("name": "Proef!")", "E0221", "/name", "a-z", ""},
    {"no base", R"("municipality": "proefstad",)", "", "E0202", "/municipality", "municipality", "comparison"},
    {"two bases", R"("municipality": "proefstad", "scenarios": ["verkokerd", "anders"])",
     R"("municipality": "proefstad", "comparison": "rust")", "E0223", "/municipality", "comparison", "laat er een weg"},
    {"unknown comparison", R"("municipality": "proefstad", "scenarios": ["verkokerd", "anders"])", R"("comparison": "russt")",
     "E0214", "/comparison", "mogelijk: rust", "'rust'"},
    {"unknown municipality", R"("proefstad")", R"("proefstda")", "E0211", "/municipality", "proefstad", "'proefstad'"},
    {"unknown scenario", R"(["verkokerd", "anders"])", R"(["verkokerd", "andres"])", "E0210", "/scenarios/1", "verkokerd", "'anders'"},
    {"years", R"("years": 5)", R"("years": 50)", "E0204", "/years", "1 .. 30", ""},
    {"replicates", R"("replicates": 2)", R"("replicates": 0)", "E0204", "/replicates", "1 .. 10000", ""},
    {"assumption", R"("seed": 3,)", R"("seed": 3, "assumptions": {"finances.fee": -1e9},)", "E0204", "/assumptions/finances.fee",
     "valt buiten", ""},
    {"unknown design", R"("sobol")", R"("sobel")", "E0215", "/design/kind", "latin-hypercube", "'sobol'"},
    {"design without size", R"(, "size": 8)", "", "E0202", "/design/size", "size", ""},
    {"size zero", R"("size": 8)", R"("size": 0)", "E0204", "/design/size", "1 .. 1e+06", ""},
    {"key of another design", R"("size": 8)", R"("size": 8, "levels": 4)", "E0201", "/design/levels", "mogelijk: kind, size", ""},
    {"no power of two", R"("sobol", "size": 8)", R"("saltelli", "size": 9)", "E0204", "/design/size", "macht van twee", "8 of 16"},
    {"odd levels", R"("sobol", "size": 8)", R"("morris", "size": 8, "levels": 5)", "E0204", "/design/levels", "even", "4 of 6"},
    {"too many points", R"("sobol", "size": 8)", R"("saltelli", "size": 524288)", "E0204", "/design", "2097152 punten", "minder"},
    {"too many runs", R"("replicates": 2, "seed": 3, "design": {"kind": "sobol", "size": 8})",
     R"("replicates": 10000, "seed": 3, "design": {"kind": "sobol", "size": 10001})", "E0204", "/design", "100010000 runs", "minder"},
    {"no axes", "[" + fee + ", " + amount + "]", "[]", "E0217", "/axes", "as", ""},
    {"axis of nothing", fee, "{}", "E0202", "/axes/0", "'parameter' of 'lever'", ""},
    {"axis of both", fee, R"({"parameter": "finances.fee", "lever": "one_door", "from": "2027-01"})", "E0223", "/axes/0", "niet beide", ""},
    {"unknown parameter", "finances.fee", "finances.fees", "E0212", "/axes/0/parameter", "bestaat niet", "'finances.fee'"},
    {"lever as parameter", R"("parameter": "finances.fee")", R"("parameter": "one_door")", "E0212", "/axes/0/parameter", "bestaat niet", "\"lever\""},
    {"table as parameter", "finances.fee", "tables.death_chance", "E0212", "/axes/0/parameter", "bestaat niet", "tabel"},
    {"unknown lever", R"("lever": "minimaregeling_amount")", R"("lever": "minimaregeling_amuont")", "E0209", "/axes/1/lever", "bestaat niet",
     "'minimaregeling_amount'"},
    {"parameter as lever", R"("lever": "minimaregeling_amount")", R"("lever": "finances.fee")", "E0209", "/axes/1/lever", "bestaat niet",
     "\"parameter\""},
    {"low below the lever", R"("low": 0.2)", R"("low": -0.2)", "E0204", "/axes/1/low", "0 .. 2 (eenheid factor)", ""},
    {"high above the lever", R"("high": 1})", R"("high": 3})", "E0204", "/axes/1/high", "art. 35", ""},
    {"low above the parameter", fee, R"({"parameter": "finances.fee", "low": 1e6})", "E0204", "/axes/0/low", "bereik van de parameter finances.fee", ""},
    {"empty range", R"("low": 0.2, "high": 1)", R"("low": 0.9, "high": 0.9)", "E0205", "/axes/1/low", "onder high", ""},
    {"log of nothing", R"("low": 0.2, "high": 1)", R"("low": 0, "high": 1, "spread": "log-uniform")", "E0205", "/axes/1/spread", "boven 0", ""},
    {"top outside", R"("low": 0.2, "high": 1)", R"("low": 0.8, "high": 1, "spread": "triangular")", "E0205", "/axes/1/spread", "0.7", "uniform"},
    {"unknown spread", R"("low": 0.2, "high": 1)", R"("low": 0.2, "high": 1, "spread": "unifrom")", "E0215", "/axes/1/spread", "log-uniform", "'uniform'"},
    {"values outside a grid", R"("low": 0.2, "high": 1)", R"("low": 0.2, "high": 1, "values": [1])", "E0201", "/axes/1/values", "mogelijk", ""},
    {"unknown scenario of a lever", R"("low": 0.2, "high": 1)", R"("scenarios": ["andres"])", "E0210", "/axes/1/scenarios/0", "anders", "'anders'"},
    {"scenario of a lever twice", R"("low": 0.2, "high": 1)", R"("scenarios": ["anders", "anders"])", "E0218", "/axes/1/scenarios/1", "twee keer", ""},
    {"no scenario of a lever", R"("low": 0.2, "high": 1)", R"("scenarios": [])", "E0217", "/axes/1/scenarios", "minstens", ""},
    {"no date", R"("low": 0.2, "high": 1)", R"("scenarios": ["verkokerd"])", "E0202", "/axes/1/from", "'from' is dan nodig", "2027-01"},
    {"bad date", R"("low": 0.2, "high": 1)", R"("from": "01-2027")", "E0207", "/axes/1/from", "geen maand", "'2027-01'"},
    {"date outside", R"("low": 0.2, "high": 1)", R"("from": "2047-01")", "E0208", "/axes/1/from", "2026-01 tot en met 2030-12", ""},
    {"ramp", R"("low": 0.2, "high": 1)", R"("ramp_months": 999)", "E0204", "/axes/1/ramp_months", "0 .. 360", ""},
    {"axis twice", amount, fee, "E0218", "/axes/1/parameter", "al een as", "weg"},
    {"name twice", R"("low": 0.2)", R"("name": "finances.fee", "low": 0.2)", "E0218", "/axes/1/name", "al een as met de naam", "name"},
    {"name of an outcome", R"("low": 0.2)", R"("name": "spending", "low": 0.2)", "E0218", "/axes/1/name", "al iets anders", "lever.spending"},
    {"name of a dimension", R"("low": 0.2)", R"("name": "replicate", "low": 0.2)", "E0218", "/axes/1/name", "al iets anders", ""},
    {"name of a split", R"("low": 0.2)", R"("name": "payer", "low": 0.2)", "E0218", "/axes/1/name", "al iets anders", ""},
    {"lever that is an outcome", amount, R"({"lever": "extended_help", "from": "2027-01"})", "E0218", "/axes/1/lever", "al iets anders",
     "\"lever.extended_help\""},
    {"points without a list", R"("time")", R"("points": [[1, 1]], "time")", "E0223", "/points", "list", "list"},
    {"unknown outcome", R"("spending")", R"("spendign")", "E0215", "/outcomes/0", "'spendign'", "'spending'"},
    {"outcome twice", R"("arrears")", R"("spending")", "E0218", "/outcomes/1", "twee keer", ""},
    {"no outcome", R"(["spending", "arrears"])", "[]", "E0217", "/outcomes", "minstens", "all"},
    {"one outcome", R"(["spending", "arrears"])", R"("spending")", "E0215", "/outcomes", "all", "[\"spending\"]"},
    {"unknown time", R"("years"})", R"("weeks"})", "E0215", "/time", "months", ""},
};

const std::vector<Wrong> grid_wrongs = {
    {"grid without values", R"(, "values": [0.2, 0.7, 1])", "", "E0202", "/axes/0/values", "values", ""},
    {"empty values", "[0.2, 0.7, 1]", "[]", "E0217", "/axes/0/values", "minstens een waarde", ""},
    {"value outside", "[0.2, 0.7, 1]", "[0.2, 7, 1]", "E0204", "/axes/0/values/1", "0 .. 2", ""},
    {"value twice", "[0.2, 0.7, 1]", "[0.2, 0.7, 0.2]", "E0218", "/axes/0/values/2", "twee keer", ""},
    {"range of a grid", R"("values")", R"("low": 0.1, "values")", "E0201", "/axes/0/low", "mogelijk", ""},
    {"size of a grid", R"("grid")", R"("grid", "size": 3)", "E0201", "/design/size", "mogelijk: kind", ""},
};

const std::vector<Wrong> list_wrongs = {
    {"list without points", R"("points": [[0.2], [0.7]],)", "", "E0202", "/points", "points", ""},
    {"empty points", "[[0.2], [0.7]]", "[]", "E0217", "/points", "minstens", ""},
    {"long point", "[[0.2], [0.7]]", "[[0.2], [0.7, 1]]", "E0219", "/points/1", "2 waarden; er zijn 1 assen", ""},
    {"point outside", "[[0.2], [0.7]]", "[[0.2], [2.5]]", "E0204", "/points/1/0", "0 .. 2", ""},
    {"point no number", "[[0.2], [0.7]]", R"([[0.2], ["0.7"]])", "E0203", "/points/1/0", "getal", "aanhalingstekens"},
    {"point outside own ends", R"("lever": "minimaregeling_amount")", R"("lever": "minimaregeling_amount", "low": 0.3, "high": 1)", "E0204",
     "/points/0/0", "0.3 .. 1", ""},
};

void check_wrongs(const std::vector<Wrong>& rows, const std::string& good) {
    for (const Wrong& row : rows) {
        const Root root;
        add_scenario(root);
        INFO(row.what);
        const Problems problems = refused(root, replaced(good, row.from, row.to));
        std::string told;
        for (const Problem& p : problems) told += p.code + " " + p.pointer + " " + p.message + " [" + p.hint + "]\n";
        INFO(told);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].code == row.code);
        CHECK(problems[0].pointer == row.pointer);
        CHECK(problems[0].message.find(row.message) != std::string::npos);
        CHECK(problems[0].hint.find(row.hint) != std::string::npos);
        CHECK(problems[0].line > 0);
        CHECK(problems[0].file == root.path("proef.json"));
    }
}

TEST_CASE("everything that is wrong in a sweep file is refused with its own problem", "[sweep]") {
    check_wrongs(wrongs, sobol_text);
    check_wrongs(grid_wrongs, grid_text);
    check_wrongs(list_wrongs, list_text);
}

TEST_CASE("all problems of a sweep file are told at once", "[sweep]") {
    const Root root;
    add_scenario(root);
    std::string text = replaced(sobol_text, "finances.fee", "finances.fees");
    text = replaced(text, R"("sobol")", R"("sobel")");
    text = replaced(text, R"("arrears")", R"("arears")");
    text = replaced(text, R"("low": 0.2)", R"("low": -5)");
    text = replaced(text, R"("proefstad")", R"("proefstda")");
    std::vector<std::string> codes;
    for (const Problem& problem : refused(root, text)) codes.push_back(problem.code);
    std::sort(codes.begin(), codes.end());
    CHECK(codes == std::vector<std::string>{"E0204", "E0211", "E0212", "E0215", "E0215"});
}

TEST_CASE("a sweep file says what is run and what varies", "[sweep]") {
    const Root root;
    add_scenario(root);
    const sweep::Plan plan = plan_of(root, replaced(sobol_text, R"(["spending", "arrears"])", R"(["arrears", "spending"])"));
    CHECK(plan.name + plan.nl + plan.en == "proefProefTrial");
    CHECK(plan.municipality == "proefstad");
    CHECK(plan.scenarios == std::vector<std::string>{"verkokerd", "anders"});
    CHECK((plan.start_year == 2026 && plan.years == 5 && plan.replicates == 2 && plan.seed == 3 && plan.sample == 1));
    CHECK((plan.design.kind == sweep::DesignKind::sobol && plan.design.size == 8));
    CHECK((plan.yearly && plan.points_per_shard == 1 && plan.points.empty()));
    CHECK(plan.outcomes == std::vector<std::string>{"spending", "arrears"});   // in the order of the program
    REQUIRE(plan.axes.size() == 2);
    const double fee_value = value_in(root, "finances.fee");
    CHECK((plan.axes[0].name == "finances.fee" && !plan.axes[0].lever && plan.axes[0].unit == "EUR" && plan.axes[0].en == "number"));
    CHECK((plan.axes[0].low == fee_value - 0.25 && plan.axes[0].high == fee_value + 0.25));   // as declared
    const LeverRow& lever = lever_rows()[static_cast<std::size_t>(find_lever("minimaregeling_amount"))];
    CHECK((plan.axes[1].lever && plan.axes[1].nl == lever.nl && plan.axes[1].low == 0.2 && plan.axes[1].high == 1));
    CHECK(plan.axes[1].scenarios == std::vector<std::string>{"anders"});
    CHECK((plan.axes[1].from == "2027-01" && plan.axes[1].ramp_months == 12));   // those of the scenario itself
    const auto base = config_from_effective(plan.base);
    REQUIRE(base);
    CHECK(base.value().effective == plan.base);
    CHECK(sweep_names(root.path()).empty());
}

TEST_CASE("what a design or a lever does not say has one meaning", "[sweep]") {
    const Root root;
    add_scenario(root);
    const auto lever_axis = [&](const std::string& more) {
        return plan_of(root, replaced(sobol_text, R"("low": 0.2, "high": 1)", more)).axes[1];
    };
    CHECK(lever_axis(R"("from": "2028-03")").ramp_months == 0);   // as in a scenario file
    CHECK(lever_axis(R"("ramp_months": 6)").from == "2027-01");
    CHECK(lever_axis(R"("ramp_months": 6)").ramp_months == 6);
    CHECK(lever_axis(R"("high": 1.5)").low == 0);
    const sweep::Axis top = lever_axis(R"("low": 0.2, "high": 1, "spread": "triangular")");
    CHECK((top.spread == sweep::Spread::triangular && top.mode == 0.7));   // where the scenario ends
    const std::string one = replaced(sobol_text, R"(["verkokerd", "anders"])", R"(["anders"])");
    CHECK(plan_of(root, one).axes[1].scenarios == std::vector<std::string>{"anders"});
    const sweep::Plan all = plan_of(root, replaced(sobol_text, R"(["spending", "arrears"])", R"("all")"));
    CHECK(all.outcomes.size() > 100);
    CHECK_FALSE(plan_of(root, replaced(sobol_text, R"("years"})", R"("months"})")).yearly);
    const sweep::Plan grid = plan_of(root, grid_text);
    CHECK((grid.axes[0].low == 0.2 && grid.axes[0].high == 1 && grid.design.size == 3));
    const sweep::Plan list = plan_of(root, list_text);
    CHECK((list.axes[0].low == 0.2 && list.axes[0].high == 0.7 && list.design.size == 2));
    CHECK(list.points == std::vector<std::vector<double>>{{0.2}, {0.7}});
}

TEST_CASE("a sweep file goes over its comparison and the request over both", "[sweep]") {
    const Root root;
    add_scenario(root);
    const double fee_value = value_in(root, "finances.fee"), rent = value_in(root, "finances.rent_social");
    root.put("configs/comparisons/rust.json",
             R"({"municipality": "proefstad", "scenarios": ["verkokerd", "anders"], "years": 4, "replicates": 9, "seed": 5,
                 "assumptions": {"finances.rent_social": )" + json::number_text(rent + 0.1) + "}}");
    const std::string text = replaced(
        replaced(sobol_text, R"("municipality": "proefstad", "scenarios": ["verkokerd", "anders"])", R"("comparison": "rust")"),
        R"("start_year": 2026, "years": 5, "replicates": 2, "seed": 3,)",
        R"("replicates": 3, "assumptions": {"finances.fee": )" + json::number_text(fee_value + 0.1) + "},");
    const sweep::Plan plan = plan_of(root, text);
    CHECK((plan.years == 4 && plan.replicates == 3 && plan.seed == 5));
    Request request;
    request.root = root.path();
    request.comparison = "rust";
    request.replicates = 3;
    request.assumptions = {{"finances.fee", fee_value + 0.1}};
    CHECK(load_config(request).value().effective == plan.base);
    Request over = request_of(root);
    over.years = 3;
    over.replicates = 1;
    over.sample = 10;
    over.assumptions = {{"finances.fee", fee_value - 0.1}};
    const auto changed = load_sweep(over, root.path("proef.json"));
    REQUIRE(changed);
    request.years = 3;
    request.replicates = 1;
    request.sample = 10;
    request.assumptions = over.assumptions;
    // The value that the parameter had before both is kept, whichever came first.
    CHECK(load_config(request).value().parameters.finances.fee == config_from_effective(changed.value().base).value().parameters.finances.fee);
    CHECK((changed.value().years == 3 && changed.value().replicates == 1 && changed.value().sample == 10));
}

TEST_CASE("a sweep by name carries that name and unknown names are told", "[sweep]") {
    const Root root;
    add_scenario(root);
    root.put("configs/sweeps/proef.json", sobol_text);
    root.put("configs/sweeps/anders.json", sobol_text);
    CHECK(load_sweep(request_of(root), "PROEF"));
    CHECK(load_sweep(request_of(root), "anders").problems().front().code == "E0221");
    const Problem unknown = load_sweep(request_of(root), "preof").problems().front();
    CHECK((unknown.code == "E0214" && unknown.hint == "bedoelde u 'proef'?"));
    CHECK(sweep_names(root.path()) == std::vector<std::string>{"anders", "proef"});
}

TEST_CASE("a new sweep over points of a plan stands on the same base", "[sweep]") {
    const Root root;
    add_scenario(root);
    const sweep::Plan plan = plan_of(root, sobol_text);
    const double fee_value = value_in(root, "finances.fee");
    const auto text = list_sweep_text(plan, {"volgende", "Volgende", "Next", 7, {{fee_value, 0.5}, {fee_value + 0.125, 0.75}}});
    REQUIRE(text);
    root.put("elders/volgende.json", text.value());
    const auto next = load_sweep(request_of(root), root.path("elders/volgende.json"));
    if (!next) FAIL(next.problems().front().pointer + next.problems().front().message);
    CHECK(next.value().replicates == 7);
    CHECK(next.value().base == replaced(plan.base, "\"replicates\": 2", "\"replicates\": 7"));
    CHECK(next.value().points == std::vector<std::vector<double>>{{fee_value, 0.5}, {fee_value + 0.125, 0.75}});
    CHECK(next.value().outcomes == plan.outcomes);
    for (std::size_t a = 0; a < 2; ++a) {
        const sweep::Axis &was = plan.axes[a], &is = next.value().axes[a];
        CHECK((was.name == is.name && was.lever == is.lever && was.target == is.target && was.low == is.low && was.high == is.high));
        CHECK((was.scenarios == is.scenarios && was.from == is.from && was.ramp_months == is.ramp_months));
    }
    Request over = request_of(root);
    over.years = 2;
    CHECK(load_sweep(over, root.path("elders/volgende.json")).problems().front().code == "E0223");
}

}  // namespace sweep_file_test
