// Moving people between rows: what demographic events share. All of it keeps people, money and tickets in the books.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Ends whatever help, intake or waiting a child has, without an outcome of its own.
void stop_help(World& world, ChildId child, Moment now);
// Ends waiting for or having debt help; an arrangement that runs is broken off.
void stop_debt_help(World& world, std::size_t household, Moment now);
// Children under 18, on whom the grant for youth and population contracts are based.
std::int64_t minors(const Step& step);
// One adult, out of the columns.
struct AdultRecord {
    AgentKey key;
    std::int32_t birth_day = no_birth;
    std::uint8_t woman = 0;
    Activity activity = Activity::none;
    Cents wage;
    std::uint8_t ww_left = 0;
    YoungLife young;
};
// Empties the slot and hands over who was in it.
AdultRecord take_adult(World& world, std::size_t slot);
void put_adult(World& world, std::size_t slot, const AdultRecord& adult);
// Takes all children of `from` to `to`.
void move_children(World& world, HouseholdId from, HouseholdId to);
// A new household in which `adult` lives alone, in a rented home.
HouseholdId found_household(Step& step, AgentKey key, const AdultRecord& adult, Decision decision);
// The household ends; its buffer leaves the municipality and its debts are written off.
void dissolve_household(World& world, HouseholdId household, Moment now);

}  // namespace ontkoker
