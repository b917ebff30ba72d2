// The stages in which a population is made, in this order, and what they share.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ontkoker/domain/config.h"
#include "ontkoker/domain/decisions.h"
#include "ontkoker/domain/parameters.h"
#include "ontkoker/domain/world.h"
#include "ontkoker/engine/draws.h"

namespace ontkoker::population {

constexpr int pension_age = 67;
constexpr std::size_t band_count = 20;  // five-year bands 0-4 ... 95 and older
constexpr std::size_t grain = 8192;     // rows per chunk of a parallel loop; changes no bit

// First day of life, counted from birth, on which someone has the age of `years` (see age_on).
constexpr std::int32_t days_of_age(std::int64_t years) {
    return static_cast<std::int32_t>((years * 146097 + 399) / 400);
}
// Five-year band of someone `days` old.
constexpr std::size_t band_of(std::int32_t days) {
    const std::size_t band = static_cast<std::size_t>(age_on(0, days)) / 5;
    return band < band_count ? band : band_count - 1;
}

// Registered problematic debts: median, EUR. Assumed; the mean at application for debt help is EUR 40,170 (NVVK, 2022), but
// those who apply have more debts than those who do not.
constexpr double usual_debt = 9000;

// Who lives in a household; ages in days on day 0.
struct HouseholdPlan {
    std::uint8_t adults = 1, children = 0;
    bool woman[2] = {false, false};
    std::int32_t age[2] = {0, 0};
    std::uint32_t first_child = 0;  // row in Plan::child_age; the eldest first
};
struct Plan {
    std::vector<HouseholdPlan> households;
    std::vector<std::int32_t> child_age;
};

// Words of block 0 for many agents: words[k][i] is word k of agent i.
struct Words {
    std::array<std::vector<std::uint32_t>, 4> of;
    Words(const Draws& draws, std::span<const AgentKey> agents, Decision decision);
};
inline std::array<std::uint32_t, 4> draw(const Draws& draws, AgentKey agent, Decision decision, std::uint16_t block) {
    return draws.block({agent, static_cast<std::uint16_t>(decision), 0, block});
}
// Words that belong to the municipality as a whole: the starts of systematic selections.
constexpr AgentKey municipality_key{};

// 1. Types of households and numbers of children.
Plan plan_households(const Profile& profile, std::span<const AgentKey> keys, const Draws& draws);
// 2. Ages of children, their parents and the other adults.
void plan_ages(Plan& plan, const Profile& profile, std::span<const AgentKey> keys, const Draws& draws);
void plan_childless_ages(Plan& plan, const Profile& profile, std::span<const AgentKey> keys, const Draws& draws);
// Helpers of stage 2: targets by band, and ages in days spread evenly over the bands (youngest first).
std::vector<std::int64_t> child_targets(const Plan& plan, const Profile& profile);
std::vector<std::int32_t> spread_ages(std::span<const std::int64_t> by_band, int youngest);

// 3. Work, benefits, tenure, wages. `at_minimum` marks households at the social minimum without bijstand.
void make_work(World& world, const Profile& profile, const Parameters& now, const Draws& draws,
               std::vector<std::uint8_t>& at_minimum);
void make_wages(World& world, const Profile& profile, const Parameters& now, const Draws& draws,
                std::span<const std::uint8_t> at_minimum);
// 4. Parents' problems and who has problematic debts, drawn jointly.
void make_problems(World& world, const Profile& profile, const Parameters& now, const Draws& draws);
// 5. Debts, claims, buffer, habits, stress.
void make_money(World& world, const Profile& profile, const Parameters& now, const Draws& draws);
// 6. Groups and loads of children.
void make_youth(World& world, const Parameters& now, const Draws& draws);

// Expected births and deaths a year by the tables at factor 1.
double expected_births(const World& world, const Parameters& now);
double expected_deaths(const World& world, const Parameters& now);

}  // namespace ontkoker::population
