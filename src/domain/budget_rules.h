// The rules behind facts_of() and month_budget(), open to the compiler: settle_household_money works them out for every
// household in every month, and made part of its loop they need no room in memory for what they hand on. Everybody else
// calls them through budget.h.
#pragma once
#include <algorithm>
#include <array>
#include <iterator>

#include "ontkoker/domain/budget.h"

namespace ontkoker::budget_rules {

constexpr int adult_age = 18, low_norm_ends = 21, pension_age = 67;
constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;

constexpr Cents at_least_zero(Cents amount) { return Cents(amount.count > 0 ? amount.count : 0); }

// `most` less `taper` of the income above `free`.
inline Cents tapered(Cents most, double taper, Cents income, Cents free) {
    return at_least_zero(most - scaled(at_least_zero(income - free), taper));
}

inline const MonthRules::Home& home_of(const HouseholdFacts& h, const MonthRules& rules) {
    const bool small = h.tenure == Tenure::social && h.below_rent_age && h.minors() == 0;
    return rules.homes[small ? MonthRules::small_home : static_cast<std::size_t>(h.tenure)];
}

inline Cents child_budget(const HouseholdFacts& h, const MonthRules& rules, Cents income) {
    if (h.minors() == 0) return Cents(0);
    const Norms& n = rules.now.norms;
    const bool alone = h.adults == 1;
    const double most = n.kindgebonden_child * h.minors() + n.kindgebonden_12_15 * h.children_12_15 +
                        n.kindgebonden_16_17 * h.children_16_17 + (alone ? n.kindgebonden_single_parent : 0.0);
    return tapered(euros(most / 12.0), n.kindgebonden_taper, income, rules.kindgebonden_free[!alone]);
}

inline Cents child_benefit(const HouseholdFacts& h, const Norms& n) {
    if (h.minors() == 0) return Cents(0);
    return euros((n.kinderbijslag_0_5 * h.children_0_5 + n.kinderbijslag_6_11 * h.children_6_11 +
                  n.kinderbijslag_12_17 * (h.children_12_15 + h.children_16_17)) / 3.0);
}

// The allowance for `cost` of childcare: a share of it that falls with income.
struct Childcare {
    Cents cost, allowance;
};
inline Childcare childcare_of(const HouseholdFacts& h, const MonthRules& rules, Cents income) {
    const int larger_children = h.children_4_5 + h.children_6_11;
    if (!h.childcare || h.workers < h.adults || h.children_0_3 + larger_children == 0) return {};
    const Allowances& a = rules.now.allowances;
    const double small = a.childcare_hours_0_3 * h.children_0_3;
    const double larger = a.childcare_hours_4_11 * larger_children;
    const double counted = small * std::min(a.childcare_price_0_3, a.childcare_cap_0_3) +
                           larger * std::min(a.childcare_price_4_11, a.childcare_cap_4_11);
    const double above = in_euros(at_least_zero(income - rules.childcare_free)) / 1000.0;
    const double share = std::max(a.childcare_least, a.childcare_most - a.childcare_taper * above);
    return {euros(small * a.childcare_price_0_3 + larger * a.childcare_price_4_11), euros(counted * share)};
}

// What a household may claim at `income`, by benefit; the cost of its childcare.
struct Rights {
    Cents zorgtoeslag, huurtoeslag, kindgebonden, kinderopvang, childcare;
};
inline Rights rights_at(Cents income, const HouseholdFacts& h, const MonthRules& rules) {
    const Norms& n = rules.now.norms;
    const bool couple = h.adults > 1;
    const Childcare care = childcare_of(h, rules, income);
    return {tapered(rules.zorgtoeslag[couple], n.zorgtoeslag_taper, income, rules.zorgtoeslag_free[couple]),
            tapered(home_of(h, rules).covered, n.huurtoeslag_taper, income, rules.huurtoeslag_free[couple]),
            child_budget(h, rules, income), care.allowance, care.cost};
}
inline Rights claimed(Rights all, std::uint8_t takes) {
    if (!(takes & takes_zorgtoeslag)) all.zorgtoeslag = Cents(0);
    if (!(takes & takes_huurtoeslag)) all.huurtoeslag = Cents(0);
    if (!(takes & takes_kindgebonden)) all.kindgebonden = Cents(0);
    return all;  // who uses childcare claims its allowance: the cost could not be borne otherwise
}

// Income as the tax office has it: of a change since the last month part only.
inline Cents estimate_of(Cents income, const HouseholdFacts& h, const MonthRules& rules) {
    if (!h.estimated || h.estimate == income) return income;
    return income + scaled(h.estimate - income, std::min(1.0, rules.now.allowances.estimate_lag * h.slack));
}

// Advances on the estimate, and what the income of the month itself gives.
inline void add_allowances(MonthBudget& b, Cents income, const HouseholdFacts& h, const MonthRules& rules) {
    b.estimate = estimate_of(income, h, rules);
    const Rights all = rights_at(income, h, rules);
    const Rights due = claimed(all, h.takes);
    const Rights paid = b.estimate == income ? due : claimed(rights_at(b.estimate, h, rules), h.takes);
    b.zorgtoeslag = paid.zorgtoeslag;
    b.huurtoeslag = paid.huurtoeslag;
    b.kindgebonden = paid.kindgebonden;
    b.kinderopvang = paid.kinderopvang;
    b.due = due.zorgtoeslag + due.huurtoeslag + due.kindgebonden + due.kinderopvang;
    b.childcare = all.childcare;
    const Cents each[] = {all.zorgtoeslag, all.huurtoeslag, all.kindgebonden, all.kinderopvang};
    for (std::size_t k = 0; k < std::size(each); ++k)
        if (each[k] > Cents(0)) b.entitled |= static_cast<std::uint8_t>(2u << k);
    constexpr std::uint8_t asked_for = takes_zorgtoeslag | takes_huurtoeslag | takes_kindgebonden;
    b.unclaimed |= static_cast<std::uint8_t>(b.entitled & asked_for & ~h.takes);
}

// Special assistance on top of the low norm, as far as the case manager uses the room of the law: not above the norm
// from 21 on (art. 12 and 35 Participatiewet).
inline Cents topup_of(const HouseholdFacts& h, Cents income, const MonthRules& rules) {
    const Allowances& a = rules.now.allowances;
    if (h.young == 0 || h.room >= a.topup_share) return Cents(0);
    const double generous = 1.0 + a.topup_spread * (1.0 - 2.0 * h.room / a.topup_share);
    return std::min(scaled(euros(a.topup_amount), generous), at_least_zero(norm_of(h, rules) - income));
}

inline void add_bijstand(MonthBudget& b, Cents own, const HouseholdFacts& h, const MonthRules& rules) {
    const Cents short_of_norm = bijstand_norm(h, rules) - own - h.bouwdepot;
    if (short_of_norm <= Cents(0) || !h.asks_bijstand || h.buffer > asset_limit_of(h, rules)) return;
    // What is left out of earnings adds to bijstand; it opens no right to it.
    const Cents right = short_of_norm + (h.below_search_age ? scaled(h.work, rules.now.allowances.free_earnings) : Cents(0));
    constexpr std::uint8_t bit = takes_bijstand;
    b.entitled |= bit;
    if (!(h.takes & bit)) {
        b.unclaimed |= bit;
        return;
    }
    const double paid = h.searching ? std::max(0.0, 1.0 - rules.now.allowances.search_weeks / weeks_a_month) : 1.0;
    b.bijstand = scaled(right, paid);
    b.topup = scaled(topup_of(h, own + right + h.bouwdepot, rules), paid);
}

[[gnu::always_inline]] inline MonthBudget budget(const HouseholdFacts& h, const MonthRules& rules) {
    MonthBudget b;
    b.work = h.work;
    b.ww = h.ww;
    b.disability = h.disability;
    b.pension_supplement = h.pension_supplement;
    b.aow = aow_of(h, rules);
    b.bouwdepot = h.bouwdepot;
    if (h.studies) b.study = rules.student;
    b.rent = home_of(h, rules).rent;
    const Cents own = counted_income(h, rules);
    add_bijstand(b, own, h, rules);
    add_allowances(b, own + b.bijstand, h, rules);
    b.kinderbijslag = child_benefit(h, rules.now.norms);
    b.schemes = h.schemes;
    const MonthRules::Size size = size_of(h, rules);
    b.energy = size.energy;
    b.premium = size.premium;
    b.needs = size.needs;
    return b;
}

// Adds up incomes and activities of the adults; returns the birth day of the eldest. Without branches on what differs from
// one household to the next: a wrong guess of the processor costs more than all of it.
inline std::int32_t look_at_adults(HouseholdFacts& facts, const World& world, std::size_t household, int day, const MonthRules& rules) {
    const Adults& a = world.adults;
    const std::int32_t grown = born_by(adult_age, day), full_norm = born_by(low_norm_ends, day), retired = born_by(pension_age, day);
    std::array<Cents, MonthRules::activities> income{};
    std::array<int, MonthRules::activities> adults{};
    std::int32_t eldest = day;
    facts.adults = 0;
    for (std::size_t slot = 2 * household; slot < 2 * household + 2; ++slot) {
        const bool there = world.has_adult(slot);
        const std::int32_t born = a.birth_day[slot];   // long before all others where nobody is
        const auto activity = static_cast<std::size_t>(a.activity[slot]);   // none where nobody is
        income[activity] += scaled(a.wage[slot], rules.wage_share[activity]);
        adults[activity] += there;
        eldest = std::min(eldest, there ? born : day);
        facts.young += (born <= grown) & (born > full_norm);
        facts.asks_bijstand |= (born <= grown) & (born > retired);
        facts.adults += there;
    }
    facts.work = income[static_cast<std::size_t>(Activity::work)];
    facts.ww = income[static_cast<std::size_t>(Activity::ww)];
    facts.disability = income[static_cast<std::size_t>(Activity::disability)];
    facts.pension_supplement = income[static_cast<std::size_t>(Activity::pension)];
    facts.workers = adults[static_cast<std::size_t>(Activity::work)];
    facts.pensioners = adults[static_cast<std::size_t>(Activity::pension)];
    return eldest;
}

inline void look_at_children(HouseholdFacts& facts, const World& world, std::size_t household, int day, int sharing_age) {
    const Children& c = world.children;
    ChildId child = world.households.first_child[household];
    if (!child.exists()) return;
    const std::array<std::int32_t, 6> from = {born_by(4, day),  born_by(6, day),         born_by(12, day),
                                              born_by(16, day), born_by(adult_age, day), born_by(std::max(sharing_age, adult_age), day)};
    std::array<int, 6> older{};   // children of that age and over
    int all = 0;
    for (; child.exists(); child = c.next[child.index], ++all)
        for (std::size_t k = 0; k < from.size(); ++k) older[k] += c.birth_day[child.index] <= from[k];
    facts.children_0_3 = all - older[0];
    facts.children_4_5 = older[0] - older[1];
    facts.children_0_5 = all - older[1];
    facts.children_6_11 = older[1] - older[2];
    facts.children_12_15 = older[2] - older[3];
    facts.children_16_17 = older[3] - older[4];
    facts.children_18_up = older[4];
    facts.sharers = older[5];
}

[[gnu::always_inline]] inline HouseholdFacts facts(const World& world, std::size_t household, int day, const MonthRules& rules) {
    HouseholdFacts facts;
    const Households& h = world.households;
    const AllowanceState& state = h.allowance[household];
    const Allowances& a = rules.now.allowances;
    const std::int32_t eldest = look_at_adults(facts, world, household, day, rules);
    look_at_children(facts, world, household, day, rules.sharing_age);
    facts.buffer = h.buffer[household];
    if (h.claims[household])
        for (const Cents granted : h.granted[household]) facts.schemes += granted;
    facts.tenure = h.tenure[household];
    facts.takes = h.takes[household];
    facts.below_search_age = eldest > born_by(rules.search_age, day);
    facts.below_rent_age = eldest > born_by(rules.young_rent_age, day);
    facts.searching = facts.below_search_age && !state.searched && !h.on_bijstand[household];
    if (state.bouwdepot_left > 0) facts.bouwdepot = rules.bouwdepot;
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

}  // namespace ontkoker::budget_rules
