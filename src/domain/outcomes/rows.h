// Helpers for outcome rows: splits that several outcomes share, and short constructors.
#pragma once
#include <algorithm>

#include "../marks.h"
#include "ontkoker/domain/outcomes.h"

namespace ontkoker::outcomes {

using Cells = std::span<std::int64_t>;

struct Split {
    std::string name;
    std::vector<std::string> parts, nl, en;
};

Split no_split();
Split by_help_type(const Parameters& parameters);
Split by_scheme(const Parameters& parameters);
Split by_service(const Parameters& parameters);
Split by_payer();
Split by_fund();
Split by_referrer();
Split by_family_group();
// Family group crossed with income band, in the order of family_cell(): comparisons also tell each of the two by itself.
Split by_family();
Split by_age();

// The last word of a row whose count does nothing but add, for what it visits with the functions below (or within
// now.homes and now.youths). Without it all is right too, on one thread.
constexpr bool in_parts = true;

// Calls visit(households, row) for every household.
template <class Visit>
void each_household(const Snapshot& now, const Visit& visit) {
    const Households& h = now.world.households;
    for (std::size_t i = now.homes.begin; i < now.homes.end; ++i)
        if (h.occupied[i]) visit(h, i);
}

// Calls visit(children, row) for everyone who lives with their parents and is younger than `below_age` (200: anyone).
template <class Visit>
void each_youth(const Snapshot& now, int below_age, const Visit& visit) {
    const Children& c = now.world.children;
    const std::uint8_t* const ages = now.classes->youth_age.data();
    for (std::size_t i = now.youths.begin; i < now.youths.end; ++i)
        if (ages[i] < below_age) visit(c, i);
}

// Calls visit(row) for the rows of a list in Classes that lie within `rows`.
template <class Visit>
void each_listed(const std::vector<std::uint32_t>& list, Rows rows, const Visit& visit) {
    for (auto at = std::lower_bound(list.begin(), list.end(), rows.begin); at != list.end() && *at < rows.end; ++at) visit(*at);
}
// The same as each_youth(now, 18, visit), sooner.
template <class Visit>
void each_minor(const Snapshot& now, const Visit& visit) {
    each_listed(now.classes->minors, now.youths, [&](std::size_t i) { visit(now.world.children, i); });
}

// Cells of a split by_family().
inline std::size_t cell_of_home(const Snapshot& now, std::size_t household) { return now.classes->home_cell[household]; }
inline std::size_t cell_of_youth(const Snapshot& now, std::size_t child) { return now.classes->youth_cell[child]; }

// The number of households, and of youths of any age, for which is(row) is true; without a branch, so let `is` have none.
template <class Is>
std::uint32_t households_that(const Snapshot& now, const Is& is) {
    const std::uint8_t* const occupied = now.world.households.occupied.data();
    std::uint32_t count = 0;
    for (std::size_t i = now.homes.begin; i < now.homes.end; ++i) count += (occupied[i] != 0) & is(i);
    return count;
}
template <class Is>
std::uint32_t youths_that(const Snapshot& now, const Is& is) {
    const std::uint8_t* const ages = now.classes->youth_age.data();
    std::uint32_t count = 0;
    for (std::size_t i = now.youths.begin; i < now.youths.end; ++i) count += (ages[i] != nobody) & is(i);
    return count;
}

// Households, and youths of any age, whose byte in `marks` has a bit of `mask`: for what few have, sooner than to ask everyone.
template <class Byte, class Visit>
void each_household_with(const Snapshot& now, const std::vector<Byte>& marks, const Visit& visit, std::uint8_t mask = 255) {
    const Households& h = now.world.households;
    each_marked(marks, now.homes.begin, now.homes.end, [&](std::size_t i) { if (h.occupied[i]) visit(h, i); }, mask);
}
template <class Byte, class Visit>
void each_youth_with(const Snapshot& now, const std::vector<Byte>& marks, const Visit& visit) {
    const Children& c = now.world.children;
    each_marked(marks, now.youths.begin, now.youths.end, [&](std::size_t i) { if (c.household[i].exists()) visit(c, i); });
}

inline OutcomeInfo make(std::string name, std::string unit, std::string nl, std::string en, Split split, OverTime over,
                        Better better = Better::neither, double divisor = 1.0) {
    return {std::move(name),      std::move(unit),     std::move(nl),      std::move(en), std::move(split.name),
            std::move(split.parts), std::move(split.nl), std::move(split.en), over,          better, divisor};
}

// Rows of each theme, in the order of tables and files: one file each, and one row each here.
#define ONTKOKER_OUTCOMES(theme) \
    theme(money_rows) \
    theme(household_rows) \
    theme(children_rows) \
    theme(help_rows) \
    theme(people_rows) \
    theme(debt_rows) \
    theme(parents_rows) \
    theme(safety_rows) \
    theme(school_rows) \
    theme(young_rows) \
    theme(workforce_rows) \
    theme(providers_rows) \
    theme(entry_rows) \
    theme(doorbraak_rows) \
    theme(governing_rows) \
    theme(allowance_rows)

#define ONTKOKER_DECLARED(theme) std::span<const OutcomeRow> theme();
ONTKOKER_OUTCOMES(ONTKOKER_DECLARED)
#undef ONTKOKER_DECLARED

}  // namespace ontkoker::outcomes
