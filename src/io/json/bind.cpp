#include <algorithm>

#include "canonical.h"
#include "ontkoker/domain/levers.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

double value_of(const Effective& effective, const std::string& name) { return effective.parameters.at(name).value; }

void bind_parameters(const Effective& effective, Parameters& parameters) {
    for (const ParameterRow& row : parameter_rows()) row.field(parameters) = value_of(effective, std::string(row.name));
    for (const TableRow& row : table_rows()) row.field(parameters) = effective.tables.at(std::string(row.name)).values;
    for (const HelpTypeHead& head : effective.help_types) {
        HelpType type;
        type.name = head.name;
        type.nl = head.nl;
        type.en = head.en;
        type.places = head.places;
        type.team = head.team;
        type.delivered_by = head.delivered_by;
        for (std::size_t a = 0; a < account_count; ++a)
            if (account_name(static_cast<Account>(a)) == head.payer) type.payer = static_cast<Account>(a);
        for (const HelpTypeRow& row : help_type_rows()) {
            row.field(type) = value_of(effective, "help." + head.name + "." + std::string(row.name));
        }
        parameters.help_types.push_back(std::move(type));
    }
    for (const SchemeHead& head : effective.schemes) {
        Scheme scheme;
        scheme.name = head.name;
        scheme.nl = head.nl;
        scheme.en = head.en;
        scheme.lawful_to_cut = head.lawful_to_cut;
        scheme.per_child = head.per_child;
        scheme.families_only = head.families_only;
        for (const SchemeRow& row : scheme_rows()) {
            row.field(scheme) = value_of(effective, "schemes." + head.name + "." + std::string(row.name));
        }
        parameters.schemes.push_back(std::move(scheme));
    }
    for (const ActorHead& head : effective.actors) {
        Actor actor{head.name, head.nl, head.en, head.type, head.domain, head.services};
        for (const ActorRow& row : actor_rows()) {
            row.field(actor) = value_of(effective, "actors." + head.name + "." + std::string(row.name));
        }
        parameters.actors.push_back(std::move(actor));
    }
}

Scenario bind_scenario(const ScenarioText& text) {
    Scenario scenario;
    scenario.name = text.name;
    scenario.nl = text.nl;
    scenario.en = text.en;
    scenario.status = text.status;
    scenario.source = text.source;
    for (const ChangeText& row : text.changes) {
        const Change change{find_lever(row.lever), row.value, *month_of(row.from), row.ramp_months};
        const auto later = std::upper_bound(scenario.changes.begin(), scenario.changes.end(), change,
                                            [](const Change& a, const Change& b) { return a.from < b.from; });
        scenario.changes.insert(later, change);
    }
    return scenario;
}

}  // namespace

Config bind(const Effective& effective) {
    Config config;
    config.municipality.name = effective.municipality.name;
    config.municipality.code = effective.municipality.code;
    for (const FigureRow& row : figure_rows()) {
        row.field(config.municipality) = effective.municipality.figures.at(std::string(row.name)).value;
    }
    for (const FigureTableRow& row : figure_table_rows()) {
        row.field(config.municipality) = effective.municipality.tables.at(std::string(row.name)).values;
    }
    bind_parameters(effective, config.parameters);
    for (const ScenarioText& text : effective.scenarios) config.scenarios.push_back(bind_scenario(text));
    config.run = effective.run;
    config.effective = write_effective(effective);
    return config;
}

}  // namespace ontkoker::json
