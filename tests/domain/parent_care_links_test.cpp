// A9: parents wait for treatment of their own, and children feel it. A5: support before a separation. A7: the network.
#include "../../src/domain/parent_care.h"
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace parent_care_links_test {

const std::vector<std::string_view> care_chain = {"review_capacity", "change_parents_problems", "treat_parents", "develop_children",
                                                  "pay_services"};

// Families with a parent in trouble whose child carries it; nothing else happens to the children, and every parent with a
// problem asks within weeks.
Town troubled(std::uint8_t problems = mental_health, int families = 400, std::int32_t minutes = 1'000'000) {
    Town town;
    ChildDevelopment& c = town.now.children;
    c.shocks_everyday = c.shocks_mild = c.shocks_severe = c.own_fade = c.own_fade_severe = c.livelihood_stress = 0.0;
    c.family_mental_health = c.family_addiction = c.family_lvb = c.family_conflict = 2.0;
    c.family_follow = 1.0;
    Parents& p = town.now.parents;
    p.mental_health_in = p.addiction_in = p.conflict_in = p.mental_health_out = p.addiction_out = p.conflict_out = p.treated_out = 0.0;
    ParentCare& care = town.now.parent_care;
    care.asks = {13.0, 13.0, 13.0, 13.0};
    care.months.fill(24.0);
    care.patience_weeks = 1e5;
    care.relief = care.lvb_relief = care.separation_out = care.consultation = care.consultation_gain = 0.0;
    town.settle({.wage = 3500, .children = {8, 14}, .problems = problems}, families);
    town.open();
    town.world.services[parent_care_service].base_capacity = {minutes};
    town.world.services[parent_care_service].line.set_capacity(ServerId(0), minutes);
    for (Level& family : town.world.children.family) family = Level::from(2.0);
    return town;
}

std::int64_t with_problem(const Town& town, std::uint8_t problem) {
    std::int64_t count = 0;
    for (const std::uint8_t bits : town.homes().problems) count += (bits & problem) != 0;
    return count;
}

// Everybody in help of the first kind that works on the family, from day 0.
void help_all(Town& town, double effect) {
    Children& c = town.world.children;
    town.now.help_types[0].effect_family = effect;
    town.now.help_types[0].effect_own = 0.0;
    for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
        c.help[i] = HelpState::in_help;
        c.service[i] = 0;
        c.since[i] = 0;
        c.seen[i] = seen_own | seen_family;
    }
}
void stop_all(Town& town) {
    for (HelpState& help : town.world.children.help) help = HelpState::none;
}

TEST_CASE("A9: parents wait for treatment by its hours, and shorter waits cost no youth euro", "[a9]") {
    const auto after = [](std::int32_t minutes) {
        Town town = troubled(mental_health, 400, minutes);
        town.now.parents.treated_out = 1.5;
        town.now.parent_care.patience_weeks = 40.0;
        town.run(2 * steps_a_year, care_chain);
        CHECK(broken_monthly_laws(town.world).empty());
        CHECK(town.world.ledger.paid(Account::youth, Account::providers) == Cents(0));
        return town;
    };
    const Town few = after(60 * 40), many = after(60 * 400);
    CHECK(few.world.tally.line_started[parent_care_service] > 0);
    const auto weeks = [](const Town& town) {
        return static_cast<double>(town.world.tally.line_waited[parent_care_service]) / minutes_per_step /
               static_cast<double>(town.world.tally.line_started[parent_care_service]);
    };
    CHECK(weeks(few) > 8.0);
    CHECK(weeks(many) < 2.0);
    CHECK(few.world.tally.parent_care.left[0] > 0);
    CHECK(with_problem(many, mental_health) < with_problem(few, mental_health) - 50);
    // The child gains by it, at the cost of the insurer.
    CHECK(sum_of(many.children().family) < sum_of(few.children().family));
    CHECK(many.world.ledger.balance(Account::insurer) < few.world.ledger.balance(Account::insurer));
    // Treatment that ends nothing and relieves nothing leaves the children as they are, bit for bit.
    const auto without_effect = [](std::int32_t minutes) {
        Town town = troubled(mental_health, 400, minutes);
        town.run(2 * steps_a_year, care_chain);
        return std::pair(town.children().family, with_problem(town, mental_health));
    };
    CHECK(without_effect(60 * 40) == without_effect(60 * 400));
}

TEST_CASE("A9: while a parent still waits the child's gain of help lasts less", "[a9]") {
    const auto half_a_year_after_help = [](std::int32_t minutes, double relief) {
        Town town = troubled(mental_health, 300, minutes);
        town.now.parent_care.relief = relief;
        help_all(town, 0.02);
        town.run(26, care_chain);
        const std::int64_t at_end = sum_of(town.children().family);
        stop_all(town);
        town.run(26, care_chain);
        return sum_of(town.children().family) - at_end;  // what came back
    };
    const std::int64_t waiting = half_a_year_after_help(0, 0.5), treated = half_a_year_after_help(1'000'000, 0.5);
    INFO("back after help: " << waiting << " while waiting, " << treated << " in treatment");
    CHECK(waiting > 0);
    CHECK(waiting > treated);
    CHECK(half_a_year_after_help(0, 0.0) == half_a_year_after_help(1'000'000, 0.0));
}

