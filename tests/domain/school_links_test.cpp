// B4, D13, D16, C8 and the school part of B1: places, support, staying at home, group staff, payers.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace school_links_test {

const std::vector<std::string_view> school = {"go_to_school"};

// Nothing happens to any pupil by itself, and nothing of a child changes its risk.
void quiet(School& s) {
    s.special_at_start = s.special_growth = s.support_share = s.home_share = s.leaver_share = 0.0;
    s.load_risk = 0.0;
    s.lifelong_factor = s.apart_factor = 1.0;
    s.need_in = s.need_out = s.special_in = s.special_out = s.drop_out = 0.0;
    s.return_chance = s.home_to_special = s.officer_reach = s.leave_home = s.leave_class = s.rmc_return = 0.0;
    s.misfit_load = s.gain_fade = s.payer_delay = 0.0;
    s.decision_weeks = s.special_weeks = 4.0;
}

// Families with one child of eight and one of ten, all in a regular school.
Town pupils(int families = 200) {
    Town town;
    quiet(town.now.school);
    town.settle({.children = {8, 10}}, families);
    town.open();
    town.run(1, school);
    return town;
}

template <class Change>
void change_all(Town& town, const Change& change) {
    for (SchoolState& s : town.world.children.school) change(s);
    for (std::uint8_t& watched : town.world.children.watched) watched |= watch_school;
}

void stay_home(SchoolState& s, int weeks) {
    s.place = SchoolPlace::home;
    s.at_home = 1;
    s.weeks_home = static_cast<std::uint16_t>(weeks);
}

void support(SchoolState& s, bool heavy) {
    s.place = SchoolPlace::support;
    s.need = s.granted = 1;
    s.grant_left = 200;
    s.heavy = heavy;
}

std::vector<SchoolPlace> places(const Town& town) {
    std::vector<SchoolPlace> all;
    for (const SchoolState& s : town.children().school) all.push_back(s.place);
    return all;
}

std::int64_t count(const Town& town, SchoolPlace place) {
    std::int64_t n = 0;
    for (const SchoolState& s : town.children().school) n += s.place == place;
    return n;
}

const SchoolTally& tally(const Town& town) { return town.world.tally.school; }

TEST_CASE("B4: the longer at home, the lower the chance of return, and not at zero", "[b4]") {
    const auto after = [](int weeks, double loss) {
        Town town = pupils();
        town.now.school.return_chance = 0.8;
        town.now.school.return_loss = loss;
        change_all(town, [&](SchoolState& s) { stay_home(s, weeks); });
        town.run(steps_a_year / 2, school);
        return town;
    };
    const Town soon = after(4, 2.0), late = after(200, 2.0);
    CHECK(tally(late).back_in_class > 0);
    CHECK(2 * tally(late).back_in_class < tally(soon).back_in_class);
    CHECK(places(after(4, 0.0)) == places(after(200, 0.0)));
}

TEST_CASE("B4: support in class keeps pupils at school, missing support loses them, and neither at no effect", "[b4]") {
    const auto lost = [](bool need, bool given, double effect, double unserved) {
        Town town = pupils();
        town.now.school.drop_out = 0.4;
        town.now.school.decision_weeks = 200.0;
        town.now.school.support_effect = effect;
        town.now.school.unserved_factor = unserved;
        change_all(town, [&](SchoolState& s) {
            s.need = need;
            if (given) support(s, false);
        });
        town.run(steps_a_year, school);
        return tally(town).fell_out;
    };
    const std::int64_t plain = lost(false, false, 0.6, 4.0);
    CHECK(plain > 0);
    CHECK(lost(true, true, 0.6, 4.0) < plain);
    CHECK(lost(true, false, 0.6, 4.0) > plain);
    CHECK(lost(true, true, 0.0, 4.0) == plain);
    CHECK(lost(true, false, 0.6, 1.0) == plain);
}

TEST_CASE("B4: the gain of a treatment fades at home, not in a place and not at zero", "[b4]") {
    const auto load = [](double fade, bool home) {
        Town town = pupils(50);
        town.now.school.gain_fade = fade;
        change_all(town, [&](SchoolState& s) {
            if (home) stay_home(s, 4);
            s.before = Level::from(5.0);
        });
        for (Level& own : town.world.children.own) own = Level::from(2.0);
        town.run(steps_a_year, school);
        return sum_of(town.children().own);
    };
    const std::int64_t kept = 100 * 2 * Level::one;
    CHECK(load(1.0, true) > kept);
    CHECK(load(1.0, true) < 100 * 5 * Level::one);
    CHECK(load(1.0, false) == kept);
    CHECK(load(0.0, true) == kept);
}

