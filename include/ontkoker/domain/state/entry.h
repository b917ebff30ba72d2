// D1, D2, D3, D11, D14, D16, D19, D21: desks, front-door meeting, data sharing, neighbours that refuse, disputes about the
// payer, easy help, watch-flame.
#pragma once
#include <array>
#include <cstdint>
#include <limits>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"

namespace ontkoker {

constexpr Moment long_ago = std::numeric_limits<Moment>::min();

// Where a family that comes to the municipality by itself is heard: at one front door, or at the desk of one law (D1).
enum class Desk : std::uint8_t { one_door, youth, income, wmo, count };
constexpr std::size_t desks = static_cast<std::size_t>(Desk::count);
// Laws beside the youth law that may help a child or its family instead (D14).
enum class Neighbour : std::uint8_t { school, long_term_care, adult_care, housing, count };
constexpr std::size_t neighbours = static_cast<std::size_t>(Neighbour::count);

// Of one child.
struct ChildEntry {
    Moment neighbour_until = long_ago;  // another law helps until then
    Moment dispute_until = long_ago;    // payers differ about the next step until then; it joins its line of help after that
    Moment intake_at = long_ago;        // end of the last intake
    bool multiple = false;              // that intake was about multiple questions
    bool sent_back = false;             // the last intake left it to own strength
};

// Of one household.
struct HomeEntry {
    Moment watch_until = long_ago;      // a watch-flame burns until then (D21)
};

// Of the municipality.
struct WatchFlames {
    std::int64_t families = 0;          // kept when one begins, recounted each month
};

// Of the running month.
struct EntryTally {
    std::array<std::int64_t, desks> desk{};                // requests by where the family came
    std::array<std::int64_t, neighbours> refused{}, taken{};
    std::array<Cents, neighbours> spared{};                // what those who refused would have paid
    FamilyCount disputes{}, dispute_minutes{};             // that begin; the time they take
    std::int64_t own_strength = 0, went_round = 0;         // plans; requests that then avoided the access
    std::int64_t light_new = 0, light_instead = 0;         // who came for free light help only; who took it instead
    std::int64_t signalled = 0, uncovered = 0, brought_on = 0;  // requests out of shared signals, of siblings, by the meeting
    std::int64_t watch_begun = 0, watch_minutes = 0;
};

}  // namespace ontkoker
