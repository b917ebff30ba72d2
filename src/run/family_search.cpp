// Which households of day 0 fit a description.
#include <algorithm>

#include "ontkoker/run/family.h"

namespace ontkoker {
namespace {

constexpr int adult_age = 18;

template <class Fits>
bool any_minor(const World& world, std::size_t i, int day, const Fits& fits_child) {
    const Children& c = world.children;
    for (ChildId child = world.households.first_child[i]; child.exists(); child = c.next[child.index]) {
        const int age = age_on(c.birth_day[child.index], day);
        if (age < adult_age && fits_child(child.index, age)) return true;
    }
    return false;
}

bool minor_between(const World& world, std::size_t i, int day, int first, int last) {
    return any_minor(world, i, day, [&](std::size_t, int age) { return age >= first && age <= last; });
}

bool works(const World& world, std::size_t i) {
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        if (world.has_adult(slot) && world.adults.activity[slot] == Activity::work) return true;
    return false;
}

bool fits_children(const World& world, std::size_t i, const WishedTrait& wish, int day) {
    switch (wish.trait) {
        case Trait::child_of_age: return minor_between(world, i, day, wish.age, wish.age);
        case Trait::baby: return minor_between(world, i, day, 0, 0);
        case Trait::toddler: return minor_between(world, i, day, 1, 3);
        case Trait::teenager: return minor_between(world, i, day, 12, 17);
        case Trait::in_help:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.help[c] == HelpState::in_help; });
        case Trait::lifelong:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.group[c] == ChildGroup::lifelong; });
        default: return minor_between(world, i, day, 0, adult_age - 1);
    }
}

}  // namespace

bool fits(const World& world, std::size_t i, const WishedTrait& wish, int day) {
    const Households& h = world.households;
    switch (wish.trait) {
        case Trait::single_parent: return world.adult_count(i) == 1 && minor_between(world, i, day, 0, adult_age - 1);
        case Trait::couple: return world.adult_count(i) == 2;
        case Trait::debts: return h.debt[i] > Cents(0);
        case Trait::problematic_debts: return h.problematic[i];
        case Trait::debt_help: return h.debt_help[i] != DebtHelpState::none;
        case Trait::bijstand: return h.on_bijstand[i];
        case Trait::minimum: return h.under_minimum[i];
        case Trait::work: return works(world, i);
        case Trait::rent: return h.tenure[i] != Tenure::owner;
        case Trait::owner: return h.tenure[i] == Tenure::owner;
        case Trait::parents_problems: return (h.problems[i] & (mental_health | addiction | lvb | conflict)) != 0;
        case Trait::mental_health: return (h.problems[i] & mental_health) != 0;
        case Trait::addiction: return (h.problems[i] & addiction) != 0;
        case Trait::lvb: return (h.problems[i] & lvb) != 0;
        case Trait::conflict: return (h.problems[i] & conflict) != 0;
        default: return fits_children(world, i, wish, day);
    }
}

std::size_t place_of(FamilyCase which, std::size_t staying) {
    const std::size_t last = staying > 0 ? staying - 1 : 0;
    switch (which) {
        case FamilyCase::good: return last / 10;
        case FamilyCase::bad: return last - last / 10;
        case FamilyCase::median: break;
    }
    return last / 2;
}

}  // namespace ontkoker
