// The month of one household in euros and cents (A1, A2): what comes in, from whom, and what must go out. A pure function
// of the household and the norms, so that tables of example households come out of the same code as the simulation.
#pragma once
#include <cstdint>

#include "ontkoker/core/units.h"
#include "ontkoker/domain/parameters.h"
#include "ontkoker/domain/world.h"

namespace ontkoker {

// Borders of low income as shares of the norm: under or around the social minimum (CBS: 101%), low for the
// individuele inkomenstoeslag (110%), and the usual border of schemes for low incomes (130%).
constexpr double minimum_border = 1.01, low_border = 1.10, band_border = 1.30;
inline IncomeBand band_of(Cents counted, Cents norm) {
    return counted <= scaled(norm, minimum_border) ? IncomeBand::minimum
           : counted <= scaled(norm, band_border)  ? IncomeBand::low
                                                   : IncomeBand::higher;
}

// What the rules need to know of a household.
struct HouseholdFacts {
    int adults = 1;
    int pensioners = 0;               // adults with AOW
    int children_0_5 = 0, children_6_11 = 0, children_12_15 = 0, children_16_17 = 0;
    int children_18_up = 0;           // live in, keep their own money
    Cents work, ww, disability, pension_supplement;   // net a month
    Cents buffer;
    Cents schemes;                    // granted minimaregelingen, a month
    Tenure tenure = Tenure::social;
    std::uint8_t takes = 0;           // allowances that it claims
    bool asks_bijstand = false;       // of working age and not studying

    int minors() const { return children_0_5 + children_6_11 + children_12_15 + children_16_17; }
};

struct MonthBudget {
    // Income, a month.
    Cents work, ww, disability, pension_supplement, aow, bijstand, zorgtoeslag, huurtoeslag, kindgebonden, kinderbijslag,
        schemes;
    // Costs that cannot wait.
    Cents rent, energy, premium;
    // Food, clothing and the like at the normal level.
    Cents needs;

    Cents income() const {
        return work + ww + disability + pension_supplement + aow + bijstand + zorgtoeslag + huurtoeslag + kindgebonden +
               kinderbijslag + schemes;
    }
    Cents fixed() const { return rent + energy + premium; }
};

MonthBudget month_budget(const HouseholdFacts& facts, const Parameters& now);
// The bijstand norm that belongs to the household (AOW for pensioners), and its income counted against it (without
// allowances, child benefits and schemes).
Cents norm_of(const HouseholdFacts& facts, const Parameters& now);
Cents counted_income(const HouseholdFacts& facts, const Parameters& now);
Cents asset_limit_of(const HouseholdFacts& facts, const Parameters& now);

// The facts of household row `household` on `day`.
HouseholdFacts facts_of(const World& world, std::size_t household, int day, const Parameters& now);

}  // namespace ontkoker
