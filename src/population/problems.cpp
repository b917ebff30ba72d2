// Parents' problems (A5) and problematic debts, drawn jointly: every chance is logistic(intercept + sum of log odds
// ratios), with the intercept solved so that the published share comes out. So they go together without one causing the
// other.
#include <algorithm>

#include "ontkoker/core/portable_math.h"
#include "ontkoker/domain/budget.h"
#include "ontkoker/engine/parallel.h"
#include "ontkoker/population/population.h"
#include "quota.h"
#include "stages.h"

namespace ontkoker::population {
namespace {

// Log odds ratio of one yes-or-no trait that goes with the outcome.
struct Association {
    std::span<const std::uint8_t> has;
    double odds_ratio;
};

// Chances of `rows` such that they add up to `share` of the rows that take part.
std::vector<double> joint_chances(std::span<const std::uint8_t> takes_part, double share,
                                  std::span<const Association> associations) {
    std::vector<Cell> cells(std::size_t{1} << associations.size());
    for (std::size_t c = 0; c < cells.size(); ++c)
        for (std::size_t k = 0; k < associations.size(); ++k)
            if (c >> k & 1) cells[c].log_odds += portable_log(associations[k].odds_ratio);
    std::vector<std::uint8_t> cell_of(takes_part.size(), 0);
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < takes_part.size(); ++i) {
        if (!takes_part[i]) continue;
        for (std::size_t k = 0; k < associations.size(); ++k)
            if (associations[k].has[i]) cell_of[i] |= static_cast<std::uint8_t>(1 << k);
        ++cells[cell_of[i]].rows;
        ++rows;
    }
    std::vector<double> chances(takes_part.size(), 0.0);
    if (!(share > 0.0) || rows == 0) return chances;
    const double intercept = intercept_for(cells, share * static_cast<double>(rows));
    std::vector<double> by_cell;
    for (const Cell& cell : cells) by_cell.push_back(logistic(intercept + cell.log_odds));
    for (std::size_t i = 0; i < chances.size(); ++i)
        if (takes_part[i]) chances[i] = by_cell[cell_of[i]];
    return chances;
}

// Draws outcomes in groups (families, others), each with its own share and intercept.
class Outcomes {
public:
    Outcomes(const World& world, const Draws& draws)
        : draws_(draws),
          families_(world.household_rows(), 0),
          others_(world.household_rows(), 0),
          single_parents(world.household_rows(), 0) {
        for (std::size_t i = 0; i < families_.size(); ++i) {
            families_[i] = world.households.first_child[i].exists();
            others_[i] = !families_[i];
            single_parents[i] = families_[i] && world.adult_count(i) == 1;
        }
    }
    // `start` numbers the selection, so that each starts elsewhere.
    std::vector<std::uint8_t> pick(double share, double share_others, std::span<const Association> associations,
                                   std::span<const std::uint32_t> luck, std::uint16_t start) const {
        auto chances = joint_chances(families_, share, associations);
        const auto rest = joint_chances(others_, share_others, associations);
        for (std::size_t i = 0; i < chances.size(); ++i) chances[i] += rest[i];
        return choose_by_chance(chances, luck, draw(draws_, municipality_key, Decision::make_problems, start)[0]);
    }

private:
    const Draws& draws_;
    std::vector<std::uint8_t> families_, others_;

public:
    std::vector<std::uint8_t> single_parents;
};

// A debt is problematic when it cannot be paid off in three years. Marks who could not pay off one of the usual size out
// of what fixed costs and needs leave; such debts last, and others would be gone before the first year is out.
std::vector<std::uint8_t> cannot_repay(const World& world, const Parameters& now) {
    constexpr int months = 36;
    const MonthRules rules(now);
    std::vector<std::uint8_t> tight(world.household_rows());
    for_chunks(tight.size(), grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const MonthBudget budget = month_budget(facts_of(world, i, 0, rules), rules);
            tight[i] = months * (budget.income() - budget.fixed() - budget.needs) < euros(usual_debt);
        }
    });
    return tight;
}

}  // namespace

void make_problems(World& world, const Profile& profile, const Parameters& now, const Draws& draws) {
    Households& h = world.households;
    const Parents& p = now.parents;
    const Words words(draws, h.key, Decision::make_problems);
    const Outcomes outcomes(world, draws);
    const Association parent_alone{outcomes.single_parents, p.odds_mental_health_single_parent};
    const auto mental = outcomes.pick(p.mental_health, p.mental_health, std::array{parent_alone}, words.of[0], 0);
    const auto addicted = outcomes.pick(
        p.addiction, p.addiction, std::array{Association{mental, p.odds_addiction_mental_health}}, words.of[1], 1);
    const auto disabled = outcomes.pick(p.lvb, p.lvb, {}, words.of[2], 2);
    const auto conflicted =
        outcomes.pick(p.conflict, 0.0, std::array{Association{outcomes.single_parents, p.odds_conflict_single_parent}},
                      words.of[3], 3);
    for (std::size_t i = 0; i < h.key.size(); ++i)
        h.problems[i] = static_cast<std::uint8_t>((mental[i] ? mental_health : 0) | (addicted[i] ? addiction : 0) |
                                                  (disabled[i] ? lvb : 0) | (conflicted[i] ? conflict : 0));
    // Debts: one intercept for all households, as their share is published for all.
    const std::vector<std::uint8_t> all(h.key.size(), 1);
    const auto tight = cannot_repay(world, now);
    const std::array with{Association{mental, p.odds_debt_mental_health},
                          Association{outcomes.single_parents, p.odds_debt_single_parent},
                          Association{h.on_bijstand, p.odds_debt_bijstand}, Association{tight, p.odds_debt_tight}};
    const Words money(draws, h.key, Decision::make_money);
    h.problematic = choose_by_chance(joint_chances(all, debt_household_share(profile), with), money.of[1],
                                     draw(draws, municipality_key, Decision::make_money, 0)[0]);
}

}  // namespace ontkoker::population
