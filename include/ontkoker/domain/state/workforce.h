// C1 to C9: professionals.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/ids.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// Somebody whom a family knows: who stands at a server changes when people leave and come.
struct Face {
    ServerId server;
    std::uint16_t service = 0;
    std::uint16_t occupant = 0;
    constexpr auto operator<=>(const Face&) const = default;
};

// One post and who fills it now.
struct Professional {
    std::uint8_t actor = 0;                  // row of Parameters::actors
    std::uint16_t occupant = 0;              // ordinal: a stand-in during a vacancy and a successor count one each
    std::uint16_t experience = 0;            // months
    bool sick = false, vacant = false;
    std::int32_t vacant_since = 0;           // step
    Level breadth{Level::one};               // against the mean
    Level depth{Level::one};
    Level risk{Level::one / 2};              // 0 bold ... 1 careful
    bool present() const { return !sick && !vacant; }
};

// The professionals of one service; servers without a post (places, tests) have none.
struct Staff {
    std::vector<Professional> posts;         // by server
    Level pressure;                          // smoothed load against all hours
    Level coverage{Level::one};              // share of the hours in use that the present can give
    std::int64_t stand_in = 0;               // minutes a week that the present give to clients of others
    std::int32_t paper = 0;                  // provider's paper that base hours allow for, 1/1000 minute a client and week
};

struct Professionals {
    std::vector<Staff> staff;                // by service
    Level presence{Level::one};              // expected share present, which base hours stand for
    std::int64_t pool = 0;                   // who can be hired in the region, 1/1000 person
    std::int32_t decisions = 0;              // decisions that base hours allow for, 1/1000000 a client and week
};

struct WorkforceTally {
    std::int64_t post_weeks = 0, sick_weeks = 0, vacant_weeks = 0, left = 0, hired = 0;
    std::int64_t new_faces = 0, referred_out = 0;
    std::int64_t own_causes = 0, own_seen = 0, severe_own = 0, severe_own_seen = 0;
    std::int64_t paper_worker = 0, paper_provider = 0, paper_parent = 0;   // minutes
};

}  // namespace ontkoker
