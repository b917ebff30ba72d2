// The command line: one table of commands and options, read by CLI11.
#include "ontkoker/cli/options.h"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdlib>

#include "help.h"
#include "typed.h"
#include "ontkoker/cli/family_wish.h"
#include "ontkoker/core/words.h"
#include "options_explain.h"
#include "options_groups.h"
#include "options_sweep.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

struct Named {
    Command command;
    std::string_view name;
};
// A name of two words is a command below the first word.
constexpr std::array<Named, 21> commands = {{{Command::run, "run"},
                                            {Command::compare, "compare"},
                                            {Command::check, "check"},
                                            {Command::params, "params"},
                                            {Command::inspect, "inspect"},
                                            {Command::rerun, "rerun"},
                                            {Command::schema, "schema"},
                                            {Command::processes, "processes"},
                                            {Command::profile, "profile"},
                                            {Command::municipality_import, "municipality import"},
                                            {Command::households, "households"},
                                            {Command::family, "family"},
                                            {Command::systems, "systems"},
                                            {Command::explain, "explain"},
                                            {Command::build, "build"},
                                            {Command::sweep_plan, "sweep plan"},
                                            {Command::sweep_run, "sweep run"},
                                            {Command::sweep_status, "sweep status"},
                                            {Command::sweep_merge, "sweep merge"},
                                            {Command::sweep_suggest, "sweep suggest"},
                                            {Command::export_table, "export"}}};

// CLI11 counts a repeated option as an error by default; texts come from the pairs of `say`.
class Builder {
public:
    Builder(CLI::App& app, Options& options, Words say) : app_(app), options_(options), say_(say) {}

    void build() {
        app_.require_subcommand(0, 1);
        headings();
        app_.set_help_flag("-h,--help", text(say_, "toon deze hulp", "show this help"));
        general(app_);
        for (const Named& row : commands) {
            auto* sub = add_command(row);
            sub->footer(std::string(examples(row.command, say_)));
            sub->callback([this, command = row.command] { options_.command = command; });
            add(*sub, row.command);
            general(*sub);
            last_one_counts(*sub);
        }
    }

private:
    CLI::App* added(CLI::App& to, std::string_view name, std::string_view what) {
        auto* sub = to.add_subcommand(std::string(name), std::string(what));
        sub->ignore_case();
        sub->fallthrough(false);
        sub->set_help_flag("-h,--help", text(say_, "toon deze hulp", "show this help"));
        return sub;
    }

    CLI::App* add_command(const Named& row) {
        const std::size_t space = row.name.find(' ');
        if (space == std::string_view::npos) return added(app_, row.name, summary(row.command, say_));
        const std::string first(row.name.substr(0, space));
        const auto there = app_.get_subcommands([&](CLI::App* sub) { return sub->get_name() == first; });
        CLI::App* family = there.empty() ? nullptr : there.front();
        if (!family) {
            family = added(app_, first, family_summary(first, say_));
            family->require_subcommand(1);
            general(*family);
        }
        return added(*family, row.name.substr(space + 1), summary(row.command, say_));
    }

