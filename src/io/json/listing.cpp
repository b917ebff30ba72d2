#include "ontkoker/io/json/listing.h"

#include <algorithm>

#include "canonical.h"
#include "loader.h"
#include "ontkoker/domain/levers.h"

namespace ontkoker {
namespace {

std::vector<ParameterInfo> infos_of(const json::Effective& effective) {
    std::vector<ParameterInfo> infos;
    for (const auto& [name, row] : effective.parameters) {
        infos.push_back({name,
                         row.value,
                         row.low,
                         row.high,
                         {},
                         row.unit,
                         row.distribution,
                         row.source,
                         row.status,
                         row.valid_until,
                         row.mechanism,
                         row.nl,
                         row.en,
                         row.changed_from});
    }
    for (const auto& [name, table] : effective.tables) {
        infos.push_back({name,
                         0,
                         0,
                         0,
                         table.values,
                         table.unit,
                         "",
                         table.source,
                         table.status,
                         table.valid_until,
                         table.mechanism,
                         table.nl,
                         table.en,
                         {}});
    }
    std::sort(infos.begin(), infos.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return infos;
}

Result<json::Effective> effective_of(std::string_view text) {
    json::Report report;
    const auto document = json::parse("", std::string(text), report);
    json::Effective effective;
    if (document) json::read_effective(json::Place(*document, report), effective);
    if (report.any()) return report.take();
    return effective;
}

}  // namespace

Result<std::vector<ParameterInfo>> model_parameters(const std::string& root) {
    Request request;
    request.root = root;
    const Result<json::Effective> model = json::Loader(request).load_model();
    if (!model.ok()) return model.problems();
    return infos_of(model.value());
}

Result<std::vector<ParameterInfo>> parameters_of(std::string_view effective) {
    const Result<json::Effective> read = effective_of(effective);
    if (!read.ok()) return read.problems();
    return infos_of(read.value());
}

Result<std::vector<FigureInfo>> figures_of(std::string_view effective) {
    const Result<json::Effective> read = effective_of(effective);
    if (!read.ok()) return read.problems();
    std::vector<FigureInfo> infos;
    for (const auto& [name, row] : read.value().municipality.figures) {
        infos.push_back({name, row.value, row.unit, row.table, row.source, row.note, row.year, row.changed_from});
    }
    return infos;
}

json::Value list_of(const std::vector<ParameterInfo>& parameters) {
    using json::Value;
    Value list = Value::array();
    for (const ParameterInfo& info : parameters) {
        const bool table = !info.values.empty();
        Value row = Value::object();
        row.set("name", info.name).set("value", table ? Value() : Value::of(info.value));
        if (table) row.set("values", Value::array(info.values));
        row.set("low", table ? Value() : Value::of(info.low)).set("high", table ? Value() : Value::of(info.high));
        row.set("unit", info.unit).set("distribution", table ? Value() : Value(info.distribution));
        row.set("source", info.source).set("status", info.status).set("valid_until", info.valid_until);
        row.set("mechanism", info.mechanism).set("nl", info.nl).set("en", info.en);
        if (info.changed_from) row.set("changed_from", Value::of(*info.changed_from));
        list.push(std::move(row));
    }
    return list;
}

json::Value list_of_levers() {
    using json::Value;
    Value list = Value::array();
    for (const LeverRow& lever : lever_rows()) {
        Value row = Value::object();
        row.set("name", lever.name).set("unit", lever.unit).set("neutral", Value::of(lever.neutral));
        row.set("low", Value::of(lever.low)).set("high", Value::of(lever.high)).set("nl", lever.nl).set("en", lever.en);
        row.set("legal", lever.legal).set("source", lever.source).set("mechanisms", lever.mechanisms);
        list.push(std::move(row));
    }
    return list;
}

}  // namespace ontkoker
