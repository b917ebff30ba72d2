// Towns with stuck cases, and people who may decide on them, for the tests of D4, D9 and D20.
#pragma once
#include "../../src/domain/doorbraak.h"

#include "ontkoker/domain/debts.h"
#include "world_fixture.h"

namespace ontkoker::testing {

constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;
inline const std::vector<std::string_view> breaking = {"break_through"};
inline const std::vector<std::string_view> breaking_and_money = {"settle_household_money", "help_with_debts", "evict", "break_through"};

template <class Cells>
std::int64_t total(const Cells& cells) {
    std::int64_t sum = 0;
    for (const std::int64_t cell : cells) sum += cell;
    return sum;
}
inline std::int64_t decided(const Town& town) { return total(town.world.tally.doorbraak.decided); }
inline std::int64_t refused(const Town& town, PlanRefusal reason) {
    return town.world.tally.doorbraak.refused[static_cast<std::size_t>(reason)];
}

// Debt help of `i` has failed while its debts are problematic.
inline void get_stuck(Town& town, std::size_t i) {
    Households& h = town.world.households;
    h.problematic[i] = h.deadlock[i].failed_help = 1;
    h.debt_episode[i] = 1;
    h.arrears_months[i] = 24;
    h.band[i] = IncomeBand::low;
    h.trust[i] = Level{Level::one};
}

// Hours with which `cases` plans are made in a month.
inline double hours_for(const Town& town, double cases) {
    return (cases + 0.5) * town.now.doorbraak.case_hours * 10000.0 / (static_cast<double>(town.world.people) * weeks_a_month);
}

// Everybody may, dares and has time; every plan passes.
inline Town free_hands(Town town) {
    Doorbraak& d = town.now.doorbraak;
    d.mandate = d.bring_in = town.now.governing.backing = 1.0;
    d.budget = d.hours = 1e6;
    d.stuck_months = 1.0;
    d.hold_back = d.busy = d.ask_refused = d.distrust = d.equality_refusal = d.no_money = d.attention = 0.0;
    d.case_hours = 30.0;
    d.ask_hours = 0.0;
    d.believed = 1.0;
    d.horizon_months = 12.0;
    d.debt_cost = 3000.0;
    d.most_amount = 2500.0;
    d.rest_months = 12.0;
    return town;
}

inline Town stuck_town(int households, double debt = 2000.0) {
    Town town;
    for (int n = 0; n < households; ++n) get_stuck(town, town.settle({.wage = 1900, .debt = debt}));
    town.open();
    return free_hands(std::move(town));
}

template <class Change>
Town after(Town town, const Change& change, int steps = 5, const std::vector<std::string_view>& only = breaking) {
    change(town);
    town.run(steps, only);
    CHECK(broken_monthly_laws(town.world).empty());
    return town;
}

}  // namespace ontkoker::testing
