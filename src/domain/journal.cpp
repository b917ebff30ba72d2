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
    {parent_asked, "parent_asked", "een ouder vraagt behandeling voor: {}", "a parent asks for treatment of: {}", problem},
    {parent_left_line, "parent_left_line", "een ouder haakt af in de wachtrij na {}", "a parent leaves the line after {}", minutes},
    {parent_treatment_over, "parent_treatment_over", "behandeling van een ouder eindigt", "treatment of a parent ends", none},
    {mentor_chosen, "mentor_chosen", "kiest een mentor uit het eigen netwerk", "chooses a mentor from the own network", none},
    {informal_support, "informal_support", "informele steun voor het gezin begint", "informal support of the family begins", none},
    {early_signal, "early_signal", "hulp aangeboden na een vroegsignaal van achterstand", "help offered after an early signal of arrears", none},
    {payment_plan, "payment_plan", "een betalingsregeling begint", "a payment plan begins", none},
    {bewind_started, "bewind_started", "onder bewind gesteld", "placed under protective administration", none},
    {bewind_ended, "bewind_ended", "het bewind eindigt", "the protective administration ends", none},
    {debt_relapse, "debt_relapse", "opnieuw in de schulden na een regeling", "in debt again after an arrangement", none},
    {notice_to_quit, "notice_to_quit", "de verhuurder zegt op: {} huurachterstand", "the landlord gives notice: {} of rent arrears", cents},
    {eviction_judgment, "eviction_judgment", "de rechter staat ontruiming toe", "the court allows eviction", none},
    {eviction_averted, "eviction_averted", "ontruiming voorkomen", "eviction averted", none},
    {evicted, "evicted", "uit huis gezet", "evicted", none},
    {rehoused, "rehoused", "een nieuwe woning na {} zonder thuis", "a new home after {} without one", weeks},
    {crisis_foster_care, "crisis_foster_care", "een kind naar crisispleegzorg verwezen", "a child referred to crisis foster care", none},
    {reported, "reported", "gemeld bij Veilig Thuis", "reported to Veilig Thuis", none},
    {investigated, "investigated", "onderzoek door de raad begint", "investigation by the board begins", none},
    {measure_ordered, "measure_ordered", "de rechter beveelt ondertoezichtstelling", "the court orders supervision", none},
    {measure_ended, "measure_ended", "de maatregel eindigt", "the measure ends", none},
    {placed, "placed", "uit huis geplaatst", "placed out of home", none},
    {back_home, "back_home", "weer thuis", "home again", none},
    {out_of_school, "out_of_school", "komt thuis te zitten, zonder school", "stays at home, without school", none},
    {back_at_school, "back_at_school", "weer in de klas, na {} thuis", "back in class, after {} at home", weeks},
    {special_school, "special_school", "plek op het speciaal onderwijs, na {} wachten", "a place in special education, after waiting {}", weeks},
    {support_in_class, "support_in_class", "ondersteuning in de klas, na {} wachten", "support in class, after waiting {}", weeks},
    {left_school, "left_school", "van school zonder startkwalificatie", "left school without a starting qualification", none},
    {plan_made, "plan_made", "een plan voor na 18 jaar", "a plan for after 18", none},
    {help_ended_by_age, "help_ended_by_age", "jeugdhulp eindigt door leeftijd", "youth help ends by age", none},
    {adult_care_asked, "adult_care_asked", "volwassenenzorg gevraagd", "asked for adult care", none},
    {adult_care_started, "adult_care_started", "volwassenenzorg begint", "adult care begins", none},
    {without_home, "without_home", "een jongere zonder huis", "a young person without a home", none},
    {young_home_found, "young_home_found", "een jongere vindt een huis", "a young person finds a home", none},
    {young_crime, "young_crime", "een jongere wordt verdacht van een misdrijf", "a young person is suspected of an offence", none},
    {guided_work, "guided_work", "een begeleide werkplek", "a guided work place", none},
    {new_face, "new_face", "een nieuw gezicht in de hulp", "a new face in the help", none},
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
