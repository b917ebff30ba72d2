#include "ontkoker/domain/journal.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ontkoker {
namespace {

using enum Event;
using enum ValueKind;
using L = EventLane;
using D = DecidedBy;
constexpr EventRow rows[] = {
    {born, "born", "er wordt een kind geboren", "a child is born", none, L::life},
    {died, "died", "iemand in het gezin overlijdt", "somebody in the family dies", none, L::life},
    {left_home, "left_home", "gaat het huis uit", "leaves home", none, L::life},
    {separated, "separated", "de ouders gaan uit elkaar", "the parents separate", none, L::life},
    {partner_came, "partner_came", "er komt een nieuwe partner in huis", "a new partner moves in", none, L::life},
    {moved_away, "moved_away", "het gezin verhuist; hier stopt het verhaal", "the family moves; the story ends here", none, L::life},
    {job_lost, "job_lost", "verliest werk", "loses work", none, L::work, D::employer},
    {job_found, "job_found", "vindt werk voor {} per maand", "finds work for {} a month", cents, L::work},
    {bill, "bill", "onverwachte rekening van {}", "an unexpected bill of {}", cents, L::money},
    {debt_problematic, "debt_problematic", "schulden worden problematisch: {}", "debts become problematic: {}", cents, L::debts},
    {debt_ended, "debt_ended", "de schulden zijn voorbij", "the debts are over", none, L::debts},
    {scheme_granted, "scheme_granted", "regeling toegekend: {}", "scheme granted: {}", scheme, L::money, D::municipality},
    {scheme_lapsed, "scheme_lapsed", "regeling loopt af: {}", "scheme lapses: {}", scheme, L::money},
    {debt_help_asked, "debt_help_asked", "schuldhulp gevraagd", "asked for debt help", none, L::debts, D::family},
    {debt_arrangement, "debt_arrangement", "een schuldregeling begint", "a debt arrangement begins", none, L::debts, D::municipality},
    {debt_help_failed, "debt_help_failed", "schuldhulp mislukt of afgebroken", "debt help failed or broken off", none, L::debts},
    {debt_cleared, "debt_cleared", "schuldenvrij; {} kwijtgescholden", "free of debt; {} remitted", cents, L::debts, D::municipality},
    {parent_problem, "parent_problem", "problemen van een ouder: {}", "problems of a parent: {}", problem, L::parents},
    {parent_problem_over, "parent_problem_over", "voorbij: {}", "over: {}", problem, L::parents},
    {parent_treatment, "parent_treatment", "behandeling van een ouder begint", "treatment of a parent begins", none, L::parents, D::provider},
    {asked, "asked", "vraagt hulp via {}", "asks for help through {}", referrer, L::help, D::family},
    {intake, "intake", "intake; gezien: {}", "intake; seen: {}", causes, L::help, D::access},
    {referred, "referred", "verwezen naar {}", "referred to {}", help_type, L::help},
    {help_started, "help_started", "hulp begint: {}", "help begins: {}", help_type, L::help, D::provider},
    {help_ended, "help_ended", "hulp eindigt: {}", "help ends: {}", help_type, L::help, D::provider},
    {left_line, "left_line", "haakt af in de wachtrij na {}", "leaves the line after {}", minutes, L::help, D::family},
    {lost_in_handover, "lost_in_handover", "raakt uit beeld bij de overdracht naar {}", "drops out of sight in the handover to {}", help_type, L::help},
    {parent_asked, "parent_asked", "een ouder vraagt behandeling voor: {}", "a parent asks for treatment of: {}", problem, L::parents, D::family},
    {parent_left_line, "parent_left_line", "een ouder haakt af in de wachtrij na {}", "a parent leaves the line after {}", minutes, L::parents, D::family},
    {parent_treatment_over, "parent_treatment_over", "behandeling van een ouder eindigt", "treatment of a parent ends", none, L::parents, D::provider},
    {mentor_chosen, "mentor_chosen", "kiest een mentor uit het eigen netwerk", "chooses a mentor from the own network", none, L::help, D::family},
    {informal_support, "informal_support", "informele steun voor het gezin begint", "informal support of the family begins", none, L::help},
    {early_signal, "early_signal", "hulp aangeboden na een vroegsignaal van achterstand", "help offered after an early signal of arrears", none, L::debts, D::municipality},
    {payment_plan, "payment_plan", "een betalingsregeling begint", "a payment plan begins", none, L::debts},
    {bewind_started, "bewind_started", "onder bewind gesteld", "placed under protective administration", none, L::debts, D::court},
    {bewind_ended, "bewind_ended", "het bewind eindigt", "the protective administration ends", none, L::debts},
    {debt_relapse, "debt_relapse", "opnieuw in de schulden na een regeling", "in debt again after an arrangement", none, L::debts},
    {notice_to_quit, "notice_to_quit", "de verhuurder zegt op: {} huurachterstand", "the landlord gives notice: {} of rent arrears", cents, L::debts},
    {eviction_judgment, "eviction_judgment", "de rechter staat ontruiming toe", "the court allows eviction", none, L::debts, D::court},
    {eviction_averted, "eviction_averted", "ontruiming voorkomen", "eviction averted", none, L::debts},
    {evicted, "evicted", "uit huis gezet", "evicted", none, L::debts},
    {rehoused, "rehoused", "een nieuwe woning na {} zonder thuis", "a new home after {} without one", weeks, L::debts},
    {crisis_foster_care, "crisis_foster_care", "een kind naar crisispleegzorg verwezen", "a child referred to crisis foster care", none, L::safety, D::protection},
    {reported, "reported", "gemeld bij Veilig Thuis", "reported to Veilig Thuis", none, L::safety},
    {investigated, "investigated", "onderzoek door de raad begint", "investigation by the board begins", none, L::safety},
    {measure_ordered, "measure_ordered", "de rechter beveelt ondertoezichtstelling", "the court orders supervision", none, L::safety, D::court},
    {measure_ended, "measure_ended", "de maatregel eindigt", "the measure ends", none, L::safety, D::court},
    {placed, "placed", "uit huis geplaatst", "placed out of home", none, L::safety, D::protection},
    {back_home, "back_home", "weer thuis", "home again", none, L::safety},
    {out_of_school, "out_of_school", "komt thuis te zitten, zonder school", "stays at home, without school", none, L::school},
    {back_at_school, "back_at_school", "weer in de klas, na {} thuis", "back in class, after {} at home", weeks, L::school},
    {special_school, "special_school", "plek op het speciaal onderwijs, na {} wachten", "a place in special education, after waiting {}", weeks, L::school, D::school},
    {support_in_class, "support_in_class", "ondersteuning in de klas, na {} wachten", "support in class, after waiting {}", weeks, L::school, D::school},
    {left_school, "left_school", "van school zonder startkwalificatie", "left school without a starting qualification", none, L::school},
    {plan_made, "plan_made", "een plan voor na 18 jaar", "a plan for after 18", none, L::young, D::access},
    {help_ended_by_age, "help_ended_by_age", "jeugdhulp eindigt door leeftijd", "youth help ends by age", none, L::young},
    {adult_care_asked, "adult_care_asked", "volwassenenzorg gevraagd", "asked for adult care", none, L::young, D::family},
    {adult_care_started, "adult_care_started", "volwassenenzorg begint", "adult care begins", none, L::young, D::provider},
    {without_home, "without_home", "een jongere zonder huis", "a young person without a home", none, L::young},
    {young_home_found, "young_home_found", "een jongere vindt een huis", "a young person finds a home", none, L::young},
    {young_crime, "young_crime", "een jongere wordt verdacht van een misdrijf", "a young person is suspected of an offence", none, L::young},
    {guided_work, "guided_work", "een begeleide werkplek", "a guided work place", none, L::young, D::municipality},
    {new_face, "new_face", "een nieuw gezicht in de hulp", "a new face in the help", none, L::help},
    {allowance_reclaimed, "allowance_reclaimed", "toeslagen van vorig jaar terugbetalen: {}", "allowances of last year to be paid back: {}", cents, L::money},
    {allowance_refunded, "allowance_refunded", "toeslagen van vorig jaar nabetaald: {}", "allowances of last year paid afterwards: {}", cents, L::money},
    {allowance_claimed, "allowance_claimed", "toeslag aangevraagd met hulp bij het formulier", "allowance claimed with help with the form", none, L::money},
    {bouwdepot_given, "bouwdepot_given", "bouwdepot van {} per maand", "a bouwdepot of {} a month", cents, L::money, D::municipality},
    {moved_in, "moved_in", "trekt in bij een nieuwe partner; hier stopt het verhaal", "moves in with a new partner; the story ends here", none, L::life},
    {unfit_for_work, "unfit_for_work", "wordt arbeidsongeschikt", "becomes unfit for work", none, L::work},
    {benefit_ended, "benefit_ended", "de WW loopt af", "unemployment benefit ends", none, L::work},
    {retired, "retired", "gaat met pensioen", "retires", none, L::work},
    {scheme_lowered, "scheme_lowered", "krijgt minder uit een regeling: {}", "gets less from a scheme: {}", scheme, L::money, D::municipality},
    {intake_began, "intake_began", "de intake begint", "the intake begins", none, L::help, D::access},
    {helped_at_gp, "helped_at_gp", "geholpen door de praktijkondersteuner van de huisarts", "helped by the GP's practice nurse", none, L::help, D::gp},
    {at_income_desk, "at_income_desk", "aan het loket voor inkomen; niemand kijkt naar het kind", "at the income desk; nobody looks at the child", none, L::help, D::family},
    {at_wmo_desk, "at_wmo_desk", "aan het Wmo-loket; niemand kijkt naar het kind", "at the desk for social support; nobody looks at the child", none, L::help, D::family},
    {neighbour_helps, "neighbour_helps", "een andere wet dan de Jeugdwet helpt", "another law than the youth law helps", none, L::help},
    {neighbour_refuses, "neighbour_refuses", "elders afgewezen; de jeugdhulp moet het doen", "refused elsewhere; youth help has to do it", none, L::help},
    {payers_differ, "payers_differ", "betalers zijn het oneens over de volgende stap: {} uitstel", "payers differ about the next step: {} of delay", minutes, L::help},
    {own_strength_plan, "own_strength_plan", "een plan op eigen kracht, zonder hulp", "a plan of own strength, without help", none, L::help, D::access},
    {light_help_asked, "light_help_asked", "naar lichte hulp zonder besluit", "to light help without a decision", none, L::help, D::family},
    {watch_begins, "watch_begins", "een waakvlam blijft branden", "a watch-flame stays lit", none, L::help, D::access},
    {watch_ends, "watch_ends", "de waakvlam gaat uit", "the watch-flame goes out", none, L::help, D::access},
    {case_brought_in, "case_brought_in", "als vastgelopen zaak ingebracht voor een doorbraak", "brought in as a stuck case for a breakthrough", none, L::money, D::access},
    {breakthrough, "breakthrough", "een doorbraak in wat vastzat", "a breakthrough in what was stuck", none, L::money, D::municipality},
    {breakthrough_refused, "breakthrough_refused", "doorbraak geweigerd: {}", "breakthrough refused: {}", refusal, L::money, D::municipality},
    {money_refused, "money_refused", "maatwerk in geld geweigerd als ongelijke behandeling", "custom money refused as unequal treatment", none, L::money, D::municipality},
};
static_assert(sizeof(rows) / sizeof(rows[0]) == static_cast<std::size_t>(Event::count));

// A row at another place than its event would tell another story.
constexpr bool in_order() {
    for (std::size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i)
        if (static_cast<std::size_t>(rows[i].event) != i) return false;
    return true;
}
static_assert(in_order());

constexpr LaneRow lanes[] = {
    {L::life, "life", "gezin", "family"},       {L::work, "work", "werk", "work"},
    {L::money, "money", "geld", "money"},       {L::debts, "debts", "schulden", "debts"},
    {L::parents, "parents", "ouders", "parents"}, {L::help, "help", "jeugdhulp", "youth help"},
    {L::school, "school", "school", "school"},  {L::safety, "safety", "veiligheid", "safety"},
    {L::young, "young", "jongvolwassen", "young adult"},
};
static_assert(sizeof(lanes) / sizeof(lanes[0]) == static_cast<std::size_t>(L::count));

constexpr DecidedRow deciders[] = {
    {D::nobody, "nobody", "niemand", "nobody"},
    {D::family, "family", "het gezin", "the family"},
    {D::access, "access", "de toegang", "the access"},
    {D::gp, "gp", "de huisarts", "the GP"},
    {D::youth_doctor, "youth_doctor", "de jeugdarts", "the youth doctor"},
    {D::specialist, "specialist", "de medisch specialist", "the medical specialist"},
    {D::protection, "protection", "de gecertificeerde instelling", "the child-protection agency"},
    {D::court, "court", "de kinderrechter", "the court"},
    {D::school, "school", "de school", "the school"},
    {D::provider, "provider", "de aanbieder", "the provider"},
    {D::municipality, "municipality", "de gemeente", "the municipality"},
    {D::college, "college", "het college", "the municipal executive"},
    {D::employer, "employer", "de werkgever", "the employer"},
};
static_assert(sizeof(deciders) / sizeof(deciders[0]) == static_cast<std::size_t>(D::count));

}  // namespace

