// The local systems: scenarios as people know them, with where they belong, what a document says of them, and by which
// outcomes that could be seen here. Nothing of it changes a result.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/io/json/config_file.h"

namespace ontkoker {

// One outcome by which a statement can be seen, against the reference.
struct StatedMeasure {
    std::string outcome, part;  // part: "" for the whole outcome
    std::string direction;      // "lower", "higher" or "none"
    std::string over;           // "last_year" or "sum": the last year, or the whole horizon
};

// What a scenario file says besides its changes; its own only, never inherited.
struct ScenarioAbout {
    std::string municipality;  // where it belongs, "" for any
    std::string says_nl, says_en;
    std::string not_measurable_nl, not_measurable_en;  // why a part of it, or all, cannot be seen here
    std::vector<StatedMeasure> measures;
};

struct SystemChange {
    std::string lever;
    double value = 0;
    std::string from;  // "2027-01"
    int ramp_months = 0;
};

struct LocalSystem {
    std::string name, nl, en, status, source;
    ScenarioAbout about;
    std::vector<SystemChange> changes;  // own and inherited, in order of date
    // The municipality on which it is run: its own, or the one for systems that belong to any.
    const std::string& runs_on() const;
};

// Those that the request names, or all in configs/scenarios. Settings of the request bound the dates of changes.
Result<std::vector<LocalSystem>> local_systems(const Request& request);

}  // namespace ontkoker
