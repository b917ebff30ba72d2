// From files to a Config: every number in its own field, names and paths, inheritance, what goes over what, and the
// effective configuration as the one text from which all of it can be read again.
#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <limits>

#include "json_fixture.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/files.h"
#include "ontkoker/io/json/listing.h"

using namespace ontkoker;
using namespace json_fixture;

namespace json_config_test {

Config loaded(const Request& request) {
    const Result<Config> result = load_config(request);
    if (!result.ok()) FAIL(result.problems().front().code + " " + result.problems().front().message);
    return result.value();
}

Problems refused(const Request& request) {
    const Result<Config> result = load_config(request);
    REQUIRE(!result.ok());
    return result.problems();
}

// What stands in `text` with `from` replaced once by `to`.
std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Request trial(const Root& root) {
    Request request = root.request();
    request.scenarios = {"verkokerd", data_folder + "proef.json", data_folder + "proef-breder.json"};
    return request;
}

TEST_CASE("every number of the files reaches its own field", "[json]") {
    const Root root;
    Config config = loaded(root.request());
    const auto rows = parameter_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i].field(config.parameters) == value_of(i));
    for (const TableRow& row : table_rows()) CHECK(row.field(config.parameters).size() == row.size);
    REQUIRE(config.parameters.help_types.size() == 2);
    REQUIRE(config.parameters.schemes.size() == 2);
    for (int k = 0; k < 2; ++k) {
        HelpType& type = config.parameters.help_types[static_cast<std::size_t>(k)];
        Scheme& scheme = config.parameters.schemes[static_cast<std::size_t>(k)];
        for (std::size_t i = 0; i < help_type_rows().size(); ++i)
            CHECK(help_type_rows()[i].field(type) == value_of(i, 1 + k));
        for (std::size_t i = 0; i < scheme_rows().size(); ++i)
            CHECK(scheme_rows()[i].field(scheme) == value_of(i, 3 + k));
        CHECK(type.places == (k == 1));
        CHECK(scheme.lawful_to_cut == (k == 0));
        CHECK(scheme.per_child == (k == 1));
        CHECK(scheme.families_only == (k == 1));
    }
    CHECK(config.parameters.help_types[1].name == "verblijf");
    CHECK(config.parameters.schemes[0].name == "toeslag");
    CHECK(config.municipality.name == "proefstad");
    CHECK(config.municipality.code == "GM9999");
    CHECK(config.municipality.population == 20000);
    CHECK(config.municipality.ages[19] == 119);
    REQUIRE(config.scenarios.size() == 1);
    CHECK(config.scenarios[0].name == "verkokerd");
    CHECK(config.scenarios[0].changes.empty());
}

TEST_CASE("a scenario holds only what differs from the one it extends", "[json]") {
    const Root root;
    const Config config = loaded(trial(root));
    REQUIRE(config.scenarios.size() == 3);
    const std::vector<Change>& own = config.scenarios[1].changes;
    REQUIRE(own.size() == 2);  // in order of date, not of the file
    CHECK(own[0].lever == find_lever("intake_hours"));
    CHECK(own[0].from == Month::of(2027, 1));
    CHECK(own[0].ramp_months == 12);
    CHECK(own[1].lever == find_lever("minimaregeling_amount"));
    CHECK(own[1].value == 0.7);
    CHECK(own[1].ramp_months == 0);
    const std::vector<Change>& wider = config.scenarios[2].changes;
    REQUIRE(wider.size() == 3);
    CHECK(wider[0].lever == find_lever("steady_face"));
    CHECK(wider[0].from == Month::of(2026, 7));
    CHECK(wider[1].lever == find_lever("intake_hours"));  // its own, at once, in place of the inherited ramp
    CHECK(wider[1].value == 2);
    CHECK(wider[1].ramp_months == 0);
    CHECK(wider[2].lever == find_lever("minimaregeling_amount"));
    CHECK(config.scenarios[2].status == "assumed");
    const std::string& text = config.effective;  // in order of date there too; the last scenario stands last
    CHECK(text.rfind("\"2026-07\"") < text.rfind("\"2027-01\""));
    CHECK(text.rfind("\"2027-01\"") < text.rfind("\"2028-01\""));
}

