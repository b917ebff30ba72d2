// D1, D2, D3, D11, D14, D16, D19, D21: desks, disputes, neighbours that refuse, easy help, watch-flames, load after an intake.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

template <class Counts>
void put(const Counts& counts, Cells cells) {
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = counts[k];
}

Split by_neighbour() {
    return {"neighbour",
            {"school", "long_term_care", "adult_care", "housing"},
            {"School", "Langdurige zorg (Wlz)", "Volwassenenzorg", "Wonen"},
            {"School", "Long-term care", "Adult care", "Housing"}};
}

bool waits_for_payers(const Children& c, std::size_t i, Moment now) {
    return c.help[i] == HelpState::waiting_help && c.entry[i].dispute_until > now;
}

// The month's last moment, in minutes from day 0.
Moment end_of(const Snapshot& now) { return static_cast<Moment>(now.day) * minutes_per_day; }

void count_open_disputes(const Snapshot& now, Cells cells, Cells) {
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        cells[cell_of_youth(now, i)] += waits_for_payers(c, i, end_of(now));
    });
}

// D2: does an intake help families with one question, and with more? Half a year to two years after it.
void count_load_after(const Snapshot& now, Cells cells, Cells denominators) {
    constexpr Moment from = 26 * minutes_per_step, until = 104 * minutes_per_step;
    each_minor(now, [&](const Children& c, std::size_t i) {
        const ChildEntry& entry = c.entry[i];
        if (entry.intake_at == long_ago || entry.intake_at > end_of(now) - from || entry.intake_at < end_of(now) - until) return;
        cells[entry.multiple] += load_of(c.own[i], c.family[i], c.livelihood[i]).raw;
        denominators[entry.multiple] += Level::one;
    });
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("asked_at", "1", "Vragen aan de gemeente naar waar het gezin kwam", "Requests at the municipality by where the family came",
                     {"desk", {"one_door", "youth", "income", "wmo"},
                      {"Eén voordeur", "Jeugdloket", "Loket voor inkomen en schulden", "Wmo-loket"},
                      {"One front door", "Youth desk", "Desk for income and debts", "Desk for social support (Wmo)"}},
                     OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) { put(now.world.tally.entry.desk, cells); }},
    {[](const Parameters&) {
         return make("load_after_intake", "1", "Probleemlast een half tot twee jaar na een intake (0-10)",
                     "Problem load half a year to two years after an intake (0-10)",
                     {"questions", {"single", "multiple"}, {"Enkelvoudige vraag", "Meervoudige vragen"}, {"Single question", "Multiple questions"}},
                     OverTime::ratio, Better::lower);
     },
     count_load_after, in_parts},
    {[](const Parameters&) {
         return make("disputes", "1", "Vragen waarover een geschil begint over wie de volgende stap betaalt",
                     "Requests about which a dispute begins over who pays the next step", by_family(), OverTime::sum, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { put(now.world.tally.entry.disputes, cells); }},
    {[](const Parameters&) {
         return make("dispute_weeks", "weeks", "Weken die verloren gaan aan die geschillen", "Weeks lost to those disputes", by_family(),
                     OverTime::sum, Better::lower, minutes_per_step);
     },
     [](const Snapshot& now, Cells cells, Cells) { put(now.world.tally.entry.dispute_minutes, cells); }},
    {[](const Parameters&) {
         return make("in_dispute", "1", "Kinderen die wachten omdat betalers het oneens zijn", "Children who wait because payers differ", by_family(),
                     OverTime::mean, Better::lower);
     },
     count_open_disputes, in_parts},
    {[](const Parameters&) {
         return make("passed_on", "1", "Vragen die een andere wet afwijst en die bij jeugdhulp terechtkomen",
                     "Requests that another law refuses and that end at youth help", by_neighbour(), OverTime::sum, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { put(now.world.tally.entry.refused, cells); }},
    {[](const Parameters&) {
         return make("taken_by_neighbours", "1", "Vragen die een andere wet helpt", "Requests that another law helps", by_neighbour(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) { put(now.world.tally.entry.taken, cells); }},
    {[](const Parameters&) {
         return make("spared_by_refusing", "EUR", "Wat een andere betaler uitspaart door af te wijzen", "What another payer spares by refusing",
                     by_neighbour(), OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t n = 0; n < cells.size(); ++n) cells[n] = now.world.tally.entry.spared[n].count;
     }},
    {[](const Parameters&) {
         return make("own_strength_plans", "1", "Plannen op eigen kracht, en wie daarna om de toegang heen gaat",
                     "Plans of own strength, and who then goes round the access",
                     {"strict", {"own_strength", "went_round"}, {"Plan op eigen kracht", "Daarna langs een andere weg"},
                      {"Plan of own strength", "By another way after that"}},
                     OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         cells[0] = now.world.tally.entry.own_strength;
         cells[1] = now.world.tally.entry.went_round;
     }},
    {[](const Parameters&) {
         return make("light_help_asked", "1", "Vragen om lichte hulp zonder besluit", "Requests for light help without a decision",
                     {"light", {"new", "instead"}, {"Nieuwe vraag", "In plaats van een andere weg"}, {"New demand", "Instead of another way"}},
                     OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         cells[0] = now.world.tally.entry.light_new;
         cells[1] = now.world.tally.entry.light_instead;
     }},
    {[](const Parameters&) {
         return make("light_help_reach", "%", "Kinderen onder 18 in hulp van het team", "Children under 18 in help by the team", no_split(),
                     OverTime::ratio, Better::neither, 0.01);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         each_minor(now, [&](const Children& c, std::size_t i) {
             cells[0] += c.help[i] == HelpState::in_help && now.now.help_types[c.service[i]].team;
             ++denominators[0];
         });
     },
     in_parts},
    {[](const Parameters&) {
         return make("found", "1", "Vragen die diensten of professionals vinden", "Requests that services or professionals find",
                     {"finder", {"signals", "siblings", "meeting"},
                      {"Door gedeelde signalen", "Broers en zussen bij een brede intake", "Door het voordeuroverleg"},
                      {"By shared signals", "Siblings at a broad intake", "By the front-door meeting"}},
                     OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         const EntryTally& t = now.world.tally.entry;
         cells[0] = t.signalled;
         cells[1] = t.uncovered;
         cells[2] = t.brought_on;
     }},
    {[](const Parameters&) {
         return make("watch_flames", "1", "Gezinnen met een waakvlam", "Families with a watch-flame", by_family(), OverTime::mean);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         if (now.world.watch.families == 0) return;
         each_household(now, [&](const Households& h, std::size_t i) {
             if (h.entry[i].watch_until > end_of(now)) ++cells[cell_of_home(now, i)];
         });
     },
     in_parts},
    {[](const Parameters&) {
         return make("watch_hours", "hours", "Uren van het team voor waakvlammen", "Hours of the team for watch-flames", no_split(), OverTime::sum,
                     Better::neither, 60);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.entry.watch_minutes; }},
};

}  // namespace

std::span<const OutcomeRow> entry_rows() { return rows; }

}  // namespace ontkoker::outcomes