    // An option that is given twice takes its last value, unless it is a list.
    static void last_one_counts(CLI::App& sub) {
        for (CLI::Option* option : sub.get_options())
            if (option->get_expected_max() == 1 && !option->get_positional() && !is_list(*option))
                option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
    static bool is_list(const CLI::Option& option) {
        return option.check_lname("scenario") || option.check_lname("set") || option.check_lname("off") ||
               option.check_lname("outcome");
    }

    // The words that CLI11 puts into its help by itself.
    void headings() {
        if (say_.language == Language::en) return;
        app_.option_defaults()->group("Opties");
        const auto formatter = app_.get_formatter();
        formatter->label("Usage", "Gebruik");
        formatter->label("Positionals", "Argumenten");
        formatter->label("OPTIONS", "OPTIES");
        formatter->label("REQUIRED", "verplicht");
        formatter->label("TEXT", "TEKST");
        formatter->label("INT", "GETAL");
    }

    void add(CLI::App& sub, Command command) {
        switch (command) {
            case Command::run:
                sub.add_option("SCENARIO", options_.words,
                               text(say_, "naam of bestand van een scenario", "name or file of a scenario"))
                    ->required()
                    ->expected(1);
                settings_options(sub, options_, say_);
                output(sub, text(say_, "resultaatbestand (.h5)", "result file (.h5)"));
                break;
            case Command::compare:
                sub.add_option("COMPARISON", options_.words,
                               text(say_, "naam of bestand van een vergelijking", "name or file of a comparison"))
                    ->expected(0, 1);
                sub.add_option("--scenario", options_.scenarios,
                               text(say_, "scenario; herhaal het, het eerste is de maatstaf",
                                    "scenario; repeat it, the first is what the others are compared with"))
                    ->allow_extra_args(false);
                sub.add_option("--system", options_.system,
                               text(say_, "een lokaal systeem tegen verkokerd, in zijn gemeente (zie systems)",
                                    "a local system against verkokerd, in its municipality (see systems)"));
                settings_options(sub, options_, say_);
                output(sub, text(say_, "map voor resultaat en rapport", "folder for result and report"));
                break;
            case Command::rerun:
                file(sub);
                rerun_options(sub, options_, say_);
                break;
            case Command::inspect:
                file(sub);
                sub.add_flag(
                    "--config", options_.only_config,
                    text(say_, "druk alleen de volledige configuratie af", "print the effective configuration only"));
                break;
            case Command::check:
                sub.add_option("FILE", options_.words,
                               text(say_, "scenario's, vergelijkingen, studies, profielen, parameters; zonder bestand: alles",
                                    "scenarios, comparisons, studies, profiles, parameters; without a file: everything"));
                break;
            case Command::schema:
                sub.add_option("KIND", options_.words,
                               text(say_, "soort bestand; zonder soort: de lijst", "kind of file; without it: the list"))
                    ->expected(0, 1);
                break;
            case Command::params:
                sub.add_option("WORD", options_.words,
                               text(say_, "alleen namen met dit woord erin", "only names that contain this word"));
                break;
            case Command::systems:
                sub.add_option("NAME", options_.words,
                               text(say_, "naam of bestand van een scenario; zonder naam: alle",
                                    "name or file of a scenario; without it: all"))
                    ->expected(0, 1);
                break;
            case Command::profile:
                profile(sub);
                break;
            case Command::municipality_import:
                municipality_import(sub);
                break;
            case Command::households:
                households(sub);
                break;
            case Command::family:
                family(sub);
                break;
            case Command::explain:
                explain_options(sub, options_, say_);
                break;
            case Command::build:
                build_options(sub, options_, say_);
                break;
            case Command::sweep_plan:
            case Command::sweep_run:
            case Command::sweep_status:
            case Command::sweep_merge:
            case Command::sweep_suggest:
            case Command::export_table:
                sweep_options(sub, command, options_, say_);
                break;
            default:
                break;
        }
    }

    void family(CLI::App& sub) {
        sub.add_option("COMPARISON", options_.words,
                       text(say_, "naam of bestand van een vergelijking: de eerste twee scenario's",
                            "name or file of a comparison: its first two scenarios"))
            ->expected(0, 1);
        sub.add_option("--scenario", options_.scenarios,
                       text(say_, "scenario; twee keer, het eerste is de maatstaf",
                            "scenario; twice, the first is what the other is compared with"))
            ->allow_extra_args(false);
        sub.add_option("--like", options_.like,
                       text(say_, "omschrijving van het gezin, delen met komma's: ", "description of the family, parts with commas: ") +
                           wish_phrases(say_.language));
        sub.add_option("--household", options_.household,
                       text(say_, "nummer van een huishouden uit een eerder verhaal", "number of a household in an earlier story"))
            ->check(CLI::Range(std::uint64_t{1}, ~std::uint64_t{0}));
        sub.add_option_function<std::string>(
               "--case", [this](const std::string& word) { options_.family_case = case_of(lower_case(word)); },
               text(say_, "welk geval: mediaan, goed, slecht of alle", "which case: median, good, bad or all"))
            ->check(CLI::IsMember({"median", "good", "bad", "all", "mediaan", "goed", "slecht", "alle"}, CLI::ignore_case));
        sub.add_option("-m,--municipality", options_.municipality,
                       text(say_, "naam of bestand van een gemeenteprofiel", "name or file of a municipality's profile"));
        sub.add_option("--years", options_.years, text(say_, "aantal jaren, 1 tot en met 30", "number of years, 1 to 30"));
        sub.add_option("--replicate", options_.replicates, text(say_, "welke herhaling, vanaf 1", "which replicate, from 1"))
            ->check(CLI::Range(1, 10000));
        luck_options(sub, options_, say_);
        switching_options(sub, options_, say_);
        running_options(sub, options_, say_);
        sub.add_option("-o,--output", options_.output,
                       text(say_, "map voor tekst en tijdlijn (.txt, .svg)", "folder for text and timeline (.txt, .svg)"));
    }

    static std::string case_of(const std::string& word) {
        if (word == "mediaan") return "median";
        if (word == "goed") return "good";
        if (word == "slecht") return "bad";
        return word == "alle" ? "all" : word;
    }

    void file(CLI::App& sub) {
        sub.add_option("FILE", options_.words, text(say_, "resultaatbestand (.h5)", "result file (.h5)"))
            ->required()
            ->expected(1);
    }

    void output(CLI::App& sub, const std::string& what) {
        sub.add_option("-o,--output", options_.output, what)->required();
    }

    void profile(CLI::App& sub) {
        sub.add_option("NAME", options_.words,
                       text(say_, "naam of bestand van een gemeenteprofiel", "name or file of a municipality's profile"))
            ->required()
            ->expected(1);
        sub.add_option("--base-years", options_.years,
                       text(say_, "aantal jaren van de basis, 1 tot en met 30 (10)",
                            "number of years of the base, 1 to 30 (10)"));
        sub.add_flag("--markdown", options_.markdown, text(say_, "tabellen in Markdown", "tables in Markdown"));
        repeats_options(sub, options_, say_);
        running_options(sub, options_, say_);
    }

    void municipality_import(CLI::App& sub) {
        sub.add_option("FILE", options_.words,
                       text(say_, "CBS, Kerncijfers wijken en buurten (csv)", "CBS, Kerncijfers wijken en buurten (csv)"))
            ->required()
            ->expected(1);
        sub.add_option("--code", options_.code, text(say_, "gemeentecode, bijvoorbeeld GM0797", "code, such as GM0797"))
            ->required();
        sub.add_option("--edition", options_.edition,
                       text(say_, "jaar van de cijfers (anders uit titel of bestandsnaam)",
                            "year of the figures (else from title or file name)"))
            ->check(CLI::Range(2013, 2030));
        output(sub, text(say_, "profiel (.json)", "profile (.json)"));
        replacing_options(sub, options_, say_);
    }

    void households(CLI::App& sub) {
        sub.add_option("-m,--municipality", options_.municipality,
                       text(say_, "naam of bestand van een gemeenteprofiel", "name or file of a municipality's profile"))
            ->required();
        sub.add_option("--scenario", options_.scenarios,
                       text(say_, "scenario om naast ongewijzigd beleid te leggen", "scenario to lay beside unchanged policy"))
            ->allow_extra_args(false);
        sub.add_option("--month", options_.month,
                       text(say_, "maand, JJJJ-MM (anders: als alle wijzigingen zijn bereikt)",
                            "month, YYYY-MM (else: when all changes have been reached)"));
        sub.add_option("--csv", options_.csv, text(say_, "bewaar alle bedragen (.csv)", "keep all amounts (.csv)"));
        figures_options(sub, options_, say_);
        replacing_options(sub, options_, say_);
    }

    void general(CLI::App& app) {
        app.add_flag("--json", options_.json,
                     text(say_, "uitvoer als JSON, ook van fouten", "output as JSON, also of errors"));
        app.add_flag("-q,--quiet", options_.quiet, text(say_, "geen voortgang", "no progress"));
        app.add_option_function<std::string>(
               "--lang", [this](const std::string& code) { options_.language = language_of(code); },
               text(say_, "taal: nl of en", "language: nl or en"))
            ->check(CLI::IsMember({"nl", "en"}, CLI::ignore_case));
        app.add_option("--root", options_.root,
                       text(say_, "map met models/ en configs/", "folder with models/ and configs/"));
    }

    CLI::App& app_;
    Options& options_;
    Words say_;
};

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Named& row : commands) names.emplace_back(row.name);
    return names;
}

