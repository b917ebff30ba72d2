// Where a household, an adult or a child is stored is no property of it: permuted rows give the same outcomes.
#include <numeric>
#include <utility>

#include "run_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace permuted_storage_test {

std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) {
        seed = seed * 6364136223846793005ull + 1442695040888963407ull;
        std::swap(order[i - 1], order[(seed >> 33) % i]);
    }
    return order;
}

// Row k becomes what stood in row order[k].
template <class... Columns>
void reorder(const std::vector<std::size_t>& order, Columns&... columns) {
    const auto one = [&](auto& column) {
        auto old = column;
        for (std::size_t k = 0; k < order.size(); ++k) column[k] = old[order[k]];
    };
    (one(columns), ...);
}

// A built world (no tickets, no free rows) with all its rows in another order.
void permute(World& w, std::uint64_t seed) {
    REQUIRE(w.free_households.empty());
    REQUIRE(w.free_children.empty());
    const auto homes = shuffled(w.household_rows(), seed), kids = shuffled(w.child_rows(), seed + 1);
    std::vector<std::size_t> slots;
    for (const std::size_t home : homes) {
        slots.push_back(2 * home);
        slots.push_back(2 * home + 1);
    }
    Households& h = w.households;
    reorder(homes, h.key, h.turn, h.occupied, h.first_child, h.tenure, h.buffer, h.debt, h.owed, h.habit, h.pending_bill, h.granted, h.claims,
            h.takes, h.on_bijstand, h.under_minimum, h.band, h.low_income_months, h.arrears_months, h.problematic, h.debt_help,
            h.debt_ticket, h.term_left, h.debt_episode, h.stress, h.trust, h.problems, h.children_born,
            h.newcomers, h.allowance, h.housing, h.care, h.care_marks, h.entry, h.deadlock);
    Adults& a = w.adults;
    reorder(slots, a.key, a.birth_day, a.woman, a.activity, a.wage, a.ww_left, a.young);
    Children& c = w.children;
    reorder(kids, c.key, c.household, c.next, c.turn, c.birth_day, c.woman, c.group, c.own, c.family, c.livelihood, c.help, c.service,
            c.ticket, c.referrer, c.episode, c.worsened, c.since, c.seen, c.intake_minutes, c.helped_this_year, c.ended, c.face, c.helper, c.network, c.entry,
            c.watched, c.school, c.safety, c.young, c.delivery);
    std::vector<std::size_t> home_at(homes.size()), kid_at(kids.size());
    for (std::size_t k = 0; k < homes.size(); ++k) home_at[homes[k]] = k;
    for (std::size_t k = 0; k < kids.size(); ++k) kid_at[kids[k]] = k;
    const auto moved = [&](ChildId child) { return child.exists() ? ChildId(kid_at[child.index]) : child; };
    for (ChildId& child : h.first_child) child = moved(child);
    for (ChildId& child : c.next) child = moved(child);
    for (HouseholdId& home : c.household) home = HouseholdId(home_at[home.index]);
}

// Outcomes of every month of `years` years after a spin-up.
std::vector<std::vector<std::int64_t>> outcomes_of(const Config& config, std::uint64_t permutation, int years) {
    Town town = built_town(config);
    if (permutation) permute(town.world, permutation);
    CHECK(broken_monthly_laws(town.world).empty());
    spin_up(town, config.municipality);
    town.closes_months = false;
    town.now.access.one_door = town.now.access.steady_face = 0.5;
    const Calendar calendar(2026);
    std::vector<std::vector<std::int64_t>> months;
    for (const int steps = calendar.steps(years); town.next < steps;) {
        town.run(1);
        const auto next = calendar.settled_month(town.next);
        if (!next) continue;
        months.push_back(outcomes_now(town, Month{next->index - 1}));
        begin_month(town.world);
    }
    return months;
}

void check_permutations(const std::string& municipality, int sample, int years, int permutations) {
    Config config = model(municipality);
    config.run.sample = sample;
    const auto stored = outcomes_of(config, 0, years);
    REQUIRE(stored.size() == static_cast<std::size_t>(12 * years));
    for (int n = 1; n <= permutations; ++n) {
        const auto permuted = outcomes_of(config, static_cast<std::uint64_t>(n), years);
        std::size_t first = 0;
        while (first < stored.size() && stored[first] == permuted[first]) ++first;
        INFO("permutation " << n << ": months that agree: " << first);
        CHECK(first == stored.size());
    }
}

TEST_CASE("outcomes counted in parts of the town are those of the whole town", "[laws]") {
    const Town& town = town_of("woudenberg", 4);
    const Month december = Month::of(2026, 12);
    const std::vector<std::int64_t> whole = outcomes_now(town, december);
    for (const std::size_t grain : {std::size_t{7}, std::size_t{500}, std::size_t{1} << 30}) {
        std::vector<std::int64_t> counts(whole.size());
        std::vector<OutcomeCells> into;
        std::size_t at = 0;
        const auto next = [&](std::size_t parts) { return std::span(counts).subspan(std::exchange(at, at + parts), parts); };
        for (const OutcomeRow& row : outcome_rows()) {
            const std::size_t parts = row.info(town.now).parts.size();
            into.push_back({next(parts), {}});
            into.back().denominators = next(parts);
        }
        count_outcomes({town.world, town.now, december, town.next * days_per_step, grain}, grain, into);
        CHECK(counts == whole);
    }
}

TEST_CASE("permuted storage gives the same outcomes", "[laws]") { check_permutations("woudenberg", 2, 1, 1); }

TEST_CASE("permuted storage gives the same outcomes for four years", "[laws][.long]") {
    check_permutations("heusden", 1, 4, 3);
}

}  // namespace permuted_storage_test
