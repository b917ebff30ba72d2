#include "ontkoker/io/json/schema.h"

#include "canonical.h"
#include "figures.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/sweep/plan.h"
#include "rows.h"
#include "schema_parts.h"

namespace ontkoker::json {
namespace schema {
namespace {

constexpr Bounds years{1990, 2100, "year"};

Value row() {
    return object({{"value", of_type("number")},
                   {"low", of_type("number")},
                   {"high", of_type("number")},
                   {"unit", words()},
                   {"distribution", one_of(distributions())},
                   {"source", words()},
                   {"status", one_of(statuses())},
                   {"valid_until", day()},
                   {"mechanism", words()},
                   {"nl", words()},
                   {"en", words()}});
}

Value table(const TableRow& row) {
    return object({{"values", numbers(row.size, table_bounds(row.name))},
                   {"unit", words()},
                   {"source", words()},
                   {"status", one_of(statuses())},
                   {"valid_until", day()},
                   {"mechanism", words()},
                   {"nl", words()},
                   {"en", words()}});
}

// One lever with its bounds: an editor shows them once the name has been typed.
Value lever(const LeverRow& row) {
    std::string range = "Eenheid " + std::string(row.unit) + ", neutraal " + number_text(row.neutral) + ".";
    if (!row.legal.empty()) range += " Wettelijk: " + std::string(row.legal);
    Value properties = Value::object();
    properties.set("lever", described(constant(row.name), std::string(row.nl) + " / " + std::string(row.en)));
    properties.set("value", described(number(Bounds{row.low, row.high, ""}), range));
    return Value::object().set("properties", std::move(properties));
}

Value change() {
    Value schema = object({{"lever", one_of(lever_names())},
                           {"value", of_type("number")},
                           {"from", month()},
                           {"ramp_months", whole(Bounds{0, 360, "months"}), false}});
    Value levers = Value::array();
    for (const LeverRow& row : lever_rows()) levers.push(lever(row));
    return schema.set("oneOf", std::move(levers));
}

Value measure() {
    std::vector<std::string> outcomes;
    for (const OutcomeInfo& info : outcome_infos(Parameters{})) outcomes.push_back(info.name);
    return object({{"outcome", one_of(outcomes)},
                   {"part", words(), false},
                   {"direction", one_of(measure_directions())},
                   {"over", one_of(measure_spans()), false}});
}

Value scenario() {
    return file("scenario", "Scenario: what differs from the scenario that it extends",
                {{"name", name()},
                 {"nl", words()},
                 {"en", words()},
                 {"extends", words(), false},
                 {"municipality", described(name(), "Where it belongs; without it: any municipality"), false},
                 {"says", described(two_languages(), "What the document says"), false},
                 {"measures", described(list(reference("measure"), 0), "Outcomes by which that can be seen"), false},
                 {"not_measurable", described(two_languages(), "Why (a part of) it cannot be seen here"), false},
                 {"status", words()},
                 {"source", words()},
                 {"changes", list(reference("change"), 0)}})
        .set("$defs", Value::object().set("change", change()).set("measure", measure()));
}

Value assumptions() {
    std::vector<Field> fields;
    for (const ParameterRow& row : parameter_rows())
        fields.push_back({std::string(row.name), of_type("number"), false});
    return object(std::move(fields))
        .set("patternProperties", Value::object().set("^(help|schemes|actors)\\.", of_type("number")));
}

Value comparison() {
    const auto setting = [](const char* name) { return whole(setting_bounds(name)); };
    return file("comparison",
                "Comparison: a municipality, scenarios and a horizon; the first scenario is the reference",
                {{"name", name(), false},
                 {"title", two_languages(), false},
                 {"question", two_languages(), false},
                 {"municipality", words()},
                 {"scenarios", list(words(), 1)},
                 {"start_year", setting("start_year"), false},
                 {"years", setting("years")},
                 {"replicates", setting("replicates")},
                 {"seed", setting("seed")},
                 {"sample", setting("sample"), false},
                 {"overlay", words(), false},
                 {"assumptions", assumptions(), false},
                 {"off", list(one_of(process_names()), 0), false},
                 {"headline", list(words(), 0), false}});
}

Value figure(const Bounds& bounds) {
    return object({{"value", number(bounds)},
                   {"unit", words()},
                   {"table", words()},
                   {"year", whole(years)},
                   {"source", words()},
                   {"note", words(), false}});
}

Value figures(bool required) {
    std::vector<Field> fields;
    for (const FigureRow& row : figure_rows())
        fields.push_back({std::string(row.name), figure(figure_bounds(row.name)), required});
    return object(std::move(fields));
}

Value figure_tables(bool required) {
    std::vector<Field> fields;
    for (const FigureTableRow& row : figure_table_rows()) {
        Value schema = object({{"values", numbers(row.size, figure_table_bounds(row.name))},
                               {"unit", words()},
                               {"table", words()},
                               {"year", whole(years)},
                               {"source", words()},
                               {"note", words(), false}});
        fields.push_back({std::string(row.name), std::move(schema), required});
    }
    return object(std::move(fields));
}

Value municipality() {
    return file("municipality", "Profile: published figures of one municipality",
                {{"format", constant("ontkoker-municipality-1")},
                 {"name", name()},
                 {"code", words()},
                 {"nl", words()},
                 {"figures", figures(true)},
                 {"tables", figure_tables(true)}});
}

Value overlay() {
    Value changed = object({{"value", of_type("number")},
                            {"source", words()},
                            {"low", of_type("number"), false},
                            {"high", of_type("number"), false},
                            {"unit", words(), false},
                            {"distribution", one_of(distributions()), false},
                            {"status", one_of(statuses()), false},
                            {"valid_until", day(), false},
                            {"mechanism", words(), false},
                            {"nl", words(), false},
                            {"en", words(), false}});
    std::vector<Field> fields;
    for (const ParameterRow& row : parameter_rows()) fields.push_back({std::string(row.name), reference("row"), false});
    Value parameters =
        object(std::move(fields)).set("patternProperties", Value::object().set("^(help|schemes|actors)\\.", reference("row")));
    return file("overlay", "Overlay: a municipality's own figures, laid over its profile",
                {{"format", constant("ontkoker-overlay-1")},
                 {"name", name()},
                 {"nl", words(), false},
                 {"en", words(), false},
                 {"figures", figures(false), false},
                 {"tables", figure_tables(false), false},
                 {"parameters", std::move(parameters), false}})
        .set("$defs", Value::object().set("row", std::move(changed)));
}

Value parameters() {
    std::vector<Field> fields;
    for (const ParameterRow& r : parameter_rows()) fields.push_back({std::string(r.name), reference("row"), false});
    for (const TableRow& r : table_rows()) fields.push_back({std::string(r.name), table(r), false});
    return file("parameters", "Parameters: value, range, source and status of what the model assumes",
                {{"format", constant("ontkoker-parameters-1")}, {"parameters", object(std::move(fields))}})
        .set("$defs", Value::object().set("row", row()));
}

template <class Row>
Value rows_of(std::span<const Row> rows) {
    std::vector<Field> fields;
    for (const Row& r : rows) fields.push_back({std::string(r.name), reference("row")});
    return object(std::move(fields));
}

Value help_types() {
    Value type = object({{"name", name()},
                         {"nl", words()},
                         {"en", words()},
                         {"places", of_type("boolean")},
                         {"team", of_type("boolean")},
                         {"delivered_by", words()},
                         {"payer", one_of(payers())},
                         {"parameters", rows_of(help_type_rows())}});
    return file("help_types", "Kinds of youth help",
                {{"format", constant("ontkoker-help-types-1")}, {"types", list(std::move(type), 1)}})
        .set("$defs", Value::object().set("row", row()));
}

Value schemes() {
    Value scheme = object({{"name", name()},
                           {"nl", words()},
                           {"en", words()},
                           {"lawful_to_cut", of_type("boolean")},
                           {"per_child", of_type("boolean")},
                           {"families_only", of_type("boolean")},
                           {"parameters", rows_of(scheme_rows())}});
    return file("schemes", "Minimaregelingen",
                {{"format", constant("ontkoker-schemes-1")}, {"schemes", list(std::move(scheme), 1)}})
        .set("$defs", Value::object().set("row", row()));
}

Value actors() {
    Value actor = object({{"name", name()},
                          {"nl", words()},
                          {"en", words()},
                          {"type", one_of(agent_types())},
                          {"domain", words()},
                          {"services", list(name(), 0)},
                          {"parameters", rows_of(actor_rows())}});
    return file("actors", "Kinds of professionals",
                {{"format", constant("ontkoker-actors-1")}, {"actors", list(std::move(actor), 1)}})
        .set("$defs", Value::object().set("row", row()));
}

Value chains() {
    std::vector<Field> values;
    for (const ParameterRow& row : parameter_rows()) values.push_back({std::string(row.name), of_type("number"), false});
    Value parameters = object(std::move(values))
                           .set("patternProperties", Value::object().set("^(help|schemes|actors)\\.", of_type("number")));
    Value off = object({{"nl", words()},
                        {"en", words()},
                        {"parameters", std::move(parameters), false},
                        {"processes", list(one_of(process_names()), 0), false}});
    Value link = object({{"name", name()},
                         {"nl", words()},
                         {"en", words()},
                         {"mechanism", words()},
                         {"outcome", words()},
                         {"off", std::move(off), false}});
    Value chain = object({{"name", name()},
                          {"nl", words()},
                          {"en", words()},
                          {"levers", list(one_of(lever_names()), 1)},
                          {"links", list(std::move(link), 1)}});
    return file("chains", "Chains from levers to outcomes",
                {{"format", constant("ontkoker-chains-1")}, {"chains", list(std::move(chain), 0)}});
}

Value checklist() {
    Value lever = object({{"lever", one_of(lever_names())},
                          {"yes", of_type("number")},
                          {"ramp_months", whole(Bounds{0, 360, "months"})}});
    Value box = object({{"name", name()},
                        {"element", words()},
                        {"nl", words()},
                        {"en", words()},
                        {"source", words()},
                        {"levers", list(std::move(lever), 1)}});
    return file("checklist", "Checklist for a starting scenario",
                {{"format", constant("ontkoker-checklist-1")},
                 {"note_nl", words()},
                 {"note_en", words()},
                 {"source", words()},
                 {"boxes", list(std::move(box), 1)}});
}

// One design with the keys that it takes.
Value design(sweep::DesignKind kind, std::vector<Field> fields) {
    fields.insert(fields.begin(), Field{"kind", constant(sweep::design_words[static_cast<std::size_t>(kind)])});
    return object(std::move(fields));
}

Value designs() {
    using sweep::DesignKind;
    const Bounds size{1, static_cast<double>(sweep::most_points), ""};
    const auto seed = [] { return Field{"seed", whole(setting_bounds("seed")), false}; };
    Value list = Value::array();
    list.push(design(DesignKind::grid, {})).push(design(DesignKind::list, {}));
    list.push(design(DesignKind::latin_hypercube, {{"size", described(whole(size), "Points")}, seed()}));
    list.push(design(DesignKind::sobol, {{"size", described(whole(size), "Points")}}));
    list.push(design(DesignKind::saltelli,
                     {{"size", described(whole(size), "Rows of each of the two base matrices, a power of two")},
                      {"second_order", described(of_type("boolean"), "Also the matrices for pairs of axes"), false}}));
    list.push(design(DesignKind::morris, {{"size", described(whole(size), "Trajectories")},
                                          seed(),
                                          {"levels", described(whole(Bounds{2, 100, ""}), "Even; 4 when not given"), false}}));
    return Value::object().set("oneOf", std::move(list));
}

// What axes have in common comes after `own`.
Value axis(std::vector<Field> own) {
    const std::vector<std::string> spreads(std::begin(sweep::spread_words), std::end(sweep::spread_words));
    own.push_back({"name", described(name(), "Of the coordinate in results; its own name when not given"), false});
    own.push_back({"low", described(of_type("number"), "Lowest value; as declared when not given"), false});
    own.push_back({"high", described(of_type("number"), "Highest value; as declared when not given"), false});
    own.push_back({"spread", described(one_of(spreads), "How values lie between low and high; uniform when not given"), false});
    own.push_back({"values", described(list(of_type("number"), 1), "Of a grid"), false});
    return object(std::move(own));
}

Value axes() {
    std::vector<std::string> parameters;
    for (const ParameterRow& row : parameter_rows()) parameters.emplace_back(row.name);
    Value names = Value::array();
    names.push(one_of(parameters)).push(of_type("string").set("pattern", "^(help|schemes|actors)\\."));
    Value kinds = Value::array();
    kinds.push(axis({{"parameter", Value::object().set("anyOf", std::move(names))}}));
    kinds.push(axis({{"lever", one_of(lever_names())},
                     {"scenarios", described(list(name(), 1), "Where it is turned; every scenario after the first when not given"), false},
                     {"from", described(month(), "As in the scenario when not given"), false},
                     {"ramp_months", whole(ramp_bounds), false}}));
    return list(Value::object().set("oneOf", std::move(kinds)), 1);
}

Value sweep_file() {
    const auto setting = [](const char* name) { return whole(setting_bounds(name)); };
    std::vector<std::string> names;
    for (const OutcomeInfo& info : outcome_infos(Parameters{})) names.push_back(info.name);
    Value outcomes = Value::array();
    outcomes.push(constant("all")).push(list(one_of(names), 1));
    return file("sweep", "Sweep: a comparison or scenarios, what varies, which points, and what is kept",
                {{"name", name()},
                 {"nl", words()},
                 {"en", words()},
                 {"comparison", described(words(), "What the study stands on; or municipality and scenarios"), false},
                 {"municipality", words(), false},
                 {"scenarios", list(words(), 1), false},
                 {"base", described(of_type("object"), "An effective configuration in full, as sweep suggest writes it"), false},
                 {"start_year", setting("start_year"), false},
                 {"years", setting("years"), false},
                 {"replicates", setting("replicates"), false},
                 {"seed", setting("seed"), false},
                 {"sample", setting("sample"), false},
                 {"overlay", words(), false},
                 {"assumptions", assumptions(), false},
                 {"off", list(one_of(process_names()), 0), false},
                 {"design", designs()},
                 {"axes", axes()},
                 {"points", described(list(list(of_type("number"), 1), 1), "Of a list: one value for each axis"), false},
                 {"outcomes", Value::object().set("anyOf", std::move(outcomes))},
                 {"time", described(one_of({"years", "months"}), "One value a year or a month; years when not given"), false}});
}

struct Kind {
    std::string_view name;
    Value (*make)();
};
constexpr Kind kinds[] = {{"scenario", scenario}, {"comparison", comparison}, {"municipality", municipality},
                          {"overlay", overlay},   {"parameters", parameters}, {"help_types", help_types},
                          {"schemes", schemes},   {"actors", actors},         {"chains", chains},
                          {"checklist", checklist}, {"sweep", sweep_file}};
constexpr std::string_view names[] = {"scenario",   "comparison", "municipality", "overlay",
                                      "parameters", "help_types", "schemes",      "actors",
                                      "chains",     "checklist",  "sweep"};

}  // namespace
}  // namespace schema

std::span<const std::string_view> schema_kinds() { return schema::names; }

std::string schema_text(std::string_view kind) {
    for (const schema::Kind& row : schema::kinds) {
        if (row.name == kind) return write(row.make(), Layout::indented) + "\n";
    }
    return "";
}

}  // namespace ontkoker::json
