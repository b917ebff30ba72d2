// People: numbers by age, births, deaths, separations.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

std::size_t age_part(std::int32_t birth_day, int day) {
    const int age = age_on(birth_day, day);
    return age < 18 ? 0 : age < 65 ? 1 : 2;
}

void count_ages(const Snapshot& now, Cells cells, Cells) {
    const World& world = now.world;
    for (const std::int32_t birth_day : world.adults.birth_day)
        if (birth_day != no_birth) ++cells[age_part(birth_day, now.day)];
    for (std::size_t i = 0; i < world.child_rows(); ++i)
        if (world.children.household[i].exists()) ++cells[age_part(world.children.birth_day[i], now.day)];
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) { return make("population", "1", "Inwoners naar leeftijd", "Inhabitants by age", by_age(), OverTime::mean); },
     count_ages},
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
