// What outcomes look at, and in which class each household and child is.
#include <algorithm>

#include "../burden.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/engine/parallel.h"

namespace ontkoker {
namespace {

void classify_homes(const World& world, Rows rows, Classes& to) {
    const Households& h = world.households;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
        if (!h.occupied[i]) continue;
        to.home_cell[i] = static_cast<std::uint8_t>(family_cell(world, HouseholdId(i)));
        if (h.first_child[i].exists()) to.services[i] = static_cast<std::uint8_t>(services_around(world, i));
    }
}

void classify_youths(const World& world, int day, Rows rows, Classes& to) {
    const Children& c = world.children;
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
        to.youth_age[i] = nobody;
        if (!c.household[i].exists()) continue;
        to.youth_age[i] = static_cast<std::uint8_t>(age_on(c.birth_day[i], day));
        to.youth_cell[i] = static_cast<std::uint8_t>(family_cell(world, ChildId(i)));
    }
}

std::shared_ptr<const Classes> classes_of(const World& world, int day, std::size_t grain) {
    auto classes = std::make_shared<Classes>();
    for (auto* column : {&classes->home_cell, &classes->services}) column->resize(world.household_rows());
    for (auto* column : {&classes->youth_age, &classes->youth_cell}) column->resize(world.child_rows());
    for_chunks(world.household_rows(), grain,
               [&](std::size_t, std::size_t begin, std::size_t end) { classify_homes(world, {begin, end}, *classes); });
    for_chunks(world.child_rows(), grain,
               [&](std::size_t, std::size_t begin, std::size_t end) { classify_youths(world, day, {begin, end}, *classes); });
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
