// Outcomes: what is counted each month. One row each in src/domain/outcomes/outcomes.cpp; writer, report, documents and
// schemas are made from the rows.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/domain/parameters.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/domain/world.h"

namespace ontkoker {

// Of each household and child what many outcomes ask, worked out once a month.
struct Classes {
    std::vector<std::uint8_t> home_cell;    // family_cell() of the household
    std::vector<std::uint8_t> home_minors;  // number of children under 18
    std::vector<std::uint8_t> services;     // services_around() a household with children; 0 without
    std::vector<std::uint8_t> youth_age;    // whole years; nobody: an empty row
    std::vector<std::uint8_t> youth_cell;   // family_cell() of the child
    // Rows in order: children under 18; those at a school or missing from it; who is 16 to 26, with parents and not (slots);
    // households with debts.
    std::vector<std::uint32_t> minors, pupils, young_at_home, young_adults, in_debt;
};
constexpr std::uint8_t nobody = 255;

struct Rows {
    std::size_t begin = 0, end = 0;
};

// What an outcome may look at: the state after the last step of a month, and that month's tally.
struct Snapshot {
    const World& world;
    const Parameters& now;
    Month month;
    int day;    // first day after the month's last step
    std::shared_ptr<const Classes> classes;
    Rows homes, youths;   // which households and children to look at: all of them, or those of a part of the town

    // Of the whole town.
    Snapshot(const World& world, const Parameters& now, Month month, int day, std::size_t grain = 4096);
    // The same moment for the households and children in these rows only.
    Snapshot part(Rows rows) const;
};

struct OutcomeRow {
    OutcomeInfo (*info)(const Parameters& parameters);
    // Adds to cells[part]; for ratios also to denominators[part]. Both start at zero.
    void (*count)(const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t> denominators);
    // True: `count` only adds up what households and children are, so it is called for parts of the town side by side.
    bool in_parts = false;
};

std::span<const OutcomeRow> outcome_rows();
std::vector<OutcomeInfo> outcome_infos(const Parameters& parameters);

// The cells of one outcome, and its denominators when it is a ratio.
struct OutcomeCells {
    std::span<std::int64_t> cells, denominators;
};
// Counts every outcome into its place in `into`, which stands in the order of outcome_rows().
void count_outcomes(const Snapshot& now, std::size_t grain, std::span<const OutcomeCells> into);
// Empties the month's tallies once the outcomes have been taken.
void begin_month(World& world);

}  // namespace ontkoker
