// Types of households and numbers of children: exact quotas, dealt out in the order of each household's word.
#include <algorithm>

#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Single parents by number of children at home (1, 2, 3, 4 and more). Assumed, after the national pattern of CBS
// 71486NED.
constexpr std::array<double, 4> single_parent_children{0.58, 0.31, 0.085, 0.025};
constexpr int most_children = 6;

struct Shape {
    std::uint8_t adults, children;
    std::int64_t households;
};

// Large families: of those with at least n children a share `more` has n + 1 or more, up to six. Solved so that the
// number of children at home comes near the published one, within what is plausible.
double share_with_more(double large, double wanted) {
    double low = 0.1, high = 0.5;
    for (int i = 0; i < 40; ++i) {
        const double q = 0.5 * (low + high);
        (large * (3.0 + q + q * q + q * q * q) < wanted ? low : high) = q;
    }
    return 0.5 * (low + high);
}

double sum_of(std::span<const double> values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum;
}

// Couples with 1, 2, 3 ... children: what sizes 3, 4, 5 and more leave after the single parents in them.
std::vector<std::int64_t> couples_by_children(const Profile& p, std::int64_t couples,
                                              const std::vector<std::int64_t>& alone, std::int64_t alone_children) {
    const double bigger = p.size_3 + p.size_4 + p.size_5;
    const double base = bigger > 0.0 ? static_cast<double>(couples + alone[1] + alone[2] + alone[3]) / bigger : 0.0;
    const std::array<double, 3> left{std::max(0.0, p.size_3 * base - static_cast<double>(alone[1])),
                                     std::max(0.0, p.size_4 * base - static_cast<double>(alone[2])),
                                     std::max(0.0, p.size_5 * base - static_cast<double>(alone[3]))};
    const auto by_size = quotas(left, couples);
    const double all_children = p.population * sum_of(p.ages_child) / std::max(1.0, sum_of(p.ages));
    const double in_large = all_children - static_cast<double>(alone_children + by_size[0] + 2 * by_size[1]);
    const double q = share_with_more(static_cast<double>(by_size[2]), in_large);
    const std::array<double, 4> large{1.0 - q, q * (1.0 - q), q * q * (1.0 - q), q * q * q};
    std::vector<std::int64_t> counts{by_size[0], by_size[1]};
    for (const std::int64_t count : quotas(large, by_size[2])) counts.push_back(count);
    return counts;
}

std::vector<Shape> shapes_of(const Profile& p) {
    const std::array<double, 4> shares{p.single_person, p.couple_no_children, p.couple_children, p.single_parent};
    const auto types = quotas(shares, nearest(p.households));
    const auto alone = quotas(single_parent_children, types[3]);
    std::vector<Shape> shapes{{1, 0, types[0]}, {2, 0, types[1]}};
    std::int64_t alone_children = 0;
    for (std::size_t i = 0; i < alone.size(); ++i) {
        shapes.push_back({1, static_cast<std::uint8_t>(i + 1), alone[i]});
        alone_children += static_cast<std::int64_t>(i + 1) * alone[i];
    }
    const auto couples = couples_by_children(p, types[2], alone, alone_children);
    for (std::size_t i = 0; i < couples.size() && i < most_children; ++i)
        shapes.push_back({2, static_cast<std::uint8_t>(i + 1), couples[i]});
    return shapes;
}

}  // namespace

Words::Words(const Draws& draws, std::span<const AgentKey> agents, Decision decision) {
    for (auto& words : of) words.resize(agents.size());
    draws.fill(agents, static_cast<std::uint16_t>(decision), 0, {of[0], of[1], of[2], of[3]});
}

Plan plan_households(const Profile& profile, std::span<const AgentKey> keys, const Draws& draws) {
    Plan plan;
    plan.households.resize(keys.size());
    const Words words(draws, keys, Decision::make_household);
    const auto order = order_by(words.of[0]);
    std::size_t next = 0;
    for (const Shape& shape : shapes_of(profile)) {
        for (std::int64_t i = 0; i < shape.households && next < order.size(); ++i, ++next) {
            plan.households[order[next]].adults = shape.adults;
            plan.households[order[next]].children = shape.children;
        }
    }
    std::uint32_t children = 0;
    for (HouseholdPlan& household : plan.households) {
        household.first_child = children;
        children += household.children;
    }
    plan.child_age.resize(children);
    return plan;
}

}  // namespace ontkoker::population
