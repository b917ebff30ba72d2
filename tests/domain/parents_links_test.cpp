// A5: parents' own problems raise the problems of children apart from money.
#include <cmath>
#include <tuple>

#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace parents_links_test {

// Money has no cause in anything: no load from stress, no stress, no fewer claims, no other intake.
void money_causes_nothing(Parameters& p) {
    p.children.livelihood_stress = 0.0;
    p.stress.from_shortfall = p.stress.from_debt = p.stress.from_problematic = p.stress.narrowing = 0.0;
    p.finances.new_debt_stress = 0.0;
    p.safety.stress = 0.0;
}

TEST_CASE("A5: taking money problems away leaves the rest of the load, bit for bit", "[a5]") {
    const Town base = town_of("heusden", 2);
    Town relieved = base;
    Households& h = relieved.world.households;
    for (std::size_t i = 0; i < relieved.world.household_rows(); ++i) {
        h.debt[i] = Cents(0);
        h.stress[i] = Level{};
        h.problematic[i] = h.under_minimum[i] = h.arrears_months[i] = 0;
    }
    relieved.world.total_debt = 0;
    Town as_is = base;
    const std::vector<std::string_view> parents_and_children = {"change_parents_problems", "develop_children"};
    for (Town* town : {&as_is, &relieved}) {
        for (HelpState& state : town->world.children.help) state = HelpState::none;
        town->now.children.livelihood_stress = 2.0;
        town->run(steps_a_year, parents_and_children);
    }
    CHECK(relieved.children().own == as_is.children().own);
    CHECK(relieved.children().family == as_is.children().family);
    CHECK(relieved.homes().problems == as_is.homes().problems);
    CHECK(sum_of(relieved.children().family) > 0);
    CHECK(sum_of(relieved.children().livelihood) < sum_of(as_is.children().livelihood));
}

TEST_CASE("A5: debts and stress put upon every family move nothing in youth care once their links are nil", "[a5]") {
    // Money reaches youth care by the load of children, by the hours of an intake and by the plan that follows it, by
    // reports, by arrears that the access hears of, and by housing that refuses.
    Town base = town_of("heusden", 2);
    base.now.college.budget_rule = base.now.children.livelihood_stress = 0.0;
    base.now.safety.stress = 0.0;
    base.now.access.broad_hours = base.now.access.triage_speed = base.now.access.team_substitution = 0.0;
    base.now.entry.data_sharing = base.now.entry.uncovers = base.now.entry.neighbour_takes = 0.0;
    const auto indebted = [](Town town) {
        Households& h = town.world.households;
        for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
            if (!h.occupied[i]) continue;
            h.debt[i] += euros(5000);
            h.stress[i] = Level{Level::one};
            town.world.total_debt += euros(5000).count;
        }
        return town;
    };
    const auto requests_and_starts = [](Town town) {
        town.closes_months = false;
        town.run(steps_a_year);
        CHECK(broken_monthly_laws(town.world).empty());
        return std::tuple(town.world.tally.requests, town.world.tally.starts, town.world.tally.spending, sum_of(town.children().own));
    };
    const auto as_is = requests_and_starts(base);
    CHECK(requests_and_starts(indebted(base)) == as_is);
    const auto with = [&](auto change) {
        Town town = base;
        change(town.now);
        return std::pair(requests_and_starts(indebted(town)), requests_and_starts(town));
    };
    const auto by_load = with([](Parameters& p) { p.children.livelihood_stress = 2.0; });
    CHECK(std::get<0>(by_load.first) > std::get<0>(by_load.second));
    const auto by_hours = with([](Parameters& p) { p.access.broad_hours = 16.0; });
    CHECK(by_hours.first != by_hours.second);
    const auto by_plan = with([](Parameters& p) {
        p.access.team_substitution = p.access.breadth = p.access.see_other = p.seeking.gp_to_team = 1.0;
        p.access.pressure_shrink = 0.0;
        p.access.access_hours = 4.0;
    });
    CHECK(by_plan.first != by_plan.second);
}

