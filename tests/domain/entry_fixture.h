// Families whose children ask once, for tests of the ways in.
#pragma once
#include <numeric>

#include "world_fixture.h"

namespace ontkoker::testing {

const std::vector<std::string_view> ways_in = {"seek_help", "take_intakes", "give_help"};

// Families with one kind of home; every child asks the access itself within four weeks. Nothing of Entry is on.
inline Town families(const Home& home, int count = 300) {
    Town town;
    town.settle(home, count);
    for (Level& own : town.world.children.own) own = Level::from(2.0);
    town.open(1'000'000'000);
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = 0.0;
    s.light_limit = 1.0;
    s.severe_limit = 5.0;
    s.none_share = s.gi_share = s.school_share = s.gp_poh_share = s.gp_to_team = s.youth_doctor_share = s.specialist_share = 0.0;
    s.continue_chance = 0.0;
    Access& a = town.now.access;
    a.one_door = a.handover_loss = a.steady_face = a.team_substitution = a.follow_advice = a.scheme_outreach = 0.0;
    a.trust_face = a.trust_new_face = a.pressure_shrink = 0.0;
    a.see_own = 1.0;
    a.see_other = 0.4;
    a.breadth = 0.6;
    a.intake_hours = 10.0;
    a.broad_hours = 0.0;
    a.patience_weeks = 1e5;
    for (Level& trust : town.world.households.trust) trust = Level::from(0.8);
    for (HelpType& type : town.now.help_types) type.patience_weeks = 1e5;
    Entry& e = town.now.entry;
    e.desk_choice = e.uncovers = e.data_sharing = e.neighbour_takes = e.dispute_share = 0.0;
    return town;
}

// The children ask in the first four weeks and have half a year.
inline Town once(Town town, int more_steps = 26) {
    town.run(4, ways_in);
    town.now.seeking.most = 0.0;
    town.run(more_steps, ways_in);
    CHECK(broken_monthly_laws(town.world).empty());
    return town;
}

inline std::int64_t started(const Town& town) { return sum_of(town.world.tally.starts); }
template <class Counts>
std::int64_t sum_of_array(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace ontkoker::testing
