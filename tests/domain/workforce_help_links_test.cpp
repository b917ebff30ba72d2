// C1, C3, C5, C7, C8, C9: what professionals, their number and their paper do to intakes, help and parents.
#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace workforce_help_links_test {

const std::vector<std::string_view> intakes = {"seek_help", "take_intakes"};

// Families with problems of parents whose child asks the access at once.
Town asking(double own = 2.0, std::int32_t minutes = 1'000'000'000, int families = 1000) {
    Town town;
    town.settle({.wage = 3500, .children = {9}, .debt = 3000, .problems = mental_health}, families);
    for (Level& level : town.world.children.own) level = Level::from(own);
    town.open(minutes);
    town.now.seeking.most = 1000.0;
    town.now.seeking.midpoint = 0.0;
    town.now.seeking.none_share = town.now.seeking.gi_share = 0.0;
    Access& a = town.now.access;
    a.handover_loss = a.one_door = a.scheme_outreach = a.follow_advice = a.pressure_shrink = 0.0;
    a.trust_face = a.trust_new_face = 0.0;
    a.intake_hours = 10.0;
    a.broad_hours = 8.0;
    a.breadth = 0.5;
    a.see_own = 0.7;
    a.patience_weeks = 1e5;
    town.world.professionals.staff.assign(town.world.services.size(), Staff{});
    town.world.professionals.staff[access_service].posts.assign(1, Professional{});
    town.world.professionals.staff[access_service].posts[0].experience = 600;
    return town;
}

template <class Change>
WorkforceTally intakes_with(double own, const Change& change) {
    Town town = asking(own);
    change(town);
    town.run(12, intakes);
    return town.world.tally.workforce;
}

