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
    count
};

struct JournalEntry {
    AgentKey household;
    AgentKey person;          // value 0: the household as a whole
    Moment moment = 0;
    Event event = Event::born;
    std::int64_t value = 0;
};

class Journal {
public:
    explicit Journal(std::vector<AgentKey> watched);
    bool watches(AgentKey household) const;
    // Safe to call from parallel loops; entries of one household keep their order.
    void add(const JournalEntry& entry);
    // All entries, by household, in the order in which they happened.
    std::vector<JournalEntry> entries() const;

private:
    std::vector<AgentKey> watched_;   // sorted
    std::vector<JournalEntry> entries_;
    std::atomic_flag busy_ = ATOMIC_FLAG_INIT;
};

enum class ValueKind : std::uint8_t { none, cents, minutes, weeks, causes, help_type, scheme, problem, referrer };

struct EventRow {
    Event event;
    std::string_view name, nl, en;   // nl and en: one clause, with {} where the value stands
    ValueKind value;
};
std::span<const EventRow> event_rows();

}  // namespace ontkoker
