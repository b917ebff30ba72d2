// A3, A4: what a household owes to whom, and where it is in debt help.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"

namespace ontkoker {

// Preferential creditors go first by law: tax and allowances office, health insurer and CAK, municipality, fines.
enum class DebtKind : std::uint8_t { rent, preferential, other, count };
constexpr std::size_t debt_kinds = static_cast<std::size_t>(DebtKind::count);

// How debts are arranged: with the creditors (18 months of payments), by a loan that pays them at once (saneringskrediet:
// one creditor), by the court (WSNP), or bought off by the municipality against a counter-performance of a young person.
enum class Arrangement : std::uint8_t { none, voluntary, credit, statutory, bought_off, count };
constexpr std::size_t arrangements = static_cast<std::size_t>(Arrangement::count);

// Of one household.
struct DebtState {
    Cents rent, preferential;              // of Households::debt; all the rest is other credit
    Arrangement arrangement = Arrangement::none;
    std::uint8_t breaks_at = 0;            // months left of the term at which the household breaks it off; 0: never
    std::uint8_t payment_plan = 0;         // months left of a payment plan after an early signal
    std::uint8_t bewind = 0;               // under protective administration
    std::uint8_t since_short = 255;        // months since a bill stayed unpaid, at most 255
    std::uint8_t free_months = 0;          // months left in which falling back counts as a relapse
};

// Of the running month.
struct DebtTally {
    FamilyCount signals{}, applications{}, started{}, completed{}, failed{};
    std::array<std::int64_t, arrangements> by_arrangement{};   // started
    std::int64_t reached = 0, accepted = 0, payment_plans = 0, relapses = 0, bewind_cost = 0, bought_off = 0;
};

}  // namespace ontkoker
