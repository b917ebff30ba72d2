// Wages and pensions: lognormal, correlated within couples, all times one scale at which the mean standardised income
// is the published one. Households marked at the social minimum are brought under it, all others above it. Tenure
// follows income.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/engine/parallel.h"
#include "ontkoker/population/population.h"
#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Spread of log wages and of pensions on top of AOW, and the part of the variance that partners share. Assumed.
constexpr double wage_spread = 0.45, pension_spread = 0.8, shared_part = 0.3;
constexpr double pension_level = 0.42;  // mean supplement against a full wage. Assumed.
// Hours: net yearly incomes of women with a partner against men (CBS, Inkomen van personen, 2022; rounded).
constexpr double partnered_woman = 0.70, partnered_man = 1.10;
// At the social minimum: from half the norm up to the norm. Above: at least 1.1% above the norm, and for households
// that would fall below, an exponential step of 30% of the norm more. Assumed.
constexpr double lowest_at_minimum = 0.5, lowest_above = 1.011, step_above = 0.30;
// Tenure: weight of social renting falls with income (relative to the mean); owners are rare among the lowest incomes
// (CBS 83841NED, 2021: 0.8% of owners and 14.7% of tenants are at the minimum). Strengths assumed.
constexpr double social_slope = 3.5, social_single_parent = 1.8, social_bijstand = 3.0;
constexpr double private_slope = 0.8, private_young = 3.0, private_alone = 1.5;
constexpr std::size_t rows_to_solve = 60000;

double age_factor(int age) {  // career (CBS, Inkomen van personen, 2022; rounded)
    if (age < 25) return 0.60;
    if (age < 30) return 0.85;
    return age < 35 ? 0.95 : 1.05;
}

// What a household earns at most (at the minimum) or is brought to when it falls below the least (others).
struct Bounds {
    bool at_minimum = false;
    double share = 0;  // of the norm
};
Bounds bounds_of(bool at_minimum, std::uint32_t word) {
    if (at_minimum) return {true, lowest_at_minimum + (1.0 - lowest_at_minimum) * unit(word)};
    return {false, lowest_above + exponential(word, step_above)};
}

// Changes the wages of household i so that its counted income is `wanted`, leaving AOW as it is.
void bring_to(World& world, std::size_t i, const HouseholdFacts& facts, Cents wanted, const MonthRules& rules) {
    Adults& a = world.adults;
    const Cents own = facts.work + facts.ww + facts.disability + facts.pension_supplement;
    const Cents base = counted_income(facts, rules) - own;
    const Cents left = std::max(wanted - base, Cents(0));
    if (own > Cents(0)) {
        const double factor = static_cast<double>(left.count) / static_cast<double>(own.count);
        for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
            if (world.has_adult(slot) && a.activity[slot] != Activity::none)
                a.wage[slot] = scaled(a.wage[slot], factor);
    }
}

// Sets the wages of household i at `scale`.
void set_wages(World& world, std::size_t i, std::span<const double> relative, double scale, Bounds bounds,
               const MonthRules& rules) {
    Adults& a = world.adults;
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        if (world.has_adult(slot)) a.wage[slot] = euros(std::max(1.0, relative[slot] * scale));
    if (world.households.on_bijstand[i]) return;
    const HouseholdFacts facts = facts_of(world, i, 0, rules);
    const Cents norm = norm_of(facts, rules), counted = counted_income(facts, rules);
    if (bounds.at_minimum) {
        const bool pensioners = facts.pensioners == facts.adults;  // AOW is the norm: nothing on top
        bring_to(world, i, facts, std::min(counted, pensioners ? norm : scaled(norm, bounds.share)), rules);
    } else if (counted < scaled(norm, lowest_above)) {
        bring_to(world, i, facts, scaled(norm, bounds.share), rules);
    }
}

// The wage of every slot before the common scale; mean about 1 for a full working life.
std::vector<double> relative_wages(const World& world, const Draws& draws) {
    const Adults& a = world.adults;
    const Words own(draws, a.key, Decision::make_work), home(draws, world.households.key, Decision::make_work);
    std::vector<double> relative(a.key.size(), 0.0);
    const double shared = std::sqrt(shared_part), apart = std::sqrt(1.0 - shared_part);
    for_chunks(a.key.size(), grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t slot = begin; slot < end; ++slot) {
            if (!world.has_adult(slot)) continue;
            const double z = shared * standard_normal(home.of[0][slot / 2]) + apart * standard_normal(own.of[0][slot]);
            const int age = age_on(a.birth_day[slot], 0);
            const bool pension = age >= pension_age;
            const double spread = pension ? pension_spread : wage_spread;
            double level = pension ? pension_level : age_factor(age);
            if (world.adult_count(slot / 2) == 2) level *= a.woman[slot] ? partnered_woman : partnered_man;
            relative[slot] = level * portable_exp(spread * z - 0.5 * spread * spread);
        }
    });
    return relative;
}

class Scale {
public:
    Scale(World& world, const Parameters& now, const Draws& draws, std::span<const std::uint8_t> at_minimum)
        : world_(world),
          rules_(now),
          relative_(relative_wages(world, draws)),
          bounds_(world.household_rows()) {
        const Words words(draws, world.households.key, Decision::make_work);
        for (std::size_t i = 0; i < bounds_.size(); ++i) bounds_[i] = bounds_of(at_minimum[i], words.of[3][i]);
    }

