// The month of one household in euros and cents (A1, A2): what comes in, from whom, and what must go out. A pure function
// of the household and the norms, so that tables of example households come out of the same code as the simulation.
#pragma once
#include <array>
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

// What the parameters say in euros, in whole cents and other forms that serve every household: worked out once for a loop
// over many. Where one household is looked at, the parameters themselves may be passed instead.
struct MonthRules {
    MonthRules(const Parameters& parameters);  // not explicit, see above

    // A social minimum and the borders that are shares of it.
    struct Minimum {
        Cents norm, minimum, low, band;   // the norm; 101%, 110% and 130% of it
        Cents seizable;                   // income above this may be attached
        Cents schemes;                    // with a counted income above this no scheme is open
    };
    struct Home {
        Cents rent, covered;              // covered: what huurtoeslag bears at most
    };
    // What a household of that size must pay and needs, and the buffer that it wishes.
    struct Size {
        Cents energy, premium, needs, needs_to_cut, wished_buffer;
    };
    static constexpr std::size_t small_home = 3, activities = 5, most_minors = 8;

    const Parameters& now;
    std::array<std::array<Minimum, 2>, 2> minima;       // [with AOW][couple]
    std::array<std::array<Cents, 3>, 2> aow;            // [not alone][adults with AOW]
    std::array<Cents, 2> asset_limit;                   // [family]
    std::array<Cents, 2> zorgtoeslag, zorgtoeslag_free, huurtoeslag_free, kindgebonden_free;   // [couple]
    std::array<Home, 4> homes;                          // by Tenure; the social home of the young
    std::array<double, activities> wage_share;          // by Activity: what comes in of the wage on which it is based
    Cents student, bouwdepot, childcare_free;
    int search_age, young_rent_age, sharing_age;        // whole years
    std::array<std::array<Size, most_minors>, 3> sizes;  // [adults][minors]

    Size size_of(int adults, int minors) const;          // worked out
};

// What the rules need to know of a household.
struct HouseholdFacts {
    int adults = 1;
    int pensioners = 0;               // adults with AOW
    int children_0_5 = 0, children_6_11 = 0, children_12_15 = 0, children_16_17 = 0;
    int children_18_up = 0;           // live in, keep their own money
    int children_0_3 = 0, children_4_5 = 0;   // of children_0_5, for childcare
    int sharers = 0;                  // of those of 18 and over who live in: old enough to share the costs
    int young = 0;                    // adults of 18-20
    int workers = 0;                  // adults at work
    bool below_search_age = false, below_rent_age = false;   // all adults are
    bool searching = false;           // in the search period before an application
    bool studies = false;             // lives on study finance
    bool childcare = false;           // uses it when all adults work
    double room = 1.0;                // rank of its case manager, 0: uses the room of the law most
    double slack = 0.0;               // how slow it passes on changes of income, mean 1
    Cents bouwdepot;
    Cents estimate;                   // income a month on which last month's advances were reckoned
    bool estimated = false;
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
        kinderopvang, study, topup, bouwdepot, schemes;
    // Costs that cannot wait.
    Cents rent, energy, premium, childcare;
    // Food, clothing and the like at the normal level.
    Cents needs;
    // Allowances are advances on an estimate of the income; what it was entitled to follows from the income itself.
    Cents estimate, due;
    std::uint8_t entitled = 0, unclaimed = 0;   // bits by Benefit

    // What is settled a year later when the estimate was wrong.
    Cents advances() const { return zorgtoeslag + huurtoeslag + kindgebonden + kinderopvang; }
    Cents income() const {
        return work + ww + disability + pension_supplement + aow + bijstand + advances() + kinderbijslag + study + topup +
               bouwdepot + schemes;
    }
    Cents fixed() const { return rent + energy + premium + childcare; }
};

MonthBudget month_budget(const HouseholdFacts& facts, const MonthRules& rules);
// The social minimum of the household (the full norm; AOW for pensioners), and its income counted against it (without
// allowances, child benefits, bijstand and schemes).
inline const MonthRules::Minimum& minimum_of(const HouseholdFacts& facts, const MonthRules& rules) {
    return rules.minima[facts.pensioners > 0][facts.adults > 1];
}
inline Cents norm_of(const HouseholdFacts& facts, const MonthRules& rules) { return minimum_of(facts, rules).norm; }
inline Cents aow_of(const HouseholdFacts& facts, const MonthRules& rules) {
    return rules.aow[facts.adults != 1][static_cast<std::size_t>(facts.pensioners)];
}
inline Cents counted_income(const HouseholdFacts& facts, const MonthRules& rules) {
    return facts.work + facts.ww + facts.disability + facts.pension_supplement + aow_of(facts, rules) +
           (facts.studies ? rules.student : Cents(0));
}
// What bijstand fills up to: the norm, lower at 18-20 (parents are presumed to pay) and for those who share a home.
inline Cents bijstand_norm(const HouseholdFacts& h, const MonthRules& rules) {
    const Allowances& a = rules.now.allowances;
    const Cents couple = rules.minima[0][1].norm;
    // Nearly all households, in one question that the processor guesses right.
    if ((h.pensioners > 0) | (h.young + h.sharers == 0)) return norm_of(h, rules);
    if (h.young > 0) {  // two of 18-20 with children get more than twice the norm of one; so do mixed couples
        const Cents one = euros(a.young_single);
        const Cents children = h.adults > 1 && h.minors() > 0 ? euros(a.young_couple_children) - 2 * one : Cents(0);
        return h.young * one + scaled(couple, 0.5 * (h.adults - h.young)) + children;
    }
    const int persons = h.adults + h.sharers;
    return scaled(couple, (a.sharing_base + a.sharing_person * persons) / persons * h.adults);
}
inline MonthRules::Size size_of(const HouseholdFacts& facts, const MonthRules& rules) {
    const auto minors = static_cast<std::size_t>(facts.minors());
    return minors < MonthRules::most_minors ? rules.sizes[static_cast<std::size_t>(facts.adults)][minors]
                                            : rules.size_of(facts.adults, facts.minors());
}
inline Cents asset_limit_of(const HouseholdFacts& facts, const MonthRules& rules) {
    return rules.asset_limit[facts.adults > 1 || facts.minors() > 0];
}

// Minimaregelingen: who is entitled, and EUR a year in cents that a decision of today grants; cuts by the college act on
// what may lawfully be cut.
inline bool entitled(const Scheme& scheme, const HouseholdFacts& facts, int low_income_months, const MonthRules& rules) {
    if (scheme.families_only && facts.minors() == 0) return false;
    if (scheme.per_child && facts.minors() == 0) return false;
    // The individuele inkomenstoeslag is for long-term low incomes from 21 to the AOW age (art. 36 Participatiewet).
    if (scheme.low_income_months > 0.0 && (facts.pensioners > 0 || facts.young == facts.adults || low_income_months < scheme.low_income_months)) return false;
    if (facts.buffer > asset_limit_of(facts, rules)) return false;
    return counted_income(facts, rules) <= scaled(norm_of(facts, rules), scheme.limit);
}
Cents yearly_grant(const Scheme& scheme, const HouseholdFacts& facts, const Governance& governance);

// The facts of household row `household` on `day`.
HouseholdFacts facts_of(const World& world, std::size_t household, int day, const MonthRules& rules);

}  // namespace ontkoker
