// ontkoker params: everything the model assumes and everything that can be turned.
#include <fmt/format.h>

#include "commands.h"
#include "find_root.h"
#include "ontkoker/core/words.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/io/json/listing.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

// Whether one of the words stands in the name; no words: everything.
bool wanted(std::string_view name, const std::vector<std::string>& words) {
    for (const std::string& word : words)
        if (lower_case(name).find(lower_case(word)) != std::string::npos) return true;
    return words.empty();
}

std::string value_text(const ParameterInfo& row) {
    if (row.values.empty()) return fmt::format("{} ({} - {})", exact(row.value), exact(row.low), exact(row.high));
    std::string text;
    for (const double value : row.values) text += (text.empty() ? "" : " ") + exact(value);
    return text;
}

void print_parameters(const std::vector<ParameterInfo>& rows, Words say) {
    print(say("parameters: waarde (laag - hoog) eenheid, status\n", "parameters: value (low - high) unit, status\n"));
    for (const ParameterInfo& row : rows) {
        print(fmt::format("  {}\n      {} {}, {}\n", row.name, value_text(row), row.unit, row.status));
        print(fmt::format("      {}\n", say(row.nl, row.en)));
        if (!row.source.empty()) print(fmt::format("      {}: {}\n", say("bron", "source"), row.source));
    }
}

void print_levers(const std::vector<std::string>& words, Words say) {
    print(say("\nknoppen: neutraal (van - tot) eenheid\n", "\nlevers: neutral (from - to) unit\n"));
    for (const LeverRow& row : lever_rows()) {
        if (!wanted(row.name, words)) continue;
        print(fmt::format("  {}\n      {} ({} - {}) {}\n      {}\n", row.name, exact(row.neutral), exact(row.low),
                          exact(row.high), row.unit, say(row.nl, row.en)));
        if (!row.legal.empty()) print(fmt::format("      {}: {}\n", say("wet", "law"), row.legal));
        if (!row.source.empty()) print(fmt::format("      {}: {}\n", say("bron", "source"), row.source));
    }
}

}  // namespace

int params_command(const Options& options) {
    const auto root = find_root(options.root, options.language);
    if (!root) return fail(root.problems(), options);
    const auto all = model_parameters(root.value());
    if (!all) return fail(all.problems(), options);
    std::vector<ParameterInfo> rows;
    for (const ParameterInfo& row : all.value())
        if (wanted(row.name, options.words)) rows.push_back(row);
    const Words say{options.language};
    if (!options.json) {
        print_parameters(rows, say);
        print_levers(options.words, say);
        return exit_ok;
    }
    json::Value levers = json::Value::array();
    for (json::Value& lever : list_of_levers().items)
        if (const json::Value* name = lever.find("name"); name && wanted(name->text, options.words))
            levers.push(std::move(lever));
    json::Value object = json::Value::object();
    object.set("parameters", list_of(rows)).set("levers", std::move(levers));
    print_json(object);
    return exit_ok;
}

}  // namespace ontkoker::cli