    void set(std::size_t i, double scale) { set_wages(world_, i, relative_, scale, bounds_[i], rules_); }
    void set_all(double scale) {
        for_chunks(world_.household_rows(), grain, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) set(i, scale);
        });
    }
    // The scale at which the mean standardised income of every n-th household is `wanted` EUR a month.
    double solve(double wanted) {
        const std::size_t rows = world_.household_rows();
        const std::size_t stride = std::max<std::size_t>(1, rows / rows_to_solve);
        const std::size_t count = (rows + stride - 1) / stride;
        std::vector<std::int64_t> sums(chunk_count(count, grain));
        double low = 0.05 * wanted, high = 4.0 * wanted;
        for (int round = 0; round < 22; ++round) {
            const double scale = 0.5 * (low + high);
            for_chunks(count, grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
                sums[chunk] = 0;
                for (std::size_t i = begin * stride; i < end * stride; i += stride) {
                    set(i, scale);
                    sums[chunk] += standardised_income(facts_of(world_, i, 0, rules_), rules_).count;
                }
            });
            const std::int64_t sum = std::accumulate(sums.begin(), sums.end(), std::int64_t{0});
            (static_cast<double>(sum) < 100.0 * wanted * static_cast<double>(count) ? low : high) = scale;
        }
        return 0.5 * (low + high);
    }

private:
    World& world_;
    MonthRules rules_;
    std::vector<double> relative_;
    std::vector<Bounds> bounds_;   // by household
};

// Which allowances households ask for once they are entitled (CPB: take-up; recipients of bijstand nearly always).
void choose_allowances(World& world, const Parameters& now, const Draws& draws,
                       std::span<const std::uint8_t> at_minimum) {
    constexpr double with_bijstand = 0.98;  // CPB, non-take-up of 1 to 2% among recipients
    Households& h = world.households;
    const Words words(draws, h.key, Decision::make_claims);
    const Finances& f = now.finances;
    for (std::size_t i = 0; i < h.key.size(); ++i) {
        const bool bijstand = h.on_bijstand[i];
        const auto asks = [&](int k, double chance) {
            return happens(words.of[static_cast<std::size_t>(k)][i], chance);
        };
        std::uint8_t takes = 0;
        if (bijstand || (!at_minimum[i] && asks(0, f.bijstand_take_up))) takes |= takes_bijstand;
        if (asks(1, bijstand ? with_bijstand : f.zorgtoeslag_take_up)) takes |= takes_zorgtoeslag;
        if (asks(2, bijstand ? with_bijstand : f.huurtoeslag_take_up)) takes |= takes_huurtoeslag;
        if (asks(3, bijstand ? with_bijstand : f.kindgebonden_take_up)) takes |= takes_kindgebonden;
        h.takes[i] = takes;
    }
}

// Social rent, private rent and owners in the published shares.
void choose_tenure(World& world, const Profile& profile, const Parameters& now, const Draws& draws) {
    Households& h = world.households;
    const std::size_t rows = h.key.size();
    const Words words(draws, h.key, Decision::make_household);
    const MonthRules rules(now);
    const double mean = profile.income * 1000.0 / 12.0;
    std::vector<double> social(rows), other(rows);
    for_chunks(rows, grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const HouseholdFacts facts = facts_of(world, i, 0, rules);
            Cents income = counted_income(facts, rules);
            if (h.on_bijstand[i]) income = norm_of(facts, rules);
            const double ratio = in_euros(income) / (mean * equivalence_factor(facts));
            const bool parent = facts.adults == 1 && h.first_child[i].exists();
            social[i] = portable_exp(-social_slope * ratio) * (parent ? social_single_parent : 1.0) *
                        (h.on_bijstand[i] ? social_bijstand : 1.0);
            const bool young = age_on(world.adults.birth_day[2 * i], 0) < 35;
            other[i] = portable_exp(-private_slope * ratio) * (young ? private_young : 1.0) *
                       (facts.adults == 1 ? private_alone : 1.0);
        }
    });
    const std::vector<std::uint8_t> one(rows, 1);
    const double count = static_cast<double>(rows);
    const auto is_social = choose_by_weight(social, one, words.of[2], nearest(profile.social_rented * count));
    for (std::size_t i = 0; i < rows; ++i)
        if (is_social[i]) other[i] = 0.0;
    const double private_share = std::max(0.0, profile.rented - profile.social_rented);
    const auto is_private = choose_by_weight(other, one, words.of[3], nearest(private_share * count));
    for (std::size_t i = 0; i < rows; ++i)
        h.tenure[i] = is_social[i] ? Tenure::social : is_private[i] ? Tenure::private_rent : Tenure::owner;
}

}  // namespace

void make_wages(World& world, const Profile& profile, const Parameters& now, const Draws& draws,
                std::span<const std::uint8_t> at_minimum) {
    const double mean = profile.income * 1000.0 / 12.0;
    choose_allowances(world, now, draws, at_minimum);
    Scale scale(world, now, draws, at_minimum);
    scale.set_all(mean);  // near enough to rank households by income
    choose_tenure(world, profile, now, draws);
    scale.set_all(scale.solve(mean));
}

}  // namespace ontkoker::population
