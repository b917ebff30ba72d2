// A9: treatment of the parents of a household. A7: the people around a family.
#pragma once
#include <array>
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// What parents are treated for; a household stands in line for one of them at a time.
enum class CareKind : std::uint8_t { mental_health, addiction, separation, lvb, count };
constexpr std::size_t care_kinds = static_cast<std::size_t>(CareKind::count);
enum class CareStage : std::uint8_t { none, waiting, treated };

// Of one household.
struct ParentCareState {
    WaitingLine::Ticket ticket = WaitingLine::no_ticket;
    CareStage stage = CareStage::none;
    CareKind kind = CareKind::mental_health;
    bool advised = false;            // an intake has named the parents' problems; they ask next
    bool known = false;              // `network` has been drawn
    std::uint16_t episode = 0;       // ordinal of the request
    Level network{};                 // 0: nobody to count on; 1: an adult who is there
    bool informal = false;           // has a volunteer or an experience expert, until informal_ends
    Moment informal_ends = 0;
};

// What of it a process looks for: bits of Households::care_marks, so that a search for the few reads a byte of each household.
constexpr std::uint8_t care_advised = 1, care_in_line = 2, care_treated = 4, care_informal = 8, care_known = 16;
constexpr std::uint8_t marks_of(const ParentCareState& care) {
    return static_cast<std::uint8_t>((care.advised ? care_advised : 0) | (care.stage != CareStage::none ? care_in_line : 0) |
                                     (care.stage == CareStage::treated ? care_treated : 0) | (care.informal ? care_informal : 0) |
                                     (care.known ? care_known : 0));
}

// Of one child.
struct NetworkState {
    bool mentor = false;             // chosen by the youth from the own network (JIM)
    std::int16_t replaced = 0;       // minutes of professional help a week that the network takes over in this episode
};

// Volunteers and experience experts of the municipality.
struct InformalSupport {
    std::int64_t families = 0;       // with minors, on which the number of places at factor 1 rests
    std::int64_t used = 0;           // households that have one; recounted as a law
};

struct ParentCareTally {
    std::array<std::int64_t, care_kinds> asked{}, started{}, ended{}, left{};
    std::int64_t separations_supported = 0;
    std::int64_t mentors = 0, informal = 0;      // begun
    std::int64_t minutes_replaced = 0;           // of professional help
};

}  // namespace ontkoker
