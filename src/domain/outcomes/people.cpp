// People: numbers by age, births, deaths, separations.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

void count_ages(const Snapshot& now, Cells cells, Cells) {
    const std::vector<std::int32_t>& births = now.world.adults.birth_day;
    const std::int32_t eighteen = born_by(18, now.day), pension = born_by(65, now.day);
    std::int64_t adults = 0, grown = 0, old = 0;
    for (std::size_t slot = 2 * now.homes.begin; slot < 2 * now.homes.end; ++slot) {
        adults += births[slot] != no_birth;
        grown += births[slot] != no_birth && births[slot] <= eighteen;
        old += births[slot] != no_birth && births[slot] <= pension;
    }
    const std::uint8_t* const ages = now.classes->youth_age.data();
    for (std::size_t i = now.youths.begin; i < now.youths.end; ++i) {
        adults += ages[i] != nobody;
        grown += ages[i] != nobody && ages[i] >= 18;
        old += ages[i] != nobody && ages[i] >= 65;
    }
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
