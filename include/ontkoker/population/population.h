// Makes the first population of one municipality: every household and person on day 0, fitted to its published figures.
//
// Fitted exactly (whole numbers by largest remainder; draws decide only who): households, their types and numbers of
// children, ages of children, persons with bijstand, ww and disability benefit, households at the social minimum,
// tenure, groups of children. Ages of adults follow the published ages as far as the ages of parents leave room.
// Fitted in expectation: shares of problems and debts (intercepts solved for the declared odds ratios), take-up.
// Fitted by solving one scale for all wages and pensions: the mean standardised income.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/domain/budget.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/world.h"
#include "ontkoker/engine/draws.h"

namespace ontkoker {

// The world without services and stocks of help. Household row i of the full population has key i + 1, its adult s
// derived_key(household, 1, s), its child k (eldest first) derived_key(household, 2, k). `sample` n keeps rows 0, n,
// 2n ... of the full population, each as it is there. The birth and death factors are those of the full population.
World build_population(const Profile& profile, const Parameters& now, const Draws& draws, int sample);

// Divides the income of a household so that households of different sizes can be compared (CBS, equivalence factors).
// Counts adults in the slots and minors; adult children keep their own money.
double equivalence_factor(const HouseholdFacts& facts);
// Disposable income a month after the health premium, divided by the equivalence factor.
Cents standardised_income(const HouseholdFacts& facts, const MonthRules& rules);
// Share of households with problematic debts that belongs to the published share of persons.
double debt_household_share(const Profile& profile);

// One published figure against the made population.
struct FitRow {
    std::string name, unit;
    double published = 0, made = 0;
};
// Counts of a sampled world are multiplied by `sample`.
std::vector<FitRow> population_fit(const World& world, const Profile& profile, const Parameters& now, int sample = 1);

}  // namespace ontkoker