std::span<const EventRow> event_rows() { return rows; }

const EventRow& row_of(Event event) { return rows[static_cast<std::size_t>(event)]; }

DecidedBy decider_of(const JournalEntry& entry) {
    return entry.detail.decided != DecidedBy::nobody ? entry.detail.decided : row_of(entry.event).decided;
}

std::span<const LaneRow> lane_rows() { return lanes; }
std::span<const DecidedRow> decided_rows() { return deciders; }

Journal::Journal(std::vector<AgentKey> watched) : watched_(std::move(watched)) { std::sort(watched_.begin(), watched_.end()); }

bool Journal::watches(AgentKey household) const { return everyone_ || std::binary_search(watched_.begin(), watched_.end(), household); }

void Journal::add(const JournalEntry& entry) {
    while (busy_.test_and_set(std::memory_order_acquire)) {}
    entries_.push_back(entry);
    busy_.clear(std::memory_order_release);
}

std::vector<JournalEntry> Journal::entries() const {
    std::vector<JournalEntry> all = entries_;
    std::stable_sort(all.begin(), all.end(), [](const JournalEntry& a, const JournalEntry& b) {
        return std::tie(a.household, a.moment, a.person) < std::tie(b.household, b.moment, b.person);
    });
    return all;
}

std::vector<JournalEntry> Journal::take() {
    std::vector<JournalEntry> all = std::exchange(entries_, {});
    std::stable_sort(all.begin(), all.end(), [](const JournalEntry& a, const JournalEntry& b) {
        return std::tie(a.moment, a.household, a.person) < std::tie(b.moment, b.household, b.person);
    });
    return all;
}

}  // namespace ontkoker
