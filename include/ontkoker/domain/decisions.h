// Names of random decisions. The number is part of a draw's address, so rows are only appended, never reordered.
// `by_step`: the time in the address is the step (weekly or monthly chances); otherwise the ordinal of the episode.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace ontkoker {

enum class Decision : std::uint16_t {
    none = 0,
    // population
    make_household, make_adults, make_children, make_money, make_problems, make_youth, make_work, make_help, make_claims,
    // people (A0)
    death, birth, leave_home, new_partner, separation, move,
    // money (A1-A4)
    job, bill, collection, scheme, debt_apply, debt_outcome, debt_plan,
    // parents (A5)
    parents_change, parents_treatment,
    // children and help
    own_shock, seek, route, sight, follow_up, help_type, handover, patience, duration, upcoding, extension,
    // professionals
    breadth,
    // treatment and network of parents (A7, A9)
    care_patience, care_duration, network, network_plan, mentor_ends, separation_support,
    // debts and home (A3, A4, A8)
    make_debts, unpaid, debt_signal, debt_term, bewind, eviction, rehousing, crisis_placement,
    // safety (B5, B10)
    make_safety, unsafe, assessment, investigation, placement, measure_review, guardian, incident,
    // school (B4)
    school_start, school, school_case,
    // young people (B6-B8)
    young_start, young_plan, young_care, young_ask, young_patience, young_home, young_address, young_school, young_job,
    young_drift, young_guided,
    // professionals (C3, C9)
    staff_person, staff_sick, staff_leave, consult,
    // allowances (A1, A10)
    allowance_ranks, form_help, bouwdepot,
    // ways in (D1, D3, D14, D16, D19, D21)
    desk, neighbour, dispute, own_strength, sibling, light_help, watch_flame,
    // stuck cases (D4, D9)
    deadlock_start, deadlock_known, deadlock_plan, equal_treatment,
    // money that ends (D17)
    temporary_end,
    // providers (D5, D6, D12, D15)
    make_provider, provider, bought, keep, evaluated, evaluation, output, tender, supply,
    count
};

struct DecisionRow {
    Decision decision;
    std::string_view name;
    bool by_step;
};
std::span<const DecisionRow> decision_rows();

}  // namespace ontkoker
