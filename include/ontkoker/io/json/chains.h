// Chains from levers to outcomes (models/chains.json): what happens in between, link by link, with the outcome that
// shows it and what switches it off.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"

namespace ontkoker {

struct ChainLink {
    std::string name, nl, en;
    std::string mechanism;  // "B1"
    std::string outcome;    // "name" or "name/part"
    std::string off_nl, off_en;                                  // what no longer happens when it is off
    std::vector<std::pair<std::string, double>> off_parameters;  // values at which this link does nothing
    std::vector<std::string> off_processes;
    bool can_switch_off() const { return !off_parameters.empty() || !off_processes.empty(); }
};

struct Chain {
    std::string name, nl, en;
    std::vector<std::string> levers;  // where it begins
    std::vector<ChainLink> links;
};

// All that is wrong with the file at once. `config` says which outcomes, parameters and processes there are; a value
// that switches off must lie within the range of its parameter.
Result<std::vector<Chain>> read_chains(const std::string& path, const Config& config);

}  // namespace ontkoker