TEST_CASE("A5: problems of parents come, go and end sooner under treatment, at zero they stay as they are", "[a5]") {
    Town base;
    base.settle({.children = {8}, .problems = 0}, 500);
    base.settle({.children = {8}, .problems = mental_health | addiction | conflict | lvb}, 500);
    base.open();
    Parents& p = base.now.parents;
    p.mental_health_in = p.addiction_in = p.conflict_in = p.mental_health_out = p.addiction_out = p.conflict_out = p.treated_out = 0.0;
    const auto after_a_year = [&](auto change) {
        Town town = base;
        change(town);
        town.run(steps_a_year, {"change_parents_problems"});
        std::array<int, 4> with{};
        for (const std::uint8_t bits : town.homes().problems)
            for (int k = 0; k < 4; ++k) with[static_cast<std::size_t>(k)] += bits >> k & 1;
        return with;
    };
    const std::array<int, 4> as_is{500, 500, 500, 500};
    CHECK(after_a_year([](Town&) {}) == as_is);
    auto now = after_a_year([](Town& t) { t.now.parents.mental_health_in = 0.06; });
    CHECK(now[0] > 510);
    CHECK(std::equal(now.begin() + 1, now.end(), as_is.begin() + 1));
    now = after_a_year([](Town& t) { t.now.parents.addiction_in = 0.06; });
    CHECK(now[1] > 510);
    now = after_a_year([](Town& t) { t.now.parents.conflict_out = 0.4; });
    CHECK(now[2] == 500);
    CHECK(now[3] < 400);
    const auto treated = [](double out) {
        return [out](Town& t) {
            t.now.parents.mental_health_out = 0.1;
            t.now.parents.treated_out = out;
            for (std::uint8_t& bits : t.world.households.problems)
                if (bits) bits |= treated_mental_health;
        };
    };
    CHECK(after_a_year(treated(0.6))[0] < after_a_year(treated(0.0))[0] - 80);
    CHECK(after_a_year(treated(0.0))[0] < 480);
}

// Children at home after the spin-up over four replicates, without (0) and with (1) problematic debts of the family.
struct Gap {
    std::array<double, 2> youths{}, helped{}, load{};
    double in_help(std::size_t debts) const { return helped[debts] / youths[debts]; }
    double mean_load(std::size_t debts) const { return load[debts] / youths[debts]; }
};

Gap gap_of(Config config) {
    money_causes_nothing(config.parameters);
    Gap gap;
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
        Town town = built_town(config, replicate);
        spin_up(town, config.municipality);
        CHECK(sum_of(town.children().livelihood) == 0);
        each_child(town, [&](const Children& c, std::size_t i) {
            if (age_on(c.birth_day[i], 0) >= 18) return;
            const std::size_t debts = town.homes().problematic[c.household[i].index];
            gap.youths[debts] += 1.0;
            gap.helped[debts] += c.help[i] == HelpState::in_help;
            gap.load[debts] += load_of(c.own[i], c.family[i], c.livelihood[i]).value();
        });
    }
    return gap;
}

TEST_CASE("A5: a raw gap between families with and without debts stands without any effect of money", "[a5][claim]") {
    const Gap gap = gap_of(model("heusden"));
    INFO("in help: with debts " << gap.in_help(1) << " of " << gap.youths[1] << ", without " << gap.in_help(0) << " of " << gap.youths[0]);
    INFO("load: with debts " << gap.mean_load(1) << ", without " << gap.mean_load(0));
    CHECK(gap.youths[1] > 1000);
    CHECK(gap.mean_load(1) > gap.mean_load(0) + 0.2);
    CHECK(gap.in_help(1) > 1.05 * gap.in_help(0));
    // Where debts and parents' problems are drawn apart, it is gone.
    Config apart = model("heusden");
    Parents& p = apart.parameters.parents;
    p.odds_debt_mental_health = p.odds_debt_single_parent = p.odds_debt_bijstand = 1.0;
    const Gap none = gap_of(apart);
    INFO("load, drawn apart: with debts " << none.mean_load(1) << ", without " << none.mean_load(0));
    CHECK(std::abs(none.mean_load(1) - none.mean_load(0)) < 0.15);
}

}  // namespace parents_links_test
