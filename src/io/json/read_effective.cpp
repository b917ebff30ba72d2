#include <algorithm>

#include "canonical.h"
#include "figures.h"
#include "ontkoker/domain/step.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

void read_parameters(const Place& place, Effective& effective) {
    const std::vector<std::string> rows = row_names(effective), tables = table_names();
    std::vector<std::string> all = rows;
    all.insert(all.end(), tables.begin(), tables.end());
    for (const auto& [name, row] : place.members()) {
        if (std::find(rows.begin(), rows.end(), name) != rows.end()) {
            read_row(row, From::effective, effective.parameters[name]);
        } else if (std::find(tables.begin(), tables.end(), name) != tables.end()) {
            read_table(row, name, effective.tables[name]);
        } else {
            place.unknown_member(codes::unknown_parameter, "de parameter", name, all, false);
        }
    }
    if (!place.present() || place.value().kind != Kind::object) return;
    for (const std::string& name : all) {
        if (place.value().find(name)) continue;
        place.problem_at(name, codes::missing_row, "de parameter '" + name + "' ontbreekt");
    }
}

void read_scenario(const Place& place, const RunSettings& run, ScenarioText& scenario) {
    place.object({{"name"}, {"nl"}, {"en"}, {"status"}, {"source"}, {"changes"}});
    scenario.name = place["name"].name();
    scenario.nl = place["nl"].words();
    scenario.en = place["en"].words();
    scenario.status = place["status"].words();
    scenario.source = place["source"].words();
    scenario.changes = read_changes(place["changes"], run);
}

template <class Head, class Read>
void read_heads(const Place& list, std::initializer_list<Key> keys, std::vector<Head>& heads, Read read) {
    if (!list.present()) return;
    for (const Place& item : list.items()) {
        item.object(keys);
        Head head;
        read(item, head);
        for (const Head& other : heads) {
            if (other.name == head.name) item["name"].problem(codes::twice, "'" + head.name + "' staat hier twee keer");
        }
        heads.push_back(std::move(head));
    }
    if (heads.empty()) list.problem(codes::empty_text, "deze lijst mag niet leeg zijn");
}

}  // namespace

std::vector<std::string> row_names(const Effective& effective) {
    std::vector<std::string> names;
    for (const ParameterRow& row : parameter_rows()) names.emplace_back(row.name);
    for (const HelpTypeHead& head : effective.help_types) {
        for (const HelpTypeRow& row : help_type_rows())
            names.push_back("help." + head.name + "." + std::string(row.name));
    }
    for (const SchemeHead& head : effective.schemes) {
        for (const SchemeRow& row : scheme_rows())
            names.push_back("schemes." + head.name + "." + std::string(row.name));
    }
    for (const ActorHead& head : effective.actors) {
        for (const ActorRow& row : actor_rows())
            names.push_back("actors." + head.name + "." + std::string(row.name));
    }
    return names;
}

std::vector<std::string> table_names() {
    std::vector<std::string> names;
    for (const TableRow& row : table_rows()) names.emplace_back(row.name);
    return names;
}

std::vector<std::string> process_names() {
    std::vector<std::string> names;
    for (const StepProcess& row : process_rows()) names.emplace_back(row.name);
    return names;
}

Bounds setting_bounds(std::string_view name) {
    if (name == "start_year") return {2022, 2050, "year"};
    if (name == "years") return {1, 30, "years"};
    if (name == "replicates") return {1, 10000, "replicates"};
    if (name == "first_replicate") return {0, 9999, "replicates"};
    if (name == "seed") return {0, 4294967295.0, ""};
    return {1, 1000, "households"};
}

void read_settings(const Place& place, RunSettings& run) {
    const auto set = [&](const char* name, auto& field) {
        const std::optional<double> value = place[name].whole(setting_bounds(name));
        if (value) field = static_cast<std::remove_reference_t<decltype(field)>>(*value);
    };
    set("start_year", run.start_year);
    set("years", run.years);
    set("replicates", run.replicates);
    set("first_replicate", run.first_replicate);
    set("seed", run.seed);
    set("sample", run.sample);
    if (!place["off"].present()) return;
    const std::vector<std::string> known = process_names();
    for (const Place& item : place["off"].items()) {
        const std::string name = item.words();
        if (name.empty()) continue;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            item.unknown(codes::unknown_process, "het proces", name, known);
        }
        run.off.push_back(name);
    }
}

void read_effective(const Place& place, Effective& effective) {
    const bool complete = place.object(
        {{"format"}, {"municipality"}, {"parameters"}, {"help_types"}, {"schemes"}, {"actors"}, {"scenarios"}, {"run"}});
    if (!complete || !place["format"].format("ontkoker-effective-1")) return;
    const Place run = place["run"];
    if (run.object({{"start_year"}, {"years"}, {"replicates"}, {"first_replicate", false}, {"seed"}, {"sample"}, {"off"}})) {
        read_settings(run, effective.run);
    }
    read_municipality(place["municipality"], From::effective, effective.municipality);
    read_heads(place["help_types"], {{"name"}, {"nl"}, {"en"}, {"places"}, {"team"}, {"delivered_by"}, {"payer"}}, effective.help_types,
               read_help_type);
    read_heads(place["schemes"], {{"name"}, {"nl"}, {"en"}, {"lawful_to_cut"}, {"per_child"}, {"families_only"}},
               effective.schemes, read_scheme);
    read_heads(place["actors"], {{"name"}, {"nl"}, {"en"}, {"type"}, {"domain"}, {"services"}}, effective.actors,
               [&](const Place& item, ActorHead& head) { read_actor(item, effective.help_types, head); });
    read_parameters(place["parameters"], effective);
    const Place scenarios = place["scenarios"];
    for (const Place& item : scenarios.items()) {
        ScenarioText scenario;
        read_scenario(item, effective.run, scenario);
        for (const ScenarioText& other : effective.scenarios) {
            if (other.name != scenario.name) continue;
            item["name"].problem(codes::twice, "het scenario '" + scenario.name + "' staat hier twee keer");
        }
        effective.scenarios.push_back(std::move(scenario));
    }
    if (scenarios.value().kind == Kind::array && effective.scenarios.empty()) {
        scenarios.problem(codes::empty_text, "er is minstens een scenario nodig");
    }
}

}  // namespace ontkoker::json
