// The plan of a study as text, and back.
#include <algorithm>

#include "canonical.h"
#include "ontkoker/io/json/sweep_file.h"

namespace ontkoker::json {
namespace {

using sweep::Axis;
using sweep::Design;
using sweep::Plan;

constexpr const char* format = "ontkoker-plan-1";
// What the largest study needs: its coordinates, the base, and some room.
constexpr Limits plan_limits{std::size_t{1} << 30, 2 * static_cast<std::size_t>(sweep::most_coordinates) + most_values};

Value design_value(const Design& design) {
    Value value = Value::object();
    value.set("kind", sweep::design_words[static_cast<std::size_t>(design.kind)]).set("size", Value::of(design.size));
    value.set("seed", Value::of(design.seed)).set("second_order", Value::of(design.second_order));
    return value.set("levels", Value::of(design.levels));
}

Value axis_value(const Axis& axis) {
    Value value = Value::object();
    value.set("name", axis.name).set("kind", axis.lever ? "lever" : "parameter").set("target", axis.target);
    value.set("unit", axis.unit).set("nl", axis.nl).set("en", axis.en);
    value.set("low", Value::of(axis.low)).set("high", Value::of(axis.high)).set("mode", Value::of(axis.mode));
    value.set("spread", sweep::spread_words[static_cast<std::size_t>(axis.spread)]);
    value.set("values", Value::array(axis.values)).set("scenarios", Value::array(axis.scenarios));
    return value.set("from", axis.from).set("ramp_months", Value::of(axis.ramp_months));
}

// The base stands in the plan as JSON when it is what write_effective makes, so that it reads back byte for byte.
Value base_value(const std::string& base) {
    Report report;
    const auto document = parse("", base, report);
    if (document && document->root.kind == Kind::object) {
        Value value = sorted(document->root);
        if (write(value, Layout::indented) + "\n" == base) return value;
    }
    return Value(base);
}

// Everything but the points, points_per_shard and the digest; members in the order of their keys.
Value contents(const Plan& plan) {
    Value axes = Value::array();
    for (const Axis& axis : plan.axes) axes.push(axis_value(axis));
    Value value = Value::object();
    value.set("format", format).set("name", plan.name).set("nl", plan.nl).set("en", plan.en);
    value.set("base", base_value(plan.base)).set("design", design_value(plan.design)).set("axes", std::move(axes));
    value.set("outcomes", Value::array(plan.outcomes)).set("time", plan.yearly ? "years" : "months");
    value.set("version", plan.version).set("municipality", plan.municipality);
    value.set("scenarios", Value::array(plan.scenarios)).set("replicates", Value::of(plan.replicates));
    value.set("start_year", Value::of(plan.start_year)).set("years", Value::of(plan.years));
    value.set("seed", Value::of(plan.seed));
    return sorted(value.set("sample", Value::of(plan.sample)));
}

// The points are written apart: there may be millions, and the digest is asked for by every task.
std::string digest_of(const Value& contents, const Plan& plan) {
    std::string text = write(contents, Layout::compact) + "\n";
    for (const std::vector<double>& point : plan.points) {
        for (const double value : point) (text += number_text(value)) += ',';
        text += '\n';
    }
    return digest_of_text(text);
}

int whole_number(const Place& place, double low, double high) {
    return static_cast<int>(place.whole(Bounds{low, high, ""}).value_or(low));
}

constexpr double largest_int = 2147483647.0;

// Index of the word at `place` in `words`.
template <std::size_t N>
std::size_t index_of(const Place& place, const std::string_view (&words)[N]) {
    const std::vector<std::string> known(std::begin(words), std::end(words));
    const auto at = std::find(known.begin(), known.end(), place.present() ? place.one_of(known) : "");
    return at == known.end() ? 0 : static_cast<std::size_t>(at - known.begin());
}

Design read_planned_design(const Place& place) {
    Design design;
    if (!place.object({{"kind"}, {"size"}, {"seed"}, {"second_order"}, {"levels"}})) return design;
    design.kind = static_cast<sweep::DesignKind>(index_of(place["kind"], sweep::design_words));
    design.size = whole_number(place["size"], 0, largest_int);
    design.seed = static_cast<std::uint32_t>(place["seed"].whole(setting_bounds("seed")).value_or(0));
    design.second_order = place["second_order"].truth().value_or(false);
    design.levels = whole_number(place["levels"], 0, largest_int);
    return design;
}

std::vector<double> numbers_of(const Place& place) {
    std::vector<double> numbers;
    for (const Place& item : place.items()) numbers.push_back(item.number().value_or(0));
    return numbers;
}

Axis read_axis(const Place& place) {
    Axis axis;
    const bool complete = place.object({{"name"}, {"kind"}, {"target"}, {"unit"}, {"nl"}, {"en"}, {"low"}, {"high"}, {"mode"},
                                        {"spread"}, {"values"}, {"scenarios"}, {"from"}, {"ramp_months"}});
    if (!complete) return axis;
    axis.name = place["name"].name();
    axis.lever = place["kind"].one_of(std::vector<std::string>{"parameter", "lever"}) == "lever";
    axis.target = place["target"].text();
    axis.unit = place["unit"].text();
    axis.nl = place["nl"].text();
    axis.en = place["en"].text();
    axis.low = place["low"].number().value_or(0);
    axis.high = place["high"].number().value_or(0);
    axis.mode = place["mode"].number().value_or(0);
    axis.spread = static_cast<sweep::Spread>(index_of(place["spread"], sweep::spread_words));
    axis.values = numbers_of(place["values"]);
    axis.scenarios = place["scenarios"].texts();
    axis.from = place["from"].text();
    axis.ramp_months = whole_number(place["ramp_months"], 0, largest_int);
    return axis;
}

// Points by hand: Place would make a pointer for each of millions of numbers.
void read_points(const Place& list, Plan& plan) {
    if (list.value().kind != Kind::array) return void(list.items());  // reports
    plan.points.reserve(list.value().items.size());
    for (const Value& row : list.value().items) {
        std::vector<double>& point = plan.points.emplace_back();
        bool good = row.kind == Kind::array && row.items.size() == plan.axes.size();
        for (const Value& cell : row.items) {
            good = good && cell.kind == Kind::number;
            point.push_back(cell.number);
        }
        if (good) continue;
        list.items()[plan.points.size() - 1].problem(codes::wrong_size, "dit punt heeft niet " + std::to_string(plan.axes.size()) +
                                                                            " getallen, een voor elke as");
        return;
    }
    if (plan.points.empty()) list.problem(codes::empty_text, "er is minstens een punt nodig");
}

void read_head(const Place& root, Plan& plan) {
    plan.name = root["name"].name();
    plan.nl = root["nl"].text();
    plan.en = root["en"].text();
    const Value& base = root["base"].value();
    plan.base = base.kind == Kind::text ? base.text : write(sorted(base), Layout::indented) + "\n";
    plan.outcomes = root["outcomes"].texts();
    plan.yearly = root["time"].one_of(std::vector<std::string>{"years", "months"}) != "months";
    plan.points_per_shard = whole_number(root["points_per_shard"], 1, largest_int);
    plan.version = root["version"].text();
    plan.municipality = root["municipality"].text();
    plan.scenarios = root["scenarios"].texts();
    plan.replicates = whole_number(root["replicates"], 1, setting_bounds("replicates").high);
    plan.start_year = whole_number(root["start_year"], setting_bounds("start_year").low, setting_bounds("start_year").high);
    plan.years = whole_number(root["years"], 1, setting_bounds("years").high);
    plan.seed = static_cast<std::uint32_t>(root["seed"].whole(setting_bounds("seed")).value_or(0));
    plan.sample = whole_number(root["sample"], 1, setting_bounds("sample").high);
    plan.digest = root["digest"].text();
}

}  // namespace
}  // namespace ontkoker::json

