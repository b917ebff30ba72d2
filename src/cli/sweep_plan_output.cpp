#include "sweep_plan_output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/sweep_file.h"
#include "ontkoker/io/json/value.h"
#include "output.h"
#include "progress.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;
using json::Value;


bool there(const std::string& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

bool anything_in(const std::string& folder) {
    std::error_code error;
    const fs::directory_iterator first(folder, error);
    return !error && first != fs::directory_iterator();
}

std::string points_table(const sweep::Plan& plan) {
    std::string text = "point";
    for (const sweep::Axis& axis : plan.axes) (text += ',') += axis.name;
    text += '\n';
    for (std::size_t p = 0; p < plan.points.size(); ++p) {
        text += std::to_string(p);
        for (const double value : plan.points[p]) (text += ',') += json::number_text(value);
        text += '\n';
    }
    return text;
}

Problems written_in(const std::string& folder, const sweep::Plan& plan, bool overwrite) {
    // The table first: a folder without plan.json is no study yet.
    for (const auto& [name, text] : {std::pair{"points.csv", points_table(plan)}, std::pair{"plan.json", plan_text(plan)}})
        if (const auto bytes = write_whole_file(in(folder, name), text, overwrite); !bytes) return bytes.problems();
    return {};
}

Problem cannot_write(const std::string& path, const std::error_code& error) {
    return {.code = "E0302", .message = error.message(), .hint = {}, .file = path, .pointer = {}};
}

std::string days_text(double seconds) {
    const auto minutes = static_cast<std::int64_t>(std::ceil(seconds / 60));
    return fmt::format("{}-{:02d}:{:02d}:00", minutes / 1440, minutes / 60 % 24, minutes % 60);
}

// With room: half as much time again and ten minutes, twice the memory rounded up to 256 MB.
std::string sbatch_line(const PlanCost& costs, const std::string& folder) {
    const auto quarters = static_cast<std::int64_t>(std::ceil(2 * costs.peak_bytes / (256 << 20)));
    return fmt::format("sbatch --array=1-{} --cpus-per-task=1 --time={} --mem={}M analysis/cluster/sweep.sbatch {} {}", costs.tasks,
                       days_text(1.5 * costs.seconds_per_task + 600), 256 * quarters, folder, costs.tasks);
}

std::string bytes_text(double bytes) {
    if (bytes >= 1e9) return fmt::format("{:.1f} GB", bytes / 1e9);
    return bytes >= 1e6 ? fmt::format("{:.0f} MB", bytes / 1e6) : fmt::format("{:.0f} kB", std::ceil(bytes / 1e3));
}

std::string values_text(const sweep::Plan& plan, std::size_t a, Words say) {
    const sweep::Axis& axis = plan.axes[a];
    if (plan.design.kind == sweep::DesignKind::grid) {
        std::string text;
        for (std::size_t i = 0; i < axis.values.size() && i < 8; ++i) text += (i > 0 ? " " : "") + json::number_text(axis.values[i]);
        return axis.values.size() > 8 ? text + " ..." : text;
    }
    std::string text = json::number_text(axis.low) + " .. " + json::number_text(axis.high);
    if (axis.spread == sweep::Spread::log_uniform) text += say(" (log-uniform)", " (log-uniform)");
    if (axis.spread == sweep::Spread::triangular)
        text += fmt::format(fmt::runtime(say(" (driehoek, top {})", " (triangular, top {})")), json::number_text(axis.mode));
    return text;
}

std::string where_text(const sweep::Axis& axis, Words say) {
    if (!axis.lever) return std::string(say("parameter", "parameter"));
    std::string text(say("knop in", "lever in"));
    for (const std::string& scenario : axis.scenarios) text += " " + scenario;
    text += fmt::format(fmt::runtime(say(", vanaf {}", ", from {}")), axis.from);
    if (axis.ramp_months > 0) text += fmt::format(fmt::runtime(say(", in {} maanden", ", over {} months")), axis.ramp_months);
    return text;
}

std::string axes_table(const sweep::Plan& plan, Words say) {
    std::size_t name = 0, values = 0;
    for (std::size_t a = 0; a < plan.axes.size(); ++a) {
        name = std::max(name, plan.axes[a].name.size());
        values = std::max(values, values_text(plan, a, say).size());
    }
    std::string text;
    for (std::size_t a = 0; a < plan.axes.size(); ++a)
        text += fmt::format("  {:<{}}  {:<{}}  {} ({})\n", plan.axes[a].name, name, values_text(plan, a, say), values,
                            plan.axes[a].unit, where_text(plan.axes[a], say));
    return text;
}

std::string costs_text(const sweep::Plan& plan, const PlanCost& costs, const std::string& folder, Language language) {
    const Words say{language};
    const double all = costs.seconds_per_run * plan.runs();
    const double shard = costs.seconds_per_run * plan.points_per_shard * plan.replicates;
    std::string text = fmt::format(
        fmt::runtime(say("\nEen run duurt {:.2g} s op een draad. Alles: {} op {} draden; een deel: {} op een draad.\n"
                         "Geheugen: {} per draad (gemeten, met het plan). Schijf: hoogstens {} in delen en even veel samengevoegd.\n",
                         "\nA run takes {:.2g} s on one thread. All: {} on {} threads; a shard: {} on one thread.\n"
                         "Memory: {} per thread (measured, plan included). Disk: at most {} in shards and as much merged.\n")),
        costs.seconds_per_run, duration_text(all / costs.threads, language), costs.threads, duration_text(shard, language),
        bytes_text(costs.peak_bytes), bytes_text(costs.disk_bytes));
    text += fmt::format(fmt::runtime(say("\nHier:      ontkoker sweep run {0}\nSlurm:     {1}\n", "\nHere:      ontkoker sweep run {0}\nSlurm:     {1}\n")),
                        folder, sbatch_line(costs, folder));
    return text;
}

Value json_of(const sweep::Axis& axis) {
    Value value = Value::object();
    value.set("name", axis.name).set("kind", axis.lever ? "lever" : "parameter").set("target", axis.target).set("unit", axis.unit);
    value.set("low", Value::of(axis.low)).set("high", Value::of(axis.high));
    value.set("spread", sweep::spread_words[static_cast<std::size_t>(axis.spread)]);
    if (!axis.values.empty()) value.set("values", Value::array(axis.values));
    if (axis.lever) {
        value.set("scenarios", Value::array(axis.scenarios)).set("from", axis.from);
        value.set("ramp_months", Value::of(axis.ramp_months));
    }
    return value;
}

// Where the plan stands or would stand.
std::string study_folder(const sweep::Plan& plan, const Options& options) {
    return options.output.empty() ? "runs/" + plan.name : options.output;
}

std::string plan_command(const sweep::Plan& plan, const Options& options) {
    std::string line = options.typed;
    if (const std::size_t at = line.find(" --dry-run"); at != std::string::npos) line.erase(at, 10);
    if (options.output.empty()) line += " -o " + study_folder(plan, options);
    if (!options.points_per_shard) line += " --points-per-shard " + std::to_string(plan.points_per_shard);
    return line;
}

void print_as_json(const sweep::Plan& plan, const PlanCost* costs, const Options& options) {
    Value axes = Value::array();
    for (const sweep::Axis& axis : plan.axes) axes.push(json_of(axis));
    Value value = Value::object();
    value.set("study", plan.name).set("folder", costs ? Value() : Value(options.output)).set("digest", plan.digest);
    value.set("municipality", plan.municipality).set("scenarios", Value::array(plan.scenarios));
    value.set("design", sweep::design_words[static_cast<std::size_t>(plan.design.kind)]).set("axes", std::move(axes));
    value.set("points", Value::of(plan.count())).set("replicates", Value::of(plan.replicates));
    value.set("runs", Value::of(plan.runs())).set("shards", Value::of(plan.shards()));
    value.set("points_per_shard", Value::of(plan.points_per_shard)).set("outcomes", Value::array(plan.outcomes));
    value.set("time", plan.yearly ? "years" : "months").set("years", Value::of(plan.years)).set("sample", Value::of(plan.sample));
    value.set("seed", Value::of(plan.seed)).set("version", plan.version);
    if (costs) {
        const double all = costs->seconds_per_run * plan.runs();
        value.set("seconds_per_run", Value::of(costs->seconds_per_run)).set("threads", Value::of(costs->threads));
        value.set("seconds", Value::of(all / costs->threads)).set("cpu_seconds", Value::of(all));
        value.set("seconds_per_shard", Value::of(costs->seconds_per_run * plan.points_per_shard * plan.replicates));
        value.set("peak_bytes", Value::of(costs->peak_bytes)).set("disk_bytes", Value::of(costs->disk_bytes));
        value.set("tasks", Value::of(costs->tasks)).set("seconds_per_task", Value::of(costs->seconds_per_task));
        value.set("sbatch", sbatch_line(*costs, study_folder(plan, options))).set("command", plan_command(plan, options));
    }
    print_json(value);
}

}  // namespace