TEST_CASE("the effective configuration gives the same Config and the same text", "[json]") {
    const Root root;
    Request request = trial(root);
    request.overlay = root.path("eigen.json");
    root.put("eigen.json", R"({"format": "ontkoker-overlay-1", "name": "eigen",
        "figures": {"wait_weeks": {"value": 9, "unit": "weeks", "table": "own", "year": 2024, "source": "made"}},
        "parameters": {"schemes.toeslag.amount": {"value": 7, "low": 5, "high": 8, "source": "raadsbesluit"}}})");
    request.assumptions = {{"finances.fee", value_of(0) * 0 + loaded(root.request()).parameters.finances.fee + 0.1}};
    request.seed = 4294967295;
    const Config config = loaded(request);
    CHECK(config.municipality.wait_weeks == 9);
    CHECK(config.parameters.schemes[0].amount == 7);
    CHECK(config.run.seed == 4294967295u);
    const Result<Config> again = config_from_effective(config.effective);
    REQUIRE(again.ok());
    CHECK(again.value().effective == config.effective);
    Config a = config, b = again.value();
    for (const ParameterRow& row : parameter_rows()) CHECK(row.field(a.parameters) == row.field(b.parameters));
    for (const FigureRow& row : figure_rows()) CHECK(row.field(a.municipality) == row.field(b.municipality));
    REQUIRE(b.scenarios.size() == 3);
    CHECK(b.scenarios[2].changes.size() == 3);
    CHECK(b.parameters.schemes[0].amount == 7);
    CHECK(config.effective.find(root.path()) == std::string::npos);  // no path of this machine
    CHECK(loaded(request).effective == config.effective);
}

TEST_CASE("overlays and assumptions leave the replaced value visible", "[json]") {
    const Root root;
    Request request = root.request();
    const double fee = loaded(request).parameters.finances.fee;
    request.assumptions = {{"finances.fee", fee + 0.25},
                           {"finances.rent_social", loaded(request).parameters.finances.rent_social}};
    const Config config = loaded(request);
    CHECK(config.parameters.finances.fee == fee + 0.25);
    const auto infos = parameters_of(config.effective);
    REQUIRE(infos.ok());
    int changed = 0;
    for (const ParameterInfo& info : infos.value()) {
        if (info.changed_from) ++changed;
        if (info.name == "finances.fee") CHECK(info.changed_from == fee);
    }
    CHECK(changed == 1);  // a value equal to the model's own is no change
    request.assumptions = {{"finances.fee", fee + 0.26}};
    CHECK(refused(request).front().message.find("(eenheid EUR)") != std::string::npos);
    request.assumptions = {{"finances.fee", std::numeric_limits<double>::quiet_NaN()}};
    CHECK(refused(request).front().code == "E0204");
    request.assumptions = {{"schemes.toeslag.amuont", 1}};
    CHECK(refused(request).front().hint == "bedoelde u 'schemes.toeslag.amount'?");
}

TEST_CASE("a neutral assumption changes no byte of the effective configuration", "[json]") {
    const Root root;
    Request request = root.request();
    const Config plain = loaded(request);
    request.assumptions = {{"finances.fee", plain.parameters.finances.fee}};
    CHECK(loaded(request).effective == plain.effective);
}

TEST_CASE("a comparison file, and what goes before it", "[json]") {
    const Root root;
    root.put("vergelijking.json",
             R"({"name": "proef", "municipality": "Proefstad", "scenarios": ["VERKOKERD", "./eigen.json"],
        "start_year": 2027, "years": 5, "replicates": 3, "seed": 7, "sample": 10, "off": ["govern"],
        "title": {"nl": "Proef", "en": "Trial"}, "question": {"nl": "Wat?", "en": "What?"}, "headline": ["spending"]})");
    root.put("eigen.json", text(json_fixture::scenario("eigen")));
    Request request;
    request.root = root.path();
    request.comparison = root.path("vergelijking.json");
    const Result<LoadedConfig> result = load(request);
    REQUIRE(result.ok());
    const Config& config = result.value().config;
    CHECK(config.scenarios[1].name == "eigen");  // a path counts from the file in which it stands
    CHECK(config.run.start_year == 2027);
    CHECK(config.run.years == 5);
    CHECK(config.run.replicates == 3);
    CHECK(config.run.seed == 7);
    CHECK(config.run.sample == 10);
    CHECK(config.run.off == std::vector<std::string>{"govern"});
    const ComparisonText& said = result.value().text;
    CHECK(said.name == "proef");
    CHECK(said.title_nl + said.title_en + said.question_nl + said.question_en == "ProefTrialWat?What?");
    CHECK(said.headline == std::vector<std::string>{"spending"});
    request.years = 2;
    request.seed = 0;
    request.scenarios = {"verkokerd"};
    const Config over = loaded(request);
    CHECK(over.run.years == 2);
    CHECK(over.run.seed == 0);
    CHECK(over.run.replicates == 3);
    CHECK(over.scenarios.size() == 1);
}

