// School: where pupils are, who is at home, how long, and who pays.
#include "../schooling.h"
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

// Calls visit(children, row, school) for everybody of school age once the schools are open.
template <class Visit>
void each_pupil(const Snapshot& now, const Visit& visit) {
    const Children& c = now.world.children;
    each_listed(now.classes->pupils, now.youths, [&](std::size_t i) { visit(c, i, c.school[i]); });
}

void count_places(const Snapshot& now, Cells cells, Cells) {
    each_pupil(now, [&](const Children&, std::size_t, const SchoolState& s) { ++cells[static_cast<std::size_t>(s.place) - 1]; });
}

void count_home(const Snapshot& now, Cells cells, Cells) {
    each_pupil(now, [&](const Children&, std::size_t i, const SchoolState& s) { cells[cell_of_youth(now, i)] += s.at_home; });
}

void count_home_share(const Snapshot& now, Cells cells, Cells denominators) {
    each_pupil(now, [&](const Children&, std::size_t, const SchoolState& s) {
        cells[0] += 1000 * s.at_home;
        ++denominators[0];
    });
}

void count_special_share(const Snapshot& now, Cells cells, Cells denominators) {
    each_pupil(now, [&](const Children&, std::size_t, const SchoolState& s) {
        cells[0] += s.place == SchoolPlace::special;
        ++denominators[0];
    });
}

void count_support(const Snapshot& now, Cells cells, Cells) {
    each_pupil(now, [&](const Children&, std::size_t, const SchoolState& s) {
        if (s.place == SchoolPlace::support) ++cells[s.group ? 2 : s.heavy ? 1 : 0];
        else if (s.need && in_class(s)) ++cells[3];
    });
}

void count_weeks(const Snapshot& now, Cells cells, Cells denominators) {
    each_pupil(now, [&](const Children&, std::size_t, const SchoolState& s) {
        cells[0] += s.at_home ? s.weeks_home : 0;
        denominators[0] += s.at_home;
    });
}

void count_moves(const Snapshot& now, Cells cells, Cells) {
    const SchoolTally& t = now.world.tally.school;
    cells[0] = t.fell_out;
    cells[1] = t.back_in_class;
    cells[2] = t.back_in_special;
    cells[3] = t.left_early;
}

void count_place_wait(const Snapshot& now, Cells cells, Cells denominators) {
    cells[0] = now.world.tally.school.place_waited;
    denominators[0] = now.world.tally.school.placed;
}

void count_support_wait(const Snapshot& now, Cells cells, Cells denominators) {
    cells[0] = now.world.tally.school.support_waited;
    denominators[0] = now.world.tally.school.supported;
}

void count_paper(const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.school.paper_minutes; }

void count_money(const Snapshot& now, Cells cells, Cells) {
    const SchoolTally& t = now.world.tally.school;
    const Cents all[] = {t.regular, t.special, t.arrangements, t.care, t.group, t.home_care};
    for (std::size_t k = 0; k < 6; ++k) cells[k] = all[k].count;
}

