// Small studies in a folder of their own, and runs that cost nothing.
#pragma once
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <unistd.h>

#include "ontkoker/domain/outcomes.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/sweep/runner.h"
#include "ontkoker/sweep/status.h"

namespace ontkoker::testing {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    explicit Folder(const std::string& name = "a") : path(fs::temp_directory_path() / ("ontkoker_study_" + name + std::to_string(getpid()))) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(result.problems().front().code << ": " << result.problems().front().file << ": " << result.problems().front().message);
    return std::move(result.value());
}

inline const Config& base_config() {
    static const Config config = [] {
        Request request;
        request.root = ONTKOKER_ROOT;
        request.municipality = "woudenberg";
        request.scenarios = {"verkokerd", "boemerang-minimaregeling"};
        request.years = 2;
        request.replicates = 3;
        request.sample = 20;
        return must(load_config(request));
    }();
    return config;
}

// Seven points along one parameter, three replicates, two points in a shard: 4 shards of 6, 6, 6 and 3 runs. Kept are an
// outcome of every rule.
inline sweep::Plan small_plan() {
    const Config& base = base_config();
    sweep::Plan plan;
    plan.name = "klein";
    plan.nl = "klein";
    plan.en = "small";
    plan.base = base.effective;
    plan.design.kind = sweep::DesignKind::list;
    plan.design.size = 7;
    sweep::Axis axis;
    axis.name = axis.target = "help.ambulant.tariff";
    axis.low = 60;
    axis.high = 90;
    plan.axes = {axis};
    for (int i = 0; i < 7; ++i) plan.points.push_back({60.0 + 5 * i});
    std::map<OverTime, std::string> first;
    for (const OutcomeInfo& info : outcome_infos(base.parameters)) first.try_emplace(info.over_time, info.name);
    for (const OutcomeInfo& info : outcome_infos(base.parameters))
        if (first.at(info.over_time) == info.name) plan.outcomes.push_back(info.name);
    plan.points_per_shard = 2;
    plan.version = version();
    plan.municipality = "woudenberg";
    for (const Scenario& scenario : base.scenarios) plan.scenarios.push_back(scenario.name);
    plan.replicates = base.run.replicates;
    plan.start_year = base.run.start_year;
    plan.years = base.run.years;
    plan.seed = base.run.seed;
    plan.sample = base.run.sample;
    return plan;
}

inline void write_plan(const fs::path& folder, sweep::Plan plan) {
    plan.digest = digest_of_plan(plan);
    must(write_whole_file((folder / "plan.json").string(), plan_text(plan), false));
}

inline sweep::Study opened(const fs::path& folder) { return must(sweep::open_study(folder.string())); }

// Numbers that follow from the configuration and the replicate alone.
inline ReplicateCounts made_up(const Config& config, int replicate) {
    ReplicateCounts counts;
    counts.households = 100 + replicate;
    auto value = static_cast<std::int64_t>(std::hash<std::string>{}(config.effective) % 100003) + 17 * replicate;
    const std::size_t rows = config.scenarios.size() * 12 * static_cast<std::size_t>(config.run.years);
    for (const OutcomeInfo& info : outcome_infos(config.parameters)) {
        const std::size_t cells = rows * info.parts.size();
        counts.counts.emplace_back(cells);
        counts.denominators.emplace_back(info.over_time == OverTime::ratio ? cells : 0);
        for (std::int64_t& cell : counts.counts.back()) cell = (value = (value * 1103 + 12345) % 1000003);
        for (std::int64_t& cell : counts.denominators.back()) cell = (value = (value * 1103 + 12345) % 1000003);
    }
    return counts;
}

inline std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
inline void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// Every file in shards/ by its name.
inline std::map<std::string, std::string> shards_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder / "shards"))
        files[entry.path().filename().string()] = bytes_of(entry.path());
    return files;
}

}  // namespace ontkoker::testing
