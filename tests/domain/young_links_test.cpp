// B6, B7, B8: eighteen and after, school and work of the young, homes for young adults.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace young_links_test {

const std::vector<std::string_view> birthday = {"turn_eighteen", "give_adult_care"};
const std::vector<std::string_view> working = {"turn_eighteen", "school_and_work_of_young"};
const std::vector<std::string_view> housing = {"turn_eighteen", "house_young", "give_help"};

void put_in_help(Town& town, std::size_t child, std::size_t type) {
    Children& c = town.world.children;
    Service& service = town.world.services[first_help_service + type];
    LineRequest request;
    request.key = c.key[child];
    request.client = static_cast<std::uint32_t>(child);
    request.weekly_load = service.weekly_load;
    c.ticket[child] = service.line.submit(request);
    REQUIRE(service.line.place(c.ticket[child], 0, 20 * steps_a_year * minutes_per_step));
    c.help[child] = HelpState::in_help;
    c.service[child] = static_cast<std::uint8_t>(type);
}

// Youths of 17 and a half in help, with a load that needs care.
Town youths_in_help(const char* type, int number = 300, int age = 17) {
    Town town;
    town.settle({.wage = 3500, .children = {age}}, number);
    town.open();
    for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
        town.world.children.own[i] = Level::from(6.0);
        put_in_help(town, i, town.type_named(type));
    }
    Young& y = town.now.young;
    town.now.seeking.extended_18 = y.foster_to_21 = y.residential_to_21 = 0.0;
    y.plan_share = y.visit_share = y.coordinator = y.asks_early = y.gap_worsening = y.adult_effect = 0.0;
    y.preparation_effect = 0.9;
    y.lost_between = 0.5;
    y.need_limit = 4.0;
    y.lead_months = 3.0;
    y.consent = 1.0;
    y.ask_chance = 0.1;
    y.adult_wait_weeks = 10.0;
    y.adult_patience_weeks = 1e5;
    y.crime = y.drift = y.homeless_start = 0.0;
    y.finds_home = y.without_home = y.crisis_places = y.homes = 0.0;
    return town;
}

struct After {
    std::int64_t gaps, care, refused, load;
    bool operator==(const After&) const = default;
};

After after_birthday(Town town, int steps = 3 * steps_a_year) {
    town.run(steps, birthday);
    CHECK(broken_monthly_laws(town.world).empty());
    const YoungTally& t = town.world.tally.young;
    return {t.gaps, t.care_started, t.refused, sum_of(town.children().own)};
}

// Eighteen and a half or older, out of school, with a wage value under 30%.
Town without_perspective(int number = 200) {
    Town town;
    town.settle({.wage = 3500, .children = {19}}, number);
    town.open();
    Young& y = town.now.young;
    y.lvb = y.low_wage_value = y.study_slope = 1.0;
    y.job_gain_low = y.crime = y.drift = y.guided_places = y.homeless_start = 0.0;
    y.drift_after = 2.0;
    y.guided_end = y.detention = 0.0;
    return town;
}

struct Drifted {
    std::int64_t idle = 0, crimes = 0, nuisance = 0, bills = 0;
    bool operator==(const Drifted&) const = default;
};

Drifted drifted(Town town) {
    Drifted sum;
    const Calendar calendar(2026);
    for (int n = 0; n < steps_a_year; ++n) {
        const bool month = calendar.settled_month(town.next).has_value();
        town.run(1, working);
        if (!month) continue;
        for (const YoungLife& life : town.children().young) sum.idle += !life.guided && !life.works && !life.in_school;
        CHECK(town.world.places.guided_used <= town.world.places.guided);
    }
    sum.crimes = town.world.tally.young.crimes;
    sum.nuisance = town.world.tally.young.nuisance;
    sum.bills = sum_of(town.homes().pending_bill);
    CHECK(town.world.ledger.closes());
    return sum;
}

