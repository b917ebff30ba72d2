// B4: where a child goes to school.
#pragma once
#include <cstdint>
#include <limits>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Every child of 4 to 17 is in exactly one of these but `none`. Home: out of school for over four weeks (thuiszitter).
// Waiting: admitted to special education without a place, in class or at home.
enum class SchoolPlace : std::uint8_t { none, regular, support, special, home, waiting, early_leaver, count };
enum class SchoolAsk : std::uint8_t { none, support, special, back };
constexpr std::size_t school_places = static_cast<std::size_t>(SchoolPlace::count);

// Of one child.
struct SchoolState {
    SchoolPlace place = SchoolPlace::none;
    SchoolAsk ask = SchoolAsk::none;    // what has been asked and is not yet decided
    std::uint8_t need = 0;              // needs support in class
    std::uint8_t heavy = 0;             // the support is care in school time, paid by the youth fund beside the school
    std::uint8_t granted = 0;           // a decision on support for this child runs
    std::uint8_t group = 0;             // helped by the staff for the group
    std::uint8_t grant_left = 0;        // periods of four weeks until the decision must be renewed
    std::uint8_t at_home = 0;           // home, or waiting there
    std::uint8_t officer = 0;           // the attendance officer has acted in this spell
    std::uint8_t in_help = 0;           // was in youth help when last looked at
    std::uint8_t early_leaver = 0;      // left without a starting qualification, or was at home at eighteen
    std::uint16_t weeks_home = 0;       // of this spell
    std::uint16_t weeks_missed = 0;     // of all spells
    Moment asked = 0;                   // since when it waits for the decision, or for the place
    Moment due = 0;                     // when the decision comes
    Level before;                       // own load when the last youth help began
};

// Of the municipality.
struct Schools {
    bool opened = false;                // the start stock has been drawn
    std::int32_t day = 0;               // to which the states belong
    std::int32_t mean_weight = Level::one;  // mean risk weight of a pupil at the opening
    std::int64_t base_places = 0;       // places in special education before the lever
    std::int64_t places = 0;            // places in special education now
    std::int64_t limit = 0;             // most pupils these places may hold: nobody is sent away when places are cut
    std::int64_t primary = 1, secondary = 1;  // number of schools
};

struct SchoolTally {
    std::int64_t fell_out = 0, back_in_class = 0, back_in_special = 0, left_early = 0;
    std::int64_t decisions = 0, paper_minutes = 0;
    std::int64_t supported = 0, support_waited = 0;   // decisions on support granted; minutes between asking and start
    std::int64_t placed = 0, place_waited = 0;        // in special education; minutes between admission and place
    Cents regular, special, arrangements, care, group, home_care;
};

}  // namespace ontkoker
