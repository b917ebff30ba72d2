// Young people of 16 to 26 (B6, B7, B8): Big 5, help after 18, gaps, school and work, crime, homes.
#include "../young.h"
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

Split by_big5() {
    Split split{"big5", {}, {}, {}};
    const char* const names[] = {"housing", "income", "wellbeing", "school_or_work", "support", "all_five", "fewer_than_three"};
    const char* const nl[] = {"wonen", "inkomen", "welzijn", "school of werk", "steun", "alle vijf", "minder dan drie"};
    const char* const en[] = {"housing", "income", "wellbeing", "school or work", "support", "all five", "fewer than three"};
    for (const char* age : {"18", "20", "23"})
        for (std::size_t k = 0; k < big5_looked; ++k) {
            split.parts.push_back(std::string(age) + "_" + names[k]);
            split.nl.push_back(std::string(age) + " jaar: " + nl[k]);
            split.en.push_back(std::string("age ") + age + ": " + en[k]);
        }
    return split;
}

void count_big5(const Snapshot& now, Cells cells, Cells denominators) {
    for (std::size_t a = 0; a < big5_ages; ++a)
        for (std::size_t k = 0; k < big5_looked; ++k) {
            cells[a * big5_looked + k] += now.world.tally.young.big5[a][k];
            denominators[a * big5_looked + k] += now.world.tally.young.big5[a][big5_looked];
        }
}

// Calls visit(YoungPerson) for everyone of 16 to 26 in the part of the town.
template <class Visit>
void each_young(const Snapshot& now, const Visit& visit) {
    const Children& c = now.world.children;
    const Adults& a = now.world.adults;
    each_listed(now.classes->young_at_home, now.youths, [&](std::size_t i) {
        visit(YoungPerson{c.key[i], c.birth_day[i], c.household[i].index, static_cast<std::uint32_t>(i), false});
    });
    each_listed(now.classes->young_adults, {2 * now.homes.begin, 2 * now.homes.end}, [&](std::size_t slot) {
        visit(YoungPerson{a.key[slot], a.birth_day[slot], slot / 2, static_cast<std::uint32_t>(slot), true});
    });
}

void count_idle(const Snapshot& now, Cells cells, Cells denominators) {
    each_young(now, [&](const YoungPerson& who) {
        cells[0] += is_idle(now.world, who);
        ++denominators[0];
    });
}

void count_idle_at_home(const Snapshot& now, Cells cells, Cells denominators) {
    each_listed(now.classes->young_at_home, now.youths, [&](std::size_t i) {
        const YoungLife& life = now.world.children.young[i];
        const std::size_t cell = cell_of_youth(now, i);
        cells[cell] += !life.in_school && !life.guided && !life.works;
        ++denominators[cell];
    });
}

// Twenty to twenty-two: past most diplomas, within the reach of extended help.
void count_qualified(const Snapshot& now, Cells cells, Cells denominators) {
    each_young(now, [&](const YoungPerson& who) {
        const int age = age_on(who.birth_day, now.day);
        if (age < 20 || age >= 23) return;
        const bool helped = !who.adult && now.world.children.help[who.row] == HelpState::in_help;
        const YoungLife& life = who.adult ? now.world.adults.young[who.row] : now.world.children.young[who.row];
        cells[0] += life.qualified && !helped && life.care != AdultCare::served;
        ++denominators[0];
    });
}

void count_extended(const Snapshot& now, Cells cells, Cells) {
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        if (c.help[i] == HelpState::in_help && now.classes->youth_age[i] >= full_age) ++cells[cell_of_youth(now, i)];
    });
}

// Booked with their parents, whatever their age.
template <class Is>
void count_living(const Snapshot& now, Cells cells, const Is& is) {
    const YoungLife* const young = now.world.children.young.data();
    cells[0] += youths_that(now, [&](std::size_t i) { return is(young[i].home); });
}

