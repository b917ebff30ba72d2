// Who has bijstand, who else is at the social minimum, and what every adult does.
#include <algorithm>

#include "ontkoker/domain/budget.h"
#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Relative chances to be at or under 101% of the social minimum, by type of household: the shares of CBS 83841NED, 2021
// (single below pension age 12.9%, single parent with minors 17.8%, couple with minors 2.2%, couple without 2.1%).
constexpr double low_single = 12.9, low_parent = 17.8, low_parent_adults = 8.0, low_couple = 2.1,
                 low_couple_children = 2.2;
constexpr double low_pension_single = 11.6, low_pension_couple = 3.3;
// Nearly a third of the households at the minimum live on a pension and three in twenty on work (CBS 83841NED, 2021):
// what is left of a household type's chance once those on bijstand are apart.
constexpr double without_bijstand = 0.3;
constexpr double young_single_factor = 0.3;  // singles under 27, many of whom study. Assumed.

struct Facts {
    HouseholdFacts now;
    bool single_parent = false;
    int eldest = 0;  // age of the elder adult
};

Facts look(const World& world, std::size_t i, const MonthRules& rules) {
    Facts facts{facts_of(world, i, 0, rules)};
    facts.single_parent = facts.now.adults == 1 && world.households.first_child[i].exists();
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        if (world.has_adult(slot)) facts.eldest = std::max(facts.eldest, age_on(world.adults.birth_day[slot], 0));
    return facts;
}

double low_income_weight(const Facts& facts) {
    if (facts.eldest >= pension_age) return facts.now.adults == 1 ? low_pension_single : low_pension_couple;
    if (facts.now.adults == 2) return facts.now.minors() > 0 ? low_couple_children : low_couple;
    if (facts.single_parent) return facts.now.minors() > 0 ? low_parent : low_parent_adults;
    return facts.eldest < 27 ? young_single_factor * low_single : low_single;
}

void choose_low_incomes(World& world, const Profile& profile, const Parameters& now, const Draws& draws,
                        std::vector<std::uint8_t>& at_minimum) {
    const MonthRules rules(now);
    const std::size_t rows = world.household_rows();
    const Words words(draws, world.households.key, Decision::make_work);
    std::vector<double> weights(rows), others(rows);
    std::vector<std::uint8_t> adults(rows);
    const std::vector<std::uint8_t> one(rows, 1);
    for (std::size_t i = 0; i < rows; ++i) {
        const Facts facts = look(world, i, rules);
        adults[i] = static_cast<std::uint8_t>(facts.now.adults);
        const double weight = low_income_weight(facts);
        const bool pensioner = facts.eldest >= pension_age;
        weights[i] = !pensioner && facts.now.asks_bijstand ? weight : 0.0;
        others[i] = pensioner ? weight : without_bijstand * weight;
    }
    world.households.on_bijstand = choose_by_weight(weights, adults, words.of[1], nearest(profile.bijstand));
    std::int64_t on_bijstand = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        on_bijstand += world.households.on_bijstand[i];
        if (world.households.on_bijstand[i]) others[i] = 0.0;
    }
    const std::int64_t wanted = nearest(profile.social_minimum * static_cast<double>(rows));
    at_minimum = choose_by_weight(others, one, words.of[2], std::max<std::int64_t>(0, wanted - on_bijstand));
}

// Disability benefits rise with age (UWV; rounded).
double disability_weight(int age) {
    if (age < 35) return 1.0;
    return age < 50 ? 2.0 : 4.0;
}

// Chance that one of two partners has no income of their own. Assumed, after net labour participation by age (CBS,
// 2022).
double no_work_chance(int age, bool woman) {
    if (age >= 60) return woman ? 0.35 : 0.20;
    return woman ? 0.14 : 0.05;
}

// Marks `count` adults of working age without bijstand, who do nothing else yet, with `activity`.
void choose_benefit(World& world, Activity activity, double count, std::span<const std::uint32_t> luck) {
    Adults& a = world.adults;
    std::vector<double> weights(a.key.size(), 0.0);
    const std::vector<std::uint8_t> one(a.key.size(), 1);
    for (std::size_t slot = 0; slot < weights.size(); ++slot) {
        if (!world.has_adult(slot) || world.households.on_bijstand[slot / 2] || a.activity[slot] != Activity::work)
            continue;
        const int age = age_on(a.birth_day[slot], 0);
        weights[slot] = activity == Activity::disability ? disability_weight(age) : 1.0;
    }
    const auto chosen = choose_by_weight(weights, one, luck, nearest(count));
    for (std::size_t slot = 0; slot < weights.size(); ++slot)
        if (chosen[slot]) a.activity[slot] = activity;
}

// In some couples one partner has no income.
void choose_no_work(World& world, std::span<const std::uint32_t> luck) {
    Adults& a = world.adults;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        if (world.adult_count(i) < 2) continue;
        for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot) {
            if (a.activity[slot] != Activity::work || a.activity[slot ^ 1] == Activity::none) continue;
            if (happens(luck[slot], no_work_chance(age_on(a.birth_day[slot], 0), a.woman[slot])))
                a.activity[slot] = Activity::none;
        }
    }
}

}  // namespace

void make_work(World& world, const Profile& profile, const Parameters& now, const Draws& draws,
               std::vector<std::uint8_t>& at_minimum) {
    choose_low_incomes(world, profile, now, draws, at_minimum);
    Adults& a = world.adults;
    for (std::size_t slot = 0; slot < a.key.size(); ++slot) {
        if (!world.has_adult(slot)) continue;
        if (age_on(a.birth_day[slot], 0) >= pension_age)
            a.activity[slot] = Activity::pension;
        else
            a.activity[slot] = world.households.on_bijstand[slot / 2] ? Activity::none : Activity::work;
    }
    const Words words(draws, a.key, Decision::make_work);
    choose_benefit(world, Activity::ww, profile.ww, words.of[1]);
    choose_benefit(world, Activity::disability, profile.disability, words.of[2]);
    choose_no_work(world, words.of[3]);
    const double most = std::max(1.0, std::min(255.0, now.finances.ww_months));
    for (std::size_t slot = 0; slot < a.key.size(); ++slot) {
        if (!world.has_adult(slot) || a.activity[slot] != Activity::ww) continue;
        const auto word = draw(draws, a.key[slot], Decision::make_work, 1)[0];
        a.ww_left[slot] = static_cast<std::uint8_t>(1.0 + unit(word) * (most - 1.0) + 0.5);
    }
}

}  // namespace ontkoker::population
