// ontkoker profile: how well the model reproduces what is published about one municipality, before any policy.
#include <fmt/format.h>

#include "commands.h"
#include "output.h"
#include "profile_table.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

constexpr std::int64_t profile_years = 10, profile_replicates = 4;

struct Table {
    Config config;
    ResultSet results;
    std::vector<ProfileRow> population, base;
};

Result<Table> make_profile(const Options& options) {
    Options base = options;
    base.municipality = options.words[0];
    base.years = options.years.value_or(profile_years);
    base.replicates = options.replicates.value_or(profile_replicates);
    auto loaded = load_for(base, "", {"verkokerd"});
    if (!loaded) return loaded.problems();
    auto results = run_with_progress(loaded.value().config, base, "");
    if (!results) return results.problems();
    const Config& config = loaded.value().config;
    auto population = population_rows(config);
    if (!population) return population.problems();
    auto rows = base_rows(config, results.value());
    if (!rows) return rows.problems();
    return Table{config, std::move(results.value()), std::move(population.value()), std::move(rows.value())};
}

// Three digits or a little more, whole numbers from 100 up; money in thousands of euros.
std::string number(double value, std::string_view unit, Language language) {
    if (unit == "EUR/year") value /= 1000.0;
    const double size = value < 0 ? -value : value;
    return plain_number(value, Shown{size >= 100.0 ? 0 : size >= 10.0 ? -1 : size >= 1.0 ? -2 : -3, false}, language);
}

std::string optional_number(const std::optional<double>& value, std::string_view unit, Language language) {
    return value ? number(*value, unit, language) : "";
}

std::string ratio_text(const ProfileRow& row, Language language) {
    const auto ratio = row.ratio();
    return ratio ? plain_number(*ratio, Shown{-2, false}, language) : "-";
}

std::string unit_text(std::string_view unit, Words say) {
    struct Pair {
        std::string_view unit, nl, en;
    };
    constexpr Pair units[] = {{"EUR/year", "x EUR 1.000 per jaar", "x EUR 1,000 a year"},
                              {"EUR 1,000 a year", "x EUR 1.000 per jaar", "x EUR 1,000 a year"},
                              {"weeks", "weken", "weeks"},
                              {"households", "huishoudens", "households"},
                              {"persons", "personen", "persons"},
                              {"share of households", "deel van huishoudens", "share of households"},
                              {"share of homes", "deel van woningen", "share of homes"},
                              {"a year", "per jaar", "a year"}};
    for (const Pair& pair : units)
        if (pair.unit == unit) return std::string(say(pair.nl, pair.en));
    return std::string(unit);
}

std::string title(const Table& table, Words say) {
    const RunSettings& run = table.config.run;
    std::string text = fmt::format(
        fmt::runtime(say("{}: gemaakt tegen gepubliceerd. Ongewijzigd beleid, {} jaar, {} herhalingen, toevalsgetal {}",
                         "{}: made against published. Unchanged policy, {} years, {} replicates, seed {}")),
        table.config.municipality.name, run.years, run.replicates, run.seed);
    if (run.sample > 1)
        text += fmt::format(fmt::runtime(say(", elk {}e huishouden", ", one household in {}")), run.sample);
    return text + ".";
}

std::string population_heading(Words say) { return std::string(say("Bevolking op dag 0", "Population on day 0")); }
std::string base_heading(Words say) {
    return std::string(say("Basis: gemiddelde over de jaren, eerste en laatste jaar",
                           "Base: mean over the years, first and last year"));
}

std::string marked_text(const Table& table, Words say) {
    int marked = 0, all = 0;
    for (const auto* rows : {&table.population, &table.base})
        for (const ProfileRow& row : *rows) {
            ++all;
            marked += row.marked();
        }
    return fmt::format(fmt::runtime(say("{} van de {} rijen vallen buiten 0,7 tot 1,4 keer het gepubliceerde cijfer.",
                                        "{} of the {} rows lie outside 0.7 to 1.4 times the published figure.")),
                       marked, all);
}

void print_rows(const std::vector<ProfileRow>& rows, Words say) {
    const Language language = say.language;
    for (const ProfileRow& row : rows) {
        const std::string label(say(row.nl, row.en));
        const int padding = std::max(0, 62 - characters(label));
        print(fmt::format("{}{} {:>10} {:>10} {:>6} {} {:>10} {:>10}  {}\n", label,
                          std::string(static_cast<std::size_t>(padding), ' '),
                          number(row.published, row.unit, language), number(row.made, row.unit, language),
                          ratio_text(row, language), row.marked() ? "!" : " ",
                          optional_number(row.first_year, row.unit, language),
                          optional_number(row.last_year, row.unit, language), unit_text(row.unit, say)));
    }
}

