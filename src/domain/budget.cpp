#include "ontkoker/domain/budget.h"

#include <algorithm>

#include "budget_rules.h"

namespace ontkoker {
namespace {

using budget_rules::at_least_zero;

// The youngest age in whole years that is not below `age`.
int whole_age(double age) {
    const int whole = static_cast<int>(age);
    return whole < age ? whole + 1 : whole;
}

MonthRules::Home home_of(double rent, const Norms& n) {
    const Cents cents = euros(rent);
    if (cents > euros(n.huurtoeslag_rent_cap)) return {cents, Cents(0)};
    return {cents, scaled(at_least_zero(cents - euros(n.huurtoeslag_own_share)), n.huurtoeslag_cover)};
}

MonthRules::Minimum minimum_at(double euros_a_month, const Parameters& now) {
    const Cents norm = euros(euros_a_month);
    MonthRules::Minimum minimum{norm, scaled(norm, minimum_border), scaled(norm, low_border), scaled(norm, band_border),
                                scaled(norm, now.norms.beslagvrije_voet), {}};
    for (const Scheme& scheme : now.schemes) minimum.schemes = std::max(minimum.schemes, scaled(norm, scheme.limit));
    return minimum;
}

}  // namespace

MonthRules::MonthRules(const Parameters& parameters) : now(parameters) {
    const Norms& n = now.norms;
    const Allowances& a = now.allowances;
    const Finances& f = now.finances;
    minima = {{{minimum_at(n.bijstand_single, now), minimum_at(n.bijstand_couple, now)},
               {minimum_at(n.aow_single, now), minimum_at(n.aow_couple, now)}}};
    aow = {{{Cents(0), euros(n.aow_single), euros(n.aow_single)}, {Cents(0), euros(n.aow_couple * 0.5 * 1), euros(n.aow_couple * 0.5 * 2)}}};
    asset_limit = {euros(n.asset_limit_single), euros(n.asset_limit_family)};
    zorgtoeslag = {euros(n.zorgtoeslag_single), euros(n.zorgtoeslag_couple)};
    zorgtoeslag_free = {euros(n.zorgtoeslag_free), euros(n.zorgtoeslag_free * n.couple_free_factor)};
    huurtoeslag_free = {euros(n.huurtoeslag_free), euros(n.huurtoeslag_free * n.couple_free_factor)};
    kindgebonden_free = {euros(n.kindgebonden_free_single), euros(n.kindgebonden_free_couple)};
    homes = {home_of(f.rent_social, n), home_of(f.rent_private, n), Home{euros(f.owner_cost), Cents(0)},
             home_of(std::min(a.young_rent, f.rent_social), n)};
    wage_share = {0.0, 1.0, n.ww_share, n.disability_share, 1.0};
    student = euros(a.student_income);
    bouwdepot = euros(a.bouwdepot_amount);
    childcare_free = euros(a.childcare_free);
    search_age = whole_age(a.search_age);
    young_rent_age = whole_age(a.young_rent_age);
    sharing_age = whole_age(a.sharing_age);
    for (std::size_t adults = 0; adults < sizes.size(); ++adults)
        for (std::size_t minors = 0; minors < most_minors; ++minors)
            sizes[adults][minors] = size_of(static_cast<int>(adults), static_cast<int>(minors));
}

MonthRules::Size MonthRules::size_of(int adults, int minors) const {
    const Finances& f = now.finances;
    Size size;
    size.energy = euros(f.energy_base + f.energy_person * (adults + minors - 1));
    size.premium = euros(now.norms.health_premium * adults);
    size.needs = euros(f.needs_adult * (adults > 1 ? f.needs_couple : 1.0) + f.needs_child * minors);
    size.needs_to_cut = scaled(size.needs, 1.0 - f.needs_floor);
    size.wished_buffer = scaled(size.needs, f.buffer_months);
    return size;
}

MonthBudget month_budget(const HouseholdFacts& facts, const MonthRules& rules) { return budget_rules::budget(facts, rules); }

HouseholdFacts facts_of(const World& world, std::size_t household, int day, const MonthRules& rules) {
    return budget_rules::facts(world, household, day, rules);
}

}  // namespace ontkoker
