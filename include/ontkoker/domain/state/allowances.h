// A1, A10: what the tax office has paid in advance to a household and what it was entitled to.
#pragma once
#include <array>
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Allowances and benefits that a household may leave unclaimed; the first four in the order of the bits of takes.
enum class Benefit : std::uint8_t { bijstand, zorgtoeslag, huurtoeslag, kindgebonden, kinderopvang, count };
constexpr std::size_t benefit_count = static_cast<std::size_t>(Benefit::count);

// Of one household.
struct AllowanceState {
    Cents estimate;                    // income a month on which advances are reckoned
    Cents this_year, last_year;        // advances less what was due; last year's waits for its settlement
    Cents gap;                         // income of the last month below the norm
    std::uint8_t known = 0;            // the ranks below have been drawn
    std::uint8_t estimated = 0;        // there is an estimate
    std::uint8_t childcare = 0, room = 0, student = 0, slack = 0;   // ranks among households, 0 to 255
    std::uint8_t searched = 0;         // has been entitled to bijstand in the month before
    std::uint8_t entitled = 0, unclaimed = 0;                       // bits by Benefit
    std::uint8_t entitled_schemes = 0;                              // bit per scheme
    std::uint8_t topped_up = 0;        // received the top-up of the low norm last month
    std::uint8_t bouwdepot_left = 0;   // months
    std::uint8_t bouwdepot_had = 0;
};

struct AllowanceTally {
    std::array<std::int64_t, benefit_count> paid{};   // cents
    std::int64_t study = 0, topup = 0, bouwdepot = 0, childcare = 0;   // cents
    std::int64_t reclaimed = 0, refunded = 0, reclaim_debt = 0;   // cents; of what is reclaimed, what became a debt
    std::int64_t helped = 0;                          // allowances claimed with help
    FamilyCount reclaims{};                           // households

    void add(const AllowanceTally& other) {
        for (std::size_t b = 0; b < benefit_count; ++b) paid[b] += other.paid[b];
        study += other.study;
        topup += other.topup;
        bouwdepot += other.bouwdepot;
        childcare += other.childcare;
    }
};

}  // namespace ontkoker
