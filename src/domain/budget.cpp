#include "ontkoker/domain/budget.h"

#include <algorithm>
#include <iterator>

namespace ontkoker {
namespace {

constexpr int adult_age = 18, low_norm_ends = 21, pension_age = 67;
constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;

Cents at_least_zero(Cents amount) { return std::max(amount, Cents(0)); }

// `most` less `taper` of the income above `free`.
Cents tapered(Cents most, double taper, Cents income, double free) {
    return at_least_zero(most - scaled(at_least_zero(income - euros(free)), taper));
}

Cents rent_of(const HouseholdFacts& h, const Parameters& now) {
    const Finances& f = now.finances;
    switch (h.tenure) {
        case Tenure::social: {
            const bool small = h.below_rent_age && h.minors() == 0;
            return euros(small ? std::min(now.allowances.young_rent, f.rent_social) : f.rent_social);
        }
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

// The allowance for `cost` of childcare: a share of it that falls with income.
struct Childcare {
    Cents cost, allowance;
};
Childcare childcare_of(const HouseholdFacts& h, const Allowances& a, Cents income) {
    if (!h.childcare || h.workers < h.adults) return {};
    const double small = a.childcare_hours_0_3 * h.children_0_3;
    const double larger = a.childcare_hours_4_11 * (h.children_4_5 + h.children_6_11);
    const double counted = small * std::min(a.childcare_price_0_3, a.childcare_cap_0_3) +
                           larger * std::min(a.childcare_price_4_11, a.childcare_cap_4_11);
    const double above = in_euros(at_least_zero(income - euros(a.childcare_free))) / 1000.0;
    const double share = std::max(a.childcare_least, a.childcare_most - a.childcare_taper * above);
    return {euros(small * a.childcare_price_0_3 + larger * a.childcare_price_4_11), euros(counted * share)};
}

// What a household may claim at `income`, by benefit.
struct Rights {
    Cents zorgtoeslag, huurtoeslag, kindgebonden, kinderopvang;
};
Rights rights_at(Cents income, const HouseholdFacts& h, Cents rent, const Parameters& now) {
    const Norms& n = now.norms;
    return {tapered(euros(h.adults > 1 ? n.zorgtoeslag_couple : n.zorgtoeslag_single), n.zorgtoeslag_taper, income,
                    n.zorgtoeslag_free * (h.adults > 1 ? n.couple_free_factor : 1.0)),
            rent_allowance(h, n, rent, income), child_budget(h, n, income), childcare_of(h, now.allowances, income).allowance};
}
Rights claimed(Rights all, std::uint8_t takes) {
    if (!(takes & takes_zorgtoeslag)) all.zorgtoeslag = Cents(0);
    if (!(takes & takes_huurtoeslag)) all.huurtoeslag = Cents(0);
    if (!(takes & takes_kindgebonden)) all.kindgebonden = Cents(0);
    return all;  // who uses childcare claims its allowance: the cost could not be borne otherwise
}

// Advances on the estimate, and what the income of the month itself gives.
void add_allowances(MonthBudget& b, Cents income, const HouseholdFacts& h, const Parameters& now) {
    const double lag = h.estimated ? std::min(1.0, now.allowances.estimate_lag * h.slack) : 0.0;
    b.estimate = income + scaled(h.estimate - income, lag);
    const Rights all = rights_at(income, h, b.rent, now);
    const Rights due = claimed(all, h.takes);
    const Rights paid = b.estimate == income ? due : claimed(rights_at(b.estimate, h, b.rent, now), h.takes);
    b.zorgtoeslag = paid.zorgtoeslag;
    b.huurtoeslag = paid.huurtoeslag;
    b.kindgebonden = paid.kindgebonden;
    b.kinderopvang = paid.kinderopvang;
    b.due = due.zorgtoeslag + due.huurtoeslag + due.kindgebonden + due.kinderopvang;
    b.childcare = childcare_of(h, now.allowances, income).cost;
    const Cents each[] = {all.zorgtoeslag, all.huurtoeslag, all.kindgebonden, all.kinderopvang};
    for (std::size_t k = 0; k < std::size(each); ++k)
        if (each[k] > Cents(0)) b.entitled |= static_cast<std::uint8_t>(2u << k);
    constexpr std::uint8_t asked_for = takes_zorgtoeslag | takes_huurtoeslag | takes_kindgebonden;
    b.unclaimed |= static_cast<std::uint8_t>(b.entitled & asked_for & ~h.takes);
}

// Special assistance on top of the low norm, as far as the case manager uses the room of the law: not above the norm
// from 21 on (art. 12 and 35 Participatiewet).
Cents topup_of(const HouseholdFacts& h, Cents income, const Parameters& now) {
    const Allowances& a = now.allowances;
    if (h.young == 0 || h.room >= a.topup_share) return Cents(0);
    const double generous = 1.0 + a.topup_spread * (1.0 - 2.0 * h.room / a.topup_share);
    return std::min(scaled(euros(a.topup_amount), generous), at_least_zero(norm_of(h, now) - income));
}

void add_bijstand(MonthBudget& b, Cents own, const HouseholdFacts& h, const Parameters& now) {
    if (!h.asks_bijstand || h.buffer > asset_limit_of(h, now)) return;
    const Cents short_of_norm = bijstand_norm(h, now) - own - h.bouwdepot;
    if (short_of_norm <= Cents(0)) return;
    // What is left out of earnings adds to bijstand; it opens no right to it.
    const Cents right = short_of_norm + (h.below_search_age ? scaled(h.work, now.allowances.free_earnings) : Cents(0));
    constexpr std::uint8_t bit = takes_bijstand;
    b.entitled |= bit;
    if (!(h.takes & bit)) {
        b.unclaimed |= bit;
        return;
    }
    const double paid = h.searching ? std::max(0.0, 1.0 - now.allowances.search_weeks / weeks_a_month) : 1.0;
    b.bijstand = scaled(right, paid);
    b.topup = scaled(topup_of(h, own + right + h.bouwdepot, now), paid);
}

}  // namespace

Cents norm_of(const HouseholdFacts& h, const Parameters& now) {
    if (h.pensioners > 0) return euros(h.adults > 1 ? now.norms.aow_couple : now.norms.aow_single);
    return euros(h.adults > 1 ? now.norms.bijstand_couple : now.norms.bijstand_single);
}

Cents bijstand_norm(const HouseholdFacts& h, const Parameters& now) {
    const Allowances& a = now.allowances;
    const Cents couple = euros(now.norms.bijstand_couple);
    if (h.pensioners > 0) return norm_of(h, now);
    if (h.young > 0) {  // two of 18-20 with children get more than twice the norm of one; so do mixed couples
        const Cents one = euros(a.young_single);
        const Cents children = h.adults > 1 && h.minors() > 0 ? euros(a.young_couple_children) - 2 * one : Cents(0);
        return h.young * one + scaled(couple, 0.5 * (h.adults - h.young)) + children;
    }
    if (h.sharers == 0) return norm_of(h, now);
    const int persons = h.adults + h.sharers;
    return scaled(couple, (a.sharing_base + a.sharing_person * persons) / persons * h.adults);
}

Cents counted_income(const HouseholdFacts& h, const Parameters& now) {
    return h.work + h.ww + h.disability + h.pension_supplement + aow_of(h, now.norms) +
           (h.studies ? euros(now.allowances.student_income) : Cents(0));
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
    b.bouwdepot = h.bouwdepot;
    if (h.studies) b.study = euros(now.allowances.student_income);
    b.rent = rent_of(h, now);
    const Cents own = counted_income(h, now);
    add_bijstand(b, own, h, now);
    add_allowances(b, own + b.bijstand, h, now);
    b.kinderbijslag = child_benefit(h, n);
    b.schemes = h.schemes;
    const int persons = h.adults + h.minors();
    b.energy = euros(now.finances.energy_base + now.finances.energy_person * (persons - 1));
    b.premium = euros(n.health_premium * h.adults);
    b.needs = euros(now.finances.needs_adult * (h.adults > 1 ? now.finances.needs_couple : 1.0) + now.finances.needs_child * h.minors());
    return b;
}

namespace {

// Ages and activities of the adults; returns the age of the eldest.
int look_at_adults(HouseholdFacts& facts, const World& world, std::size_t household, int day, const Norms& norms) {
    const Adults& a = world.adults;
    int eldest = 0;
    for (std::size_t slot = 2 * household; slot < 2 * household + 2; ++slot) {
        if (!world.has_adult(slot)) continue;
        switch (a.activity[slot]) {
            case Activity::work: facts.work += a.wage[slot]; ++facts.workers; break;
            case Activity::ww: facts.ww += scaled(a.wage[slot], norms.ww_share); break;
            case Activity::disability: facts.disability += scaled(a.wage[slot], norms.disability_share); break;
            case Activity::pension: facts.pension_supplement += a.wage[slot]; ++facts.pensioners; break;
            case Activity::none: break;
        }
        const int age = age_on(a.birth_day[slot], day);
        eldest = std::max(eldest, age);
        facts.young += age >= adult_age && age < low_norm_ends;
        if (age >= adult_age && age < pension_age) facts.asks_bijstand = true;
    }
    return eldest;
}

void look_at_children(HouseholdFacts& facts, const World& world, std::size_t household, int day, double sharing_age) {
    const Children& c = world.children;
    for (ChildId child = world.households.first_child[household]; child.exists(); child = c.next[child.index]) {
        const int age = age_on(c.birth_day[child.index], day);
        if (age < 6) {
            ++facts.children_0_5;
            ++(age < 4 ? facts.children_0_3 : facts.children_4_5);
        } else if (age < 12) ++facts.children_6_11;
        else if (age < 16) ++facts.children_12_15;
        else if (age < 18) ++facts.children_16_17;
        else {
            ++facts.children_18_up;
            facts.sharers += age >= sharing_age;
        }
    }
}

}  // namespace

HouseholdFacts facts_of(const World& world, std::size_t household, int day, const Parameters& now) {
    HouseholdFacts facts;
    const Households& h = world.households;
    const AllowanceState& state = h.allowance[household];
    const Allowances& a = now.allowances;
    facts.adults = world.adult_count(household);
    const int eldest = look_at_adults(facts, world, household, day, now.norms);
    look_at_children(facts, world, household, day, a.sharing_age);
    facts.buffer = h.buffer[household];
    for (const Cents granted : h.granted[household]) facts.schemes += granted;
    facts.tenure = h.tenure[household];
    facts.takes = h.takes[household];
    facts.below_search_age = eldest < a.search_age;
    facts.below_rent_age = eldest < a.young_rent_age;
    facts.searching = facts.below_search_age && !state.searched && !h.on_bijstand[household];
    if (state.bouwdepot_left > 0) facts.bouwdepot = euros(a.bouwdepot_amount);
    facts.estimate = state.estimate;
    facts.estimated = state.estimated;
    if (!state.known) return facts;
    const auto rank = [](std::uint8_t byte) { return (byte + 0.5) / 256.0; };
    const bool idle = facts.work + facts.ww + facts.disability == Cents(0);
    facts.studies = facts.young == facts.adults && idle && facts.minors() == 0 && !h.on_bijstand[household] &&
                    rank(state.student) < a.student_share;
    if (facts.studies) facts.asks_bijstand = false;
    facts.childcare = rank(state.childcare) < a.childcare_use;
    facts.room = rank(state.room);
    facts.slack = 2.0 * rank(state.slack);
    return facts;
}

}  // namespace ontkoker