TEST_CASE("settings on the command line have the bounds of those in files", "[json]") {
    const Root root;
    Request request = root.request();
    request.years = 31;
    request.replicates = 0;
    request.seed = 4294967296;
    request.sample = -1;
    request.start_year = 20266;
    const Problems problems = refused(request);
    CHECK(problems.size() == 5);
    for (const Problem& problem : problems) CHECK(problem.code == "E0204");
    request = root.request();
    request.off = {"govren"};
    CHECK(refused(request).front().hint == "bedoelde u 'govern'?");
}

TEST_CASE("problems in all files are told at once", "[json]") {
    const Root root;
    Request request = root.request();
    request.municipality = "proefstda";
    request.scenarios = {bad_folder + "misspelt-lever.json", bad_folder + "nan.json", "verkookerd"};
    request.overlay = bad_folder + "overlay-cents.json";
    request.years = 99;
    std::set<std::string> codes;
    for (const Problem& problem : refused(request)) codes.insert(problem.code);
    CHECK(codes == std::set<std::string>{"E0211", "E0209", "E0104", "E0210", "E0222", "E0204"});
}

TEST_CASE("unknown names list what there is", "[json]") {
    const Root root;
    Request request = root.request();
    request.municipality = "Proefstat";
    const Problem problem = refused(request).front();
    CHECK(problem.message.find("mogelijk: proefstad") != std::string::npos);
    CHECK(problem.hint == "bedoelde u 'proefstad'?");
    request = Request();
    request.root = root.path();
    const Problems missing = refused(request);
    REQUIRE(missing.size() == 2);
    CHECK(missing[0].message.find("proefstad") != std::string::npos);
    CHECK(missing[1].message.find("verkokerd") != std::string::npos);
    CHECK(municipality_names(root.path()) == std::vector<std::string>{"proefstad"});
    CHECK(comparison_names(root.path()) == std::vector<std::string>{"rust"});
}

TEST_CASE("a file called by name carries that name", "[json]") {
    const Root root;
    root.put("configs/scenarios/anders.json", text(json_fixture::scenario("iets")));
    Request request = root.request();
    request.scenarios = {"anders"};
    CHECK(refused(request).front().code == "E0221");
    request.scenarios = {root.path("configs/scenarios/anders.json")};
    CHECK(load_config(request).ok());
}

TEST_CASE("limits of size", "[json]") {
    const Root root;
    Request request = root.request();
    request.scenarios = {root.path("groot.json")};
    const std::string valid = text(json_fixture::scenario("groot"));
    root.put("groot.json", valid + std::string((8u << 20) - valid.size(), ' '));
    CHECK(load_config(request).ok());
    root.put("groot.json", valid + std::string((8u << 20) - valid.size() + 1, ' '));
    CHECK(refused(request).front().code == "E0109");
    std::string many = "[0";  // with the list itself two values
    for (int i = 2; i < 100000; ++i) many += ",0";
    root.put("groot.json", many + "]");
    CHECK(refused(request).front().code == "E0203");  // few enough to be read, and no scenario
    root.put("groot.json", many + ",0]");
    CHECK(refused(request).front().code == "E0110");
    root.put("groot.json", with(valid, "Siloed", std::string(4096, 'x')));
    CHECK(load_config(request).ok());
    std::string deep = std::string(64, '[') + std::string(64, ']');
    root.put("groot.json", deep);
    CHECK(refused(request).front().code == "E0203");  // deep enough to be read, and no scenario
}