// Early leavers of 16 and over who still live at home.
void count_leavers(const Snapshot& now, Cells cells, Cells) {
    each_youth(now, 23, [&](const Children& c, std::size_t i) { cells[cell_of_youth(now, i)] += c.school[i].early_leaver; });
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("pupils", "1", "Kinderen van 4 tot 18 naar school", "Children of 4 to 17 by school",
                     {"school", {"regular", "support", "special", "home", "waiting", "early_leaver"},
                      {"Gewone school", "Gewone school met ondersteuning", "Speciaal onderwijs", "Thuis zonder plek", "Toegelaten, wacht op een plek",
                       "Voortijdig van school"},
                      {"Regular school", "Regular school with support", "Special education", "At home without a place", "Admitted, waits for a place",
                       "Left school early"}},
                     OverTime::mean);
     },
     count_places, in_parts},
    {[](const Parameters&) {
         return make("school_home", "1", "Thuiszitters (langer dan vier weken zonder school)", "Children at home without school for over four weeks",
                     by_family(), OverTime::mean, Better::lower);
     },
     count_home, in_parts},
    {[](const Parameters&) {
         return make("school_home_share", "per 1,000", "Thuiszitters per 1.000 kinderen van 4 tot 18",
                     "Children at home without school per 1,000 of 4 to 17", no_split(), OverTime::ratio, Better::lower);
     },
     count_home_share, in_parts},
    {[](const Parameters&) {
         return make("special_education", "%", "Kinderen van 4 tot 18 in het speciaal onderwijs", "Children of 4 to 17 in special education",
                     no_split(), OverTime::ratio, Better::neither, 0.01);
     },
     count_special_share, in_parts},
    {[](const Parameters&) {
         return make("school_support", "1", "Leerlingen met ondersteuning in de klas", "Pupils with support in class",
                     {"support", {"light", "care", "group", "missing"},
                      {"Eigen arrangement", "Eigen arrangement met zorg onder schooltijd", "Groepspersoneel", "Nodig maar niet geregeld"},
                      {"Arrangement of their own", "Arrangement with care in school time", "Group staff", "Needed but not arranged"}},
                     OverTime::mean);
     },
     count_support, in_parts},
    {[](const Parameters&) {
         return make("school_weeks_home", "weeks", "Weken thuis tot nu toe van thuiszitters", "Weeks at home so far of children at home",
                     no_split(), OverTime::ratio, Better::lower);
     },
     count_weeks, in_parts},
    {[](const Parameters&) {
         return make("school_moves", "1", "Uitval en terugkeer van leerlingen", "Drop-out and return of pupils",
                     {"move", {"fell_out", "back_in_class", "back_in_special", "left_early"},
                      {"Komt thuis te zitten", "Terug in de klas", "Van thuis naar speciaal onderwijs", "Van school zonder startkwalificatie"},
                      {"Drops out and stays at home", "Back in class", "From home to special education", "Left without a starting qualification"}},
                     OverTime::sum);
     },
     count_moves},
    {[](const Parameters&) {
         return make("special_place_wait", "weeks", "Wachttijd van toelating tot plek in het speciaal onderwijs",
                     "Wait from admission to a place in special education", no_split(), OverTime::ratio, Better::lower, minutes_per_step);
     },
     count_place_wait},
    {[](const Parameters&) {
         return make("school_support_wait", "weeks", "Tijd tot een besluit over ondersteuning in de klas", "Time until a decision on support in class",
                     no_split(), OverTime::ratio, Better::lower, minutes_per_step);
     },
     count_support_wait},
    {[](const Parameters&) {
         return make("school_paper", "hours", "Uren papierwerk voor besluiten over school en ondersteuning", "Hours of paperwork for decisions on school and support",
                     no_split(), OverTime::sum, Better::lower, 60);
     },
     count_paper},
    {[](const Parameters&) {
         return make("school_spending", "EUR", "Kosten van school en zorg onder schooltijd", "Costs of school and care in school time",
                     {"school_cost", {"regular", "special", "arrangements", "care", "group", "home_care"},
                      {"School: gewone plek", "School: speciaal onderwijs", "School: arrangementen", "Jeugdhulp: zorg onder schooltijd per kind",
                       "Jeugdhulp: personeel voor de groep", "Jeugdhulp: dagopvang van thuiszitters"},
                      {"School: regular places", "School: special education", "School: arrangements", "Youth help: care in school time per child",
                       "Youth help: staff for the group", "Youth help: day care of children at home"}},
                     OverTime::sum, Better::neither, 100);
     },
     count_money},
    {[](const Parameters&) {
         return make("early_leavers", "1", "Thuiswonende jongeren onder 23 die school zonder startkwalificatie verlieten",
                     "Youths under 23 living with parents who left school without a starting qualification", by_family(), OverTime::mean, Better::lower);
     },
     count_leavers, in_parts},
};

}  // namespace

std::span<const OutcomeRow> school_rows() { return rows; }

}  // namespace ontkoker::outcomes