// A hundred youths of 17 and a half on the hundred places of a stay, and sixty younger ones in line for one.
Town full_stay(double homes, double no_return = 1.0) {
    Town town = youths_in_help("residential", 100);
    town.now.young.no_return_stay = no_return;
    town.now.young.homes = homes;
    town.now.young.blocked_months = 200.0;
    const std::size_t type = town.type_named("residential");
    town.world.services[first_help_service + type].base_capacity = {100};
    town.world.services[first_help_service + type].line.set_capacity(ServerId(0), 100);
    for (int n = 0; n < 60; ++n) {
        const std::size_t home = town.settle({.wage = 3500, .children = {10}});
        const std::size_t child = town.homes().first_child[home].index;
        Children& c = town.world.children;
        LineRequest request;
        request.key = c.key[child];
        request.client = static_cast<std::uint32_t>(child);
        c.ticket[child] = town.world.services[first_help_service + type].line.submit(request);
        c.help[child] = HelpState::waiting_help;
        c.service[child] = static_cast<std::uint8_t>(type);
    }
    return town;
}

struct Stayer {
    std::int64_t starts = 0, waited = 0, kept = 0, households = 0;
    bool operator==(const Stayer&) const = default;
};

Stayer stayed(Town town) {
    const std::size_t type = town.type_named("residential");
    Stayer stay;
    for (int n = 0; n < steps_a_year; ++n) {
        town.run(1, housing);
        const std::int64_t kept = town.world.places.blocked.empty() ? 0 : town.world.places.blocked[type];
        CHECK(town.help(type).line.total_in_use() + kept <= 100);
        CHECK(town.world.places.homes_used <= town.world.places.homes);
        stay.kept += kept;
        stay.waited += town.help(type).line.waiting();
    }
    stay.starts = town.world.tally.starts[type];
    for (const std::uint8_t occupied : town.homes().occupied) stay.households += occupied;
    CHECK(broken_monthly_laws(town.world).empty());
    return stay;
}

TEST_CASE("B6: youth help ends in the month of the birthday and not before", "[b6]") {
    Town town = youths_in_help("ambulant", 60);
    for (std::size_t i = 0; i < 60; ++i) town.world.children.birth_day[i] -= static_cast<std::int32_t>(5 * i) - 150;
    const Calendar calendar(2026);
    for (int n = 0; n < steps_a_year; ++n) {
        const bool month = calendar.settled_month(town.next).has_value();
        town.run(1, birthday);
        if (!month) continue;
        each_child(town, [&](const Children& c, std::size_t i) {
            CHECK((c.help[i] == HelpState::in_help) == (age_on(c.birth_day[i], n * days_per_step) < 18));
            CHECK((c.young[i].had_help != 0) == (c.help[i] != HelpState::in_help));
        });
    }
    CHECK(town.world.tally.young.ended_by_age > 40);
}

TEST_CASE("B6: extended help runs on to 23, foster care and stays to 21", "[b6]") {
    const auto helped_at = [](const char* type, int age, double share) {
        Town town = youths_in_help(type, 20, age);
        town.now.seeking.extended_18 = town.now.young.foster_to_21 = town.now.young.residential_to_21 = share;
        town.run(5, birthday);
        std::int64_t helped = 0;
        for (const HelpState state : town.children().help) helped += state == HelpState::in_help;
        return helped;
    };
    CHECK(helped_at("ambulant", 22, 1.0) == 20);
    CHECK(helped_at("ambulant", 23, 1.0) == 0);
    CHECK(helped_at("ambulant", 18, 0.0) == 0);
    CHECK(helped_at("foster_care", 20, 1.0) == 20);
    CHECK(helped_at("foster_care", 21, 1.0) == 0);
    CHECK(helped_at("residential", 20, 1.0) == 20);
    CHECK(helped_at("residential", 21, 1.0) == 0);
}

TEST_CASE("B6: preparation before 18 leaves fewer gaps between 18 and 20", "[b6]") {
    const Town none = youths_in_help("ambulant");
    const After without = after_birthday(none);
    CHECK(without.gaps > 1000);
    const auto pulled = [&](std::initializer_list<std::pair<const char*, double>> levers, double effect = 0.9) {
        Town town = none;
        town.now.young.preparation_effect = effect;
        for (const auto& [name, value] : levers) town.pull(name, value);
        return after_birthday(town);
    };
    const After plan = pulled({{"plan_from_16", 1.0}}), visit = pulled({{"visit_at_17_half", 1.0}});
    const After whole = pulled({{"plan_from_16", 1.0}, {"coordinator", 1.0}}), extended = pulled({{"extended_help", 1.0}});
    CHECK(plan.gaps < without.gaps);
    CHECK(visit.gaps < without.gaps);
    CHECK(whole.gaps < plan.gaps);
    CHECK(extended.gaps == 0);
    for (const auto lever : {"plan_from_16", "visit_at_17_half"}) CHECK(pulled({{lever, 1.0}}, 0.0) == without);
}