TEST_CASE("files that cannot be read", "[json]") {
    const Root root;
    CHECK(json::read_text(root.path("nergens")).problems().front().code == "E0321");
    CHECK(json::read_text(root.path("models")).problems().front().code == "E0322");
    Request request = root.request();
    request.scenarios = {root.path("models") + "/"};
    CHECK(refused(request).front().code == "E0322");
    request.root = root.path("nergens");
    CHECK(refused(request).front().code == "E0321");
}

TEST_CASE("a changed effective configuration is checked as strictly as a file", "[json]") {
    const Root root;
    const std::string text = loaded(trial(root)).effective;
    const auto code = [&](const std::string& changed) {
        const Result<Config> result = config_from_effective(changed, "result.h5");
        REQUIRE(!result.ok());
        CHECK(result.problems().front().file == "result.h5");
        return result.problems().front().code;
    };
    CHECK(code(with(text, "ontkoker-effective-1", "ontkoker-effective-2")) == "E0206");
    CHECK(code(with(text, "\"years\": 10", "\"years\": 0")) == "E0204");
    CHECK(code(with(text, "\"intake_hours\"", "\"intake_huors\"")) == "E0209");
    CHECK(code(with(text, "\"from\": \"2027-01\"", "\"from\": \"2047-01\"")) == "E0208");
    CHECK(code(with(text, "\"finances.fee\"", "\"finances.fees\"")) == "E0212");
    CHECK(code(with(text, "\"population\": {", "\"populatoin\": {")) == "E0212");
    CHECK(code(with(text, "\"name\": \"proef-breder\"", "\"name\": \"proef\"")) == "E0218");
    CHECK(code(text.substr(0, text.rfind('{', text.size() / 2) + 1)) == "E0102");
    CHECK(code("") == "E0112");
    CHECK(code("{}") == "E0202");
}

TEST_CASE("the same parameter in two files is told in both", "[json]") {
    const Root root;
    std::set<std::string> others;
    for (const ParameterRow& row : parameter_rows()) others.insert(std::string(row.name));
    others.erase("finances.fee");
    for (const TableRow& row : table_rows()) others.insert(std::string(row.name));
    root.put("models/parameters/more.json", text(parameters(others)));
    const Problem problem = refused(root.request()).front();
    CHECK(problem.code == "E0218");
    CHECK(problem.pointer == "/parameters/finances.fee");
    CHECK(problem.message.find("all.json") != std::string::npos);
}

TEST_CASE("lists of parameters and levers hold what is declared", "[json]") {
    const Root root;
    const auto infos = model_parameters(root.path());
    REQUIRE(infos.ok());
    const std::size_t rows =
        parameter_rows().size() + table_rows().size() + 2 * help_type_rows().size() + 2 * scheme_rows().size() +
        2 * actor_rows().size();
    CHECK(infos.value().size() == rows);
    const Value list = list_of(infos.value());
    REQUIRE(list.items.size() == rows);
    for (const Value& row : list.items) {
        for (const char* key : {"name", "value", "low", "high", "unit", "distribution", "source", "status",
                                "valid_until", "mechanism", "nl", "en"}) {
            CHECK(row.find(key));
        }
    }
    CHECK(list_of_levers().items.size() == lever_rows().size());
    CHECK(figures_of(loaded(root.request()).effective).value().size() == figure_rows().size());
}

TEST_CASE("a hostile file is refused in moments and told in a bounded report", "[json]") {
    const Root root;
    Request request = root.request();
    request.scenarios = {root.path("groot.json")};
    std::string unknown = "{", twice = "{";
    for (int i = 0; i < 90000; ++i) {
        unknown += "\"" + std::string(60, 'a') + std::to_string(i) + "\":0,";
        twice += "\"a\":0,";
    }
    for (const std::string& text : {unknown + "\"z\":0}", twice + "\"z\":0}"}) {
        root.put("groot.json", text);
        const auto before = std::chrono::steady_clock::now();
        const Problems problems = refused(request);
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - before;
        CHECK(problems.size() == 5000);
        CHECK(problems.back().hint.find("andere fouten") != std::string::npos);
        CHECK(passed.count() < 20);  // a second where nothing watches; the sanitizers are slower
    }
}

}  // namespace json_config_test
