#include "output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "words.h"

namespace ontkoker::cli {
namespace {

// Red on a terminal, unless NO_COLOR is set (https://no-color.org).
bool coloured() {
    const char* no = std::getenv("NO_COLOR");
    return isatty(STDERR_FILENO) && !(no && *no);
}

std::string place_of(const Problem& problem) {
    std::string place = problem.file;
    if (problem.line > 0) place += fmt::format(":{}:{}", problem.line, problem.column);
    if (!problem.pointer.empty()) place += (place.empty() ? "" : " ") + problem.pointer;
    return place.empty() ? place : place + ": ";
}

std::string line_of(const Problem& problem, bool colour, Words say) {
    const char* red = colour ? "\033[31m" : "";
    const char* plain = colour ? "\033[0m" : "";
    std::string text = fmt::format("{}{}{}{}: {}", place_of(problem), red, problem.code, plain, problem.message);
    if (!problem.hint.empty()) text += fmt::format("\n    {}: {}", say("tip", "hint"), problem.hint);
    return text;
}

}  // namespace

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_json(const json::Value& value) {
    print(json::write(value, json::Layout::indented));
    print("\n");
    std::fflush(stdout);
}

void tell(std::string_view text) {
    std::fflush(stdout);
    fmt::print(stderr, "{}\n", text);
}

json::Value json_of(const Problem& problem) {
    json::Value value = json::Value::object();
    value.set("code", problem.code).set("message", problem.message).set("hint", problem.hint);
    value.set("file", problem.file).set("pointer", problem.pointer);
    value.set("line", json::Value::of(problem.line)).set("column", json::Value::of(problem.column));
    return value;
}

void print_problems(const Problems& problems, const Options& options) {
    if (options.json) {
        json::Value list = json::Value::array();
        for (const Problem& problem : problems) list.push(json_of(problem));
        json::Value value = json::Value::object();
        value.set("problems", std::move(list));
        return print_json(value);
    }
    const bool colour = coloured();
    const Words say{options.language};
    for (const Problem& problem : problems) tell(line_of(problem, colour, say));
}

int exit_code_of(const Problems& problems) {
    const auto all = [&](std::string_view prefix, std::string_view or_prefix = "-") {
        return std::all_of(problems.begin(), problems.end(), [&](const Problem& problem) {
            return problem.code.starts_with(prefix) || problem.code.starts_with(or_prefix);
        });
    };
    if (problems.empty()) return exit_ok;
    if (all("E0499")) return exit_interrupted;
    if (all("E04")) return exit_check_failed;
    if (all("E03", "E061")) return exit_file;   // E061x: a shard of a study
    return exit_usage;
}

int fail(const Problems& problems, const Options& options) {
    print_problems(problems, options);
    return exit_code_of(problems);
}

json::Value json_of(const ComparedNumber& number) {
    using json::Value;
    Value row = Value::object();
    row.set("name", number.name).set("unit", number.unit).set("split", number.split).set("period", number.period);
    row.set("scenario", number.scenario).set("a", Value::of(number.a)).set("b", Value::of(number.b));
    row.set("difference", Value::of(number.difference)).set("low", Value::of(number.low));
    row.set("high", Value::of(number.high)).set("mean_low", Value::of(number.mean_low));
    row.set("mean_high", Value::of(number.mean_high)).set("smallest", Value::of(number.smallest));
    row.set("pairs_higher", Value::of(number.pairs_higher)).set("pairs_lower", Value::of(number.pairs_lower));
    row.set("pairs", Value::of(number.pairs));
    return row;
}

json::Value json_of(const Boomerang& boomerang) {
    using json::Value;
    Value months = Value::array();
    for (const int month : boomerang.months) months.push(Value::of(month));
    Value row = Value::object();
    row.set("scenario", boomerang.scenario).set("payers", boomerang.payers).set("months", std::move(months));
    row.set("occurs", Value::of(boomerang.occurs)).set("pairs", Value::of(boomerang.pairs));
    row.set("never_saved", Value::of(boomerang.never_saved)).set("earliest", Value::of(boomerang.earliest));
    row.set("median", Value::of(boomerang.median)).set("latest", Value::of(boomerang.latest));
    return row;
}

}  // namespace ontkoker::cli
