// Debts, claims of schemes, savings, habits and stress of every household on day 0. Households do not touch each other.
#include <algorithm>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/debts.h"
#include "ontkoker/engine/parallel.h"
#include "ontkoker/population/population.h"
#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Registered problematic debts: lognormal around the usual size, mean about EUR 16,500. Assumed.
constexpr double debt_spread = 1.1, debt_most = 250000;
constexpr double arrears_least = 12, arrears_most = 60;   // months. Assumed.
constexpr double small_arrears_share = 0.06;              // further households, assumed
constexpr double small_median = 500, small_spread = 0.7;  // EUR, assumed
// Months that households have had a low income: exponential, with the yearly chances to stay of CBS 83841NED 2022-2024
// (households with bijstand 0.93, all households at or under 110% of the social minimum 0.84).
constexpr double stay_bijstand = 0.93, stay_other = 0.84;
// Savings: wished months of needs, times the square of income relative to the mean (at most 3), lognormal. Assumed.
constexpr double most_relative = 3.0, saving_spread = 0.9, with_debts = 0.1;

struct Household {
    std::size_t i;
    HouseholdFacts facts;
    MonthBudget budget;
    Cents counted;  // income that counts for schemes and the minimum, bijstand included
    Cents norm;
};

void make_debt(Households& h, const Household& one, bool small, const Parameters& now, const Draws& draws) {
    const auto size = draw(draws, h.key[one.i], Decision::make_money, 0);
    const auto more = draw(draws, h.key[one.i], Decision::make_money, 1);
    if (h.problematic[one.i]) {
        const double amount = usual_debt * portable_exp(debt_spread * standard_normal(size[2]));
        h.debt[one.i] = euros(std::clamp(amount, std::max(1.0, now.finances.problematic_debt), debt_most));
        const double least = std::max(arrears_least, now.finances.problematic_months);
        h.arrears_months[one.i] =
            static_cast<std::uint8_t>(least + unit(more[0]) * std::max(0.0, arrears_most - least) + 0.5);
    } else if (small) {
        const double amount = small_median * portable_exp(small_spread * standard_normal(more[1]));
        h.debt[one.i] = euros(std::clamp(amount, 50.0, std::max(50.0, 0.9 * now.finances.problematic_debt)));
        const double months = std::max(1.0, now.finances.problematic_months - 1.0);
        h.arrears_months[one.i] = static_cast<std::uint8_t>(1.0 + unit(more[0]) * (months - 1.0) + 0.5);
    }
}

// To whom: tenants may owe rent, the rest is shared between preferential and other creditors.
void make_debt_kinds(Households& h, const Household& one, const Parameters& now, const Draws& draws) {
    if (h.debt[one.i] <= Cents(0)) return;
    const auto words = draw(draws, h.key[one.i], Decision::make_debts, 0);
    if (h.tenure[one.i] != Tenure::owner && happens(words[0], now.housing.arrears_start)) {
        const double months = exponential(words[1], now.housing.arrears_start_months);
        h.owed[one.i].rent = std::min(h.debt[one.i], scaled(one.budget.rent, months));
    }
    h.owed[one.i].preferential = scaled(h.debt[one.i] - h.owed[one.i].rent, now.finances.start_preferential);
}

// Who is in an arrangement or under bewind on day 0.
void make_debt_help(Households& h, const Household& one, const Parameters& now, const Draws& draws) {
    if (!h.problematic[one.i]) return;
    const DebtHelp& d = now.debt_help;
    const auto words = draw(draws, h.key[one.i], Decision::make_debts, 1);
    h.owed[one.i].bewind = happens(words[0], d.bewind_start);
    if (!happens(words[1], d.term_start)) {
        h.deadlock[one.i].failed_help = happens(draw(draws, h.key[one.i], Decision::deadlock_start, 0)[0], now.doorbraak.failed_start);
        return;
    }
    const bool credit = happens(words[2], d.credit_share);
    h.debt_help[one.i] = DebtHelpState::term;
    h.term_left[one.i] = static_cast<std::uint8_t>(1.0 + unit(words[3]) * (d.term_months - 1.0) + 0.5);
    h.owed[one.i].arrangement = credit ? Arrangement::credit : Arrangement::voluntary;
}

void make_buffer(Households& h, const Household& one, double mean_income, const MonthRules& rules, const Draws& draws) {
    const double ratio = in_euros(standardised_income(one.facts, rules)) / mean_income;
    const double months =
        rules.now.finances.buffer_months * std::clamp(ratio * ratio, 0.0, most_relative) *
        portable_exp(saving_spread * standard_normal(draw(draws, h.key[one.i], Decision::make_money, 0)[0]));
    Cents buffer = scaled(one.budget.needs, h.problematic[one.i] ? with_debts * months : months);
    if (h.on_bijstand[one.i]) buffer = std::min(buffer, asset_limit_of(one.facts, rules));
    h.buffer[one.i] = buffer;
}

