#include "canonical.h"

namespace ontkoker::json {
namespace {

void set_known(Value& object, const char* key, const std::optional<double>& number) {
    if (number) object.set(key, Value::of(*number));
}

Value parameter(const Row& row) {
    Value object = Value::object();
    object.set("value", Value::of(row.value)).set("low", Value::of(row.low)).set("high", Value::of(row.high));
    object.set("unit", row.unit).set("distribution", row.distribution).set("source", row.source);
    object.set("status", row.status).set("valid_until", row.valid_until).set("mechanism", row.mechanism);
    object.set("nl", row.nl).set("en", row.en);
    set_known(object, "changed_from", row.changed_from);
    return object;
}

Value parameter_table(const TableText& table) {
    Value object = Value::object();
    object.set("values", Value::array(table.values)).set("unit", table.unit).set("source", table.source);
    object.set("status", table.status).set("valid_until", table.valid_until).set("mechanism", table.mechanism);
    object.set("nl", table.nl).set("en", table.en);
    return object;
}

Value figure(const Figure& row) {
    Value object = Value::object();
    object.set("value", Value::of(row.value)).set("unit", row.unit).set("table", row.table);
    object.set("year", Value::of(row.year)).set("source", row.source);
    if (!row.note.empty()) object.set("note", row.note);
    set_known(object, "changed_from", row.changed_from);
    return object;
}

Value figure_table(const FigureTable& table) {
    Value object = Value::object();
    object.set("values", Value::array(table.values)).set("unit", table.unit).set("table", table.table);
    object.set("year", Value::of(table.year)).set("source", table.source);
    if (!table.note.empty()) object.set("note", table.note);
    return object;
}

Value municipality(const Municipality& m) {
    Value figures = Value::object(), tables = Value::object();
    for (const auto& [name, row] : m.figures) figures.set(name, figure(row));
    for (const auto& [name, table] : m.tables) tables.set(name, figure_table(table));
    Value object = Value::object();
    object.set("name", m.name).set("code", m.code).set("nl", m.nl);
    object.set("figures", std::move(figures)).set("tables", std::move(tables));
    return object;
}

Value scenario(const ScenarioText& s) {
    Value changes = Value::array();
    for (const ChangeText& change : s.changes) {
        Value object = Value::object();
        object.set("lever", change.lever).set("value", Value::of(change.value)).set("from", change.from);
        object.set("ramp_months", Value::of(change.ramp_months));
        changes.push(std::move(object));
    }
    Value object = Value::object();
    object.set("name", s.name).set("nl", s.nl).set("en", s.en).set("status", s.status).set("source", s.source);
    object.set("changes", std::move(changes));
    return object;
}

Value settings(const RunSettings& run) {
    Value object = Value::object();
    object.set("start_year", Value::of(run.start_year)).set("years", Value::of(run.years));
    object.set("replicates", Value::of(run.replicates)).set("seed", Value::of(run.seed));
    // Absent where it is 0, so that configurations without it have the text that they always had.
    if (run.first_replicate > 0) object.set("first_replicate", Value::of(run.first_replicate));
    object.set("sample", Value::of(run.sample)).set("off", Value::array(run.off));
    return object;
}

}  // namespace

std::string write_effective(const Effective& effective) {
    Value parameters = Value::object(), help_types = Value::array(), schemes = Value::array(), actors = Value::array();
    for (const auto& [name, row] : effective.parameters) parameters.set(name, parameter(row));
    for (const auto& [name, table] : effective.tables) parameters.set(name, parameter_table(table));
    for (const HelpTypeHead& head : effective.help_types) {
        Value object = Value::object();
        object.set("name", head.name).set("nl", head.nl).set("en", head.en);
        object.set("places", Value::of(head.places)).set("team", Value::of(head.team));
        object.set("delivered_by", head.delivered_by).set("payer", head.payer);
        help_types.push(std::move(object));
    }
    for (const SchemeHead& head : effective.schemes) {
        Value object = Value::object();
        object.set("name", head.name).set("nl", head.nl).set("en", head.en);
        object.set("lawful_to_cut", Value::of(head.lawful_to_cut)).set("per_child", Value::of(head.per_child));
        object.set("families_only", Value::of(head.families_only));
        schemes.push(std::move(object));
    }
    for (const ActorHead& head : effective.actors) {
        Value object = Value::object();
        object.set("name", head.name).set("nl", head.nl).set("en", head.en);
        object.set("type", head.type).set("domain", head.domain).set("services", Value::array(head.services));
        actors.push(std::move(object));
    }
    Value scenarios = Value::array();
    for (const ScenarioText& text : effective.scenarios) scenarios.push(scenario(text));
    Value all = Value::object();
    all.set("format", "ontkoker-effective-1").set("municipality", municipality(effective.municipality));
    all.set("parameters", std::move(parameters)).set("help_types", std::move(help_types));
    all.set("actors", std::move(actors)).set("schemes", std::move(schemes)).set("scenarios", std::move(scenarios));
    all.set("run", settings(effective.run));
    return write(sorted(std::move(all)), Layout::indented) + "\n";
}

}  // namespace ontkoker::json
