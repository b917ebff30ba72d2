// From files to a Config. Names ignore case; a word with a slash or ending in ".json" is the path of a file. Every
// problem in every file is told at once. Codes: codes.h.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"

namespace ontkoker {

// What a run is asked to be. A comparison file gives all of it; whatever else is set here goes before the file.
struct Request {
    std::string root;                    // folder that holds models/ and configs/
    std::string comparison;              // name or path, may be empty
    std::string municipality;            // name or path
    std::vector<std::string> scenarios;  // names or paths; the first is the reference
    std::string overlay;                 // name or path of a municipality's own figures, may be empty
    std::optional<std::int64_t> start_year, years, replicates, seed, sample;
    std::vector<std::pair<std::string, double>> assumptions;  // parameter values that hold for all scenarios
    std::vector<std::string> off;  // processes switched off, on top of those in the comparison
};

// What a comparison file says for people; nothing of it changes a result.
struct ComparisonText {
    std::string name;
    std::string title_nl, title_en;
    std::string question_nl, question_en;
    std::vector<std::string> headline;  // names of outcomes, in order of weight
};

struct LoadedConfig {
    Config config;
    ComparisonText text;
};

Result<LoadedConfig> load(const Request& request);
Result<Config> load_config(const Request& request);
// From the effective configuration that a result carries; needs no file. The text of a problem's place is `where`.
Result<Config> config_from_effective(std::string_view text, std::string where = "");
// The same configuration for one of its replicates alone, which keeps its number and so its luck.
Result<Config> one_replicate(const Config& config, int replicate);

// Names of what stands in the folders under `root`, sorted.
std::vector<std::string> municipality_names(const std::string& root);
std::vector<std::string> scenario_names(const std::string& root);
std::vector<std::string> comparison_names(const std::string& root);
std::vector<std::string> overlay_names(const std::string& root);

}  // namespace ontkoker
