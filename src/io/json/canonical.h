// The effective configuration as canonical text, and back.
#pragma once
#include <memory>
#include <string>

#include "effective.h"
#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"
#include "place.h"

namespace ontkoker::json {

// Keys sorted, numbers in their shortest form, no paths and no times: equal configurations give equal text.
std::string write_effective(const Effective& effective);
void read_effective(const Place& place, Effective& effective);
// The structs of the model. Every row must have been read without problems.
Config bind(const Effective& effective);

// Names of all single parameters that go with these help types, schemes and actors, and of the tables.
std::vector<std::string> row_names(const Effective& effective);
std::vector<std::string> table_names();
// Outcomes with the parts that this model's kinds of help and schemes give them; no value of a parameter counts.
std::vector<OutcomeInfo> outcomes_of(const Effective& effective);
// Names of the processes, which a run may switch off.
std::vector<std::string> process_names();

// Bounds of the settings of a run.
Bounds setting_bounds(std::string_view name);
// Reads the settings that stand in `place`; those that do not keep their value.
void read_settings(const Place& place, RunSettings& run);

}  // namespace ontkoker::json
