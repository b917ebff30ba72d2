// D14, D16, D21: neighbours that refuse, a strict access, disputes about the payer, watch-flame and norm length.
#include "entry_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace entry_payers_links_test {

constexpr std::size_t at(Neighbour n) { return static_cast<std::size_t>(n); }

// In class without the support that it needs.
SchoolState pupil_in_need() {
    SchoolState school;
    school.place = SchoolPlace::regular;
    school.need = 1;
    return school;
}

TEST_CASE("D14: stricter neighbours, more youth care, and they are spared what they do not pay", "[d14]") {
    const auto found = [](double takes, double strict) {
        Town town = families({.wage = 3500, .children = {9}}, 900);
        Children& c = town.world.children;
        for (std::size_t i = 0; i < 300; ++i) {
            c.group[i] = ChildGroup::lifelong;
            c.own[i] = Level::from(7.0);
            c.school[300 + i] = pupil_in_need();
            town.world.households.problems[600 + i] = addiction;
            c.family[600 + i] = Level::from(2.5);
        }
        town.now.entry.neighbour_takes = takes;
        town.now.entry.neighbours_closed = 0.5;
        town.pull("strict_neighbours", strict);
        return once(std::move(town));
    };
    const Town open = found(0.7, 0.0), closed = found(0.7, 1.0);
    CHECK(started(closed) > started(open) + 150);
    CHECK(closed.world.tally.requests == 900);
    CHECK(sum_of_array(closed.world.tally.entry.taken) == 0);
    for (const Neighbour n : {Neighbour::school, Neighbour::long_term_care, Neighbour::adult_care}) {
        CHECK(open.world.tally.entry.taken[at(n)] > 40);
        CHECK(closed.world.tally.entry.refused[at(n)] == open.world.tally.entry.taken[at(n)] + open.world.tally.entry.refused[at(n)]);
        CHECK(closed.world.tally.entry.spared[at(n)] > open.world.tally.entry.spared[at(n)]);
    }
    CHECK(open.world.ledger.balance(Account::long_term_care) ==
          -open.world.tally.entry.taken[at(Neighbour::long_term_care)] * euros(open.now.entry.long_term_care_year));
    CHECK(open.world.ledger.balance(Account::schools) < Cents(0));
    CHECK(closed.world.ledger.balance(Account::long_term_care) == Cents(0));
    CHECK(everything(found(0.0, 1.0)) == everything(found(0.0, 0.0)));
}

TEST_CASE("D14: whom another law helps does not ask youth help meanwhile, and may after that", "[d14]") {
    Town town = families({.wage = 3500, .children = {9}}, 200);
    for (SchoolState& school : town.world.children.school) school = pupil_in_need();
    town.now.entry.neighbour_takes = 1.0;
    town.now.entry.neighbours_closed = 0.0;
    town.now.entry.neighbour_months = 6;
    town.run(24, ways_in);
    CHECK(town.world.tally.entry.taken[at(Neighbour::school)] == 200);
    CHECK(started(town) == 0);
    town.run(8, ways_in);
    CHECK(town.world.tally.entry.taken[at(Neighbour::school)] == 400);
}

TEST_CASE("D14: a strict access tests longer, leaves more to own strength, and they shift to the GP, nothing at zero", "[d14]") {
    const auto found = [](double share, double test, double shift, double strict, double load = 2.0, bool again = false) {
        Town town = families({.wage = 3500, .children = {9}}, 500);
        for (Level& own : town.world.children.own) own = Level::from(load);
        Entry& e = town.now.entry;
        e.own_strength = share;
        e.own_strength_effect = 0.0;
        e.test_share = test;
        e.shift = shift;
        town.pull("strict_access", strict);
        if (again) {
            town.run(16, ways_in);
            town.now.seeking.most = 0.0;
            town.run(26, ways_in);
            return town;
        }
        return once(std::move(town));
    };
    const Town none = found(0.6, 0.6, 0.8, 0.0);
    const Town strict = found(0.6, 0.0, 0.0, 1.0), longer = found(0.0, 0.6, 0.0, 1.0);
    CHECK(strict.world.tally.entry.own_strength > 200);
    CHECK(started(strict) == started(none) - strict.world.tally.entry.own_strength);
    CHECK(longer.world.tally.intake_minutes == 500 * 16 * 60);
    CHECK(started(longer) == started(none));
    CHECK(everything(found(0.0, 0.0, 0.0, 1.0)) == everything(none));
    CHECK(found(0.6, 0.0, 0.0, 1.0, 7.0).world.tally.entry.own_strength == 0);   // never who has a severe need
    const auto by_gp = [](const Town& town) { return town.world.tally.starts_by_referrer[static_cast<std::size_t>(Referrer::gp)]; };
    const Town back = found(0.6, 0.0, 0.8, 1.0, 2.0, true);
    CHECK(back.world.tally.entry.went_round > 100);
    CHECK(by_gp(back) > 100);
    CHECK(by_gp(found(0.6, 0.0, 0.0, 1.0, 2.0, true)) == 0);
}