TEST_CASE("B6: requests made too early are refused and made again later", "[b6]") {
    Town town = youths_in_help("ambulant");
    const After open = after_birthday(town);
    CHECK(open.refused == 0);
    town.now.young.asks_early = 1.0;
    town.now.young.refused_months = 9.0;
    const After refused = after_birthday(town);
    CHECK(refused.refused == 300);
    CHECK(refused.gaps > open.gaps);
    town.now.young.refused_months = 0.0;
    CHECK(after_birthday(town).gaps == open.gaps);
}

TEST_CASE("B6: without consent no care, a gap can add to the load", "[b6]") {
    Town town = youths_in_help("ambulant");
    const After with = after_birthday(town);
    CHECK(with.care > 250);
    CHECK(with.load == sum_of(town.children().own));    // nil at zero
    town.now.young.gap_worsening = 0.1;
    CHECK(after_birthday(town).load > with.load);
    town.now.young.gap_worsening = 0.0;
    town.now.young.adult_effect = 0.5;
    CHECK(after_birthday(town).load < with.load);
    town.now.young.consent = 0.0;
    CHECK(after_birthday(town).care == 0);
}

TEST_CASE("B6: adult care is paid by the insurer, and the own risk by the household", "[b6]") {
    Town town = youths_in_help("ambulant", 50);
    town.now.young.adult_wait_weeks = 1.0;
    town.now.young.ask_chance = 1.0;
    town.now.norms.health_premium = town.now.norms.zorgtoeslag_single;
    town.run(steps_a_year, birthday);
    CHECK(town.world.tally.young.care_started == 50);
    CHECK(town.world.ledger.paid(Account::insurer, Account::providers) == 50 * euros(town.now.young.adult_cost));
    CHECK(sum_of(town.homes().pending_bill) == 50 * euros(town.now.young.own_risk).count);
}

TEST_CASE("B7: a guided work place takes away weeks without school or work", "[b7]") {
    const Town town = without_perspective();
    const Drifted idle = drifted(town);
    CHECK(idle.idle == 200 * 12);
    Town places = town;
    places.pull("guided_work_places", 10.0);   // two for two hundred
    const Drifted few = drifted(places);
    CHECK(few.idle < idle.idle);
    CHECK(few.idle >= idle.idle - 2 * 12);
    places.now.young.guided_places = 1000.0;
    CHECK(drifted(places).idle <= 200);
}

TEST_CASE("B7: without perspective youths drift, nil at strength zero", "[b7]") {
    Town town = without_perspective();
    town.now.norms.health_premium = town.now.norms.zorgtoeslag_single;
    const Drifted none = drifted(town);
    CHECK((none.crimes == 0 && none.nuisance == 0 && none.bills == 0));
    town.now.young.drift = 1.0;
    const Drifted some = drifted(town);
    CHECK(some.crimes > 20);
    CHECK(some.nuisance > 20);
    CHECK(some.bills > 0);
    Town worth = town;                         // with a wage value they may still be idle, but do not drift
    worth.now.young.low_wage_value = 0.0;
    CHECK(drifted(worth).crimes == 0);
    Town places = town;
    places.now.young.guided_places = 1000.0;
    CHECK(drifted(places).crimes < some.crimes);
    town.now.young.drift_crime = town.now.young.drift_nuisance = town.now.young.drift_debt = 0.0;
    CHECK(drifted(town) == none);
}

TEST_CASE("B7: justice pays for cases and detention", "[b7]") {
    Town town = without_perspective();
    town.now.young.crime = 6.0;
    town.now.young.detention = 0.5;
    town.run(steps_a_year, working);
    const YoungTally& t = town.world.tally.young;
    CHECK(t.detained > 0);
    CHECK(town.world.ledger.paid(Account::justice, Account::outside).count == t.justice);
    CHECK(t.justice == t.crimes * euros(town.now.young.crime_cost).count + t.detained * euros(town.now.young.detention_cost).count);
}

