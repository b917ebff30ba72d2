// Outcomes: what is counted each month. One row each in src/domain/outcomes/outcomes.cpp; writer, report, documents and
// schemas are made from the rows.
#pragma once
#include <span>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/domain/parameters.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/domain/world.h"

namespace ontkoker {

// What an outcome may look at: the state after the last step of a month, and that month's tally.
struct Snapshot {
    const World& world;
    const Parameters& now;
    Month month;
    int day;    // first day after the month's last step
};

struct OutcomeRow {
    OutcomeInfo (*info)(const Parameters& parameters);
    // Adds to cells[part]; for ratios also to denominators[part]. Both start at zero.
    void (*count)(const Snapshot& now, std::span<std::int64_t> cells, std::span<std::int64_t> denominators);
};

std::span<const OutcomeRow> outcome_rows();
std::vector<OutcomeInfo> outcome_infos(const Parameters& parameters);
// Empties the month's tallies once the outcomes have been taken.
void begin_month(World& world);

}  // namespace ontkoker
