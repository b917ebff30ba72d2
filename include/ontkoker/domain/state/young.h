// A7, B6 to B8: the life of a young person (16 to 26), at home or not.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/ids.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// settled: with parents, in a place of youth help, or in a home of one's own. Those who wait on a place of youth help
// (blocked), sleep on couches or outside, or in a crisis place, are still booked with their parents.
enum class YoungHome : std::uint8_t { settled, blocked, homeless, crisis, young_home };
enum class AdultCare : std::uint8_t { none, asked, served, over };
constexpr std::uint32_t no_seat = std::numeric_limits<std::uint32_t>::max();

// Of one person; goes along from Children to Adults when a child leaves home. age 0: not yet 16.
struct YoungLife {
    std::uint8_t age = 0;            // at the last look: a birthday is a rise of it
    bool lvb : 1 = false, low_value : 1 = false, network : 1 = false;
    bool in_school : 1 = false, qualified : 1 = false, works : 1 = false, guided : 1 = false;
    bool plan_drawn : 1 = false, planned : 1 = false, visit_drawn : 1 = false, visited : 1 = false, ready : 1 = false;
    bool had_help : 1 = false;       // youth help ended by age
    bool has_address : 1 = false;
    AdultCare care = AdultCare::none;
    YoungHome home = YoungHome::settled;
    std::uint8_t idle_months = 0, detention_left = 0;
    std::uint8_t refused_left = 0;   // months until a refused request is made again
    std::uint8_t gap_months = 0;
    std::uint8_t place = 0;          // help type whose place is kept while blocked
    std::uint8_t home_months = 0;    // in this state, at most 255
    std::uint32_t seat = no_seat;    // in YoungPlaces::seats, while asked or served
    Level load;                      // after leaving home; until then it stands in Children
};
static_assert(sizeof(YoungLife) == 20);   // everybody has one

// Who stands in the line of adult care: the line hands back the number of the seat, whichever row its owner is in.
struct YoungSeat {
    AgentKey key;
    WaitingLine::Ticket ticket = WaitingLine::no_ticket;
    std::uint32_t row = 0;           // of the owner; when nobody with this key and seat is there, the owner is gone
    std::uint8_t adult = 0;
};

// Places of the municipality: homes for young adults, work places.
struct YoungPlaces {
    std::vector<YoungSeat> seats;
    std::vector<std::uint32_t> free_seats;
    std::vector<std::int32_t> blocked;   // by help type: places kept by youths of 18 and over without a home
    std::int64_t youths = 0;             // people of 16 to 26 at the last count
    bool guided_ever = false;            // somebody has had a guided work place
    std::int64_t homes = 0, homes_used = 0, crisis = 0, crisis_used = 0, guided = 0, guided_used = 0;
};

// Big 5: home, income, wellbeing, school or work, support; then all five, fewer than three, and the number looked at.
constexpr std::size_t big5_elements = 5, big5_all = 5, big5_few = 6, big5_looked = 7, big5_counts = 8, big5_ages = 3;

struct YoungTally {
    std::array<std::array<std::int64_t, big5_counts>, big5_ages> big5{};   // at 18, 20, 23
    std::int64_t ended_by_age = 0, extended = 0, gaps = 0, refused = 0, care_started = 0;
    std::int64_t eighteen_in_help = 0, turned_twenty = 0, gap_months_at_twenty = 0;
    std::int64_t crimes = 0, detained = 0, nuisance = 0;
    std::int64_t justice = 0;        // cents
    std::int64_t put_out = 0, housed = 0;
};

}  // namespace ontkoker
