// Parents and the people around a family: problems, treatment, waiting; mentors, informal support, hours replaced; how
// the load of children is spread.
#include "../parent_care.h"
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

Split by_care() {
    return {"parent_care",
            {"mental_health", "addiction", "separation", "lvb"},
            {"Psychische problemen", "Verslaving", "Conflict en scheiding", "Licht verstandelijke beperking"},
            {"Mental health", "Addiction", "Conflict and separation", "Mild intellectual disability"}};
}

// Families with minors by problem of a parent.
void count_problems(const Snapshot& now, Cells cells, Cells) {
    const std::uint8_t* const problems = now.world.households.problems.data();
    const std::uint8_t* const minors = now.classes->home_minors.data();
    for (std::size_t k = 0; k < care_kinds; ++k) {
        const std::uint8_t problem = problem_of(static_cast<CareKind>(k));
        cells[k] += households_that(now, [&](std::size_t i) { return (minors[i] != 0) & ((problems[i] & problem) != 0); });
    }
}

template <CareStage Stage>
void count_stage(const Snapshot& now, Cells cells, Cells) {
    each_household_with(now, now.world.households.care_marks, [&](const Households& h, std::size_t i) {
        if (h.care[i].stage == Stage) ++cells[static_cast<std::size_t>(h.care[i].kind)];
    }, care_in_line);
}

template <std::array<std::int64_t, care_kinds> ParentCareTally::*Counts>
void copy(const Snapshot& now, Cells cells, Cells) {
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = (now.world.tally.parent_care.*Counts)[k];
}

template <std::int64_t ParentCareTally::*Count>
void copy_one(const Snapshot& now, Cells cells, Cells) {
    cells[0] = now.world.tally.parent_care.*Count;
}

template <int Points>
void count_above(const Snapshot& now, Cells cells, Cells denominators) {
    each_minor(now, [&](const Children& c, std::size_t i) {
        const std::size_t cell = cell_of_youth(now, i);
        cells[cell] += load_of(c.own[i], c.family[i], c.livelihood[i]).raw > Points * Level::one;
        ++denominators[cell];
    });
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("parent_problems", "1", "Gezinnen met minderjarigen naar probleem van een ouder",
                     "Families with minors by problem of a parent", by_care(), OverTime::mean, Better::lower);
     },
     count_problems, in_parts},
    {[](const Parameters&) {
         return make("parents_waiting", "1", "Ouders die wachten op behandeling", "Parents who wait for treatment", by_care(),
                     OverTime::mean, Better::lower);
     },
     count_stage<CareStage::waiting>, in_parts},
    {[](const Parameters&) {
         return make("parents_treated", "1", "Ouders in behandeling of met steun", "Parents in treatment or with support", by_care(),
                     OverTime::mean);
     },
     count_stage<CareStage::treated>, in_parts},
    {[](const Parameters&) {
         return make("parent_treatments", "1", "Begonnen behandelingen van ouders", "Treatments of parents begun", by_care(), OverTime::sum);
     },
     copy<&ParentCareTally::started>},
    {[](const Parameters&) {
         return make("parents_left", "1", "Ouders die afhaken in de wachtrij", "Parents who leave the line", by_care(), OverTime::sum,
                     Better::lower);
     },
     copy<&ParentCareTally::left>},
    {[](const Parameters&) {
         return make("separations_supported", "1", "Scheidingen met steun vooraf", "Separations with early support", no_split(),
                     OverTime::sum);
     },
     copy_one<&ParentCareTally::separations_supported>},
    {[](const Parameters&) {
         return make("mentors", "1", "Jeugdigen met een mentor uit het eigen netwerk", "Youths with a mentor from their own network",
                     by_family(), OverTime::mean);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_youth(now, 200, [&](const Children& c, std::size_t i) {
             if (c.network[i].mentor) ++cells[cell_of_youth(now, i)];
         });
     },
     in_parts},
    {[](const Parameters&) {
         return make("informal_families", "1", "Gezinnen met informele steun", "Families with informal support", no_split(), OverTime::mean);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.informal.used; }},
    {[](const Parameters&) {
         return make("hours_replaced", "hours", "Uren jeugdhulp die het netwerk overneemt", "Hours of youth help that the network takes over",
                     no_split(), OverTime::sum, Better::neither, 60);
     },
     copy_one<&ParentCareTally::minutes_replaced>},
    {[](const Parameters&) {
         return make("load_above_4", "%", "Kinderen met een probleemlast boven 4", "Children with a problem load above 4", by_family(),
                     OverTime::ratio, Better::lower, 0.01);
     },
     count_above<4>, in_parts},
    {[](const Parameters&) {
         return make("load_above_6", "%", "Kinderen met een probleemlast boven 6", "Children with a problem load above 6", by_family(),
                     OverTime::ratio, Better::lower, 0.01);
     },
     count_above<6>, in_parts},
};

}  // namespace

std::span<const OutcomeRow> parents_rows() { return rows; }

}  // namespace ontkoker::outcomes
