// ontkoker systems: the scenarios as local systems, with what a document says of each.
#include "ontkoker/io/json/systems.h"

#include <fmt/format.h>

#include "commands.h"
#include "output.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

std::string where(const LocalSystem& system, Words say) {
    if (!system.about.municipality.empty()) return system.about.municipality;
    return std::string(say("overal", "any"));
}

std::string measure_text(const StatedMeasure& measure, Words say) {
    const std::string name = measure.outcome + (measure.part.empty() ? "" : "/" + measure.part);
    const std::string_view direction = measure.direction == "lower"    ? say("lager", "lower")
                                       : measure.direction == "higher" ? say("hoger", "higher")
                                                                       : say("gelijk", "the same");
    return fmt::format("{} {} ({})", name, direction,
                       measure.over == "sum" ? say("hele looptijd", "whole horizon") : say("laatste jaar", "last year"));
}

json::Value json_of(const LocalSystem& system, Words say) {
    using json::Value;
    Value levers = Value::array(), measures = Value::array();
    for (const SystemChange& change : system.changes) {
        Value one = Value::object();
        one.set("lever", change.lever).set("value", Value::of(change.value)).set("from", change.from);
        levers.push(std::move(one.set("ramp_months", Value::of(change.ramp_months))));
    }
    for (const StatedMeasure& measure : system.about.measures) {
        Value one = Value::object();
        one.set("outcome", measure.outcome).set("part", measure.part).set("direction", measure.direction);
        measures.push(std::move(one.set("over", measure.over)));
    }
    Value object = Value::object();
    object.set("name", system.name).set("municipality", system.runs_on());
    object.set("any_municipality", Value::of(system.about.municipality.empty()));
    object.set("what", say(system.nl, system.en)).set("levers", std::move(levers));
    object.set("statement", say(system.about.says_nl, system.about.says_en)).set("status", system.status);
    object.set("source", system.source).set("measures", std::move(measures));
    return object.set("not_measurable", say(system.about.not_measurable_nl, system.about.not_measurable_en));
}

void print_table(const std::vector<LocalSystem>& systems, Words say) {
    print(fmt::format("{:<32} {:<16} {:<10} {:>6}  {}\n", say("systeem", "system"), say("gemeente", "municipality"), "status",
                      say("knoppen", "levers"), say("wat het document zegt", "what the document says")));
    for (const LocalSystem& system : systems)
        print(fmt::format("{:<32} {:<16} {:<10} {:>6}  {}\n", system.name, where(system, say), system.status,
                          system.changes.size(), say(system.about.says_nl, system.about.says_en)));
}

void print_one(const LocalSystem& system, Words say) {
    print(fmt::format("{}\n  {}\n  {}: {}\n", system.name, say(system.nl, system.en), say("gemeente", "municipality"),
                      where(system, say)));
    print(fmt::format("  {} ({}): {}\n  {}: {}\n", say("het document zegt", "the document says"), system.status,
                      say(system.about.says_nl, system.about.says_en), say("bron", "source"), system.source));
    print(fmt::format("  {}:\n", say("knoppen", "levers")));
    for (const SystemChange& change : system.changes)
        print(fmt::format("    {:<24} {:>6} {} {}{}\n", change.lever, exact(change.value), say("vanaf", "from"), change.from,
                          change.ramp_months > 0 ? fmt::format(fmt::runtime(say(", in {} maanden", ", over {} months")),
                                                               change.ramp_months)
                                                 : ""));
    if (!system.about.measures.empty()) print(fmt::format("  {}:\n", say("hier te zien aan", "seen here by")));
    for (const StatedMeasure& measure : system.about.measures) print(fmt::format("    {}\n", measure_text(measure, say)));
    if (!system.about.not_measurable_nl.empty())
        print(fmt::format("  {}: {}\n", say("hier niet te zien", "not seen here"),
                          say(system.about.not_measurable_nl, system.about.not_measurable_en)));
}

}  // namespace

int systems_command(const Options& options) {
    const Words say{options.language};
    const auto request = request_for(options, "", options.words);
    if (!request) return fail(request.problems(), options);
    const auto systems = local_systems(request.value());
    if (!systems) return fail(systems.problems(), options);
    if (options.json) {
        json::Value list = json::Value::array();
        for (const LocalSystem& system : systems.value()) list.push(json_of(system, say));
        json::Value object = json::Value::object();
        print_json(object.set("systems", std::move(list)));
    } else if (options.words.empty()) {
        print_table(systems.value(), say);
    } else {
        print_one(systems.value()[0], say);
    }
    return exit_ok;
}

}  // namespace ontkoker::cli