TEST_CASE("D16: more payers start later, a joint budget takes the delay away, no dispute, no delay", "[d16]") {
    const auto weeks = [](int payers, double share, double joint) {
        Town town = families({.wage = 3500, .children = {9}});
        Children& c = town.world.children;
        for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
            if (payers > 0) town.world.households.problems[i] = mental_health;
            if (payers > 1) c.group[i] = ChildGroup::lifelong;
            if (payers > 2) c.school[i] = pupil_in_need();
        }
        town.now.access.see_other = 0.0;
        town.now.help_types[town.type_named("ambulant")].chosen[0] = {1, 1, 1};
        town.now.help_types[town.type_named("team_help")].chosen[0] = {};
        town.now.entry.dispute_share = share;
        town.now.entry.dispute_weeks = 6.0;
        town.pull("joint_case_budget", joint);
        town = once(std::move(town), 2);   // while some still wait
        std::int64_t waiting = 0;
        for (std::size_t i = 0; i < town.world.child_rows(); ++i) waiting += town.children().help[i] == HelpState::waiting_help;
        const std::int64_t told = sum_of_array(town.world.tally.entry.disputes);
        CHECK((told > 0) == (payers > 0 && share > 0.0 && joint < 1.0));
        CHECK(waiting <= told);
        town.run(104, ways_in);
        CHECK(started(town) >= 300);   // nobody is lost in it
        return std::pair(sum_of_array(town.world.tally.entry.dispute_minutes), everything(town));
    };
    const auto none = weeks(1, 0.0, 0.0);
    CHECK(weeks(0, 0.5, 0.0).first == 0);
    const std::int64_t one = weeks(1, 0.5, 0.0).first, two = weeks(2, 0.5, 0.0).first, three = weeks(3, 0.5, 0.0).first;
    CHECK(one > 300 * minutes_per_step);
    CHECK(two > one);
    CHECK(three > two);
    CHECK(weeks(1, 0.5, 0.5).first < 0.6 * static_cast<double>(one));
    CHECK(weeks(1, 0.5, 1.0) == none);
}

TEST_CASE("D16: a dispute is time before the line, and weighs as waiting does", "[d16][c4]") {
    Town town = families({.wage = 3500, .children = {9}, .problems = mental_health}, 100);
    town.now.entry.dispute_share = 1.0;
    town.now.entry.dispute_weeks = 500.0;    // as long as it can take: a year
    town.now.children.worsening = 0.02;
    town.now.help_types[town.type_named("team_help")].chosen[0] = {};
    town.run(4, ways_in);
    town.now.seeking.most = 0.0;
    town.run(60, ways_in);
    std::int64_t worse = 0;
    for (const Level worsened : town.children().worsened) worse += worsened > Level::from(0.5);
    CHECK(worse > 60);
    CHECK(sum_of(town.world.tally.waited) < 100 * minutes_per_step);   // the line itself is short
}

TEST_CASE("D16: a court's decision and the team's own help know no dispute", "[d16]") {
    Town town = families({.wage = 3500, .children = {9}, .problems = mental_health});
    town.now.entry.dispute_share = 1.0;
    for (HelpType& type : town.now.help_types) type.chosen[0] = {};
    town.now.help_types[town.type_named("team_help")].chosen[0] = {1, 1, 1};
    CHECK(sum_of_array(once(town).world.tally.entry.disputes) == 0);
    town.now.seeking.gi_share = 1.0;
    town.now.safety.gi_without_measure = 1.0;
    for (Level& own : town.world.children.own) own = Level::from(4.0);
    CHECK(sum_of_array(once(std::move(town)).world.tally.entry.disputes) == 0);
}