void print_as_text(const Table& table, const Options& options, const Cost& cost) {
    const Words say{options.language};
    const std::string head =
        fmt::format("{:62} {:>10} {:>10} {:>6}   {:>10} {:>10}", "", say("bron", "published"), say("gemaakt", "made"),
                    say("deel", "ratio"), say("1e jaar", "first year"), say("laatste", "last year"));
    print(title(table, say) + "\n");
    print("\n" + population_heading(say) + "\n" + head + "\n");
    print_rows(table.population, say);
    print("\n" + base_heading(say) + "\n" + head + "\n");
    print_rows(table.base, say);
    print("\n! " + marked_text(table, say) + "\n\n");
    for (const ProfileNote& note : profile_notes(table.config)) print(fmt::format("- {}\n", say(note.nl, note.en)));
    tell(cost_text(cost, options.language));
}

void print_markdown_rows(const std::vector<ProfileRow>& rows, bool years, Words say) {
    const Language language = say.language;
    print(years ? say("| | eenheid | gepubliceerd | gemaakt | deel | eerste jaar | laatste jaar | bron |\n",
                      "| | unit | published | made | ratio | first year | last year | source |\n")
                : say("| | eenheid | gepubliceerd | gemaakt | deel | bron |\n",
                      "| | unit | published | made | ratio | source |\n"));
    print(years ? "|---|---|--:|--:|--:|--:|--:|---|\n" : "|---|---|--:|--:|--:|---|\n");
    for (const ProfileRow& row : rows) {
        const std::string mark = row.marked() ? "**" : "";
        const std::string between = years
                                        ? fmt::format(" {} | {} |", optional_number(row.first_year, row.unit, language),
                                                      optional_number(row.last_year, row.unit, language))
                                        : std::string();
        print(fmt::format("| {} | {} | {} | {} | {}{}{} |{} {} |\n", say(row.nl, row.en), unit_text(row.unit, say),
                          number(row.published, row.unit, language), number(row.made, row.unit, language), mark,
                          ratio_text(row, language), mark, between, row.source));
    }
}

void print_as_markdown(const Table& table, Words say) {
    print(title(table, say) + " " + marked_text(table, say) + "\n\n");
    print(base_heading(say) + ":\n\n");
    print_markdown_rows(table.base, true, say);
    print("\n");
    for (const ProfileNote& note : profile_notes(table.config)) print(fmt::format("- {}\n", say(note.nl, note.en)));
    print("\n" + population_heading(say) + ":\n\n");
    print_markdown_rows(table.population, false, say);
}

json::Value json_of(const ProfileRow& row) {
    using json::Value;
    Value value = Value::object();
    const auto optional = [](const std::optional<double>& number) { return number ? Value::of(*number) : Value(); };
    value.set("name", row.name).set("nl", row.nl).set("en", row.en).set("unit", row.unit).set("source", row.source);
    value.set("published", Value::of(row.published))
        .set("made", Value::of(row.made))
        .set("ratio", optional(row.ratio()));
    value.set("inside", Value::of(!row.marked()));
    return value.set("first_year", optional(row.first_year)).set("last_year", optional(row.last_year));
}

void print_as_json(const Table& table, const Options& options, const Cost& cost) {
    using json::Value;
    const Words say{options.language};
    Value population = Value::array(), base = Value::array(), notes = Value::array();
    for (const ProfileRow& row : table.population) population.push(json_of(row));
    for (const ProfileRow& row : table.base) base.push(json_of(row));
    for (const ProfileNote& note : profile_notes(table.config)) notes.push(say(note.nl, note.en));
    Value object = Value::object();
    object.set("municipality", table.results.municipality).set("digest", table.results.digest);
    object.set("households", Value::of(static_cast<double>(table.results.households)));
    object.set("years", Value::of(table.config.run.years)).set("replicates", Value::of(table.config.run.replicates));
    object.set("seed", Value::of(table.config.run.seed)).set("sample", Value::of(table.config.run.sample));
    object.set("version", table.results.version);
    set_cost(object, cost);
    object.set("least_ratio", Value::of(least_ratio)).set("most_ratio", Value::of(most_ratio));
    object.set("population", std::move(population)).set("base", std::move(base)).set("notes", std::move(notes));
    print_json(object);
}

}  // namespace

int profile_command(const Options& options) {
    const Measure measure;
    const auto table = make_profile(options);
    if (!table) return fail(table.problems(), options);
    if (options.json)
        print_as_json(table.value(), options, measure.cost());
    else if (options.markdown)
        print_as_markdown(table.value(), Words{options.language});
    else
        print_as_text(table.value(), options, measure.cost());
    return exit_ok;
}

}  // namespace ontkoker::cli
