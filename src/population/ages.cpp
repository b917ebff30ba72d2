// Ages of children and of their parents.
//
// Every family gets a draft of its children's ages (a middle and spacings); all drafts are then ranked and mapped onto
// the published ages. The mapping keeps the order, so siblings stay near each other and the published ages are met
// exactly.
#include <algorithm>

#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Age of mothers at the birth of the eldest child at home: mean 30.3 at a first birth (CBS, Geboorte, 2022); spread
// assumed.
constexpr double mother_at_birth = 30.3, mother_spread = 4.7;
constexpr std::int32_t youngest_mother = days_of_age(18), oldest_mother = days_of_age(46) - 1;
constexpr double father_at_birth = 32.5, father_spread = 5.0;
// Fathers are 2 to 3 years older than mothers (CBS); spread assumed.
constexpr double father_older = 2.3, father_older_spread = 3.2;
constexpr double single_mothers = 0.84;  // share of single parents who are women (CBS, Huishoudens, 2022, rounded)
// Years between siblings: at least 1.2, mean 2.7. Assumed.
constexpr double least_gap = 1.2 * days_per_year, more_gap = 1.5 * days_per_year, most_gap = 8.0 * days_per_year;
// Families with siblings at home have none older than about this in their middle; only children make up the tail.
constexpr std::size_t sibling_bands = 5;

// Age in days below which a share `u` of the children is.
double age_quantile(std::span<const std::int64_t> by_band, std::int64_t total, double u) {
    double wanted = u * static_cast<double>(total);
    for (std::size_t band = 0; band < by_band.size(); ++band) {
        const double here = static_cast<double>(by_band[band]);
        if (wanted < here) return 5.0 * days_per_year * (static_cast<double>(band) + wanted / here);
        wanted -= here;
    }
    return 5.0 * days_per_year * static_cast<double>(by_band.size());
}

// A first guess of the ages of one family's children, eldest first.
void draft_children(const HouseholdPlan& household, AgentKey key, double middle, const Draws& draws,
                    std::int32_t* age) {
    double span = 0.0;
    std::array<double, 8> before{};
    for (std::size_t k = 1; k < household.children; ++k) {
        const auto word = draw(draws, derived_key(key, 2, k), Decision::make_children, 0)[0];
        span += std::min(most_gap, least_gap + exponential(word, more_gap));
        before[k] = span;
    }
    // A family that would begin before birth begins in its first year instead.
    const double floor = span + days_per_year * unit(draw(draws, derived_key(key, 2, 0), Decision::make_children, 0)[0]);
    const double eldest = std::max(middle + 0.5 * span, floor);
    for (std::size_t k = 0; k < household.children; ++k)
        age[k] = static_cast<std::int32_t>(nearest(eldest - before[k]));
}

// Maps the drafts, by rank, onto ages that meet the targets.
void map_onto(std::vector<std::int32_t>& drafts, std::span<const std::int64_t> by_band) {
    std::vector<std::uint32_t> words(drafts.size());
    // Rows run from eldest to youngest within a family, so a tie must rank the later row as the younger.
    for (std::size_t i = 0; i < drafts.size(); ++i)
        words[i] = ~static_cast<std::uint32_t>(drafts[i] < 0 ? 0 : drafts[i]);
    const auto order = order_by(words);
    const auto ages = spread_ages(by_band, 0);
    for (std::size_t i = 0; i < order.size(); ++i) drafts[order[i]] = ages[ages.size() - 1 - i];
}

void plan_parents(HouseholdPlan& household, const std::int32_t* child_age, AgentKey key, const Draws& draws) {
    const auto words = draw(draws, key, Decision::make_adults, 0);
    const std::int32_t eldest = child_age[0], gap = eldest - child_age[household.children - 1];
    const bool woman = household.adults == 2 || happens(words[2], single_mothers);
    const double z = standard_normal(words[0]);
    const std::int32_t limit = days_of_age(100) - 1 - eldest;
    const auto drawn = static_cast<std::int32_t>(
        nearest(days_per_year * (woman ? mother_at_birth + mother_spread * z : father_at_birth + father_spread * z)));
    const std::int32_t latest = woman ? std::max(youngest_mother, oldest_mother - gap) : limit;
    household.woman[0] = woman;
    household.age[0] = eldest + std::clamp(drawn, youngest_mother, std::max(youngest_mother, std::min(latest, limit)));
    if (household.adults < 2) return;
    const auto older =
        static_cast<std::int32_t>(nearest(days_per_year * (father_older + father_older_spread * standard_normal(words[1]))));
    household.woman[1] = false;
    household.age[1] = std::max(eldest + youngest_mother, std::min(household.age[0] + older, days_of_age(100) - 1));
}

}  // namespace

std::vector<std::int64_t> child_targets(const Plan& plan, const Profile& profile) {
    return quotas(profile.ages_child, static_cast<std::int64_t>(plan.child_age.size()));
}

std::vector<std::int32_t> spread_ages(std::span<const std::int64_t> by_band, int youngest) {
    std::vector<std::int32_t> ages;
    for (std::size_t band = 0; band < by_band.size(); ++band) {
        const std::int64_t begin = std::max(days_of_age(static_cast<std::int64_t>(5 * band)), days_of_age(youngest));
        const std::int64_t length = days_of_age(static_cast<std::int64_t>(5 * band) + 5) - begin;
        for (std::int64_t j = 0; j < by_band[band]; ++j)
            ages.push_back(static_cast<std::int32_t>(begin + (2 * j + 1) * length / (2 * by_band[band])));
    }
    return ages;
}

void plan_ages(Plan& plan, const Profile& profile, std::span<const AgentKey> keys, const Draws& draws) {
    const auto targets = child_targets(plan, profile);
    const auto total = static_cast<std::int64_t>(plan.child_age.size());
    std::int64_t young = 0;
    for (std::size_t band = 0; band < sibling_bands; ++band) young += targets[band];
    const double siblings_below = total > 0 ? static_cast<double>(young) / static_cast<double>(total) : 1.0;
    for (std::size_t i = 0; i < plan.households.size(); ++i) {
        const HouseholdPlan& household = plan.households[i];
        if (household.children == 0) continue;
        double u = unit(draw(draws, keys[i], Decision::make_household, 0)[1]);
        // Children of single parents are older: parents separate in the course of time.
        if (household.adults == 1) u = 1.0 - (1.0 - u) * (1.0 - 0.4 * u);
        if (household.children > 1) u *= siblings_below;
        draft_children(household, keys[i], age_quantile(targets, total, u), draws,
                       &plan.child_age[household.first_child]);
    }
    map_onto(plan.child_age, targets);
    for (std::size_t i = 0; i < plan.households.size(); ++i) {
        HouseholdPlan& household = plan.households[i];
        if (household.children > 0) plan_parents(household, &plan.child_age[household.first_child], keys[i], draws);
    }
}

}  // namespace ontkoker::population