template <std::int64_t YoungTally::* Member>
void count_tally(const Snapshot& now, Cells cells, Cells) {
    cells[0] = now.world.tally.young.*Member;
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) { return make("young_big5", "%", "Jongeren met de Big 5 op orde", "Young people with the Big 5 in order", by_big5(), OverTime::ratio, Better::neither, 0.01); },
     count_big5},
    {[](const Parameters&) { return make("young_idle", "%", "Jongeren van 16 tot 27 zonder school of werk", "People of 16 to 26 without school or work", no_split(), OverTime::ratio, Better::lower, 0.01); },
     count_idle, in_parts},
    {[](const Parameters&) { return make("young_idle_at_home", "%", "Thuiswonende jongeren van 16 tot 27 zonder school of werk", "People of 16 to 26 living with parents without school or work", by_family(), OverTime::ratio, Better::lower, 0.01); },
     count_idle_at_home, in_parts},
    {[](const Parameters&) { return make("young_idle_weeks", "weeks", "Weken zonder school of werk van jongeren", "Weeks without school or work of young people", no_split(), OverTime::sum, Better::lower, 84.0 / 365.25); },
     [](const Snapshot& now, Cells cells, Cells) { each_young(now, [&](const YoungPerson& who) { cells[0] += is_idle(now.world, who); }); }, in_parts},
    {[](const Parameters&) { return make("young_qualified_without_help", "%", "20- tot en met 22-jarigen met startkwalificatie en zonder hulp", "People of 20 to 22 with a start qualification and without help", no_split(), OverTime::ratio, Better::higher, 0.01); },
     count_qualified, in_parts},
    {[](const Parameters&) { return make("extended_help", "1", "Jongeren van 18 en ouder in jeugdhulp", "People of 18 and over in youth help", by_family(), OverTime::mean); },
     count_extended, in_parts},
    {[](const Parameters&) { return make("young_ended_by_age", "1", "Jeugdhulp die door leeftijd eindigt", "Youth help that ends by age", no_split(), OverTime::sum); },
     count_tally<&YoungTally::ended_by_age>},
    {[](const Parameters&) { return make("young_gaps", "1", "Jongeren van 18 tot 21 die hulp missen na hun jeugdhulp", "People of 18 to 20 who lack help after their youth help", no_split(), OverTime::mean, Better::lower); },
     count_tally<&YoungTally::gaps>},
    {[](const Parameters&) { return make("young_gap_months", "months", "Maanden zonder nodige hulp van 18 tot 20, per jongere uit jeugdhulp", "Months without needed help from 18 to 20, per youth out of youth help", no_split(), OverTime::ratio, Better::lower); },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.young.gap_months_at_twenty;
         denominators[0] = now.world.tally.young.turned_twenty;
     }},
    {[](const Parameters&) { return make("young_refused", "1", "Te vroege aanvragen voor volwassenenzorg die zijn afgewezen", "Requests for adult care refused as too early", no_split(), OverTime::sum, Better::lower); },
     count_tally<&YoungTally::refused>},
    {[](const Parameters&) { return make("young_crimes", "1", "Misdrijven waarvan een jongere verdachte is", "Offences of which a young person is suspected", no_split(), OverTime::sum, Better::lower); },
     count_tally<&YoungTally::crimes>},
    {[](const Parameters&) { return make("young_nuisance", "1", "Overlast van jongeren zonder perspectief", "Nuisance by youths without perspective", no_split(), OverTime::sum, Better::lower); },
     count_tally<&YoungTally::nuisance>},
    {[](const Parameters&) { return make("young_justice_cost", "EUR", "Kosten van justitie en detentie van jongeren", "Cost of justice and detention of young people", no_split(), OverTime::sum, Better::lower, 100.0); },
     count_tally<&YoungTally::justice>},
    {[](const Parameters&) { return make("young_homeless", "1", "Jongeren zonder huis, met wie in een crisisplek verblijft", "Young people without a home, with those in crisis places", no_split(), OverTime::mean, Better::lower); },
     [](const Snapshot& now, Cells cells, Cells) { count_living(now, cells, [](YoungHome home) { return (home == YoungHome::homeless) | (home == YoungHome::crisis); }); }, in_parts},
    {[](const Parameters&) { return make("young_kept_places", "1", "Plekken in verblijf bezet door jongeren die op een huis wachten", "Places in stays kept by youths who wait for a home", no_split(), OverTime::mean, Better::lower); },
     [](const Snapshot& now, Cells cells, Cells) { count_living(now, cells, [](YoungHome home) { return home == YoungHome::blocked; }); }, in_parts},
    {[](const Parameters&) { return make("young_guided_work", "1", "Jongeren op een begeleide werkplek", "Young people in guided work", no_split(), OverTime::mean); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.places.guided_used; }},
};

}  // namespace

std::span<const OutcomeRow> young_rows() { return rows; }

}  // namespace ontkoker::outcomes