TEST_CASE("B1: a misfit at school raises the own load, not of the lifelong group and not at zero", "[b1][b4]") {
    const auto load = [](double strength, bool misfit, ChildGroup group) {
        Town town = pupils(50);
        town.now.school.misfit_load = strength;
        town.now.school.decision_weeks = 200.0;
        for (ChildGroup& one : town.world.children.group) one = group;
        change_all(town, [&](SchoolState& s) { s.need = misfit; });
        town.run(steps_a_year, school);
        return sum_of(town.children().own);
    };
    CHECK(load(2.0, true, ChildGroup::mild) > 0);
    CHECK(load(2.0, false, ChildGroup::mild) == 0);
    CHECK(load(0.0, true, ChildGroup::mild) == 0);
    CHECK(load(2.0, true, ChildGroup::lifelong) == 0);
}

TEST_CASE("B4: load raises the risk to fall out, and not at zero", "[b4]") {
    const auto run = [](double weight, double own) {
        Town town = pupils();
        town.now.school.load_risk = weight;
        town.now.school.drop_out = 0.1;
        for (Level& level : town.world.children.own) level = Level::from(own);
        town.run(steps_a_year, school);
        return town;
    };
    CHECK(tally(run(1.0, 8.0)).fell_out > tally(run(1.0, 0.0)).fell_out);
    CHECK(places(run(0.0, 8.0)) == places(run(0.0, 0.0)));
}

TEST_CASE("B4: admission is no place: with fewer places more wait at home, with enough nobody does", "[b4]") {
    const auto run = [](std::int64_t base) {
        Town town = pupils();
        town.now.school.home_to_special = 12.0;
        town.now.school.places_follow = 0.0;
        town.world.schools.base_places = base;
        change_all(town, [](SchoolState& s) { stay_home(s, 4); });
        for (int week = 0; week < steps_a_year; ++week) {
            town.run(1, school);
            CHECK(count(town, SchoolPlace::special) <= base);
            CHECK((count(town, SchoolPlace::waiting) == 0 || count(town, SchoolPlace::special) == base));
        }
        return town;
    };
    CHECK(count(run(20), SchoolPlace::waiting) > 0);
    CHECK(count(run(1000), SchoolPlace::waiting) == 0);
}

TEST_CASE("B4: action of the attendance officer brings pupils back sooner, and not at factor one", "[b4]") {
    const auto run = [](double reach, double factor) {
        Town town = pupils();
        town.now.school.return_chance = 0.3;
        town.now.school.officer_reach = reach;
        town.now.school.officer_factor = factor;
        change_all(town, [](SchoolState& s) { stay_home(s, 4); });
        town.run(steps_a_year, school);
        return town;
    };
    CHECK(tally(run(12.0, 2.0)).back_in_class > tally(run(0.0, 2.0)).back_in_class);
    CHECK(places(run(12.0, 1.0)) == places(run(0.0, 1.0)));
}

TEST_CASE("D13: staff for the group is cheaper per child above some number of children in a school, dearer below", "[d13]") {
    const auto cost = [](std::size_t children, double hours) {
        Town town = pupils(100);
        REQUIRE(town.world.schools.primary == 1);
        town.now.school.group_hours = hours;
        town.now.school.group_together = 6.0;
        for (std::size_t i = 0; i < children; ++i) support(town.world.children.school[i], true);
        town.world.tally = {};
        town.open();
        town.run(8, school);  // over the settlement of a month
        CHECK(count(town, SchoolPlace::support) == static_cast<std::int64_t>(children));
        CHECK((tally(town).group > Cents(0)) == (hours > 0.0));
        CHECK((tally(town).care > Cents(0)) == (hours == 0.0));
        return tally(town).group + tally(town).care;
    };
    CHECK(cost(1, 0.1) > cost(1, 0.0));
    CHECK(cost(10, 0.1) < cost(10, 0.0));
}

