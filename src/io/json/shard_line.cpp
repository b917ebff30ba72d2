#include "ontkoker/io/json/shard_line.h"

#include "place.h"

namespace ontkoker {
namespace {

using json::Bounds;
using json::Place;
using json::Value;

constexpr char format[] = "ontkoker-shard-line-1";
constexpr double most = 2147483647.0;
constexpr double most_bytes = 9007199254740992.0;   // whole numbers up to here are exact

Value json_of(const RunFailure& failure) {
    Value row = Value::object();
    row.set("point", Value::of(failure.point)).set("replicate", Value::of(failure.replicate));
    return row.set("error", failure.error);
}

void read_number(const Place& place, int& field) {
    if (const auto value = place.whole(Bounds{0, most, ""})) field = static_cast<int>(*value);
}

RunFailure read_failure(const Place& place) {
    RunFailure failure;
    place.object({{"point"}, {"replicate"}, {"error"}});
    read_number(place["point"], failure.point);
    read_number(place["replicate"], failure.replicate);
    failure.error = place["error"].text();
    return failure;
}

}  // namespace

std::string shard_line_text(const ShardLine& line) {
    Value failures = Value::array();
    for (const RunFailure& failure : line.failures) failures.push(json_of(failure));
    Value object = Value::object();
    object.set("format", format).set("plan", line.plan).set("version", line.version);
    object.set("shard", Value::of(line.shard)).set("first_point", Value::of(line.first_point));
    object.set("points", Value::of(line.points)).set("runs", Value::of(line.runs));
    object.set("failed_runs", Value::of(line.failed_runs)).set("failed_points", Value::of(line.failed_points));
    object.set("bytes", Value::of(static_cast<double>(line.bytes))).set("checksum", line.checksum);
    object.set("failures", std::move(failures));
    return json::write(object, json::Layout::indented) + "\n";
}

Result<ShardLine> shard_line_from_text(std::string_view text, std::string where) {
    json::Report report;
    const auto document = json::parse(std::move(where), std::string(text), report);
    if (!document) return report.take();
    const Place root(*document, report);
    ShardLine line;
    if (root.object({{"format"}, {"plan"}, {"version"}, {"shard"}, {"first_point"}, {"points"}, {"runs"}, {"failed_runs"},
                     {"failed_points"}, {"bytes"}, {"checksum"}, {"failures"}}) &&
        root["format"].format(format)) {
        line.plan = root["plan"].words();
        line.version = root["version"].words();
        line.checksum = root["checksum"].words();
        read_number(root["shard"], line.shard);
        read_number(root["first_point"], line.first_point);
        read_number(root["points"], line.points);
        read_number(root["runs"], line.runs);
        read_number(root["failed_runs"], line.failed_runs);
        read_number(root["failed_points"], line.failed_points);
        if (const auto bytes = root["bytes"].whole(Bounds{0, most_bytes, "bytes"})) line.bytes = static_cast<std::int64_t>(*bytes);
        for (const Place& item : root["failures"].items()) line.failures.push_back(read_failure(item));
    }
    if (report.any()) return report.take();
    return line;
}

}  // namespace ontkoker
