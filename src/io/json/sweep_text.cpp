// A new sweep file over points of one's own, with all else as in a plan.
#include "canonical.h"
#include "ontkoker/io/json/sweep_file.h"

namespace ontkoker {

Result<std::string> list_sweep_text(const sweep::Plan& like, const NewSweep& sweep) {
    using json::Value;
    json::Report report;
    const auto base = json::parse("", like.base, report);
    if (!base) return report.take();
    Value axes = Value::array(), points = Value::array();
    for (const sweep::Axis& axis : like.axes) {
        Value value = Value::object();
        value.set("name", axis.name).set(axis.lever ? "lever" : "parameter", axis.target);
        value.set("low", Value::of(axis.low)).set("high", Value::of(axis.high));
        if (axis.lever) {
            value.set("scenarios", Value::array(axis.scenarios)).set("from", axis.from);
            value.set("ramp_months", Value::of(axis.ramp_months));
        }
        axes.push(std::move(value));
    }
    for (const std::vector<double>& point : sweep.points) points.push(Value::array(point));
    Value file = Value::object();
    file.set("name", sweep.name).set("nl", sweep.nl).set("en", sweep.en);
    file.set("design", Value::object().set("kind", "list")).set("axes", std::move(axes)).set("points", std::move(points));
    file.set("outcomes", Value::array(like.outcomes)).set("time", like.yearly ? "years" : "months");
    file.set("replicates", Value::of(sweep.replicates)).set("base", base->root);
    return json::write(file, json::Layout::indented) + "\n";
}

}  // namespace ontkoker