// How long the income has been low (at or under 110% of the norm).
void make_low_income(Households& h, const Household& one, const Draws& draws) {
    h.band[one.i] = band_of(one.counted, one.norm);
    h.under_minimum[one.i] = h.band[one.i] == IncomeBand::minimum;
    if (one.counted > scaled(one.norm, low_border)) return;
    const double mean = -12.0 / portable_log(h.on_bijstand[one.i] ? stay_bijstand : stay_other);
    const double months = 1.0 + exponential(draw(draws, h.key[one.i], Decision::make_claims, 3)[0], mean);
    h.low_income_months[one.i] = static_cast<std::uint8_t>(std::min(255.0, months));
}

// Schemes that the household is entitled to and claims on day 0.
void make_claims(Households& h, const Household& one, const MonthRules& rules, const Draws& draws) {
    const auto first = draw(draws, h.key[one.i], Decision::make_claims, 1);
    const auto second = draw(draws, h.key[one.i], Decision::make_claims, 2);
    const int minors = one.facts.minors();
    for (std::size_t k = 0; k < std::min(rules.now.schemes.size(), most_schemes); ++k) {
        const Scheme& scheme = rules.now.schemes[k];
        const bool entitled = one.counted <= scaled(one.norm, scheme.limit) &&
                              h.buffer[one.i] <= asset_limit_of(one.facts, rules) &&
                              h.low_income_months[one.i] >= scheme.low_income_months &&
                              (minors > 0 || !(scheme.families_only || scheme.per_child));
        const std::uint32_t word = k < 4 ? first[k] : second[k - 4];
        if (!entitled || !happens(word, std::max(scheme.take_up_start, scheme.automatic))) continue;
        h.claims[one.i] |= static_cast<std::uint8_t>(1 << k);
        h.granted[one.i][k] = euros(scheme.amount / 12.0 * (scheme.per_child ? minors : 1));
    }
}

// Stress at the level to which debts and shortage lead in the long run, and the habit of spending that goes with the
// income.
void make_stress(Households& h, const Household& one, const Parameters& now) {
    Cents schemes;
    for (const Cents granted : h.granted[one.i]) schemes += granted;
    const Cents income = one.budget.income() + schemes;
    const Cents left = income - one.budget.fixed() - one.budget.needs;
    h.habit[one.i] = scaled(std::max(left, Cents(0)), now.finances.spending_share);
    const double needs = std::max(1.0, static_cast<double>(one.budget.needs.count));
    const bool buffered = h.buffer[one.i] >= one.budget.needs;
    const double without =
        buffered ? 0.0 : std::clamp(static_cast<double>(-left.count) / needs, 0.0, 1.0 - now.finances.needs_floor);
    const double yearly = 12.0 * static_cast<double>(std::max<std::int64_t>(income.count, 50000));
    const double debts = std::min(1.0, static_cast<double>(h.debt[one.i].count) / yearly);
    const Stress& s = now.stress;
    h.stress[one.i] = Level::from(std::min(1.0, s.from_shortfall * std::min(1.0, 4.0 * without) + s.from_debt * debts +
                                                    (h.problematic[one.i] ? s.from_problematic : 0.0)));
    h.trust[one.i] = Level::from(now.access.trust_start);
}

}  // namespace

void make_money(World& world, const Profile& profile, const Parameters& now, const Draws& draws) {
    Households& h = world.households;
    const MonthRules rules(now);
    const double mean_income = std::max(1.0, profile.income * 1000.0 / 12.0);
    std::vector<double> chances(h.key.size());
    for (std::size_t i = 0; i < chances.size(); ++i) chances[i] = h.problematic[i] ? 0.0 : small_arrears_share;
    const Words words(draws, h.key, Decision::make_money);
    const auto small =
        choose_by_chance(chances, words.of[3], draw(draws, municipality_key, Decision::make_money, 1)[0]);
    for_chunks(h.key.size(), grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Household one{i, facts_of(world, i, 0, rules), {}, {}, {}};
            one.budget = month_budget(one.facts, rules);
            one.norm = norm_of(one.facts, rules);
            one.counted = counted_income(one.facts, rules) + one.budget.bijstand;
            make_debt(h, one, small[i], now, draws);
            make_debt_kinds(h, one, now, draws);
            make_debt_help(h, one, now, draws);
            make_buffer(h, one, mean_income, rules, draws);
            make_low_income(h, one, draws);
            make_claims(h, one, rules, draws);
            make_stress(h, one, now);
        }
    });
}

}  // namespace ontkoker::population