std::string help_of(const CLI::App& app, Words say) {
    const std::vector<CLI::App*> used = app.get_subcommands();
    if (used.empty()) return std::string(overview(say));
    const std::vector<CLI::App*> below = used[0]->get_subcommands();
    return below.empty() ? used[0]->help("ontkoker") : below[0]->help("ontkoker " + used[0]->get_name());
}

}  // namespace

std::variant<Options, Ended> parse_command_line(int count, const char* const* words) {
    const std::vector<std::string> line(words + 1, words + count);
    Options options;
    options.language = language_typed(line);
    options.typed = typed_line(line);
    const Words say{options.language};
    CLI::App app;
    Builder builder(app, options, say);  // the callbacks of CLI11 use it while parsing
    builder.build();
    app.allow_extras(true);
    for (CLI::App* sub : app.get_subcommands([](CLI::App*) { return true; })) {
        sub->allow_extras(true);
        for (CLI::App* below : sub->get_subcommands([](CLI::App*) { return true; })) below->allow_extras(true);
    }
    const auto ended = [&](int code, std::string message, std::string hint) {
        return Ended{code, std::move(message), std::move(hint), typed(line, "--json"), options.language};
    };
    try {
        app.parse(count, words);
        if (const auto extra = app.remaining(true); !extra.empty())
            return ended(exit_usage, message_of(CLI::ExtrasError({}), extra, say), suggestions(app, extra, command_names(), say));
    } catch (const CLI::CallForHelp&) {
        return ended(exit_ok, help_of(app, say), "");
    } catch (const CLI::ParseError& error) {
        return ended(exit_usage, message_of(error, app.remaining(true), say),
                     suggestions(app, app.remaining(true), command_names(), say));
    }
    if (options.command == Command::none) return ended(exit_ok, std::string(overview(say)), "");
    return options;
}

}  // namespace ontkoker::cli
