#include "ontkoker/sweep/study.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/run/ensemble.h"

namespace ontkoker::sweep {
namespace {

namespace fs = std::filesystem;

bool there(const std::string& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

Problem no_study(const std::string& folder) {
    return {.code = "E0601",
            .message = "hier staat geen studie: de map heeft geen plan.json",
            .hint = "maak een studie met `ontkoker sweep plan STUDIE -o MAP`",
            .file = folder,
            .pointer = {}};
}

Problem other_planner(const std::string& path, const std::string& planned) {
    return {.code = "E0602",
            .message = fmt::format("deze studie is gemaakt met versie {} van ontkoker; dit is versie {}", planned, version()),
            .hint = fmt::format("gebruik versie {}, of maak een nieuwe studie met `ontkoker sweep plan`", planned),
            .file = path,
            .pointer = {}};
}

Problem foreign(const char* code, std::string message, const std::string& path) {
    return {.code = code,
            .message = std::move(message),
            .hint = "zet dit bestand en zijn .json ergens anders neer, of wijs de goede map aan; er is niets veranderd",
            .file = path,
            .pointer = {}};
}

Problem of_other_plan(const std::string& path, const std::string& stated, const Plan& plan) {
    return foreign("E0610", fmt::format("dit deel hoort bij een andere studie: plan {}, hier is het {}", stated, plan.digest), path);
}

Problem of_other_version(const std::string& path, const std::string& stated) {
    return foreign("E0611", fmt::format("dit deel is gerekend met versie {} van ontkoker; dit is versie {}", stated, version()), path);
}

Problem of_other_division(const std::string& path, int first, int points) {
    return foreign("E0610", fmt::format("dit deel bevat punten {} tot en met {}, en die horen bij een ander deel", first, first + points - 1),
                   path);
}

Problem damaged(const std::string& path, const std::string& why) {
    return {.code = "E0612",
            .message = "dit deel is beschadigd: " + why,
            .hint = "`ontkoker sweep run` zet het opzij (.damaged) en rekent het opnieuw",
            .file = path,
            .pointer = {}};
}

bool means_foreign(const Problem& problem) { return problem.code == "E0610" || problem.code == "E0611"; }

// A file that is not what its line says, or that has no line: what it says of itself.
Result<ShardLook> look_inside(const Study& study, int shard, const std::string& why) {
    const std::string path = study.shard_path(shard);
    const auto block = read_shard_file(path, study.head);
    ShardLook look;
    if (!block && block.problems().front().code == "E0305") return block.problems();
    if (!block && means_foreign(block.problems().front())) {
        look.state = ShardState::foreign;
        look.problems.push_back(foreign(block.problems().front().code.c_str(), block.problems().front().message, path));
    } else if (!block) {
        look.state = ShardState::damaged;
        look.problems.push_back(damaged(path, why.empty() ? block.problems().front().message : why));
    } else if (block.value().first_point != study.plan().first_point(shard) ||
               block.value().points != study.plan().points_in(shard)) {
        look.state = ShardState::foreign;
        look.problems.push_back(of_other_division(path, block.value().first_point, block.value().points));
    } else if (!why.empty()) {
        look.state = ShardState::damaged;
        look.problems.push_back(damaged(path, why));
    } else {
        look.unlisted = true;
    }
    return look;
}

// Why the file is not the one that the line was written for, or an empty text.
std::string difference(const ShardLine& line, const std::string& bytes) {
    const auto size = static_cast<std::int64_t>(bytes.size());
    if (size != line.bytes) return fmt::format("het heeft {} bytes, volgens de lijst horen het er {} te zijn", size, line.bytes);
    if (digest_of_text(bytes) != line.checksum) return "de bytes geven een andere controlesom dan de lijst noemt";
    return {};
}

// The line of the manifest; nothing when it is not there or is no such line (a kill on the way to it, say).
std::optional<ShardLine> read_line(const Study& study, int shard) {
    const std::string path = study.line_path(shard);
    if (!there(path)) return std::nullopt;
    const auto text = read_whole_file(path);
    if (!text) return std::nullopt;
    auto line = shard_line_from_text(text.value(), path);
    if (!line) return std::nullopt;
    return std::move(line.value());
}

}  // namespace

std::string Study::path_of(const char* sub, int shard, const char* ending) const {
    return (fs::path(folder) / sub / fmt::format("shard-{:05d}{}", shard, ending)).string();
}

Result<Study> open_study(const std::string& folder) {
    const std::string path = (fs::path(folder) / "plan.json").string();
    if (!there(path)) return no_study(folder);
    auto text = read_whole_file(path);
    if (!text) return text.problems();
    auto plan = plan_from_text(text.value(), path);
    if (!plan) return plan.problems();
    if (plan.value().version != version()) return other_planner(path, plan.value().version);
    auto configs = PointConfigs::from(plan.value());
    if (!configs) return configs.problems();
    auto kept = kept_outcomes(plan.value(), configs.value().base());
    return Study{folder, {std::move(plan.value()), std::move(kept), std::move(text.value())}, std::move(configs.value())};
}

Result<ShardLook> look_at_shard(const Study& study, int shard) {
    const std::string path = study.shard_path(shard);
    if (!there(path)) return ShardLook{};
    auto line = read_line(study, shard);
    if (!line) return look_inside(study, shard, "");
    const auto bytes = read_whole_file(path);
    if (!bytes) return bytes.problems();
    ShardLook look;
    look.state = ShardState::foreign;
    if (line->version != version()) {
        look.problems.push_back(of_other_version(path, line->version));
    } else if (line->plan != study.plan().digest) {
        look.problems.push_back(of_other_plan(path, line->plan, study.plan()));
    } else if (line->first_point != study.plan().first_point(shard) || line->points != study.plan().points_in(shard)) {
        look.problems.push_back(of_other_division(path, line->first_point, line->points));
    } else if (const std::string why = difference(*line, bytes.value()); !why.empty()) {
        if (read_line(study, shard) != line) return look_at_shard(study, shard);  // it was being written again
        return look_inside(study, shard, why);
    } else {
        look.state = ShardState::whole;
        look.line = std::move(line);
    }
    return look;
}

Result<Block> read_shard(const Study& study, int shard) { return read_shard_file(study.shard_path(shard), study.head); }

}  // namespace ontkoker::sweep