TEST_CASE("D13: without an indication group staff helps at once, and without staff the lever moves nothing", "[d13][c8]") {
    const auto run = [](double hours, double free) {
        Town town = pupils();
        town.now.school.decision_weeks = 20.0;
        town.pull("staff_in_schools", hours);
        if (free > 0.0) town.pull("indication_free", free);
        for (std::size_t i = 0; i < 10; ++i) {
            town.world.children.school[i].need = 1;
            town.world.children.watched[i] |= watch_school;
        }
        town.run(10, school);
        return town;
    };
    CHECK(count(run(0.3, 0.0), SchoolPlace::support) == 0);
    CHECK(count(run(0.3, 1.0), SchoolPlace::support) == 10);
    CHECK(places(run(0.0, 1.0)) == places(run(0.0, 0.0)));
    CHECK(tally(run(0.3, 1.0)).paper_minutes == 0);
}

TEST_CASE("D16: more payers start support later, a joint budget takes the delay away", "[d16]") {
    const auto run = [](bool heavy, double delay, bool joint) {
        Town town = pupils();
        town.now.school.payer_delay = delay;
        if (joint) town.pull("joint_school_budget", 1.0);
        change_all(town, [&](SchoolState& s) {
            s.need = 1;
            s.heavy = heavy;
        });
        town.run(40, school);
        return town;
    };
    const auto wait = [](const Town& town) { return tally(town).support_waited / std::max<std::int64_t>(1, tally(town).supported); };
    CHECK(wait(run(true, 12.0, false)) == wait(run(true, 0.0, false)) + 12 * minutes_per_step);
    CHECK(wait(run(false, 12.0, false)) == wait(run(false, 0.0, false)));
    CHECK(wait(run(true, 12.0, true)) == wait(run(true, 0.0, false)));
    CHECK(places(run(true, 12.0, true)) == places(run(true, 0.0, false)));
}

TEST_CASE("C8: shorter decisions cost more hours of paperwork", "[c8]") {
    const auto paper = [](double months, double hours) {
        Town town = pupils();
        town.now.school.grant_months = months;
        town.now.school.paper_hours = hours;
        change_all(town, [](SchoolState& s) {
            support(s, false);
            s.grant_left = 1;
        });
        town.run(steps_a_year, school);
        return tally(town).paper_minutes;
    };
    CHECK(paper(2.0, 12.0) > paper(12.0, 12.0));
    CHECK(paper(2.0, 0.0) == 0);
}

TEST_CASE("B4: a family school brings more requests for help, and not at zero gain", "[b4]") {
    const auto requests = [](double gain, double share) {
        Town town = pupils();
        town.now.school.signal_gain = gain;
        if (share > 0.0) town.pull("family_school", share);
        for (Level& own : town.world.children.own) own = Level::from(4.0);
        town.run(steps_a_year / 4, {"seek_help"});
        return town.world.tally.requests;
    };
    CHECK(requests(0.5, 1.0) > requests(0.5, 0.0));
    CHECK(requests(0.0, 1.0) == requests(0.0, 0.0));
}

TEST_CASE("B4: children come to school at four and leave at eighteen, who is at home then has lost a qualification", "[b4]") {
    Town town;
    quiet(town.now.school);
    town.settle({.children = {3, 17}}, 50);
    town.open();
    town.run(1, school);
    CHECK(count(town, SchoolPlace::none) == 50);
    change_all(town, [](SchoolState& s) {
        if (s.place == SchoolPlace::regular) stay_home(s, 10);
    });
    town.run(40, school);
    std::int64_t early = 0;
    for (const SchoolState& s : town.children().school) early += s.early_leaver;
    CHECK(early == 50);
    CHECK(count(town, SchoolPlace::none) == 50);
    CHECK(count(town, SchoolPlace::regular) == 50);
}

TEST_CASE("laws: a built town keeps its schools in the books, also with fewer places, and does without the process", "[b4][laws]") {
    Town town = town_of("woudenberg");
    CHECK(count(town, SchoolPlace::special) > 0);
    CHECK(count(town, SchoolPlace::home) > 0);
    for (int week = 0; week < steps_a_year; ++week) {
        if (week == 20) town.pull("special_school_places", 0.5);
        town.run(1);
        CHECK(broken_monthly_laws(town.world) == std::vector<std::string>{});
    }
    CHECK(count(town, SchoolPlace::waiting) > 0);
    Town broken = town;
    for (SchoolState& s : broken.world.children.school)
        if (s.place == SchoolPlace::regular) s.place = SchoolPlace::special;
    CHECK_FALSE(broken_monthly_laws(broken.world).empty());
}

}  // namespace school_links_test
