// What happened to chosen households, for reading one family's years. Off unless somebody watches; watching changes no
// bit of anything else.
#pragma once
#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/ids.h"
#include "ontkoker/core/units.h"
#include "ontkoker/domain/ledger.h"

namespace ontkoker {

// Rows of journal.cpp, in this order: name, text in Dutch and English, what `value` is.
enum class Event : std::uint16_t {
    // people
    born, died, left_home, separated, partner_came, moved_away,
    // money
    job_lost, job_found, bill, debt_problematic, debt_ended, scheme_granted, scheme_lapsed,
    // debts and home
    debt_help_asked, debt_arrangement, debt_help_failed, debt_cleared,
    // parents
    parent_problem, parent_problem_over, parent_treatment,
    // help for children
    asked, intake, referred, help_started, help_ended, left_line, lost_in_handover,
    // treatment and network of parents
    parent_asked, parent_left_line, parent_treatment_over, mentor_chosen, informal_support,
    // debts and home
    early_signal, payment_plan, bewind_started, bewind_ended, debt_relapse, notice_to_quit, eviction_judgment, eviction_averted,
    evicted, rehoused, crisis_foster_care,
    // safety
    reported, investigated, measure_ordered, measure_ended, placed, back_home,
    // school
    out_of_school, back_at_school, special_school, support_in_class, left_school,
    // young people
    plan_made, help_ended_by_age, adult_care_asked, adult_care_started, without_home, young_home_found, young_crime, guided_work,
    // professionals
    new_face,
    // allowances
    allowance_reclaimed, allowance_refunded, allowance_claimed, bouwdepot_given,
    // more of people, work, schemes and help
    moved_in, unfit_for_work, benefit_ended, retired, scheme_lowered, intake_began, helped_at_gp,
    // ways in
    at_income_desk, at_wmo_desk, neighbour_helps, neighbour_refuses, payers_differ, own_strength_plan, light_help_asked,
    watch_begins, watch_ends,
    // stuck cases
    case_brought_in, breakthrough, breakthrough_refused, money_refused,
    count
};

// Who decided. What nobody decides (a birth, a bill) has nobody.
enum class DecidedBy : std::uint8_t {
    nobody, family, access, gp, youth_doctor, specialist, protection, court, school, provider, municipality, college, employer, count
};

// What an event may carry besides its value.
struct NoteDetail {
    DecidedBy decided = DecidedBy::nobody;   // nobody: as its row says
    Account payer = Account::outside;        // of `paid`
    Cents paid{};                            // once, with this event; what runs on by the month is not in the journal
    std::uint8_t causes = 0;                 // causes that were there at an intake; its value has those seen
    Moment waited = 0;                       // minutes
};

struct JournalEntry {
    AgentKey household;
    AgentKey person;          // value 0: the household as a whole
    Moment moment = 0;
    Event event = Event::born;
    std::int64_t value = 0;
    NoteDetail detail;
};

class Journal {
public:
    explicit Journal(std::vector<AgentKey> watched);
    struct Everyone {};
    explicit Journal(Everyone) : everyone_(true) {}
    bool watches(AgentKey household) const;
    // Safe to call from parallel loops.
    void add(const JournalEntry& entry);
    // All entries by household and moment; at one moment those of the household first, then by person, each in the order
    // in which they were added. So the order does not depend on threads.
    std::vector<JournalEntry> entries() const;
    // Takes all entries out, by moment and household and then as above.
    std::vector<JournalEntry> take();

private:
    bool everyone_ = false;
    std::vector<AgentKey> watched_;   // sorted
    std::vector<JournalEntry> entries_;
    std::atomic_flag busy_ = ATOMIC_FLAG_INIT;
};

enum class ValueKind : std::uint8_t { none, cents, minutes, weeks, causes, help_type, scheme, problem, referrer, refusal };

// In which lane of a timeline an event stands.
enum class EventLane : std::uint8_t { life, work, money, debts, parents, help, school, safety, young, count };

struct EventRow {
    Event event;
    std::string_view name, nl, en;   // nl and en: one clause, with {} where the value stands
    ValueKind value;
    EventLane lane = EventLane::life;
    DecidedBy decided = DecidedBy::nobody;   // who decides this as a rule
};
std::span<const EventRow> event_rows();
const EventRow& row_of(Event event);
// Who decided: what the entry says, else what its row says.
DecidedBy decider_of(const JournalEntry& entry);

struct LaneRow {
    EventLane lane;
    std::string_view name, nl, en;
};
std::span<const LaneRow> lane_rows();
struct DecidedRow {
    DecidedBy decided;
    std::string_view name, nl, en;
};
std::span<const DecidedRow> decided_rows();

}  // namespace ontkoker
