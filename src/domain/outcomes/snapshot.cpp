// What outcomes look at, and in which class each household and child is.
#include <algorithm>

#include "../burden.h"
#include "../young.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/engine/parallel.h"

namespace ontkoker {
namespace {

void classify_homes(const World& world, Rows rows, Classes& to) {
    const Households& h = world.households;
    const Children& c = world.children;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
        bool lifelong = false;
        if (h.first_child[i].exists()) {
            int services = services_of_parents(h, i), minors = 0;
            for (ChildId child = h.first_child[i]; child.exists(); child = c.next[child.index]) {
                lifelong |= c.group[child.index] == ChildGroup::lifelong;
                services += is_served(c, child.index);
                minors += to.youth_age[child.index] < full_age;
            }
            to.services[i] = static_cast<std::uint8_t>(services);
            to.home_minors[i] = static_cast<std::uint8_t>(minors);
        }
        to.home_cell[i] = static_cast<std::uint8_t>(family_cell(family_group(h, i, lifelong), h.band[i]));
    }
}

void classify_youths(const World& world, int day, Rows rows, Classes& to) {
    const Children& c = world.children;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
        to.youth_age[i] = nobody;
        if (!c.household[i].exists()) continue;
        const std::size_t home = c.household[i].index;
        const FamilyGroup group = family_group(world.households, home, c.group[i] == ChildGroup::lifelong);
        to.youth_age[i] = static_cast<std::uint8_t>(age_on(c.birth_day[i], day));
        to.youth_cell[i] = static_cast<std::uint8_t>(family_cell(group, world.households.band[home]));
    }
}

// The rows of which `is` holds, without a branch that nobody can foresee.
template <class Is>
std::vector<std::uint32_t> rows_that(std::size_t count, std::size_t grain, const Is& is) {
    std::vector<std::vector<std::uint32_t>> chunks(chunk_count(count, grain));
    for_chunks(count, grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t>& rows = chunks[chunk];
        rows.resize(end - begin + 1);
        std::size_t found = 0;
        for (std::size_t i = begin; i < end; ++i) {
            rows[found] = static_cast<std::uint32_t>(i);
            found += is(i);
        }
        rows.resize(found);
    });
    std::vector<std::uint32_t> all;
    for (const auto& rows : chunks) all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

void list(const World& world, int day, std::size_t grain, Classes& to) {
    const std::vector<std::uint8_t>& ages = to.youth_age;
    const std::vector<SchoolState>& schools = world.children.school;
    const std::vector<std::int32_t>& births = world.adults.birth_day;
    const std::int32_t youngest = born_by(young_from, day), too_old = born_by(young_below, day);  // no_birth is too old
    to.minors = rows_that(ages.size(), grain, [&](std::size_t i) { return ages[i] < full_age; });
    to.pupils = rows_that(ages.size(), grain, [&](std::size_t i) { return ages[i] != nobody && schools[i].place != SchoolPlace::none; });
    to.young_at_home = rows_that(ages.size(), grain, [&](std::size_t i) { return ages[i] >= young_from && ages[i] < young_below; });
    to.young_adults =
        rows_that(births.size(), grain, [&](std::size_t slot) { return (births[slot] > too_old) & (births[slot] <= youngest); });
    const Households& h = world.households;
    to.in_debt = rows_that(h.debt.size(), grain, [&](std::size_t i) { return (h.occupied[i] != 0) & (h.debt[i] > Cents(0)); });
}

std::shared_ptr<const Classes> classes_of(const World& world, int day, std::size_t grain) {
    auto classes = std::make_shared<Classes>();
    for (auto* column : {&classes->home_cell, &classes->home_minors, &classes->services}) column->resize(world.household_rows());
    for (auto* column : {&classes->youth_age, &classes->youth_cell}) column->resize(world.child_rows());
    for_chunks(world.child_rows(), grain,
               [&](std::size_t, std::size_t begin, std::size_t end) { classify_youths(world, day, {begin, end}, *classes); });
    for_chunks(world.household_rows(), grain,
               [&](std::size_t, std::size_t begin, std::size_t end) { classify_homes(world, {begin, end}, *classes); });
    list(world, day, grain, *classes);
    return classes;
}

Rows within(Rows rows, std::size_t count) { return {std::min(rows.begin, count), std::min(rows.end, count)}; }

}  // namespace

Snapshot::Snapshot(const World& state, const Parameters& parameters, Month of_month, int after, std::size_t grain)
    : world(state), now(parameters), month(of_month), day(after), classes(classes_of(state, after, grain)),
      homes{0, state.household_rows()}, youths{0, state.child_rows()} {}

Snapshot Snapshot::part(Rows rows) const {
    Snapshot part = *this;
    part.homes = within(rows, world.household_rows());
    part.youths = within(rows, world.child_rows());
    return part;
}

}  // namespace ontkoker
