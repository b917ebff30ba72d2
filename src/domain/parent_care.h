// Treatment of parents (A9) and the network around a family (A7): what intake, help, moves and children need of them.
#pragma once
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/step.h"

namespace ontkoker {

// The problem that a kind of care is for, and its bit while treated, in Households::problems.
constexpr std::uint8_t problem_of(CareKind kind) {
    constexpr std::uint8_t bits[] = {mental_health, addiction, conflict, lvb};
    return bits[static_cast<std::size_t>(kind)];
}
constexpr std::uint8_t treated_bit(CareKind kind) { return static_cast<std::uint8_t>(problem_of(kind) << 4); }
constexpr std::uint8_t all_treated = treated_mental_health | treated_addiction | treated_lvb | treated_conflict;
// Adult care is insured; support after a separation and with a disability is the municipality's (Wmo). None is youth help.
constexpr Account payer_of(CareKind kind) {
    return kind == CareKind::separation || kind == CareKind::lvb ? Account::wmo : Account::insurer;
}
// After every change of a household's care.
inline void mark_care(Households& h, std::size_t household) { h.care_marks[household] = marks_of(h.care[household]); }
// Whether a child under 18 lives in the household.
inline bool has_minor(const World& world, std::size_t household, int day) {
    const Children& c = world.children;
    const std::int32_t adult = born_by(18, day);
    for (ChildId child = world.households.first_child[household]; child.exists(); child = c.next[child.index])
        if (c.birth_day[child.index] > adult) return true;
    return false;
}

// Opens the line of parents' treatment: hours as a share of what the problems of families in `world` would take.
void open_parent_care(World& world, const Parameters& parameters);
double parent_care_share(const Parameters& now);
// An intake has named the parents' problems: they ask for treatment (A9).
void advise_parents(World& world, std::size_t household);
// Takes a household out of line, treatment and informal support: moved away, dissolved, joined with another.
void stop_parent_care(World& world, std::size_t household, Moment now);

// Points that the parents' problems put on a child; treatment lifts a share at once (A9).
double family_target(std::uint8_t problems, const Parameters& now);
// What consulting with adult care adds to the effect of youth help on family load while a parent is treated, as a factor.
double consultation_factor(const World& world, ChildId child, const Parameters& now);

// At an intake: a mentor from the own network and informal support are asked for (A7).
void plan_network(Step& step, ChildId child, Moment moment);
// Share of professional hours that the network replaces; share of family load that fades more a year.
double hours_replaced(const World& world, ChildId child, const Parameters& now);
inline double network_fade(const World& world, ChildId child, const Parameters& now) {
    const auto i = child.index;
    const ParentCareState& care = world.households.care[world.children.household[i].index];
    return (world.children.network[i].mentor ? now.parent_care.mentor_fade : 0.0) +
           (care.informal ? now.parent_care.informal_fade : 0.0);
}
// Chance that a separation ends in conflict: less when parents are reached before (A5).
double conflict_chance(const Parameters& now);

}  // namespace ontkoker