namespace ontkoker {

std::string digest_of_plan(const sweep::Plan& plan) { return json::digest_of(json::contents(plan), plan); }

std::string plan_text(const sweep::Plan& plan) {
    using json::Value;
    Value value = json::contents(plan);
    Value points = Value::array();
    for (const std::vector<double>& point : plan.points) points.push(Value::array(point));
    const std::string digest = json::digest_of(value, plan);
    value.set("digest", digest).set("points", std::move(points));
    value.set("points_per_shard", Value::of(plan.points_per_shard));
    std::sort(value.members.begin(), value.members.end(),
              [](const json::Member& a, const json::Member& b) { return a.key < b.key; });
    return json::write(value, json::Layout::indented) + "\n";
}

Result<sweep::Plan> plan_from_text(std::string_view text, std::string where) {
    using namespace json;
    Report report;
    const auto document = parse(std::move(where), std::string(text), report, plan_limits);
    if (!document) return report.take();
    const Place root(*document, report);
    Plan plan;
    const bool complete =
        root.object({{"format"}, {"name"}, {"nl"}, {"en"}, {"base"}, {"design"}, {"axes"}, {"points"}, {"outcomes"}, {"time"},
                     {"version"}, {"municipality"}, {"scenarios"}, {"replicates"}, {"start_year"}, {"years"}, {"seed"},
                     {"sample"}, {"points_per_shard"}, {"digest"}});
    if (!complete || !root["format"].format(format)) return report.take();
    read_head(root, plan);
    plan.design = read_planned_design(root["design"]);
    for (const Place& item : root["axes"].items()) plan.axes.push_back(read_axis(item));
    read_points(root["points"], plan);
    if (report.any()) return report.take();
    if (digest_of_plan(plan) != plan.digest)
        root["digest"].problem(codes::plan_edited, "dit plan is veranderd nadat het was gemaakt: de digest klopt niet bij de inhoud",
                               "maak van de gewijzigde studie een nieuw plan met ontkoker sweep plan");
    if (report.any()) return report.take();
    return plan;
}

}  // namespace ontkoker