const std::vector<std::string_view> years_watched = {"review_capacity", "keep_watch", "develop_children", "seek_help", "take_intakes", "give_help"};

// Vulnerable families who ask as the load weighs, for four years.
Town over_years(double watch, double fade, double hours, double cap, double renewals = 0.5) {
    Town town = families({.wage = 3500, .children = {5}, .problems = mental_health}, 400);
    town.now.seeking.most = 1.0;
    town.now.seeking.midpoint = 3.0;
    town.now.seeking.continue_chance = 0.5;
    for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
        town.world.children.own[i] = Level::from(4.0);
        town.world.children.group[i] = ChildGroup::severe;
    }
    for (Service& service : town.world.services) service.capacity_factor = 1.0;
    Entry& e = town.now.entry;
    e.watch_fade = fade;
    e.watch_hours = hours;
    e.watch_years = 3.0;
    e.cap_renewals = renewals;
    town.pull("watch_flame", watch);
    town.pull("duration_cap", cap);
    town.run(4 * steps_a_year, years_watched);
    CHECK(broken_monthly_laws(town.world).empty());
    return town;
}

TEST_CASE("D21: help cut off at a norm length comes back more often, and not at zero", "[d21]") {
    const auto mean_months = [](const Town& town) { return sum_of(town.world.tally.ends); };
    const Town none = over_years(0.0, 0.0, 0.0, 0.0);
    const Town cut = over_years(0.0, 0.0, 0.0, 1.0, 1.0);
    CHECK(mean_months(cut) > mean_months(none));
    CHECK(sum_of(cut.world.tally.returns) > sum_of(none.world.tally.returns) + 20);
    Town long_norm = families({.wage = 3500, .children = {9}});
    long_norm.now.entry.norm_months = 1e4;
    long_norm.now.entry.cap_renewals = 0.0;
    Town capped = long_norm;
    capped.pull("duration_cap", 1.0);
    CHECK(everything(once(long_norm)) == everything(once(capped)));
}

TEST_CASE("D21: a watch-flame means fewer returns at lasting hours of the team, and without effect or hours none", "[d21]") {
    const Town none = over_years(0.0, 0.4, 8.0, 0.0), lit = over_years(1.0, 0.4, 8.0, 0.0), idle = over_years(1.0, 0.0, 0.0, 0.0);
    CHECK(none.world.tally.entry.watch_minutes == 0);
    CHECK(lit.world.watch.families > 100);
    CHECK(lit.world.tally.entry.watch_minutes > 100 * 8 * 60);
    CHECK(sum_of(lit.world.tally.returns) < sum_of(none.world.tally.returns));
    CHECK(sum_of(lit.children().own) < sum_of(none.children().own));
    CHECK(idle.children().own == none.children().own);
    CHECK(idle.world.tally.returns == none.world.tally.returns);
    const auto team_hours = [](const Town& town) { return town.help(town.type_named("team_help")).line.total_capacity(); };
    CHECK(team_hours(lit) < team_hours(none));
    CHECK(team_hours(idle) == team_hours(none));
}

TEST_CASE("D21: a watch-flame stays within its share of the team, goes out in time and does not move along", "[d21]") {
    Town town = families({.wage = 3500, .children = {9}, .problems = mental_health});
    town.now.entry.watch_flame = 1.0;
    town.now.entry.watch_hours = 52.0;
    town.now.entry.watch_most = 0.3;
    town.now.entry.watch_years = 2.0;
    town.world.services[first_help_service + town.type_named("team_help")].base_capacity = {60 * 100};
    town.now.tables.duration_shares = {1, 0, 0, 0, 0, 0, 0};
    for (HelpType& type : town.now.help_types) type.duration = {1, 0, 0, 0, 0, 0, 0};
    town = once(std::move(town), 30);
    CHECK(town.world.watch.families == 30);     // an hour a week each of a hundred hours
    Town moved = town;
    moved.now.demography.move = 12.0;
    moved.run(5, {"move_house", "keep_watch"});
    CHECK(moved.world.watch.families == 0);
    town.run(2 * steps_a_year + 5, {"keep_watch"});
    CHECK(town.world.watch.families == 0);
}

}  // namespace entry_payers_links_test
