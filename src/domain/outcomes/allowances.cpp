// Allowances and the income of young adults: niet-gebruik, reclaims, the depth of poverty, bijstand under 27.
#include "rows.h"

#include <algorithm>

namespace ontkoker::outcomes {
namespace {

// The allowances and bijstand, then the schemes.
Split by_benefit(const Parameters& parameters) {
    Split split{"benefit",
                {"bijstand", "zorgtoeslag", "huurtoeslag", "kindgebonden", "kinderopvang"},
                {"Bijstand", "Zorgtoeslag", "Huurtoeslag", "Kindgebonden budget", "Kinderopvangtoeslag"},
                {"Social assistance", "Health-care allowance", "Rent allowance", "Child budget", "Childcare allowance"}};
    const Split schemes = by_scheme(parameters);
    split.parts.insert(split.parts.end(), schemes.parts.begin(), schemes.parts.end());
    split.nl.insert(split.nl.end(), schemes.nl.begin(), schemes.nl.end());
    split.en.insert(split.en.end(), schemes.en.begin(), schemes.en.end());
    return split;
}
Split by_allowance() {
    return {"allowance",
            {"zorgtoeslag", "huurtoeslag", "kindgebonden", "kinderopvang"},
            {"Zorgtoeslag", "Huurtoeslag", "Kindgebonden budget", "Kinderopvangtoeslag"},
            {"Health-care allowance", "Rent allowance", "Child budget", "Childcare allowance"}};
}
Split by_young_age() {
    return {"young_age", {"18-20", "21-26"}, {"18 tot en met 20", "21 tot en met 26"}, {"18-20", "21-26"}};
}

// Of the households that may have each benefit, those who do not claim it.
void count_non_take_up(const Snapshot& now, Cells cells, Cells denominators) {
    BitCounts entitled, unclaimed, entitled_schemes, unclaimed_schemes;
    each_household(now, [&](const Households& h, std::size_t i) {
        const AllowanceState& state = h.allowance[i];
        entitled.add(state.entitled);
        unclaimed.add(state.unclaimed);
        entitled_schemes.add(state.entitled_schemes);
        unclaimed_schemes.add(static_cast<std::uint8_t>(state.entitled_schemes & ~h.claims[i]));
    });
    for (std::size_t b = 0; b < benefit_count; ++b) {
        denominators[b] += entitled[b];
        cells[b] += unclaimed[b];
    }
    for (std::size_t s = 0; s < now.now.schemes.size(); ++s) {
        denominators[benefit_count + s] += entitled_schemes[s];
        cells[benefit_count + s] += unclaimed_schemes[s];
    }
}

void count_leaving(const Snapshot& now, Cells cells, Cells) {
    each_household(now, [&](const Households& h, std::size_t i) {
        const AllowanceState& state = h.allowance[i];
        if (state.unclaimed | (state.entitled_schemes & ~h.claims[i])) ++cells[cell_of_home(now, i)];
    });
}

void count_gap(const Snapshot& now, Cells cells, Cells denominators) {
    each_household(now, [&](const Households& h, std::size_t i) {
        if (h.allowance[i].gap <= Cents(0)) return;
        const std::size_t group = cell_of_home(now, i) / income_bands;
        cells[group] += h.allowance[i].gap.count;
        ++denominators[group];
    });
}

// Calls visit(households, row, cell) for households whose eldest adult is 18-20 (cell 0) or 21-26 (cell 1).
template <class Visit>
void each_young(const Snapshot& now, const Visit& visit) {
    const std::vector<std::int32_t>& births = now.world.adults.birth_day;
    const std::int32_t eighteen = born_by(18, now.day), grown = born_by(21, now.day), too_old = born_by(27, now.day);
    each_household(now, [&](const Households& h, std::size_t i) {
        const std::int32_t first = births[2 * i], second = births[2 * i + 1];
        const std::int32_t eldest = first == no_birth ? second : second == no_birth ? first : std::min(first, second);
        if (eldest <= eighteen && eldest > too_old) visit(h, i, static_cast<std::size_t>(eldest <= grown));
    });
}

template <class Holds>
void count_young(const Snapshot& now, Cells cells, const Holds& holds) {
    each_young(now, [&](const Households& h, std::size_t i, std::size_t cell) { cells[cell] += holds(h, i); });
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters& p) {
         return make("non_take_up", "%", "Niet-gebruik: deel van de rechthebbende huishoudens", "Non-take-up: share of entitled households",
                     by_benefit(p), OverTime::ratio, Better::lower, 0.01);
     },
     count_non_take_up, in_parts},
    {[](const Parameters&) {
         return make("leaves_unclaimed", "1", "Huishoudens die bijstand, een toeslag of een regeling laten liggen",
                     "Households that leave social assistance, an allowance or a scheme unclaimed", by_family(), OverTime::mean,
                     Better::lower);
     },
     count_leaving, in_parts},
    {[](const Parameters&) {
         return make("poverty_gap", "EUR/month", "Diepte van armoede: inkomen onder de norm, van huishoudens daaronder",
                     "Depth of poverty: income below the norm, of households below it", by_family_group(), OverTime::ratio,
                     Better::lower, 100);
     },
     count_gap, in_parts},
    {[](const Parameters&) {
         return make("reclaims", "1", "Huishoudens met een terugvordering van toeslagen", "Households with allowances reclaimed",
                     by_family(), OverTime::sum, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t c = 0; c < family_cells; ++c) cells[c] = now.world.tally.allowances.reclaims[c];
     }},
    {[](const Parameters&) {
         return make("reclaimed", "EUR", "Teruggevorderde toeslagen", "Allowances reclaimed", no_split(), OverTime::sum, Better::lower, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.allowances.reclaimed; }},
    {[](const Parameters&) {
         return make("reclaim_debt", "EUR", "Teruggevorderde toeslagen die een schuld worden", "Allowances reclaimed that become a debt",
                     no_split(), OverTime::sum, Better::lower, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.allowances.reclaim_debt; }},
    {[](const Parameters&) {
         return make("refunded", "EUR", "Nabetaalde toeslagen", "Allowances paid afterwards", no_split(), OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.allowances.refunded; }},
    {[](const Parameters&) {
         return make("allowances", "EUR", "Uitgekeerde toeslagen van het Rijk", "Allowances paid by the State", by_allowance(),
                     OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t a = 0; a < cells.size(); ++a) cells[a] = now.world.tally.allowances.paid[a + 1];
     }},
    {[](const Parameters&) {
         return make("bijstand_young", "1", "Huishoudens onder 27 met bijstand", "Households under 27 on social assistance",
                     by_young_age(), OverTime::mean);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         count_young(now, cells, [](const Households& h, std::size_t i) { return h.on_bijstand[i]; });
     },
     in_parts},
    {[](const Parameters&) {
         return make("topped_up", "1", "Huishoudens onder 27 met een aanvulling op de lage norm",
                     "Households under 27 with the low norm topped up", by_young_age(), OverTime::mean, Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         count_young(now, cells, [](const Households& h, std::size_t i) { return h.allowance[i].topped_up; });
     },
     in_parts},
    {[](const Parameters&) {
         return make("bouwdepots", "1", "Jongeren met een bouwdepot", "Young adults with a bouwdepot", no_split(), OverTime::mean, Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_household(now, [&](const Households& h, std::size_t i) { cells[0] += h.allowance[i].bouwdepot_left > 0; });
     },
     in_parts},
    {[](const Parameters&) {
         return make("young_arrears", "%", "Huishoudens onder 27 met betalingsachterstanden", "Households under 27 in arrears",
                     by_young_age(), OverTime::ratio, Better::lower, 0.01);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         each_young(now, [&](const Households& h, std::size_t i, std::size_t cell) {
             cells[cell] += h.debt[i] > Cents(0);
             ++denominators[cell];
         });
     },
     in_parts},
};

}  // namespace

std::span<const OutcomeRow> allowance_rows() { return rows; }

}  // namespace ontkoker::outcomes