TEST_CASE("A9: support with a disability and after a separation is not insured, and works on its own problem", "[a9]") {
    const auto paid = [](std::uint8_t problems, Account payer) {
        Town town = troubled(problems, 100);
        town.run(26, care_chain);
        CHECK(town.world.ledger.balance(Account::youth).count <= 0);
        return -town.world.ledger.balance(payer).count;
    };
    CHECK(paid(lvb, Account::wmo) > 0);
    CHECK(paid(conflict, Account::wmo) > 0);
    CHECK(paid(lvb, Account::insurer) == 0);
    CHECK(paid(mental_health, Account::wmo) == 0);
    CHECK(paid(addiction, Account::insurer) > 0);
    const auto left = [](double out) {
        Town town = troubled(conflict, 400);
        town.now.parent_care.separation_out = out;
        town.run(steps_a_year, care_chain);
        return with_problem(town, conflict);
    };
    CHECK(left(1.0) < 300);
    CHECK(left(0.0) == 400);
    const auto load = [](double relief) {
        Town town = troubled(lvb, 200);
        town.now.parent_care.lvb_relief = relief;
        town.run(steps_a_year, care_chain);
        CHECK(with_problem(town, lvb) == 200);
        return sum_of(town.children().family);
    };
    CHECK(load(0.5) < load(0.0));
}

TEST_CASE("A9: hours for consulting raise what help does for the family, cost treatment, and do nothing at no gain", "[a9]") {
    const auto family_after = [](double lever, double gain) {
        Town town = troubled(mental_health, 300);
        town.now.children.family_follow = 0.0;
        town.now.parent_care.consultation_gain = gain;
        town.now.parent_care.consultation_full = 0.05;
        if (lever > 0.0) town.pull("parent_consultation", lever);
        help_all(town, 0.01);
        town.run(steps_a_year / 2, care_chain);
        return std::pair(sum_of(town.children().family), town.world.services[parent_care_service].line.total_capacity());
    };
    const auto none = family_after(0.0, 0.5), full = family_after(0.05, 0.5), half = family_after(0.025, 0.5);
    CHECK(full.first < half.first);
    CHECK(half.first < none.first);
    CHECK(full.second < none.second);
    CHECK(family_after(0.05, 0.0).first == none.first);
    // Nothing to consult about while no parent is treated.
    Town untreated = troubled(mental_health, 300, 0);
    untreated.now.parent_care.consultation_gain = 0.5;
    untreated.now.parent_care.consultation = 0.05;
    CHECK(consultation_factor(untreated.world, ChildId(0), untreated.now) == 1.0);
}

TEST_CASE("A9: an intake's advice brings parents in line, who moves away leaves it", "[a9]") {
    Town town = troubled(mental_health, 50, 0);
    town.now.parent_care.asks = {1e-9, 1e-9, 1e-9, 1e-9};
    town.run(4, care_chain);
    CHECK(town.world.services[parent_care_service].line.waiting() == 0);
    for (std::size_t i = 0; i < 50; ++i) advise_parents(town.world, i);
    town.run(1, care_chain);
    CHECK(town.world.services[parent_care_service].line.waiting() == 50);
    CHECK(broken_monthly_laws(town.world).empty());
    town.now.demography.move = 12.0;
    town.run(5, {"move_house"});
    CHECK(town.world.services[parent_care_service].line.waiting() == 0);
    CHECK(broken_monthly_laws(town.world).empty());
}

TEST_CASE("A5: support before a separation means fewer conflicts, none fewer without effect", "[a5]") {
    const auto conflicts = [](double support, double effect) {
        Town town;
        town.settle({.adults = 2, .wage = 3500, .children = {8}}, 1000);
        town.open();
        town.now.parents.separation = 12.0;
        town.now.parents.conflict_after = 0.4;
        town.now.parent_care.separation_support = 0.0;
        town.now.parent_care.separation_effect = effect;
        if (support > 0.0) town.pull("separation_support", support);
        town.run(5, {"separate"});
        return std::tuple(with_problem(town, conflict), town.world.tally.separations, town.world.tally.parent_care.separations_supported,
                          town.world.ledger.spent(Account::prevention_teams).count);
    };
    const auto as_is = conflicts(0.0, 0.5), half = conflicts(0.5, 0.5), all = conflicts(1.0, 0.5), nil = conflicts(1.0, 0.0);
    CHECK(std::get<0>(as_is) > std::get<0>(half));
    CHECK(std::get<0>(half) > std::get<0>(all));
    CHECK(std::get<0>(nil) == std::get<0>(as_is));
    CHECK(std::get<1>(all) == std::get<1>(as_is));
    CHECK(std::get<2>(all) == std::get<1>(all));
    CHECK(std::get<3>(all) > 0);
    CHECK(std::get<3>(as_is) == 0);
}

