// People: numbers by age, births, deaths, separations.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

void count_ages(const Snapshot& now, Cells cells, Cells) {
    const std::vector<std::int32_t>& births = now.world.adults.birth_day;
    const std::int32_t eighteen = born_by(18, now.day), pension = born_by(65, now.day);
    std::uint32_t empty = 0, grown = 0, old = 0;   // an empty slot is older than anybody
    for (std::size_t slot = 2 * now.homes.begin; slot < 2 * now.homes.end; ++slot) {
        empty += births[slot] == no_birth;
        grown += births[slot] <= eighteen;
        old += births[slot] <= pension;
    }
    std::int64_t adults = static_cast<std::int64_t>(2 * (now.homes.end - now.homes.begin)) - empty;
    grown -= empty;
    old -= empty;
    const std::uint8_t* const ages = now.classes->youth_age.data();
    adults += youths_that(now, [](std::size_t) { return true; });
    grown += youths_that(now, [&](std::size_t i) { return ages[i] >= 18; });
    old += youths_that(now, [&](std::size_t i) { return ages[i] >= 65; });
    cells[0] += adults - grown;
    cells[1] += grown - old;
    cells[2] += old;
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) { return make("population", "1", "Inwoners naar leeftijd", "Inhabitants by age", by_age(), OverTime::mean); },
     count_ages, in_parts},
    {[](const Parameters&) { return make("births", "1", "Geboorten", "Births", no_split(), OverTime::sum); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.births; }},
    {[](const Parameters&) { return make("deaths", "1", "Sterfgevallen", "Deaths", no_split(), OverTime::sum); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.deaths; }},
    {[](const Parameters&) { return make("separations", "1", "Scheidingen", "Separations", no_split(), OverTime::sum); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.separations; }},
};

}  // namespace

std::span<const OutcomeRow> people_rows() { return rows; }

}  // namespace ontkoker::outcomes
