// ontkoker municipality import: a profile out of CBS's "Kerncijfers wijken en buurten".
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands.h"
#include "find_root.h"
#include "import_texts.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/files.h"
#include "output.h"
#include "profile_table.h"
#include "session.h"

namespace ontkoker::cli {
namespace {

constexpr const char* national_profile = "models/municipalities/gemiddeld.json";

// Letters, digits and dashes of the file's name: what a profile is called.
std::string profile_name(const std::string& path) {
    std::string name;
    for (const char sign : lower_case(std::filesystem::path(path).stem().string())) {
        const bool plain = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
        if (plain)
            name += sign;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() ? "profiel" : name.substr(0, 64);
}

Result<json::Municipality> national_figures(const Options& options) {
    const auto root = find_root(options.root, options.language);
    if (!root) return root.problems();
    const std::string path = json::joined(root.value(), national_profile);
    auto text = json::read_text(path);
    if (!text) return text.problems();
    return json::municipality_from(std::move(text.value()), path);
}

Result<kwb::Import> imported(const Options& options) {
    const Words say{options.language};
    const std::string code = kwb::municipality_code(options.code);
    Problems problems;
    if (code.empty())
        problems.push_back(
            {.code = "E0002",
             .message = fmt::format(fmt::runtime(say("'{}' is geen gemeentecode", "'{}' is no code of a municipality")),
                                    options.code),
             .hint = std::string(say("GM en vier cijfers, zoals GM0797", "GM and four digits, as GM0797")),
             .file = {},
             .pointer = {}});
    const auto national = national_figures(options);
    if (!national) problems.insert(problems.end(), national.problems().begin(), national.problems().end());
    const auto bytes = read_whole_file(options.words[0]);
    if (!bytes) problems.insert(problems.end(), bytes.problems().begin(), bytes.problems().end());
    if (!problems.empty()) return problems;
    kwb::Asked asked{code, profile_name(options.output), options.words[0], {}};
    if (options.edition) asked.year = static_cast<int>(*options.edition);
    kwb::Import made = kwb::import_municipality(bytes.value(), asked, national.value());
    for (const kwb::Finding& finding : made.findings) problems.push_back(problem_of(finding, options.words[0], say));
    if (!problems.empty()) return problems;
    return made;
}

std::string value_text(const kwb::Import& made, const std::string& figure) {
    const auto row = made.municipality.figures.find(figure);
    return row == made.municipality.figures.end() ? "" : exact(row->second.value) + " " + row->second.unit;
}

void print_as_text(const kwb::Import& made, const Options& options) {
    const Words say{options.language};
    const json::Municipality& m = made.municipality;
    print(fmt::format(fmt::runtime(say("{}: {} ({}), Kerncijfers wijken en buurten {}, {} inwoners\n",
                                       "{}: {} ({}), Kerncijfers wijken en buurten {}, {} inhabitants\n")),
                      options.output, m.nl, m.code, made.year, exact(m.figures.at("population").value)));
    if (made.year_assumed)
        print(fmt::format(fmt::runtime(say("Het jaar staat niet in de titel of bestandsnaam; aangenomen is {}. "
                                           "Anders: --edition JAAR.\n",
                                           "Neither title nor file name tells the year; {} is assumed. "
                                           "Otherwise: --edition YEAR.\n")),
                          made.year));
    print(fmt::format(fmt::runtime(say("{} van de {} cijfers zijn niet of niet geheel van de gemeente zelf:\n",
                                       "{} of the {} figures are not, or not wholly, the municipality's own:\n")),
                      made.stand_ins.size(), m.figures.size() + m.tables.size()));
    for (const kwb::StandIn& row : made.stand_ins) {
        const std::string value = value_text(made, row.figure);
        const Label label = population_label(row.figure);
        print(fmt::format("  {} ({}){}{}\n      {}; {}\n", say(label.nl, label.en), row.figure,
                          value.empty() ? "" : ": ", value, rule_of(row, say), reason_of(row, say)));
    }
    print(
        fmt::format(fmt::runtime(say("Verder: ontkoker profile {0}, of: ontkoker run verkokerd -m {0} -o runs/{1}.h5\n",
                                     "Next: ontkoker profile {0}, or: ontkoker run verkokerd -m {0} -o runs/{1}.h5\n")),
                    options.output, m.name));
}

void print_as_json(const kwb::Import& made, const Options& options) {
    using json::Value;
    const Words say{options.language};
    Value rows = Value::array();
    for (const kwb::StandIn& stand_in : made.stand_ins) {
        Value row = Value::object();
        row.set("figure", stand_in.figure);
        const auto figure = made.municipality.figures.find(stand_in.figure);
        row.set("value", figure == made.municipality.figures.end() ? Value() : Value::of(figure->second.value));
        row.set("column", stand_in.column).set("column_present", Value::of(stand_in.column_present));
        row.set("split", Value::of(stand_in.split)).set("rule", rule_of(stand_in, say));
        row.set("reason", reason_of(stand_in, say));
        rows.push(std::move(row));
    }
    Value object = Value::object();
    object.set("file", options.output).set("name", made.municipality.name).set("code", made.municipality.code);
    object.set("nl", made.municipality.nl).set("year", Value::of(made.year));
    object.set("year_assumed", Value::of(made.year_assumed)).set("stand_ins", std::move(rows));
    print_json(object);
}

}  // namespace

int municipality_import_command(const Options& options) {
    const auto made = imported(options);
    if (!made) return fail(made.problems(), options);
    const std::string text = json::municipality_text(made.value().municipality);
    // The same reader as that of a run: a profile that is written can be used.
    if (const auto again = json::municipality_from(text, options.output); !again)
        return fail(again.problems(), options);
    if (const Problems refused = refusals({options.output}, options); !refused.empty()) {
        print_problems(refused, options);
        return exit_usage;
    }
    const auto written = write_whole_file(options.output, text, options.overwrite);
    if (!written) return fail(written.problems(), options);
    options.json ? print_as_json(made.value(), options) : print_as_text(made.value(), options);
    return exit_ok;
}

}  // namespace ontkoker::cli