// Families whose children of 7 and 14 ask the access once; everybody is sent on to one kind of help.
Town asking() {
    Town town;
    town.settle({.wage = 3500, .children = {7, 14}, .problems = mental_health}, 400);
    for (Level& own : town.world.children.own) own = Level::from(2.0);
    for (Level& family : town.world.children.family) family = Level::from(2.0);
    town.open();
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = s.none_share = s.gi_share = s.continue_chance = 0.0;
    Access& a = town.now.access;
    a.handover_loss = a.one_door = a.scheme_outreach = a.follow_advice = a.team_substitution = 0.0;
    a.patience_weeks = 1e5;
    a.see_own = a.see_other = a.breadth = a.trust_start = 1.0;
    for (HelpType& type : town.now.help_types) type.chosen[0] = {};
    town.now.help_types[1].chosen[0] = {1, 1, 1};
    town.now.help_types[1].patience_weeks = 1e5;
    ParentCare& care = town.now.parent_care;
    care.mentor_asked = care.informal_asked = care.mentor_hours = care.informal_hours = care.mentor_fade = care.informal_fade = 0.0;
    care.mentor_found = care.network_share = care.network_thin = 1.0;
    care.mentor_ends = 0.0;
    town.world.informal.families = 400;
    return town;
}

struct Helped {
    std::int64_t starts, load, replaced, mentors, informal;
    std::vector<Level> family;
    bool operator==(const Helped&) const = default;
};

Helped helped(Town town) {
    const std::vector<std::string_view> chain = {"keep_networks", "develop_children", "seek_help", "take_intakes", "give_help", "pay_services"};
    town.run(40, chain);
    CHECK(broken_monthly_laws(town.world).empty());
    return {town.world.tally.starts[1], town.help(1).month.load_minutes_weeks, town.world.tally.parent_care.minutes_replaced,
            town.world.tally.parent_care.mentors, town.world.informal.used, town.children().family};
}

TEST_CASE("A7: a mentor chosen by the youth replaces professional hours, and none at zero", "[a7]") {
    Town base = asking();
    base.pull("mentor_asked", 1.0);
    const Helped nil = helped(base);
    Town with = base;
    with.now.parent_care.mentor_hours = 0.3;
    const Helped some = helped(with);
    CHECK(some.mentors > 300);
    CHECK(some.mentors <= 400);                    // the children of seven choose nobody yet
    CHECK(some.load < nil.load);
    CHECK(some.replaced > 0);
    CHECK(nil.replaced == 0);
    Town nobody = asking();
    const Helped without = helped(nobody);
    CHECK(without.mentors == 0);
    CHECK(nil.load == without.load);               // a mentor who replaces nothing and eases nothing changes nothing
    CHECK(nil.family == without.family);
    CHECK(nil.starts == without.starts);
    Town thin = with;
    thin.now.parent_care.network_share = thin.now.parent_care.network_thin = 0.0;
    CHECK(helped(thin).mentors == 0);              // nobody there, nobody found
}

TEST_CASE("A7: family load fades faster with a mentor or informal support, and not at zero", "[a7]") {
    const auto family = [](double mentor, double informal, double fade) {
        Town town = asking();
        town.now.parent_care.mentor_asked = mentor;
        town.now.parent_care.informal_asked = informal;
        town.now.parent_care.informal_places = 1000.0;
        town.now.parent_care.mentor_fade = town.now.parent_care.informal_fade = fade;
        return sum_of(helped(town).family);
    };
    const std::int64_t none = family(0.0, 0.0, 0.5);
    CHECK(family(1.0, 0.0, 0.5) < none);
    CHECK(family(0.0, 1.0, 0.5) < none);
    CHECK(family(1.0, 1.0, 0.0) == none);
}

TEST_CASE("A7: informal support has places, more of them reach more families and replace more hours", "[a7]") {
    const auto with = [](double factor) {
        Town town = asking();
        town.now.parent_care.informal_asked = 1.0;
        town.now.parent_care.informal_places = 50.0;
        town.now.parent_care.informal_months = 120.0;
        town.now.parent_care.informal_hours = 0.3;
        town.pull("informal_support", factor);
        return helped(town);
    };
    const Helped few = with(1.0), more = with(4.0), none = with(0.0);
    CHECK(few.informal == 20);
    CHECK(more.informal == 80);
    CHECK(more.replaced > few.replaced);
    CHECK(more.load < few.load);
    CHECK(none.informal == 0);
    CHECK(none.replaced == 0);
}

}  // namespace parent_care_links_test