Problems plan_refusals(const Options& options) {
    const Words say{options.language};
    const std::string& folder = options.output;
    if (there(folder) && !fs::is_directory(folder))
        return {{.code = "E0301",
                 .message = std::string(say("dit is geen map", "this is no folder")),
                 .hint = std::string(say("kies een andere plaats", "choose another place")),
                 .file = folder,
                 .pointer = {}}};
    for (const char* name : {"shards", "locks"})
        if (const std::string path = in(folder, name); anything_in(path))
            return {{.code = "E0301",
                     .message = std::string(say("van deze studie zijn al resultaten, of er wordt aan gerekend; er is niets veranderd",
                                                "there are results of this study, or it is running; nothing was changed")),
                     .hint = fmt::format(fmt::runtime(say("verder rekenen: ontkoker sweep run {0}; een ander plan: kies een andere map",
                                                          "to go on: ontkoker sweep run {0}; for another plan choose another folder")),
                                         folder),
                     .file = path,
                     .pointer = {}}};
    Problems refused = refusals({in(folder, "plan.json"), in(folder, "points.csv")}, options);
    for (Problem& problem : refused)
        problem.message = say("hier staat al een plan; er is niets geschreven", "there is a plan here already; nothing was written");
    return refused;
}

Problems write_plan(const sweep::Plan& plan, const Options& options) {
    const std::string& folder = options.output;
    if (Problems problems = make_folder(folder_of(folder)); !problems.empty()) return problems;
    if (there(folder)) {
        Problems problems = written_in(folder, plan, options.overwrite);
        std::error_code ignored;
        if (!problems.empty() && !options.overwrite) fs::remove(in(folder, "points.csv"), ignored);
        return problems;
    }
    // Aside first, so that the folder is there with both or not at all.
    const std::string aside = fs::path(folder).lexically_normal().string() + ".tmp." + std::to_string(::getpid());
    std::error_code error, ignored;
    fs::remove_all(aside, ignored);
    if (Problems problems = make_folder(aside); !problems.empty()) return problems;
    Problems problems = written_in(aside, plan, false);
    if (problems.empty()) {
        fs::rename(aside, folder, error);
        if (error) problems.push_back(cannot_write(folder, error));
    }
    if (!problems.empty()) fs::remove_all(aside, ignored);
    for (Problem& problem : problems)
        if (problem.file.starts_with(aside)) problem.file = folder + problem.file.substr(aside.size());
    return problems;
}

