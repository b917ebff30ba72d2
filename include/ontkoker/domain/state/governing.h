// D7, D8, D10, D17: the budget year, investments across walls, money that ends, what a college has learnt.
#pragma once
#include <array>
#include <cstdint>

#include "ontkoker/core/units.h"

namespace ontkoker {

// Preventive investments that a fund holder looks at each year (D7).
enum class Investment : std::uint8_t { outreach, debts, team, parent_care, school_staff, guided_work, count };
constexpr std::size_t investment_count = static_cast<std::size_t>(Investment::count);

// D8: what the spring note and the November budget have decided for later.
struct BudgetCycle {
    std::int32_t january = 0;                        // step in which this year began
    double schemes_next = 1.0, team_next = 1.0;      // decided in November, from 1 January
    double team_target = 1.0;                        // to which posts that fall open bring the team
    double youth_factor = 1.0;                       // of the grant for youth, at which this year was granted
    bool frozen = false;                             // posts that fall open stay open until the year ends
    bool floor_reached = false;
    std::int64_t months_above = 0;                   // until the reserve first sank below its floor
    std::int64_t undone = 0;                         // decisions to undo a part of cuts
};

// D7: EUR cents a year, out of the holder's own fund and out of the revolving fund.
struct Investing {
    std::array<Cents, investment_count> own{}, revolving{};
    std::int64_t base_minors = 0;                    // of the first budget year
    Cents base_youth;                                // its spending on youth
    std::int32_t years = 0;                          // closed since
};

// D17: earmarked money in force, and what base budget has taken over of money that ended; EUR an inhabitant and year.
struct TemporaryMoney {
    Level in_force, structural;
};

// D10: how far views have widened beyond those of day 0 (0..1), and the changes of leadership seen.
struct Learning {
    Level views, changes;
};

// Of the running month.
struct GoverningTally {
    Cents vangnet, shared_back, saved;               // from the Rijk for bijstand; from outside payers; into the revolving fund
    std::array<Cents, investment_count> invested{};
    std::int64_t workers_gone = 0;                   // children whose family worker went with the money
};

}  // namespace ontkoker
