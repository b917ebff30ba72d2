// D4, D9, D20: a decision on a stuck case by people with time, mandate and backing.
#pragma once
#include <array>
#include <cstdint>

#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"

namespace ontkoker {

// What stands still in a household: bits of Deadlock::kinds.
constexpr std::uint8_t stuck_debts = 1;      // problematic debts after debt help that failed
constexpr std::uint8_t stuck_home = 2;       // a judgment of eviction, or no home
constexpr std::uint8_t stuck_benefit = 4;    // below the norm while a benefit that it is entitled to is not paid
constexpr std::uint8_t stuck_help = 8;       // a child's help goes on while money trouble behind it is not seen
constexpr std::uint8_t stuck_young = 16;     // a young adult of the household has no home
constexpr std::size_t stuck_kinds = 5;

// Why a plan is refused. The first three are the triangle of values: legal basis, return, and a family that wants it.
enum class PlanRefusal : std::uint8_t { legitimacy, return_, engagement, mandate, unequal, count };
constexpr std::size_t plan_refusals = static_cast<std::size_t>(PlanRefusal::count);

// Of one household.
struct Deadlock {
    std::uint8_t kinds = 0;
    std::uint8_t months = 0;         // in which something of it stood still, at most 255
    std::uint8_t failed_help = 0;    // debt help has failed since debts were last cleared
    std::uint8_t brought_in = 0;     // waits for a decision
    std::uint8_t rest = 0;           // months until it can be brought in again
    std::uint16_t episode = 0;       // ordinal of the case
};

// Of the municipality.
struct DoorbraakMeans {
    std::int64_t minutes = 0;        // of people with time, left from the months before
    Cents unspent;                   // of the free budget of this year
};

// Of the running month.
struct DoorbraakTally {
    FamilyCount decided{};           // breakthroughs
    std::array<std::int64_t, plan_refusals> refused{};
    std::array<std::int64_t, stuck_kinds> by_kind{};     // breakthroughs, by what stood still
    std::int64_t brought_in = 0, ended_before = 0, waited_for_money = 0;
    std::int64_t months_stuck = 0;   // of breakthroughs, at the decision
    std::int64_t paid_for = 0;       // breakthroughs with an amount
    Cents amount, staff, returned;   // paid to households; to people with time; unspent rest that flowed back
    std::int64_t money_asked = 0, money_refused = 0;     // D9: custom money at the access
};

}  // namespace ontkoker
