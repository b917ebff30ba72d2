// Safety: reports, investigations, measures, placements, alarm, and who pays for protection.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

void copy_cells(const FamilyCount& counts, Cells cells) {
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = counts[k];
}

Split by_measure() {
    return {"measure", {"supervision", "guardianship"}, {"Ondertoezichtstelling", "Voogdij"}, {"Supervision order", "Guardianship"}};
}

Split by_protection_payer() {
    return {"protection",
            {"guardians", "board", "court", "advice"},
            {"Gecertificeerde instelling (gemeente)", "Raad voor de Kinderbescherming (justitie)", "Kinderrechter (justitie)",
             "Veilig Thuis (centrumgemeente)"},
            {"Certified institution (municipality)", "Child Protection Board (justice)", "Juvenile court (justice)",
             "Veilig Thuis (centre municipality)"}};
}

void count_measures(const Snapshot& now, Cells cells, Cells) {
    const SafetyState* const safety = now.world.children.safety.data();
    cells[0] += youths_that(now, [&](std::size_t i) { return safety[i].measure == Measure::supervision; });
    cells[1] += youths_that(now, [&](std::size_t i) { return safety[i].measure == Measure::guardianship; });
}

void count_protected(const Snapshot& now, Cells cells, Cells) {
    each_youth(now, 200, [&](const Children& c, std::size_t i) {
        if (c.safety[i].measure != Measure::none) ++cells[cell_of_youth(now, i)];
    });
}

void count_rate(const Snapshot& now, Cells cells, Cells denominators) {
    each_minor(now, [&](const Children& c, std::size_t i) {
        cells[0] += c.safety[i].measure != Measure::none;
        ++denominators[0];
    });
}

void count_placed(const Snapshot& now, Cells cells, Cells) {
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        if (c.safety[i].stay == Stay::away && c.help[i] == HelpState::in_help) ++cells[c.service[i]];
    });
}

void count_spending(const Snapshot& now, Cells cells, Cells) {
    const SafetyTally& tally = now.world.tally.safety;
    const Cents paid[] = {tally.guardians, tally.board, tally.court, tally.advice};
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = paid[k].count;
}

template <std::int64_t SafetyTally::*Count>
void take(const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.safety.*Count; }

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("safety_reports", "1", "Kinderen gemeld bij Veilig Thuis", "Children reported to Veilig Thuis", by_family(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) { copy_cells(now.world.tally.safety.reports, cells); }},
    {[](const Parameters&) {
         return make("investigations", "1", "Onderzoeken van de raad begonnen", "Investigations of the board begun", no_split(), OverTime::sum);
     },
     take<&SafetyTally::investigations>},
    {[](const Parameters&) {
         return make("measures_ordered", "1", "Maatregelen van kinderbescherming uitgesproken", "Child protection measures ordered",
                     by_family(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) { copy_cells(now.world.tally.safety.measures, cells); }},
    {[](const Parameters&) {
         return make("measures_ended", "1", "Maatregelen van kinderbescherming beëindigd", "Child protection measures ended", no_split(),
                     OverTime::sum);
     },
     take<&SafetyTally::measures_ended>},
    {[](const Parameters&) {
         return make("children_protected", "1", "Kinderen onder een maatregel", "Children under a measure", by_measure(), OverTime::mean);
     },
     count_measures, in_parts},
    {[](const Parameters&) {
         return make("children_protected_family", "1", "Kinderen onder een maatregel per gezin", "Children under a measure by family",
                     by_family(), OverTime::mean);
     },
     count_protected, in_parts},
    {[](const Parameters&) {
         return make("protection_rate", "per 1,000", "Kinderen onder een maatregel per 1.000 minderjarigen",
                     "Children under a measure per 1,000 minors", no_split(), OverTime::ratio, Better::neither, 0.001);
     },
     count_rate, in_parts},
    {[](const Parameters&) {
         return make("placements", "1", "Uithuisplaatsingen begonnen", "Placements out of home begun", no_split(), OverTime::sum);
     },
     take<&SafetyTally::placements>},
    {[](const Parameters&) {
         return make("placements_ended", "1", "Uithuisplaatsingen geëindigd", "Placements out of home ended", no_split(), OverTime::sum);
     },
     take<&SafetyTally::returned>},
    {[](const Parameters& p) {
         return make("placed_children", "1", "Uithuisgeplaatste kinderen per soort verblijf", "Children placed out of home by kind of stay",
                     by_help_type(p), OverTime::mean);
     },
     count_placed, in_parts},
    {[](const Parameters&) {
         return make("alarm", "1", "Alarm na incidenten (0: geen)", "Alarm after incidents (0: none)", no_split(), OverTime::mean,
                     Better::neither, Level::one);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.alarm.level.raw; }},
    {[](const Parameters&) {
         return make("protection_spending", "EUR", "Uitgaven aan bescherming en veiligheid", "Spending on protection and safety",
                     by_protection_payer(), OverTime::sum, Better::neither, 100);
     },
     count_spending},
};

}  // namespace

std::span<const OutcomeRow> safety_rows() { return rows; }

}  // namespace ontkoker::outcomes
