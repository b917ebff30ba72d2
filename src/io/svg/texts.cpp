#include "ontkoker/io/svg/texts.h"

#include <array>

namespace ontkoker {
namespace {

struct Row {
    Text key;
    std::string_view nl, en;
};

constexpr std::array rows{
    Row{Text::million, "mln", "million"},
    Row{Text::percentage_points, "procentpunt", "percentage points"},
    Row{Text::weeks, "weken", "weeks"},
    Row{Text::hours, "uur", "hours"},
    Row{Text::months, "maanden", "months"},
    Row{Text::per_thousand, "per 1.000", "per 1,000"},
    Row{Text::euros_a_month, "euro per maand", "EUR a month"},
    Row{Text::to, "tot", "to"},
    Row{Text::year, "jaar", "year"},
    Row{Text::per_month, "per maand", "per month"},
    Row{Text::over_sum, "opgeteld over {0}", "summed over {0}"},
    Row{Text::over_mean, "gemiddelde stand in {0}", "mean level in {0}"},
    Row{Text::over_last, "stand aan het eind van {0}", "level at the end of {0}"},
    Row{Text::over_ratio, "gemiddelde over {0}", "average over {0}"},
    Row{Text::january, "januari", "January"},
    Row{Text::february, "februari", "February"},
    Row{Text::march, "maart", "March"},
    Row{Text::april, "april", "April"},
    Row{Text::may, "mei", "May"},
    Row{Text::june, "juni", "June"},
    Row{Text::july, "juli", "July"},
    Row{Text::august, "augustus", "August"},
    Row{Text::september, "september", "September"},
    Row{Text::october, "oktober", "October"},
    Row{Text::november, "november", "November"},
    Row{Text::december, "december", "December"},

    Row{Text::higher, "hoger", "higher"},
    Row{Text::lower, "lager", "lower"},
    Row{Text::equal, "gelijk", "equal"},
    Row{Text::good_for_families, "gunstig voor gezinnen", "good for families"},
    Row{Text::bad_for_families, "ongunstig voor gezinnen", "bad for families"},
    Row{Text::very_likely, "zeer waarschijnlijk {0}", "very likely {0}"},
    Row{Text::likely, "waarschijnlijk {0}", "likely {0}"},
    Row{Text::undecided, "onbeslist", "undecided"},
    Row{Text::between, "tussen {0} en {1}", "between {0} and {1}"},
    Row{Text::in_pairs, "in {0} van de {1} paren {2}", "{2} in {0} of the {1} pairs"},
    Row{Text::likelihood, "{0} ({1}%)", "{0} ({1}%)"},
    Row{Text::no_difference, "geen aantoonbaar verschil", "no demonstrable difference"},
    Row{Text::no_difference_range, "geen aantoonbaar verschil (tussen {0} en {1})",
        "no demonstrable difference (between {0} and {1})"},
    Row{Text::no_difference_equal, "geen aantoonbaar verschil: in alle {0} paren precies gelijk",
        "no demonstrable difference: exactly equal in all {0} pairs"},
    Row{Text::one_pair, "geen aantoonbaar verschil: met één paar is er geen bereik",
        "no demonstrable difference: one pair has no range"},
    Row{Text::no_pairs, "niet te bepalen: in geen enkel paar bestaat deze waarde",
        "cannot be determined: the value exists in none of the pairs"},
    Row{Text::could_have_shown, "een gemiddeld verschil vanaf {0} hadden deze {1} paren kunnen laten zien",
        "these {1} pairs could have shown a mean difference from {0} up"},
    Row{Text::against, "{0} tegen {1}", "{0} against {1}"},

    Row{Text::question, "Vraag", "Question"},
    Row{Text::answer, "Antwoord", "Answer"},
    Row{Text::what_numbers_are, "Wat deze getallen zijn", "What these numbers are"},
    Row{Text::over_time_heading, "Verloop en verschil", "Course and difference"},
    Row{Text::money, "Geld per jaar en per betaler", "Money by year and payer"},
    Row{Text::waiting_heading, "Wachten en caseload", "Waiting and caseload"},
    Row{Text::families, "Gezinnen", "Families"},
    Row{Text::others, "Overige uitkomsten (totalen; onderverdelingen staan in tabel.csv)", "Other outcomes (totals; their parts stand in tabel.csv)"},
    Row{Text::cannot_say, "Wat dit model niet kan zeggen", "What this model cannot say"},
    Row{Text::provenance, "Verantwoording", "Provenance"},
    Row{Text::skip_to_answer, "Naar het antwoord", "Skip to the answer"},
    Row{Text::other_money, "Overig geld", "Other money"},

    Row{Text::is_municipality, "Gemeente: {0}, met {1} huishoudens in het model.",
        "Municipality: {0}, with {1} households in the model."},
    Row{Text::is_period, "Periode: {0}.", "Period: {0}."},
    Row{Text::is_prices, "Bedragen: euro’s van 2024, zonder inflatie en zonder verdiscontering.",
        "Amounts: euros of 2024, without inflation or discounting."},
    Row{Text::is_pairs,
        "Elk verschil is gemeten in {0} paren. Binnen een paar treft elk huishouden in beide varianten hetzelfde "
        "toeval: "
        "het verschil komt van het beleid.",
        "Each difference is measured in {0} pairs. Within a pair every household meets the same chance events in both "
        "variants: the difference comes from the policy."},
    Row{Text::is_range,
        "Het bereik (a tot b) omvat 90% van de paren: wat één gemeente kan meemaken. Het zegt niets over wat het model "
        "weglaat of over onzekere aannames.",
        "The range (a to b) holds 90% of the pairs: what one municipality may see. It says nothing about what the "
        "model "
        "leaves out or about uncertain assumptions."},
    Row{Text::is_words,
        "Loopt het bereik door nul, dan staat er ‘geen aantoonbaar verschil’. Zeer waarschijnlijk: in minstens 90% van "
        "de "
        "paren; waarschijnlijk: in 66 tot 90%; onbeslist: minder.",
        "When the range spans zero it says ‘no demonstrable difference’. Very likely: in at least 90% of the pairs; "
        "likely: in 66 to 90%; undecided: fewer."},
    Row{Text::is_synthetic,
        "De bevolking is verzonnen: zij lijkt in aantallen op de gemeente, maar geen enkel gezin in het model bestaat. "
        "Kleine aantallen verwijzen dus naar niemand.",
        "The population is made up: its numbers resemble the municipality, but no family in the model exists. Small "
        "numbers therefore refer to nobody."},
    Row{Text::is_not_prediction, "Het is een rekenmodel voor het gesprek over keuzes, geen voorspelling.",
        "It is a model for talking about choices, not a forecast."},
    Row{Text::no_headline, "Er zijn geen twee scenario’s om te vergelijken.", "There are no two scenarios to compare."},

    Row{Text::outcome, "Uitkomst", "Outcome"},
    Row{Text::difference, "Verschil", "Difference"},
    Row{Text::range90, "Bereik (90% van de paren)", "Range (90% of the pairs)"},
    Row{Text::agreement, "In woorden", "In words"},
    Row{Text::table, "Tabel bij deze figuur", "Table with this figure"},
    Row{Text::table_per_year, "{0}, per jaar", "{0}, by year"},
    Row{Text::part, "Onderdeel", "Part"},
    Row{Text::total, "alles samen", "all together"},
    Row{Text::payer, "Betaler", "Payer"},
    Row{Text::scenario, "Scenario", "Scenario"},
    Row{Text::service, "Dienst", "Service"},
    Row{Text::all_payers, "alle betalers", "all payers"},
    Row{Text::municipality_payer, "de gemeente", "the municipality"},
    Row{Text::period, "Periode", "Period"},
    Row{Text::mean_interval, "90%-interval van het gemiddelde", "90% interval of the mean"},
    Row{Text::smallest_column, "Kleinste aantoonbare", "Smallest demonstrable"},
    Row{Text::empty_cell, "–", "–"},
    Row{Text::occurs_column, "Paren met een omslag", "Pairs with a turn"},
    Row{Text::month_column, "Omslagmaand: midden (vroegste tot laatste)", "Turning month: middle (earliest to latest)"},

    Row{Text::figure, "Figuur {0}", "Figure {0}"},
    Row{Text::trajectory_title, "{0}: {1}", "{0}: {1}"},
    Row{Text::trajectory_desc,
        "Boven: {0} per maand, mediaan en het bereik van 90% van de herhalingen, voor {1}. Onder: het verschil per "
        "paar met "
        "{2}. Aan het eind: {3}.",
        "Above: {0} by month, median and the range of 90% of the replicates, for {1}. Below: the difference per pair "
        "with {2}. At the end: {3}."},
    Row{Text::difference_panel, "Verschil met {0}", "Difference with {0}"},
    Row{Text::band_note, "lijn: mediaan; vlak: 90% van de herhalingen", "line: median; area: 90% of the replicates"},
    Row{Text::axis_not_zero, "as begint bij {0}", "axis starts at {0}"},
    Row{Text::payers_title, "Uitgaven per jaar en per betaler", "Spending by year and payer"},
    Row{Text::payers_desc,
        "Gestapelde staven per jaar, een vak per scenario; gemiddelde van de herhalingen. Gemiddeld per jaar: {0}.",
        "Stacked bars by year, one panel per scenario; mean of the replicates. Mean per year: {0}."},
    Row{Text::other_payers, "overige betalers", "other payers"},
    Row{Text::saving_title, "Opgetelde besparing ten opzichte van {0}", "Cumulative saving against {0}"},
    Row{Text::saving_desc,
        "Opgetelde uitgaven van {0} min die van het andere scenario, per maand: mediaan en bereik van 90% van de "
        "paren. {1}",
        "Cumulative spending of {0} less that of the other scenario, by month: median and range of 90% of the pairs. "
        "{1}"},
    Row{Text::saved, "bespaard", "saved"},
    Row{Text::dearer, "duurder", "dearer"},
    Row{Text::turns, "omslag {0} ({1} van {2} paren)", "turn {0} ({1} of {2} pairs)"},
    Row{Text::never_turns, "geen omslag in {0} paren", "no turn in {0} pairs"},
    Row{Text::services_title, "Wachten en caseload per dienst", "Waiting and caseload by service"},
    Row{Text::services_desc, "Per dienst en scenario: gemiddelde en bereik van 90% van de herhalingen. {0}",
        "By service and scenario: mean and range of 90% of the replicates. {0}"},
    Row{Text::waiting_number, "Wachtenden", "People waiting"},
    Row{Text::waiting_weeks, "Wachttijd (weken)", "Wait (weeks)"},
    Row{Text::caseload, "Caseload (%)", "Caseload (%)"},
    Row{Text::dots_title, "Verschil met {0}, paar voor paar", "Difference with {0}, pair by pair"},
    Row{Text::dots_desc, "Elke stip is een van {0} gelijke kansen op een verschil. {1}",
        "Each dot is one of {0} equal chances of a difference. {1}"},
    Row{Text::dots_note, "elke stip: 1 van de {0} gelijke kansen; nul = geen verschil",
        "each dot: 1 of {0} equal chances; zero = no difference"},
    Row{Text::zero_line, "nul", "zero"},
    Row{Text::missing_outcome, "Deze figuur is leeg: de uitkomst ‘{0}’ staat niet in de resultaten.",
        "This figure is empty: the outcome ‘{0}’ is not in the results."},
    Row{Text::nothing_to_compare, "Deze figuur is leeg: er is maar één scenario.",
        "This figure is empty: there is only one scenario."},
    Row{Text::caption, "{0}. {1} paren. Bron: resultaat {2}, versie {3}.",
        "{0}. {1} pairs. Source: result {2}, version {3}."},
    Row{Text::caption_money, "{0}. Prijzen van 2024. {1} paren. Bron: resultaat {2}, versie {3}.",
        "{0}. Prices of 2024. {1} pairs. Source: result {2}, version {3}."},

    Row{Text::boomerang_occurs,
        "{0}, {1}: in {2} van de {3} paren slaat de opgetelde besparing om in een verlies: meestal rond {4} "
        "(vroegste {5}, laatste {6}).",
        "{0}, {1}: in {2} of the {3} pairs the cumulative saving turns into a loss: about {4} (earliest {5}, latest "
        "{6})."},
    Row{Text::boomerang_none, "{0}, {1}: geen omslag binnen {2} in {3} van de {3} paren.",
        "{0}, {1}: no turn within {2} in {3} of the {3} pairs."},
    Row{Text::boomerang_never_saved, "In {0} van de {1} paren is er nooit iets bespaard: vanaf het begin duurder.",
        "In {0} of the {1} pairs nothing was ever saved: dearer from the start."},
    Row{Text::boomerang_payers_all, "alle betalers samen", "all payers together"},
    Row{Text::boomerang_payers_own, "alleen de gemeente", "the municipality alone"},

    Row{Text::command, "Opdracht", "Command"},
    Row{Text::notes, "Verschillen tussen de scenario’s", "Differences between the scenarios"},
    Row{Text::notes_none, "geen opgegeven", "none given"},
    Row{Text::seed_in_config, "Startgetal", "Seed"},
    Row{Text::replicates, "Herhalingen per scenario", "Replicates per scenario"},
    Row{Text::version, "Versie", "Version"},
    Row{Text::digest, "Vingerafdruk van de resultaten", "Digest of the results"},
    Row{Text::config_digest, "Vingerafdruk van de volledige configuratie", "Digest of the full configuration"},
    Row{Text::households, "Huishoudens", "Households"},
    Row{Text::reproduce,
        "Dezelfde configuratie, versie en startgetal geven dezelfde vingerafdruk, op elke machine en met elk aantal "
        "kernen.",
        "The same configuration, version and seed give the same digest, on every machine and with any number of "
        "cores."},
    Row{Text::machine_copy, "Alle getallen staan ook in deze pagina als JSON (element ‘numbers’).",
        "All numbers are also in this page as JSON (element ‘numbers’)."},
    Row{Text::machine_copy_short,
        "De getallen over de hele periode staan ook in deze pagina als JSON (element ‘numbers’); die per jaar staan in "
        "de "
        "CSV.",
        "The numbers for the whole period are also in this page as JSON (element ‘numbers’); those by year are in the "
        "CSV."},
    Row{Text::limits_none, "Geen beperkingen opgegeven; dat is zelf een gebrek.",
        "No limits were given; that is a defect in itself."},
};

// A key without a row, or rows in another order, do not compile.
constexpr bool in_order() {
    if (rows.size() != static_cast<std::size_t>(Text::count_)) return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].key) != i) return false;
    }
    return true;
}
static_assert(in_order(), "texts.cpp and enum Text must have the same keys in the same order");

}  // namespace

std::string_view phrase(Text key, Language language) {
    const Row& row = rows[static_cast<std::size_t>(key)];
    return language == Language::en ? row.en : row.nl;
}

std::string filled(Text key, Language language, std::initializer_list<std::string_view> values) {
    const std::string_view pattern = phrase(key, language);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        const std::size_t which = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (place && which < values.size()) {
            text += *(values.begin() + which);
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

}  // namespace ontkoker
