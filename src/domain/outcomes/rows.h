// Helpers for outcome rows: splits that several outcomes share, and short constructors.
#pragma once
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

// Calls visit(households, row) for every household.
template <class Visit>
void each_household(const Snapshot& now, const Visit& visit) {
    const Households& h = now.world.households;
    for (std::size_t i = 0; i < now.world.household_rows(); ++i)
        if (h.occupied[i]) visit(h, i);
}

// Calls visit(children, row) for everyone who lives with their parents and is younger than `below_age`.
template <class Visit>
void each_youth(const Snapshot& now, int below_age, const Visit& visit) {
    const Children& c = now.world.children;
    for (std::size_t i = 0; i < now.world.child_rows(); ++i)
        if (c.household[i].exists() && age_on(c.birth_day[i], now.day) < below_age) visit(c, i);
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
