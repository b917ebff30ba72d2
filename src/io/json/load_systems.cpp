// What scenario files say besides their changes, and the list of local systems.
#include <algorithm>

#include "canonical.h"
#include "loader.h"
#include "ontkoker/domain/outcomes.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

const std::vector<std::string> directions{"lower", "higher", "none"}, spans{"last_year", "sum"};

std::vector<std::string> parts_of(const OutcomeInfo& info) {
    std::vector<std::string> parts;
    for (const int part : told_parts(info)) {
        const std::string name = part_identifier(info, part);
        if (!name.empty()) parts.push_back(name);
    }
    return parts;
}

void check_part(const Place& place, const OutcomeInfo& info) {
    const std::vector<std::string> parts = parts_of(info);
    if (!parts.empty()) {
        place.one_of(parts);
        return;
    }
    place.problem(codes::unknown_word, "'" + info.name + "' heeft geen delen", "laat part weg");
}

StatedMeasure read_measure(const Place& place, const std::vector<OutcomeInfo>& outcomes) {
    StatedMeasure measure;
    place.object({{"outcome"}, {"part", false}, {"direction"}, {"over", false}});
    std::vector<std::string> names;
    for (const OutcomeInfo& info : outcomes) names.push_back(info.name);
    measure.outcome = place["outcome"].one_of(names);
    measure.direction = place["direction"].one_of(directions);
    measure.over = place["over"].present() ? place["over"].one_of(spans) : "last_year";
    if (!place["part"].present()) return measure;
    measure.part = place["part"].text();
    for (const OutcomeInfo& info : outcomes)
        if (info.name == measure.outcome) check_part(place["part"], info);
    return measure;
}

}  // namespace

std::vector<OutcomeInfo> outcomes_of(const Effective& effective) {
    Parameters parameters;
    for (const HelpTypeHead& head : effective.help_types) {
        HelpType type;
        type.name = head.name;
        type.places = head.places;
        type.team = head.team;
        parameters.help_types.push_back(std::move(type));
    }
    for (const SchemeHead& head : effective.schemes) {
        Scheme scheme;
        scheme.name = head.name;
        parameters.schemes.push_back(std::move(scheme));
    }
    return outcome_infos(parameters);
}

std::vector<std::string> measure_directions() { return directions; }
std::vector<std::string> measure_spans() { return spans; }

void Loader::read_about(const Place& root, ScenarioAbout& about) {
    if (const Place place = root["municipality"]; place.present()) {
        about.municipality = place.name();
        if (!about.municipality.empty()) find(Word{about.municipality, place}, municipality_shelf);
    }
    read_two_languages(root["says"], about.says_nl, about.says_en);
    read_two_languages(root["not_measurable"], about.not_measurable_nl, about.not_measurable_en);
    const Place measures = root["measures"];
    if (!measures.present()) return;
    const std::vector<OutcomeInfo> outcomes = outcomes_of(effective_);
    for (const Place& item : measures.items()) about.measures.push_back(read_measure(item, outcomes));
    if (about.measures.empty() && measures.value().kind == Kind::array && !root["not_measurable"].present())
        measures.problem(codes::missing, "'not_measurable' ontbreekt: zonder maten hoort te staan waarom",
                         "geef een maat, of zeg in not_measurable waarom het hier niet te zien is");
}

Result<std::vector<LocalSystem>> Loader::load_systems() {
    read_model();
    read_run();
    if (request_.scenarios.empty()) {
        Request all = request_;
        all.scenarios = scenario_names(request_.root);
        return Loader(all).load_systems();
    }
    read_scenarios();
    if (report_.any()) return report_.take();
    std::vector<LocalSystem> systems;
    for (std::size_t i = 0; i < effective_.scenarios.size(); ++i) {
        const ScenarioText& text = effective_.scenarios[i];
        LocalSystem system{text.name, text.nl, text.en, text.status, text.source, abouts_[i], {}};
        for (const ChangeText& change : text.changes)
            system.changes.push_back({change.lever, change.value, change.from, change.ramp_months});
        systems.push_back(std::move(system));
    }
    return systems;
}

}  // namespace ontkoker::json

namespace ontkoker {

const std::string& LocalSystem::runs_on() const {
    static const std::string any = "heusden";
    return about.municipality.empty() ? any : about.municipality;
}

Result<std::vector<LocalSystem>> local_systems(const Request& request) { return json::Loader(request).load_systems(); }

}  // namespace ontkoker
