#include "ontkoker/io/json/chains.h"

#include <algorithm>

#include "canonical.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/io/json/files.h"
#include "ontkoker/io/json/listing.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

// What may be named in a chain.
struct Known {
    std::vector<std::string> outcomes, parameters, processes, levers;
    std::vector<ParameterInfo> rows;

    explicit Known(const Config& config) : processes(process_names()), levers(lever_names()) {
        for (const OutcomeInfo& info : outcome_infos(config.parameters)) {
            outcomes.push_back(info.name);
            if (info.split.empty()) continue;
            for (const int part : told_parts(info)) outcomes.push_back(info.name + '/' + part_identifier(info, part));
        }
        auto all = parameters_of(config.effective);
        if (all) rows = std::move(all.value());
        for (const ParameterInfo& row : rows) parameters.push_back(row.name);
    }
};

std::string known_word(const Place& place, const char* code, std::string_view what,
                       const std::vector<std::string>& known) {
    const std::string word = place.words();
    if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end())
        place.unknown(code, what, word, known);
    return word;
}

void read_off(const Place& off, const Known& known, ChainLink& link) {
    if (!off.present()) return;
    off.object({{"nl"}, {"en"}, {"parameters", false}, {"processes", false}});
    if (off.value().kind != Kind::object) return;
    link.off_nl = off["nl"].words();
    link.off_en = off["en"].words();
    const Place parameters = off["parameters"];
    if (parameters.present()) {
        for (const auto& [name, place] : parameters.members()) {
            const auto row = std::find_if(known.rows.begin(), known.rows.end(),
                                          [&, wanted = std::string_view(name)](const ParameterInfo& one) { return one.name == wanted; });
            if (row == known.rows.end()) {
                parameters.unknown_member(codes::unknown_parameter, "de parameter", name, known.parameters, false);
                continue;
            }
            const auto value = place.number(Bounds{row->low, row->high, row->unit});
            if (value) link.off_parameters.emplace_back(name, *value);
        }
    }
    if (!parameters.present() && !off["processes"].present())
        off.problem(codes::missing, "off noemt niets dat uit kan", "noem parameters of processes");
    if (!off["processes"].present()) return;
    for (const Place& item : off["processes"].items())
        link.off_processes.push_back(known_word(item, codes::unknown_process, "het proces", known.processes));
}

ChainLink read_link(const Place& place, const Known& known) {
    ChainLink link;
    place.object({{"name"}, {"nl"}, {"en"}, {"mechanism"}, {"outcome"}, {"off", false}});
    if (place.value().kind != Kind::object) return link;
    link.name = place["name"].name();
    link.nl = place["nl"].words();
    link.en = place["en"].words();
    link.mechanism = place["mechanism"].words();
    link.outcome = known_word(place["outcome"], codes::unknown_word, "de uitkomst", known.outcomes);
    read_off(place["off"], known, link);
    return link;
}

template <class Row>
bool taken(const std::vector<Row>& rows, const Place& name) {
    const std::string word = name.peek();
    const bool found = std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.name == word; });
    if (found && !word.empty()) name.problem(codes::twice, "'" + word + "' staat hier twee keer");
    return found;
}

Chain read_chain(const Place& place, const Known& known) {
    Chain chain;
    place.object({{"name"}, {"nl"}, {"en"}, {"levers"}, {"links"}});
    if (place.value().kind != Kind::object) return chain;
    chain.name = place["name"].name();
    chain.nl = place["nl"].words();
    chain.en = place["en"].words();
    if (place["levers"].present()) {
        for (const Place& item : place["levers"].items())
            chain.levers.push_back(known_word(item, codes::unknown_lever, "de knop", known.levers));
        if (place["levers"].value().kind == Kind::array && chain.levers.empty())
            place["levers"].problem(codes::empty_text, "een keten begint bij minstens een knop");
    }
    if (!place["links"].present()) return chain;
    for (const Place& item : place["links"].items()) {
        if (item.value().kind == Kind::object) taken(chain.links, item["name"]);
        chain.links.push_back(read_link(item, known));
    }
    if (place["links"].value().kind == Kind::array && chain.links.empty())
        place["links"].problem(codes::empty_text, "een keten heeft minstens een schakel");
    return chain;
}

}  // namespace
}  // namespace ontkoker::json

namespace ontkoker {

Result<std::vector<Chain>> read_chains(const std::string& path, const Config& config) {
    using namespace json;
    Report report;
    const auto document = parse_file(path, report);
    if (!document) return report.take();
    const Known known(config);
    const Place root(*document, report);
    std::vector<Chain> chains;
    if (root.object({{"format"}, {"chains"}}) && root["format"].format("ontkoker-chains-1"))
        for (const Place& item : root["chains"].items()) {
            if (item.value().kind == Kind::object) taken(chains, item["name"]);
            chains.push_back(read_chain(item, known));
        }
    if (report.any()) return report.take();
    return chains;
}

}  // namespace ontkoker