TEST_CASE("B8: less outflow housing keeps places and lengthens the line of others", "[b8]") {
    const Stayer none = stayed(full_stay(0.0)), some = stayed(full_stay(300.0)), plenty = stayed(full_stay(1000.0));
    CHECK(none.starts == 0);
    CHECK(some.starts > none.starts);
    CHECK(plenty.starts == 60);
    CHECK(none.waited > some.waited);
    CHECK(some.waited > plenty.waited);
    CHECK(none.kept > some.kept);
    CHECK(none.households == 160);
    CHECK(plenty.households == 260);
    // Nil when everybody can go home.
    CHECK(stayed(full_stay(0.0, 0.0)) == stayed(full_stay(1000.0, 0.0)));
    Town lever = full_stay(300.0);
    lever.pull("outflow_homes", 3.0);
    CHECK(stayed(lever).starts > some.starts);
}

TEST_CASE("B8: crisis places and addresses for the young without a home", "[b8]") {
    Town town = youths_in_help("ambulant", 100, 19);
    for (YoungLife& life : town.world.children.young) {
        life.age = 19;
        life.home = YoungHome::homeless;
    }
    const auto year = [](Town copy) {
        copy.run(steps_a_year, {"house_young"});
        CHECK(copy.world.places.crisis_used <= copy.world.places.crisis);
        CHECK(broken_monthly_laws(copy.world).empty());
        std::int64_t crisis = 0;
        for (const YoungLife& life : copy.children().young) crisis += life.home == YoungHome::crisis;
        CHECK(crisis == copy.world.places.crisis_used);
        return std::pair(crisis, sum_of(copy.children().own));
    };
    town.now.young.homeless_worsening = 0.1;
    const auto without = year(town);
    CHECK(without.first == 0);
    Town places = town;
    places.pull("crisis_places", 10.0);
    places.now.young.crisis_places *= 30.0;
    const auto with = year(places);
    CHECK(with.first == 30);
    CHECK(with.second < without.second);
    town.now.young.homeless_worsening = 0.0;
    CHECK(year(town).second == sum_of(town.children().own));
}

TEST_CASE("B8: no address, no benefit", "[b8]") {
    Town town = youths_in_help("ambulant", 100, 19);
    town.now.young.homeless_start = 1000.0;
    const auto paid = [](Town copy, double share) {
        if (share > 0.0) copy.pull("briefadres", share);
        copy.now.young.job_gain = copy.now.young.job_gain_unqualified = 0.0;
        copy.run(10, {"turn_eighteen", "house_young"});
        return copy.world.ledger.paid(Account::income_support, Account::outside);
    };
    town.now.young.briefadres = 0.0;
    CHECK(paid(town, 0.0) == Cents(0));
    CHECK(paid(town, 1.0) > Cents(0));
}

TEST_CASE("B8: a burdened youth may leave to no home, nil at zero", "[b8]") {
    Town town = youths_in_help("ambulant", 200, 19);
    town.now.tables.leave_home.assign(13, 6.0);
    town.run(5, {"turn_eighteen"});
    const auto out = [](Town copy, double chance) {
        copy.now.young.without_home = chance;
        copy.run(5, {"leave_home"});
        CHECK(broken_monthly_laws(copy.world).empty());
        return copy.world.tally.young.put_out;
    };
    CHECK(out(town, 0.0) == 0);
    CHECK(out(town, 1.0) > 50);
}

TEST_CASE("B6 B8: a youth has one seat at most, and leaves it with death or a move", "[b6][b8]") {
    Town town = built_town(model());
    open_services(town.world, model().municipality, town.now, town.draws, 1, 0);
    town.now.demography.move = 0.5;
    town.now.young.consent = town.now.young.ask_chance = 1.0;
    town.now.young.need_limit = 1.0;
    for (int m = 0; m < 24; ++m) {
        town.run(4);
        CHECK(broken_monthly_laws(town.world).empty());
        const WaitingLine& line = town.world.services[adult_care_service].line;
        std::vector<std::uint32_t> seats;
        for (const YoungLife& life : town.world.children.young) if (life.seat != no_seat) seats.push_back(life.seat);
        for (const YoungLife& life : town.world.adults.young) if (life.seat != no_seat) seats.push_back(life.seat);
        std::sort(seats.begin(), seats.end());
        CHECK(std::adjacent_find(seats.begin(), seats.end()) == seats.end());
        CHECK(static_cast<std::int64_t>(seats.size()) == line.waiting() + line.coming() + line.in_service());
    }
    CHECK(town.world.tally.young.care_started > 5);
}

}  // namespace young_links_test
