// B5, B10: where a child is in the safety chain, and how alarmed the municipality is.
#pragma once
#include <cstdint>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/state/family.h"
#include "ontkoker/engine/waiting_line.h"

namespace ontkoker {

// What is being done with a report. On the board's list and under its investigation a child has a ticket of its line.
enum class SafetyPhase : std::uint8_t { none, assessment, board_list, investigation, court };
// Supervision (OTS) or guardianship by a certified institution.
enum class Measure : std::uint8_t { none, supervision, guardianship };
// Where a child under a measure lives: in its own home, about to leave it, or in a place of a kind of help with stay.
enum class Stay : std::uint8_t { home, to_leave, away };

// Of one child.
struct SafetyState {
    SafetyPhase phase = SafetyPhase::none;
    Measure measure = Measure::none;
    Stay stay = Stay::home;
    bool guarded = false;                    // a guardian has started; else the child waits for one
    std::uint16_t episode = 0;               // ordinal of the report
    Moment until = 0;                        // end of assessment or court, or next review of the measure
    WaitingLine::Ticket ticket = WaitingLine::no_ticket;   // of the certified institution under a measure, else of the board
};

constexpr std::int64_t asking_one = 1'000'000'000;

// Of the municipality.
struct Alarm {
    Level level;                             // 0: nothing in the news
    Level seen;                              // size of the incident that has already raised it
    std::int64_t asking = asking_one;        // B9: factor on the chance to ask for help, in parts of asking_one
};

struct SafetyTally {
    FamilyCount reports{}, measures{};       // reports by a child's family; measures ordered
    std::int64_t investigations = 0, measures_ended = 0, placements = 0, returned = 0;
    Cents guardians, board, court, advice;   // paid
};

}  // namespace ontkoker
