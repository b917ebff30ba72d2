// Published figures of one municipality against what the model makes of them, as rows for people and programs.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/population/population.h"

namespace ontkoker::cli {

// Made figures outside these shares of the published one are marked.
constexpr double least_ratio = 0.7, most_ratio = 1.4;

struct ProfileRow {
    std::string name;    // "starts/ambulant"
    std::string nl, en;  // what it is
    std::string unit;    // "%", "1", "EUR/year", "weeks", or the unit of a figure of the population
    std::string source;  // of the published figure: table (year)
    double published = 0, made = 0;
    std::optional<double> first_year, last_year;  // rows of the base only

    // Made over published; none where nothing was published.
    std::optional<double> ratio() const;
    bool marked() const;
};

// What a figure is called, by its name in a profile or the one that population_fit gives it.
struct Label {
    std::string nl, en;
};
Label population_label(std::string_view name);

// The population on day 0 of replicate 0.
Result<std::vector<ProfileRow>> population_rows(const Config& config);
// The one scenario of `results` (unchanged policy): means over all years and replicates.
Result<std::vector<ProfileRow>> base_rows(const Config& config, const ResultSet& results);

// Where published and made mean different things; one sentence each.
struct ProfileNote {
    std::string_view nl, en;
};
std::vector<ProfileNote> profile_notes(const Config& config);

}  // namespace ontkoker::cli
