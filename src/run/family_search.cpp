// Which households of day 0 fit a description.
#include <algorithm>

#include "ontkoker/run/family.h"

namespace ontkoker {
namespace {

constexpr int adult_age = 18, young_below = 27;

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

// Somebody of 18 to 26, living with parents or on their own, whose life is as asked.
template <class Fits>
bool any_young(const World& world, std::size_t i, int day, const Fits& fits_life) {
    const auto young = [&](std::int32_t birth_day) {
        const int age = age_on(birth_day, day);
        return age >= adult_age && age < young_below;
    };
    const Children& c = world.children;
    for (ChildId child = world.households.first_child[i]; child.exists(); child = c.next[child.index])
        if (young(c.birth_day[child.index]) && fits_life(c.young[child.index])) return true;
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        if (world.has_adult(slot) && young(world.adults.birth_day[slot]) && fits_life(world.adults.young[slot])) return true;
    return false;
}

bool without_home(const YoungLife& life) { return life.home != YoungHome::settled && life.home != YoungHome::young_home; }

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
        case Trait::out_of_school:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.school[c].at_home != 0; });
        case Trait::special_school:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.school[c].place == SchoolPlace::special; });
        case Trait::reported:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.safety[c].phase != SafetyPhase::none; });
        case Trait::supervised:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.safety[c].measure != Measure::none; });
        case Trait::placed:
            return any_minor(world, i, day, [&](std::size_t c, int) { return world.children.safety[c].stay == Stay::away; });
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
        case Trait::threatened: return h.housing[i].threatened();
        case Trait::homeless: return h.housing[i].homeless();
        case Trait::stuck: return h.deadlock[i].kinds != 0;
        case Trait::young_adult: return any_young(world, i, day, [](const YoungLife&) { return true; });
        case Trait::young_homeless: return any_young(world, i, day, without_home);
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
