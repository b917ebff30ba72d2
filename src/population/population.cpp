// The stages in order, the sample, and the factors that fit births and deaths.
#include "ontkoker/population/population.h"

#include <algorithm>

#include "stages.h"

namespace ontkoker {
namespace population {
namespace {

// The people of the plan as rows, with nothing but keys, ages and sexes.
World settle(const Plan& plan, std::span<const AgentKey> keys, const Draws& draws, const Parameters& now) {
    World world;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const HouseholdPlan& home = plan.households[i];
        const HouseholdId household = world.add_household(keys[i]);
        for (std::size_t s = 0; s < home.adults; ++s) {
            world.adults.key[2 * i + s] = derived_key(keys[i], 1, s);
            world.adults.birth_day[2 * i + s] = -home.age[s];
            world.adults.woman[2 * i + s] = home.woman[s];
        }
        for (std::size_t k = 0; k < home.children; ++k) {
            const AgentKey key = derived_key(keys[i], 2, k);
            const bool girl = happens(draw(draws, key, Decision::make_children, 0)[1], now.demography.sex_girl);
            world.add_child(household, key, -plan.child_age[home.first_child + k], girl);
        }
        world.households.children_born[i] = home.children;  // keys of newborns continue the numbering
    }
    return world;
}

void copy_household(World& to, std::size_t row, const World& from, std::size_t i) {
    const auto copy = [&](auto& column, const auto& source) { column[row] = source[i]; };
    Households& h = to.households;
    const Households& g = from.households;
    copy(h.tenure, g.tenure);
    copy(h.buffer, g.buffer);
    copy(h.debt, g.debt);
    copy(h.owed, g.owed);
    copy(h.debt_help, g.debt_help);
    copy(h.term_left, g.term_left);
    copy(h.habit, g.habit);
    copy(h.granted, g.granted);
    copy(h.claims, g.claims);
    copy(h.takes, g.takes);
    copy(h.on_bijstand, g.on_bijstand);
    copy(h.under_minimum, g.under_minimum);
    copy(h.band, g.band);
    copy(h.low_income_months, g.low_income_months);
    copy(h.arrears_months, g.arrears_months);
    copy(h.problematic, g.problematic);
    copy(h.stress, g.stress);
    copy(h.trust, g.trust);
    copy(h.problems, g.problems);
    copy(h.children_born, g.children_born);
    copy(h.allowance, g.allowance);
    copy(h.housing, g.housing);
    copy(h.care, g.care);
    copy(h.care_marks, g.care_marks);
    for (std::size_t s = 0; s < 2; ++s) {
        Adults& a = to.adults;
        const Adults& b = from.adults;
        const auto adult = [&](auto& column, const auto& source) { column[2 * row + s] = source[2 * i + s]; };
        adult(a.key, b.key);
        adult(a.birth_day, b.birth_day);
        adult(a.woman, b.woman);
        adult(a.activity, b.activity);
        adult(a.wage, b.wage);
        adult(a.ww_left, b.ww_left);
        adult(a.young, b.young);
    }
}

// Children in the order of their keys, the eldest first, so that the chain is built as it was.
void copy_children(World& to, HouseholdId home, const World& from, std::size_t i) {
    std::vector<std::uint32_t> rows;
    for (ChildId child = from.households.first_child[i]; child.exists(); child = from.children.next[child.index])
        rows.push_back(child.index);
    std::reverse(rows.begin(), rows.end());
    const Children& c = from.children;
    for (const std::uint32_t row : rows) {
        const auto made = to.add_child(home, c.key[row], c.birth_day[row], c.woman[row]).index;
        to.children.group[made] = c.group[row];
        to.children.watched[made] = c.watched[row];
        to.children.school[made] = c.school[row];
        to.children.safety[made] = c.safety[row];
        to.children.young[made] = c.young[row];
        to.children.own[made] = c.own[row];
        to.children.family[made] = c.family[row];
        to.children.livelihood[made] = c.livelihood[row];
    }
}

World every_nth(const World& full, std::size_t n) {
    World part;
    for (std::size_t i = 0; i < full.household_rows(); i += n) {
        const HouseholdId home = part.add_household(full.households.key[i]);
        copy_household(part, home.index, full, i);
        copy_children(part, home, full, i);
    }
    part.birth_factor = full.birth_factor;
    part.death_factor = full.death_factor;
    return part;
}

void count(World& world) {
    world.people = static_cast<std::int64_t>(world.child_rows());
    world.total_buffer = world.total_debt = 0;
    for (std::size_t i = 0; i < world.household_rows(); ++i) {
        world.people += world.adult_count(i);
        world.total_buffer += world.households.buffer[i].count;
        world.total_debt += world.households.debt[i].count;
    }
}

double chance_at(const std::vector<double>& table, std::int32_t birth_day, int first_age) {
    const int row = (age_on(birth_day, 0) - first_age) / 5;
    if (age_on(birth_day, 0) < first_age || table.empty()) return 0.0;
    if (row < static_cast<int>(table.size())) return table[static_cast<std::size_t>(row)];
    return first_age == 0 ? table.back() : 0.0;  // the last band of deaths is open
}

}  // namespace

double expected_births(const World& world, const Parameters& now) {
    double sum = 0.0;
    for (std::size_t slot = 0; slot < world.adults.key.size(); ++slot)
        if (world.has_adult(slot) && world.adults.woman[slot])
            sum += chance_at(now.tables.birth_chance, world.adults.birth_day[slot], 15);
    return sum;
}

double expected_deaths(const World& world, const Parameters& now) {
    double sum = 0.0;
    for (std::size_t slot = 0; slot < world.adults.key.size(); ++slot)
        if (world.has_adult(slot)) sum += chance_at(now.tables.death_chance, world.adults.birth_day[slot], 0);
    for (const std::int32_t birth_day : world.children.birth_day)
        sum += chance_at(now.tables.death_chance, birth_day, 0);
    return sum;
}

}  // namespace population

World build_population(const Profile& profile, const Parameters& now, const Draws& draws, int sample) {
    using namespace population;
    std::vector<AgentKey> keys(static_cast<std::size_t>(std::max<std::int64_t>(0, nearest(profile.households))));
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = AgentKey{i + 1};
    World world;
    {
        Plan plan = plan_households(profile, keys, draws);
        plan_ages(plan, profile, keys, draws);
        plan_childless_ages(plan, profile, keys, draws);
        world = settle(plan, keys, draws, now);
    }
    std::vector<std::uint8_t> at_minimum;
    make_work(world, profile, now, draws, at_minimum);
    make_wages(world, profile, now, draws, at_minimum);
    make_problems(world, profile, now, draws);
    make_money(world, profile, now, draws);
    make_youth(world, now, draws);
    count(world);
    const double people = static_cast<double>(world.people) / 1000.0;
    const double births = expected_births(world, now), deaths = expected_deaths(world, now);
    if (births > 0.0) world.birth_factor = profile.births_per_1000 * people / births;
    if (deaths > 0.0) world.death_factor = profile.deaths_per_1000 * people / deaths;
    if (sample <= 1) return world;
    World part = every_nth(world, static_cast<std::size_t>(sample));
    count(part);
    return part;
}

}  // namespace ontkoker