void print_plan(const sweep::Plan& plan, const PlanCost* costs, const Options& options) {
    if (options.json) return print_as_json(plan, costs, options);
    const Words say{options.language};
    print(fmt::format("{}: {}\n{}, {}", plan.name, say(plan.nl, plan.en), plan.municipality, plan.scenarios.front()));
    for (std::size_t s = 1; s < plan.scenarios.size(); ++s) print((s > 1 ? ", " : std::string(say(" tegen ", " against "))) + plan.scenarios[s]);
    print(fmt::format(fmt::runtime(say("; {} tot en met {}, steekproef 1 op {}\n", "; {} to {}, sample 1 in {}\n")), plan.start_year,
                      plan.start_year + plan.years - 1, plan.sample));
    print(axes_table(plan, say));
    print(fmt::format(fmt::runtime(say("Ontwerp {}: {} punten x {} {} = {} runs, in {} delen van {} punten; {} uitkomsten per {}\n",
                                       "Design {}: {} points x {} {} = {} runs, in {} shards of {} points; {} outcomes by {}\n")),
                      sweep::design_words[static_cast<std::size_t>(plan.design.kind)], plan.count(), plan.replicates,
                      plan.replicates == 1 ? say("herhaling", "replicate") : say("herhalingen", "replicates"), plan.runs(),
                      plan.shards(), plan.points_per_shard, plan.outcomes.size(),
                      plan.yearly ? say("jaar", "year") : say("maand", "month")));
    const std::string folder = study_folder(plan, options);
    if (costs) {
        print(costs_text(plan, *costs, folder, options.language));
        tell(fmt::format(fmt::runtime(say("Er is niets geschreven. Verder: {}", "Nothing was written. Next: {}")), plan_command(plan, options)));
        return;
    }
    print(fmt::format("Digest {}\n", plan.digest));
    tell(fmt::format(fmt::runtime(say("Verder: ontkoker sweep run {}", "Next: ontkoker sweep run {}")), folder));
}

}  // namespace ontkoker::cli
