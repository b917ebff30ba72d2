// Ages of adults without children at home: what the published ages leave after children at home and parents, divided
// over people alone and couples by the national pattern.
#include <algorithm>

#include "ontkoker/core/portable_math.h"
#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Share living alone of those who live alone or with a partner without children, by five-year band (bands below 15 have
// none). CBS 71488ned, 2020, Netherlands.
constexpr std::array<double, band_count> alone_share{0,     0,     0,     0.839, 0.663, 0.469, 0.471,
                                                     0.565, 0.589, 0.543, 0.440, 0.324, 0.267, 0.255,
                                                     0.274, 0.339, 0.455, 0.618, 0.777, 0.904};
constexpr int youngest_adult = 18;  // the few who leave home earlier are made 18
constexpr double partner_spread = 2.0;  // years; partners differ by about 2.8 in standard deviation. Assumed.
constexpr double woman_younger = 0.75;  // share of couples in which the woman is the younger. Assumed.

// Share of women among those who live alone, by age (CBS, Huishoudens; rounded).
double women_alone(int age) {
    if (age < 30) return 0.46;
    if (age < 65) return 0.42;
    return age < 80 ? 0.62 : 0.75;
}

// Adults without children at home by band.
std::vector<std::int64_t> childless_by_band(const Plan& plan, const Profile& profile) {
    double persons = 0.0;
    for (const double count : profile.ages) persons += count;
    const double scale = persons > 0.0 ? profile.population / persons : 0.0;
    const auto children = child_targets(plan, profile);
    std::vector<double> adults(band_count, 0.0);
    for (std::size_t band = 3; band < band_count; ++band)
        adults[band] = std::max(0.0, profile.ages[band] * scale - static_cast<double>(children[band]));
    std::int64_t all = 0, childless = 0;
    std::array<std::int64_t, band_count> parents{};
    for (const HouseholdPlan& household : plan.households) {
        all += household.adults;
        if (household.children == 0)
            childless += household.adults;
        else
            for (int s = 0; s < household.adults; ++s) ++parents[band_of(household.age[s])];
    }
    const auto targets = quotas(adults, all);
    std::vector<double> left(band_count, 0.0);
    for (std::size_t band = 3; band < band_count; ++band)
        left[band] = static_cast<double>(std::max<std::int64_t>(0, targets[band] - parents[band]));
    return quotas(left, childless);
}

// How many of `people` by band live alone: the national odds, all times one factor so that `alone` come out.
std::vector<std::int64_t> alone_by_band(const std::vector<std::int64_t>& people, std::int64_t alone) {
    std::vector<Cell> cells;
    std::vector<double> log_odds(band_count, 0.0);
    for (std::size_t band = 3; band < band_count; ++band) {
        log_odds[band] = portable_log(alone_share[band] / (1.0 - alone_share[band]));
        cells.push_back({people[band], log_odds[band]});
    }
    const double shift = intercept_for(cells, static_cast<double>(alone));
    std::vector<double> wanted(band_count, 0.0);
    for (std::size_t band = 3; band < band_count; ++band)
        wanted[band] = static_cast<double>(people[band]) * logistic(shift + log_odds[band]);
    auto whole = quotas(wanted, alone);
    for (std::size_t band = 0; band < band_count; ++band) whole[band] = std::min(whole[band], people[band]);
    return whole;
}

// Ages of couples: neighbours in a list that is out of order by a few years. Two a couple, couples in order of age.
std::vector<std::int32_t> paired(const std::vector<std::int32_t>& ages, std::span<const std::uint32_t> couples,
                                 std::span<const AgentKey> keys, const Draws& draws) {
    std::vector<std::uint32_t> shaken(ages.size());
    for (std::size_t j = 0; j < ages.size(); ++j) {
        const auto words = draw(draws, keys[couples[j / 2]], Decision::make_adults, 1);
        const double shift = days_per_year * partner_spread * standard_normal(words[j % 2]);
        shaken[j] = static_cast<std::uint32_t>(std::max<std::int64_t>(0, ages[j] + nearest(shift) + 10000));
    }
    const auto order = order_by(shaken);
    std::vector<std::int32_t> pairs(ages.size());
    for (std::size_t j = 0; j < ages.size(); ++j) pairs[j] = ages[order[j]];
    return pairs;
}

}  // namespace

void plan_childless_ages(Plan& plan, const Profile& profile, std::span<const AgentKey> keys, const Draws& draws) {
    const Words words(draws, keys, Decision::make_adults);
    std::vector<std::uint32_t> alone, couples;
    for (const std::uint32_t row : order_by(words.of[3])) {
        if (plan.households[row].children > 0) continue;
        (plan.households[row].adults == 1 ? alone : couples).push_back(row);
    }
    auto people = childless_by_band(plan, profile);
    const auto alone_counts = alone_by_band(people, static_cast<std::int64_t>(alone.size()));
    for (std::size_t band = 0; band < band_count; ++band) people[band] -= alone_counts[band];
    const auto alone_ages = spread_ages(alone_counts, youngest_adult);
    const auto pairs = paired(spread_ages(people, youngest_adult), couples, keys, draws);
    for (std::size_t j = 0; j < alone.size(); ++j) {
        HouseholdPlan& household = plan.households[alone[j]];
        household.age[0] = alone_ages[std::min(j, alone_ages.size() - 1)];
        household.woman[0] = happens(words.of[2][alone[j]], women_alone(age_on(0, household.age[0])));
    }
    for (std::size_t j = 0; j < couples.size() && 2 * j + 1 < pairs.size(); ++j) {
        HouseholdPlan& household = plan.households[couples[j]];
        const auto [younger, older] = std::minmax(pairs[2 * j], pairs[2 * j + 1]);
        const bool usual = happens(words.of[2][couples[j]], woman_younger);
        household.woman[0] = true;
        household.age[0] = usual ? younger : older;
        household.age[1] = usual ? older : younger;
    }
}

}  // namespace ontkoker::population
