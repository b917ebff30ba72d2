#include "ontkoker/domain/journal.h"

#include <algorithm>

namespace ontkoker {
namespace {

using enum Event;
using enum ValueKind;
constexpr EventRow rows[] = {
    {born, "born", "een kind geboren", "a child born", none},
    {died, "died", "iemand overleden", "somebody died", none},
    {left_home, "left_home", "een kind uit huis", "a child left home", none},
    {separated, "separated", "uit elkaar", "separated", none},
    {partner_came, "partner_came", "een nieuwe partner", "a new partner", none},
    {moved_away, "moved_away", "vertrokken uit de gemeente", "left the municipality", none},
    {job_lost, "job_lost", "werk verloren", "lost work", none},
    {job_found, "job_found", "werk gevonden voor {} per maand", "found work for {} a month", cents},
    {bill, "bill", "onverwachte rekening van {}", "an unexpected bill of {}", cents},
    {debt_problematic, "debt_problematic", "schulden worden problematisch: {}", "debts become problematic: {}", cents},
    {debt_ended, "debt_ended", "de schulden zijn voorbij", "the debts are over", none},
    {scheme_granted, "scheme_granted", "regeling toegekend: {}", "scheme granted: {}", scheme},
    {scheme_lapsed, "scheme_lapsed", "regeling loopt af: {}", "scheme lapses: {}", scheme},
    {debt_help_asked, "debt_help_asked", "schuldhulp gevraagd", "asked for debt help", none},
    {debt_arrangement, "debt_arrangement", "een schuldregeling begint", "a debt arrangement begins", none},
    {debt_help_failed, "debt_help_failed", "schuldhulp mislukt of afgebroken", "debt help failed or broken off", none},
    {debt_cleared, "debt_cleared", "schuldenvrij; {} kwijtgescholden", "free of debt; {} remitted", cents},
    {parent_problem, "parent_problem", "problemen van een ouder: {}", "problems of a parent: {}", problem},
    {parent_problem_over, "parent_problem_over", "voorbij: {}", "over: {}", problem},
    {parent_treatment, "parent_treatment", "behandeling van een ouder begint", "treatment of a parent begins", none},
    {asked, "asked", "hulp gevraagd via {}", "asked for help through {}", referrer},
    {intake, "intake", "intake; gezien: {}", "intake; seen: {}", causes},
    {referred, "referred", "verwezen naar {}", "referred to {}", help_type},
    {help_started, "help_started", "hulp begint: {}", "help begins: {}", help_type},
    {help_ended, "help_ended", "hulp eindigt: {}", "help ends: {}", help_type},
    {left_line, "left_line", "haakt af in de wachtrij na {}", "leaves the line after {}", minutes},
    {lost_in_handover, "lost_in_handover", "raakt kwijt bij de overdracht naar {}", "lost in the handover to {}", help_type},
    {allowance_reclaimed, "allowance_reclaimed", "toeslagen van vorig jaar terugbetalen: {}", "allowances of last year to be paid back: {}", cents},
    {allowance_refunded, "allowance_refunded", "toeslagen van vorig jaar nabetaald: {}", "allowances of last year paid afterwards: {}", cents},
    {allowance_claimed, "allowance_claimed", "toeslag aangevraagd met hulp bij het formulier", "allowance claimed with help with the form", none},
    {bouwdepot_given, "bouwdepot_given", "bouwdepot van {} per maand", "a bouwdepot of {} a month", cents},
};
static_assert(sizeof(rows) / sizeof(rows[0]) == static_cast<std::size_t>(Event::count));

}  // namespace

std::span<const EventRow> event_rows() { return rows; }

Journal::Journal(std::vector<AgentKey> watched) : watched_(std::move(watched)) { std::sort(watched_.begin(), watched_.end()); }

bool Journal::watches(AgentKey household) const { return std::binary_search(watched_.begin(), watched_.end(), household); }

void Journal::add(const JournalEntry& entry) {
    while (busy_.test_and_set(std::memory_order_acquire)) {}
    entries_.push_back(entry);
    busy_.clear(std::memory_order_release);
}

std::vector<JournalEntry> Journal::entries() const {
    std::vector<JournalEntry> all = entries_;
    std::stable_sort(all.begin(), all.end(), [](const JournalEntry& a, const JournalEntry& b) { return a.household < b.household; });
    return all;
}

}  // namespace ontkoker
