#include "run_profile.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/domain/step.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

double cpu_seconds() {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

// Linux marks a page when it is read or written and lets a program wipe the marks of its own pages.
bool wipe_marks() {
    std::FILE* file = std::fopen("/proc/self/clear_refs", "w");
    if (!file) return false;
    const bool written = std::fputs("1", file) >= 0;
    return std::fclose(file) == 0 && written;
}

void forget_touched() { wipe_marks(); }

std::int64_t touched_bytes() {
    std::FILE* file = std::fopen("/proc/self/smaps_rollup", "r");
    if (!file) return -1;
    char line[256];
    long long kibibytes = -1;
    while (kibibytes < 0 && std::fgets(line, sizeof line, file))
        if (std::strncmp(line, "Referenced:", 11) == 0) std::sscanf(line + 11, "%lld", &kibibytes);
    std::fclose(file);
    return kibibytes < 0 ? -1 : 1024 * static_cast<std::int64_t>(kibibytes);
}

struct NamedCost {
    std::string_view name;
    PartCost cost;
};

std::vector<NamedCost> process_costs(const ProcessTimes& times, const Config& config) {
    std::vector<NamedCost> named;
    const auto rows = processes_without(config.run.off);
    for (std::size_t i = 0; i < rows.size() && i < times.rows.size(); ++i) named.push_back({rows[i].name, times.rows[i]});
    return named;
}

PartCost sum_of(const std::vector<NamedCost>& rows) {
    PartCost sum;
    for (const NamedCost& row : rows) {
        sum.seconds += row.cost.seconds;
        sum.in_loops += row.cost.in_loops;
        sum.cpu_seconds += row.cost.cpu_seconds;
        sum.calls = std::max(sum.calls, row.cost.calls);
    }
    return sum;
}

double one_thread_share(const PartCost& cost) {
    return cost.seconds > 0 ? std::clamp((cost.seconds - cost.in_loops) / cost.seconds, 0.0, 1.0) : 0.0;
}

std::string line_of(std::string_view name, const PartCost& cost, double all, std::string_view unknown) {
    const std::string touched =
        cost.looked_at > 0
            ? fmt::format("{:.2f} MB", static_cast<double>(cost.touched) / static_cast<double>(cost.looked_at) / 1e6)
            : std::string(unknown);
    return fmt::format("{:<26} {:>9.3f} s {:>5.1f}% {:>7} {:>8.2f} {:>8.1f}% {:>8.3f} s {:>11}", name, cost.seconds,
                       all > 0 ? 100.0 * cost.seconds / all : 0.0, cost.calls,
                       cost.seconds > 0 ? cost.cpu_seconds / cost.seconds : 0.0, 100.0 * one_thread_share(cost),
                       cost.seconds - cost.in_loops, touched);
}

std::string_view in_dutch(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"population", "bevolking"},       {"services of the start", "voorzieningen bij start"},
        {"levers", "knoppen"},             {"laws", "wetten"},
        {"outcomes", "uitkomsten"},        {"copies for other arms", "kopieen voor scenario's"},
        {"writing", "wegschrijven"}};
    for (const auto& [english, dutch] : names)
        if (english == name) return dutch;
    return name;
}

json::Value json_of(const NamedCost& row, double all) {
    using json::Value;
    const PartCost& cost = row.cost;
    Value value = Value::object();
    value.set("name", std::string(row.name)).set("seconds", Value::of(cost.seconds));
    value.set("share", Value::of(all > 0 ? cost.seconds / all : 0.0)).set("calls", Value::of(static_cast<double>(cost.calls)));
    value.set("cpu_seconds", Value::of(cost.cpu_seconds)).set("one_thread_share", Value::of(one_thread_share(cost)));
    if (cost.looked_at > 0)
        value.set("touched_bytes", Value::of(static_cast<double>(cost.touched) / static_cast<double>(cost.looked_at)));
    return value;
}

}  // namespace

SystemCounts system_counts() {
    SystemCounts counts;
    counts.cpu_seconds = cpu_seconds;
    if (!wipe_marks() || touched_bytes() < 0) return counts;
    counts.forget_touched = forget_touched;
    counts.touched_bytes = touched_bytes;
    return counts;
}

void tell_profile(const ProcessTimes& times, const Config& config, Language language) {
    const Words say{language};
    const auto rows = process_costs(times, config);
    const PartCost step = sum_of(rows);
    double all = step.seconds;
    for (const auto& [name, cost] : times.around) all += cost.seconds;
    const std::string_view unknown = say("onbekend", "unknown");
    tell(fmt::format("{:<26} {:>11} {:>6} {:>7} {:>8} {:>9} {:>10} {:>11}", say("proces", "process"), say("tijd", "time"),
                     say("deel", "share"), say("keer", "calls"), "cpu/tijd", say("een draad", "1 thread"), "",
                     say("geraakt", "touched")));
    for (const NamedCost& row : rows) tell(line_of(row.name, row.cost, all, unknown));
    tell(line_of(say("stap (alle processen)", "step (all processes)"), step, all, "-"));
    for (const auto& [name, cost] : times.around)
        tell(line_of(language == Language::nl ? in_dutch(name) : name, cost, all, unknown));
    tell(std::string(say(
        "cpu/tijd: processortijd van alle draden per seconde; een draad: tijd buiten parallelle lussen;\n"
        "geraakt: geheugen per keer, in bladzijden van 4 kB (ook die van het programma zelf), gemiddeld over juni van jaar 1",
        "cpu/tijd: processor time of all threads per second; 1 thread: time outside parallel loops;\n"
        "touched: memory per call, in pages of 4 kB (those of the program itself too), mean over June of year 1")));
}

json::Value profile_json(const ProcessTimes& times, const Config& config) {
    using json::Value;
    const auto rows = process_costs(times, config);
    const PartCost step = sum_of(rows);
    double all = step.seconds;
    for (const auto& [name, cost] : times.around) all += cost.seconds;
    Value processes = Value::array(), around = Value::array(), object = Value::object();
    for (const NamedCost& row : rows) processes.push(json_of(row, all));
    for (const auto& [name, cost] : times.around) around.push(json_of(NamedCost{name, cost}, all));
    object.set("step_seconds", Value::of(step.seconds)).set("step_cpu_seconds", Value::of(step.cpu_seconds));
    object.set("one_thread_share", Value::of(one_thread_share(step)));
    return object.set("processes", std::move(processes)).set("around", std::move(around));
}

}  // namespace ontkoker::cli