TEST_CASE("C1: a broad team finds more causes and closes fewer intakes a week", "[c1]") {
    const auto closed = [](double breadth, double broad_hours) {
        Town town = asking(2.0, 60'000);
        town.now.access.breadth = breadth;
        town.now.access.broad_hours = broad_hours;
        town.run(16, intakes);
        return std::pair(town.world.tally.intakes, static_cast<double>(town.world.tally.causes_seen) / static_cast<double>(town.world.tally.intakes));
    };
    const auto narrow = closed(0.1, 8.0), broad = closed(0.9, 8.0);
    CHECK(broad.first < narrow.first);
    CHECK(broad.second > narrow.second);
    CHECK(closed(0.1, 0.0).first == closed(0.9, 0.0).first);   // breadth that takes no time closes as many
}

TEST_CASE("C1: the professional's own breadth is what an intake looks with", "[c1]") {
    const auto found = [](double own) {
        Town town = asking();
        town.world.professionals.staff[access_service].posts[0].breadth = Level::from(own);
        town.run(12, intakes);
        return town.world.tally.causes_seen;
    };
    CHECK(found(1.4) > found(0.6));
}

TEST_CASE("C3: a newcomer sees less, and as much where experience does not matter", "[c3]") {
    const auto seen = [](double loss, std::uint16_t months) {
        Town town = asking();
        town.now.workforce.newcomer_loss = loss;
        town.world.professionals.staff[access_service].posts[0].experience = months;
        town.run(12, intakes);
        return town.children().seen;
    };
    const auto bits = [](const std::vector<std::uint8_t>& all) {
        int sum = 0;
        for (const std::uint8_t set : all) sum += (set & 1) + (set >> 1 & 1) + (set >> 2 & 1);
        return sum;
    };
    CHECK(bits(seen(0.4, 0)) < bits(seen(0.4, 600)));
    CHECK(bits(seen(0.4, 0)) < bits(seen(0.4, 12)));
    CHECK(seen(0.0, 0) == seen(0.0, 600));
}

TEST_CASE("C3: help by newcomers or by too few hours achieves less, and not at zero", "[c3]") {
    const auto own = [](double loss, std::uint16_t months, double coverage) {
        Town town = asking(6.0);
        Children& c = town.world.children;
        const auto type = town.type_named("ambulant");
        Staff& staff = town.world.professionals.staff[first_help_service + type];
        staff.posts.assign(1, Professional{});
        staff.posts[0].experience = months;
        staff.coverage = Level::from(coverage);
        town.now.workforce.newcomer_loss = loss;
        for (std::size_t i = 0; i < town.world.child_rows(); ++i) {
            c.help[i] = HelpState::in_help;
            c.service[i] = static_cast<std::uint8_t>(type);
            c.helper[i] = {ServerId(0), static_cast<std::uint8_t>(first_help_service + type), 0};
            c.seen[i] = seen_own;
        }
        town.run(12, {"develop_children"});
        return sum_of(town.children().own);
    };
    CHECK(own(0.4, 0, 1.0) > own(0.4, 600, 1.0));
    CHECK(own(0.0, 0, 1.0) == own(0.0, 600, 1.0));
    CHECK(own(0.0, 600, 0.5) > own(0.0, 600, 1.0));
}

TEST_CASE("C9: breadth alone misses complex cases, consult restores depth, and nothing at zero", "[c9]") {
    const auto with = [](double loss, double breadth, double consult) {
        return [=](Town& town) {
            town.now.workforce.depth_loss = loss;
            town.now.access.breadth = breadth;
            town.now.access.broad_hours = 0.0;
            town.now.workforce.consult_hours = consult;
        };
    };
    const auto narrow = intakes_with(8.5, with(0.8, 0.1, 0.0)), broad = intakes_with(8.5, with(0.8, 1.0, 0.0));
    CHECK(narrow.severe_own > 900);
    CHECK(broad.severe_own_seen < narrow.severe_own_seen);
    CHECK(intakes_with(8.5, with(0.8, 1.0, 4.0)).severe_own_seen > broad.severe_own_seen);
    CHECK(intakes_with(8.5, with(0.0, 1.0, 0.0)).severe_own_seen == intakes_with(8.5, with(0.0, 0.1, 0.0)).severe_own_seen);
    // Simple cases ask no depth.
    CHECK(intakes_with(1.0, with(0.8, 1.0, 0.0)).own_seen == intakes_with(1.0, with(0.0, 1.0, 0.0)).own_seen);
}

TEST_CASE("C9: consult hours mean fewer referrals out of the team, and none fewer at zero", "[c9]") {
    const auto out = [](double keep, double hours) {
        Town town = asking();
        town.now.workforce.consult_keep = keep;
        if (hours > 0.0) town.pull("consult_hours", hours);
        town.run(12, intakes);
        std::int64_t referred = 0;
        each_child(town, [&](const Children& c, std::size_t i) {
            referred += c.help[i] == HelpState::waiting_help && !town.now.help_types[c.service[i]].team;
        });
        return referred;
    };
    CHECK(out(0.6, 4.0) < out(0.6, 0.5));
    CHECK(out(0.6, 0.5) < out(0.6, 0.0));
    CHECK(out(0.0, 4.0) == out(0.0, 0.0));
}

TEST_CASE("C9: consult is paid by the hour", "[c9]") {
    const auto paid = [](double hours) {
        Town town = asking();
        town.now.workforce.consult_hours = hours;
        town.run(1, {"staff_services"});
        return town.world.ledger.paid(Account::prevention_teams, Account::providers);
    };
    CHECK(paid(0.0) == Cents(0));
    CHECK(paid(2.0) == 2 * paid(1.0));
    CHECK(paid(1.0) > Cents(0));
}

TEST_CASE("C7: steering on the queue shortens intakes, the queue falls first, and nothing at zero", "[c7]") {
    struct Front {
        std::int64_t minutes, waiting;
        std::vector<std::uint8_t> seen;
    };
    const auto front = [](double steering, double shrink) {
        Town town = asking(2.0, 60'000);
        town.now.workforce.steering_shrink = shrink;
        if (steering > 0.0) town.pull("steering_throughput", steering);
        town.run(7, intakes);
        std::int64_t minutes = 0;   // of all intakes, also those that are still to come
        for (const std::int16_t planned : town.children().intake_minutes) minutes += planned;
        return Front{minutes,
                     town.world.services[access_service].line.waiting(), town.children().seen};
    };
    const Front steered = front(1.0, 0.6), alone = front(0.0, 0.6);
    CHECK(steered.minutes < alone.minutes);
    CHECK(steered.waiting < alone.waiting);
    CHECK(front(1.0, 0.0).seen == alone.seen);
    CHECK(front(1.0, 0.0).waiting == alone.waiting);
    // Without a queue there is nothing to steer on.
    Town free = asking();
    free.pull("steering_throughput", 1.0);
    free.run(12, intakes);
    Town plain = asking();
    plain.run(12, intakes);
    CHECK(free.children().seen == plain.children().seen);
}

TEST_CASE("C5: the same help by fewer faces burdens less, and at zero not at all", "[c5]") {
    const auto stress = [](double strength, double stack, double plan) {
        Town town = asking();
        Households& h = town.world.households;
        for (std::size_t i = 0; i < town.world.household_rows(); ++i) {
            h.debt_help[i] = DebtHelpState::plan;
            h.problems[i] |= treated_mental_health;
            town.world.children.help[i] = HelpState::in_help;
        }
        town.now.workforce.burden_stress = strength;
        town.now.workforce.stack = stack;
        if (plan > 0.0) town.pull("one_plan", plan);
        town.run(26, {"weigh_on_parents"});
        return h.stress;
    };
    const auto six = stress(0.3, 1.0, 0.0), three = stress(0.3, 0.0, 0.0), planned = stress(0.3, 1.0, 1.0), none = stress(0.0, 1.0, 0.0);
    CHECK(sum_of(three) < sum_of(six));
    CHECK(sum_of(planned) < sum_of(six));
    CHECK(sum_of(none) < sum_of(three));
    CHECK(none == asking().world.households.stress);
    CHECK(stress(0.0, 0.0, 0.0) == none);
}

TEST_CASE("C5: joint meetings take hours, and at zero none", "[c5]") {
    const auto hours = [](double share, double plan) {
        Town town = town_of("woudenberg", 4);
        town.now.workforce.meeting_share = share;
        if (plan > 0.0) town.pull("one_plan", plan);
        town.run(5, {"review_capacity"});
        std::int64_t sum = 0;
        for (std::size_t s = 0; s < town.world.services.size(); ++s) sum += offered_minutes(town.world, s);
        return sum;
    };
    CHECK(hours(0.05, 1.0) < hours(0.05, 0.0));
    CHECK(hours(0.0, 1.0) == hours(0.0, 0.0));
}

TEST_CASE("C8: longer grants and less paper leave more hours for clients, and nothing at zero", "[c8]") {
    const auto hours = [](double length, double paper, std::size_t service) {
        Town town = town_of("woudenberg", 4);
        if (length != 1.0) town.pull("grant_length", length);
        if (paper != 1.0) town.pull("paperwork", paper);
        town.run(5, {"review_capacity"});
        return offered_minutes(town.world, service);  // also what colleagues give to the clients of the absent
    };
    const std::size_t ambulant = first_help_service + town_of("woudenberg", 4).type_named("ambulant");
    for (const std::size_t service : {access_service, ambulant}) {
        CHECK(hours(2.0, 1.0, service) > hours(1.0, 1.0, service));
        CHECK(hours(1.0, 0.5, service) > hours(1.0, 1.0, service));
        CHECK(hours(1.0, 2.0, service) < hours(1.0, 1.0, service));
    }
    // Where decisions and accounts take no hours, neither lever gives any.
    const auto free = [&](double length) {
        Town town = town_of("woudenberg", 4);
        town.now.workforce.decision_worker = town.now.workforce.decision_provider = 0.0;
        town.now.workforce.grant_length = length;
        town.run(5, {"review_capacity"});
        return std::pair(offered_minutes(town.world, access_service), offered_minutes(town.world, ambulant));
    };
    CHECK(free(3.0) == free(1.0));
}

TEST_CASE("C8: a lump sum needs fewer accounts", "[c8]") {
    const auto hours = [](double form, double accounts) {
        Town town = town_of("woudenberg", 4);
        const std::size_t type = town.type_named("ambulant");
        town.now.workforce.lump_accounts = accounts;
        town.now.contracts.growth = town.now.contracts.waiting = {};   // that a form makes providers grow is D5
        town.world.services[first_help_service + type].offer.form = static_cast<Form>(static_cast<int>(form));
        town.run(5, {"review_capacity"});
        return offered_minutes(town.world, first_help_service + type);
    };
    CHECK(hours(2.0, 0.2) > hours(1.0, 0.2));
    CHECK(hours(2.0, 1.0) == hours(1.0, 1.0));
}

TEST_CASE("C8: longer grants are tested less often, so help lasts slightly longer, and not at zero", "[c8]") {
    const auto ended = [](double loss, double length) {
        Town town = asking();
        town.now.workforce.control_loss = loss;
        town.now.workforce.grant_length = length;
        town.now.seeking.continue_chance = 0.0;
        town.run(104, {"seek_help", "take_intakes", "give_help"});
        return sum_of(town.world.tally.ends);
    };
    CHECK(ended(0.2, 3.0) < ended(0.2, 1.0));
    CHECK(ended(0.0, 3.0) == ended(0.0, 1.0));
}

TEST_CASE("C8: fewer decisions ask less of parents", "[c8][c5]") {
    const auto paper = [](double length) {
        Town town = town_of("woudenberg", 4);
        if (length != 1.0) town.pull("grant_length", length);
        town.run(52, {"weigh_on_parents"});
        return town.world.tally.workforce.paper_parent;
    };
    CHECK(paper(2.0) < paper(1.0));
}

TEST_CASE("C3: the caseload norm keeps hours free of clients", "[c3][c2]") {
    const auto hours = [](double norm) {
        Town town = town_of("woudenberg", 4);
        if (norm != 1.0) town.pull("caseload_norm", norm);
        town.run(5, {"review_capacity"});
        return town.world.services[access_service].line.total_capacity();
    };
    CHECK(hours(0.7) < hours(1.0));
    CHECK(hours(1.3) > hours(1.0));
}

}  // namespace workforce_help_links_test
