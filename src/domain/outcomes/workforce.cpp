// Professionals: sickness, leaving, vacancies, experience; faces and professionals around families; paper; what is seen.
#include "../burden.h"
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

// A share of the post-weeks of the month. `factor` turns a count into its part of a year.
template <std::int64_t WorkforceTally::*Count, std::int64_t Factor>
void of_posts(const Snapshot& now, Cells cells, Cells denominators) {
    cells[0] = Factor * (now.world.tally.workforce.*Count);
    denominators[0] = now.world.tally.workforce.post_weeks;
}

template <std::int64_t WorkforceTally::*Seen, std::int64_t WorkforceTally::*All>
void of_intakes(const Snapshot& now, Cells cells, Cells denominators) {
    cells[0] = now.world.tally.workforce.*Seen;
    denominators[0] = now.world.tally.workforce.*All;
}

void count_experience(const Snapshot& now, Cells cells, Cells denominators) {
    const auto& staff = now.world.professionals.staff;
    for (std::size_t s = 0; s < staff.size() && s < cells.size(); ++s)
        for (const Professional& post : staff[s].posts) {
            if (post.vacant) continue;
            cells[s] += post.experience;
            ++denominators[s];
        }
}

void count_absent(const Snapshot& now, Cells cells, Cells denominators) {
    const auto& staff = now.world.professionals.staff;
    for (std::size_t s = 0; s < staff.size() && s < cells.size(); ++s)
        for (const Professional& post : staff[s].posts) {
            cells[s] += !post.present();
            ++denominators[s];
        }
}

// Per youth and year: the month's new faces times twelve.
void count_faces(const Snapshot& now, Cells cells, Cells denominators) {
    cells[0] = 12 * now.world.tally.workforce.new_faces;
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        if (now.classes->youth_age[i] >= 23) return;
        denominators[0] += c.help[i] == HelpState::intake || c.help[i] == HelpState::in_help;
    });
}

// Of families with at least one service around them, in thousandths of a professional.
void count_around(const Snapshot& now, Cells cells, Cells denominators) {
    each_household_with(now, now.classes->services, [&](const Households&, std::size_t i) {
        const double around = professionals_around(now.classes->services[i], now.now.workforce);
        if (around <= 0.0) return;
        const std::size_t cell = cell_of_home(now, i);
        cells[cell] += nearest(1000.0 * around);
        ++denominators[cell];
    });
}

void count_stacks(const Snapshot& now, Cells cells, Cells denominators) {
    each_household_with(now, now.classes->services, [&](const Households&, std::size_t i) {
        const double around = professionals_around(now.classes->services[i], now.now.workforce);
        if (around <= 0.0) return;
        cells[0] += around >= 4.0;
        ++denominators[0];
    });
}

void count_burden(const Snapshot& now, Cells cells, Cells denominators) {
    each_household_with(now, now.classes->services, [&](const Households&, std::size_t i) {
        const double burden = burden_of(now.world, i, now.now);
        if (burden <= 0.0) return;
        const std::size_t cell = cell_of_home(now, i);
        cells[cell] += nearest(Level::one * burden);
        denominators[cell] += Level::one;
    });
}

Split by_paper() {
    return {"paper", {"worker", "provider", "parent"}, {"Toegang", "Aanbieders en team", "Ouders"}, {"Access", "Providers and team", "Parents"}};
}

OutcomeInfo percent(std::string name, std::string nl, std::string en, Better better) {
    return make(std::move(name), "%", std::move(nl), std::move(en), no_split(), OverTime::ratio, better, 0.01);
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) { return percent("staff_sickness", "Ziekteverzuim van professionals", "Sickness of professionals", Better::lower); },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         const WorkforceTally& tally = now.world.tally.workforce;
         cells[0] = tally.sick_weeks;
         denominators[0] = tally.post_weeks - tally.vacant_weeks;   // of the posts that are filled
     }},
    {[](const Parameters&) {
         return percent("staff_leaving", "Vertrek van professionals, per jaar", "Professionals leaving, a year", Better::lower);
     },
     of_posts<&WorkforceTally::left, 52>},
    {[](const Parameters&) { return percent("staff_vacancies", "Openstaande functies", "Posts that are vacant", Better::lower); },
     of_posts<&WorkforceTally::vacant_weeks, 1>},
    {[](const Parameters& p) {
         return make("staff_absent", "%", "Professionals die ziek zijn of ontbreken, per dienst", "Professionals sick or missing, by service",
                     by_service(p), OverTime::ratio, Better::lower, 0.01);
     },
     count_absent},
    {[](const Parameters& p) {
         return make("staff_experience", "months", "Gemiddelde ervaring van professionals", "Mean experience of professionals", by_service(p),
                     OverTime::ratio, Better::higher);
     },
     count_experience},
    {[](const Parameters&) {
         return make("new_faces", "1", "Nieuwe gezichten per jeugdige in hulp en jaar", "New faces for each youth in help and year", no_split(),
                     OverTime::ratio, Better::lower);
     },
     count_faces},
    {[](const Parameters&) {
         return make("professionals_around", "1", "Professionals rond een gezin met hulp", "Professionals around a family with help", by_family(),
                     OverTime::ratio, Better::neither, 1000);
     },
     count_around, in_parts},
    {[](const Parameters&) {
         return percent("stacked_families", "Gezinnen met hulp en vier of meer professionals", "Families with help and four or more professionals",
                        Better::lower);
     },
     count_stacks, in_parts},
    {[](const Parameters&) {
         return make("burden", "%", "Belasting van ouders door hulpverleners en papier (0-100)", "Burden of parents by professionals and paper (0-100)",
                     by_family(), OverTime::ratio, Better::lower, 0.01);
     },
     count_burden, in_parts},
    {[](const Parameters&) {
         return make("paper_hours", "hours", "Uren papierwerk", "Hours of paper", by_paper(), OverTime::sum, Better::lower, 60);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         const WorkforceTally& tally = now.world.tally.workforce;
         cells[0] = tally.paper_worker;
         cells[1] = tally.paper_provider;
         cells[2] = tally.paper_parent;
     }},
    {[](const Parameters&) {
         return percent("own_cause_seen", "Eigen oorzaak gezien bij lichte en matige last", "Own cause seen, light and moderate loads", Better::higher);
     },
     of_intakes<&WorkforceTally::own_seen, &WorkforceTally::own_causes>},
    {[](const Parameters&) {
         return percent("complex_cause_seen", "Eigen oorzaak gezien bij zware last", "Own cause seen, severe loads", Better::higher);
     },
     of_intakes<&WorkforceTally::severe_own_seen, &WorkforceTally::severe_own>},
    {[](const Parameters&) {
         return percent("referred_out", "Intakes waarna het team verwijst", "Intakes after which the team refers out", Better::neither);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.workforce.referred_out;
         denominators[0] = now.world.tally.intakes;
     }},
};

}  // namespace

std::span<const OutcomeRow> workforce_rows() { return rows; }

}  // namespace ontkoker::outcomes
