#include "ontkoker/domain/budget.h"

#include <algorithm>

namespace ontkoker {
namespace {

constexpr int pension_age = 67;

Cents at_least_zero(Cents amount) { return std::max(amount, Cents(0)); }

// `most` less `taper` of the income above `free`.
Cents tapered(Cents most, double taper, Cents income, double free) {
    return at_least_zero(most - scaled(at_least_zero(income - euros(free)), taper));
}

Cents rent_of(Tenure tenure, const Finances& f) {
    switch (tenure) {
        case Tenure::social: return euros(f.rent_social);
        case Tenure::private_rent: return euros(f.rent_private);
        case Tenure::owner: break;
    }
    return euros(f.owner_cost);
}

Cents rent_allowance(const HouseholdFacts& h, const Norms& n, Cents rent, Cents income) {
    if (h.tenure == Tenure::owner || rent > euros(n.huurtoeslag_rent_cap)) return Cents(0);
    const Cents covered = scaled(at_least_zero(rent - euros(n.huurtoeslag_own_share)), n.huurtoeslag_cover);
    return tapered(covered, n.huurtoeslag_taper, income, n.huurtoeslag_free * (h.adults > 1 ? n.couple_free_factor : 1.0));
}

Cents child_budget(const HouseholdFacts& h, const Norms& n, Cents income) {
    if (h.minors() == 0) return Cents(0);
    const bool alone = h.adults == 1;
    const double most = n.kindgebonden_child * h.minors() + n.kindgebonden_12_15 * h.children_12_15 +
                        n.kindgebonden_16_17 * h.children_16_17 + (alone ? n.kindgebonden_single_parent : 0.0);
    return tapered(euros(most / 12.0), n.kindgebonden_taper, income,
                   alone ? n.kindgebonden_free_single : n.kindgebonden_free_couple);
}

Cents child_benefit(const HouseholdFacts& h, const Norms& n) {
    return euros((n.kinderbijslag_0_5 * h.children_0_5 + n.kinderbijslag_6_11 * h.children_6_11 +
                  n.kinderbijslag_12_17 * (h.children_12_15 + h.children_16_17)) / 3.0);
}

Cents aow_of(const HouseholdFacts& h, const Norms& n) {
    if (h.pensioners == 0) return Cents(0);
    return euros(h.adults == 1 ? n.aow_single : n.aow_couple * 0.5 * h.pensioners);
}

}  // namespace

Cents norm_of(const HouseholdFacts& h, const Parameters& now) {
    if (h.pensioners > 0) return euros(h.adults > 1 ? now.norms.aow_couple : now.norms.aow_single);
    return euros(h.adults > 1 ? now.norms.bijstand_couple : now.norms.bijstand_single);
}

Cents counted_income(const HouseholdFacts& h, const Parameters& now) {
    return h.work + h.ww + h.disability + h.pension_supplement + aow_of(h, now.norms);
}

Cents asset_limit_of(const HouseholdFacts& h, const Parameters& now) {
    return euros(h.adults > 1 || h.minors() > 0 ? now.norms.asset_limit_family : now.norms.asset_limit_single);
}

MonthBudget month_budget(const HouseholdFacts& h, const Parameters& now) {
    const Norms& n = now.norms;
    MonthBudget b;
    b.work = h.work;
    b.ww = h.ww;
    b.disability = h.disability;
    b.pension_supplement = h.pension_supplement;
    b.aow = aow_of(h, n);
    const Cents own = counted_income(h, now);
    if ((h.takes & takes_bijstand) && h.asks_bijstand && h.buffer <= asset_limit_of(h, now))
        b.bijstand = at_least_zero(norm_of(h, now) - own);
    const Cents income = own + b.bijstand;
    b.rent = rent_of(h.tenure, now.finances);
    if (h.takes & takes_zorgtoeslag)
        b.zorgtoeslag = tapered(euros(h.adults > 1 ? n.zorgtoeslag_couple : n.zorgtoeslag_single), n.zorgtoeslag_taper, income,
                                n.zorgtoeslag_free * (h.adults > 1 ? n.couple_free_factor : 1.0));
    if (h.takes & takes_huurtoeslag) b.huurtoeslag = rent_allowance(h, n, b.rent, income);
    if (h.takes & takes_kindgebonden) b.kindgebonden = child_budget(h, n, income);
    b.kinderbijslag = child_benefit(h, n);
    b.schemes = h.schemes;
    const int persons = h.adults + h.minors();
    b.energy = euros(now.finances.energy_base + now.finances.energy_person * (persons - 1));
    b.premium = euros(n.health_premium * h.adults);
    b.needs = euros(now.finances.needs_adult * (h.adults > 1 ? now.finances.needs_couple : 1.0) + now.finances.needs_child * h.minors());
    return b;
}

HouseholdFacts facts_of(const World& world, std::size_t household, int day, const Parameters& now) {
    HouseholdFacts facts;
    const Households& h = world.households;
    const Adults& a = world.adults;
    facts.adults = world.adult_count(household);
    for (std::size_t slot = 2 * household; slot < 2 * household + 2; ++slot) {
        if (!world.has_adult(slot)) continue;
        switch (a.activity[slot]) {
            case Activity::work: facts.work += a.wage[slot]; break;
            case Activity::ww: facts.ww += scaled(a.wage[slot], now.norms.ww_share); break;
            case Activity::disability: facts.disability += scaled(a.wage[slot], now.norms.disability_share); break;
            case Activity::pension: facts.pension_supplement += a.wage[slot]; ++facts.pensioners; break;
            case Activity::none: break;
        }
        if (age_on(a.birth_day[slot], day) < pension_age && age_on(a.birth_day[slot], day) >= 21) facts.asks_bijstand = true;
    }
    for (ChildId child = h.first_child[household]; child.exists(); child = world.children.next[child.index]) {
        const int age = age_on(world.children.birth_day[child.index], day);
        if (age < 6) ++facts.children_0_5;
        else if (age < 12) ++facts.children_6_11;
        else if (age < 16) ++facts.children_12_15;
        else if (age < 18) ++facts.children_16_17;
        else ++facts.children_18_up;
    }
    facts.buffer = h.buffer[household];
    for (const Cents granted : h.granted[household]) facts.schemes += granted;
    facts.tenure = h.tenure[household];
    facts.takes = h.takes[household];
    return facts;
}

}  // namespace ontkoker
