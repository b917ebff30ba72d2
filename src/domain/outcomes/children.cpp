// Children: problem load and help by family, help by kind, reach in a year.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

void count_load(const Snapshot& now, Cells cells, Cells denominators) {
    each_minor(now, [&](const Children& c, std::size_t i) {
        const std::size_t cell = cell_of_youth(now, i);
        cells[cell] += load_of(c.own[i], c.family[i], c.livelihood[i]).raw;
        denominators[cell] += Level::one;
    });
}

void count_burdened(const Snapshot& now, Cells cells, Cells) {
    const Level border = Level::from(now.now.children.signal_share);
    each_minor(now, [&](const Children& c, std::size_t i) {
        cells[cell_of_youth(now, i)] += load_of(c.own[i], c.family[i], c.livelihood[i]) >= border;
    });
}

void count_kinds(const Snapshot& now, Cells cells, Cells) {
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        if (c.help[i] == HelpState::in_help) ++cells[c.service[i]];
    });
}

void count_groups(const Snapshot& now, Cells cells, Cells) {
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        if (c.help[i] == HelpState::in_help) ++cells[cell_of_youth(now, i)];
    });
}

// Known once a year, in December; the other months have no cases.
void count_reach(const Snapshot& now, Cells cells, Cells denominators) {
    if (now.month.number() != 12) return;
    each_youth(now, 23, [&](const Children& c, std::size_t i) {
        cells[0] += c.helped_this_year[i];
        ++denominators[0];
    });
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("problem_load", "1", "Gemiddelde probleemlast van kinderen (0-10)", "Mean problem load of children (0-10)",
                     by_family(), OverTime::ratio, Better::lower);
     },
     count_load, in_parts},
    {[](const Parameters&) {
         return make("burdened_children", "1", "Kinderen met een zware probleemlast", "Children with a heavy problem load",
                     by_family(), OverTime::mean, Better::lower);
     },
     count_burdened, in_parts},
    {[](const Parameters& p) {
         return make("youth_in_help", "1", "Jeugdigen in hulp per soort", "Youths in help by kind", by_help_type(p), OverTime::mean);
     },
     count_kinds, in_parts},
    {[](const Parameters&) {
         return make("youth_in_help_group", "1", "Jeugdigen in hulp per gezin", "Youths in help by family",
                     by_family(), OverTime::mean);
     },
     count_groups, in_parts},
    {[](const Parameters&) {
         return make("youth_help_reach", "%", "Jeugdigen onder 23 met jeugdhulp in het jaar", "Youths under 23 with help in the year",
                     no_split(), OverTime::ratio, Better::neither, 0.01);
     },
     count_reach, in_parts},
};

}  // namespace

std::span<const OutcomeRow> children_rows() { return rows; }

}  // namespace ontkoker::outcomes
