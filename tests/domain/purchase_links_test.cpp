// D6, D8, D12, D15: what was bought, how much of it, and for how long.
#include "market_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace purchase_links_test {

TEST_CASE("D8: a cut contract that is used up stops the intake, nobody is refused, and the next year opens it", "[d5]") {
    const auto after = [](double factor, int steps) {
        Town town = market(Form::trajectory, 2);
        for (std::size_t line = first_help_service; line < town.world.services.size(); ++line)
            town.world.services[line].offer.paid_before = euros(60'000);
        town.world.services[first_line(kind)].offer.paid_before = euros(300'000);
        town.world.governance.contract_factor = factor;
        return ran(std::move(town), steps);
    };
    const Town whole = after(1.0, 20), cut = after(0.8, 20);
    CHECK_FALSE(whole.world.services.back().offer.stopped);
    CHECK(cut.world.services.back().offer.stopped);
    CHECK_FALSE(cut.world.services[first_line(kind)].offer.stopped);
    CHECK(present(cut) + cut.world.tally.ends[kind] == 300);
    CHECK(takes_clients(cut.world, first_line(kind)));
    CHECK_FALSE(takes_clients(cut.world, cut.world.services.size() - 1));
    CHECK_FALSE(after(0.8, 56).world.services.back().offer.stopped);
}

TEST_CASE("D6: a new provider near by brings more requests of its kind at equal problems, though nobody waits", "[d6]") {
    const auto town_with = [](double share, double pull, double medical = 0.5) {
        Town town = market(Form::effort, 1, 4000 * 60);
        town.now.providers.supply_pull = pull;
        town.world.medical_referral = medical;
        town.now.seeking.most = 1.0;
        town.pull("new_provider", share);
        town.run(steps_a_year, {"contract_providers", "review_capacity", "call_up_by_supply", "give_help", "pay_services"});
        CHECK(broken_monthly_laws(town.world).empty());
        CHECK(town.help(kind).line.waiting() == 0);
        return town;
    };
    const std::int64_t some = town_with(0.3, 1.0).world.tally.requests;
    CHECK(some > 5);
    CHECK(town_with(0.5, 1.0).world.tally.requests > some);
    CHECK(town_with(0.3, 1.0, 1.0).world.tally.requests > some);   // strongest where outsiders refer
    CHECK(town_with(0.3, 1.0, 0.0).world.tally.requests == 0);
    CHECK(town_with(0.3, 0.0).world.tally.requests == 0);
    CHECK(town_with(0.0, 1.0).world.tally.requests == 0);
    CHECK(market_of(town_with(0.3, 1.0)).called == some);
    CHECK(town_with(0.3, 1.0).world.tally.starts[kind] > 0);
}

TEST_CASE("D12: providers with idle hours keep clients whose load is light, where their form pays it", "[d12]") {
    const auto served = [](Form form, Form pays, double chance, std::int32_t capacity = 4000 * 60) {
        Town town = market(form, 1, capacity);
        town.now.contracts.keep[static_cast<std::size_t>(pays)] = chance;
        return ran(std::move(town), 3 * steps_a_year);
    };
    for (const Form form : {Form::effort, Form::trajectory, Form::lump_sum, Form::output, Form::population}) {
        const Town none = served(form, form, 0.0), kept = served(form, form, 0.5);
        CHECK(market_of(none).kept == 0);
        CHECK(market_of(kept).kept > 50);
        CHECK(kept.help(kind).month.served_minutes > none.help(kind).month.served_minutes);
        const Form other = form == Form::effort ? Form::trajectory : Form::effort;
        CHECK(served(form, other, 0.5).help(kind).month.served_minutes == none.help(kind).month.served_minutes);
    }
    Town busy = market(Form::effort, 1, 4000 * 60);
    busy.now.contracts.keep[0] = 0.5;
    busy.now.providers.keep_idle = 1.0;
    CHECK(market_of(ran(std::move(busy), 2 * steps_a_year)).kept == 0);
}

TEST_CASE("D12: short grants with evaluation shorten help of a light load, and of no other", "[d12]") {
    const auto served = [](double share, double stop, double load = 1.0) {
        Town town = market(Form::effort);
        for (Level& own : town.world.children.own) own = Level::from(load);
        town.now.help_types[kind].group_effect = {};
        town.now.children.worsening = 0.0;
        town.now.providers.evaluation_stop = stop;
        town.pull("evaluated_grants", share);
        return ran(std::move(town), 3 * steps_a_year).help(kind).month.served_minutes;
    };
    const std::int64_t plain = served(0.0, 0.9);
    CHECK(static_cast<double>(served(1.0, 0.9)) < 0.8 * static_cast<double>(plain));
    CHECK(served(0.5, 0.9) < plain);
    CHECK(served(1.0, 0.9) < served(0.5, 0.9));
    CHECK(served(1.0, 0.0) == plain);
    CHECK(served(1.0, 0.9, 9.0) == served(0.0, 0.9, 9.0));
}

TEST_CASE("D15: a narrow catalogue brings more 24-hour care, purchase outside contract less", "[d15]") {
    const std::size_t stay = model().parameters.help_types.size() - 1;
    const auto placed = [&](double breadth, double outside, double lack = 0.25, double lack_stay = 0.35, double load = 9.0) {
        Town town = market(Form::effort, 1, 4000 * 60, 600);
        for (Level& own : town.world.children.own) own = Level::from(load);
        town.now.help_types[stay].needs_decision = 0.0;
        for (auto& by_load : town.now.help_types[stay].chosen) by_load = {0, 0, 1};
        town.now.providers.lack = lack;
        town.now.providers.lack_stay = lack_stay;
        town.pull("catalogue_breadth", breadth);
        town.pull("purchase_outside", outside);
        town = ran(std::move(town), 12);
        return town;
    };
    const auto stays = [&](const Town& town) { return town.world.tally.starts[stay]; };
    const std::int64_t base = stays(placed(0.5, 0.0));
    CHECK(base > 200);
    CHECK(stays(placed(0.0, 0.0)) > base + 40);
    CHECK(stays(placed(1.0, 0.0)) < base - 40);
    CHECK(stays(placed(0.5, 0.8)) < base - 40);
    CHECK(stays(placed(0.0, 0.5)) == base);                    // what is bought outside fills the gap
    CHECK(stays(placed(0.0, 0.0, 0.0, 0.0)) == base);
    CHECK(stays(placed(1.0, 0.0, 0.0, 0.0)) == base);
    CHECK(stays(placed(0.0, 0.0, 0.25, 0.35, 2.0)) == stays(placed(0.5, 0.0, 0.25, 0.35, 2.0)));
    // Outside contract costs more, and every stay for want of something is counted.
    CHECK(market_of(placed(0.5, 0.8)).outside > 20);
    CHECK(market_of(placed(1.0, 0.0)).outside == 0);
    CHECK(market_of(placed(0.5, 0.0)).for_lack > 40);
    CHECK(market_of(placed(1.0, 0.0)).for_lack == 0);
}

TEST_CASE("D15: a certified institution and the court decide past what was bought", "[d15]") {
    Town town = market(Form::effort);
    for (Level& own : town.world.children.own) own = Level::from(9.0);
    town.now.providers.lack = 1.0;
    town.now.providers.breadth = 0.0;
    Step step{town.world, town.now, town.draws, 0, {}};
    CHECK(bought_type(step, ChildId(0), kind, Referrer::gi) == kind);
    CHECK(bought_type(step, ChildId(0), kind, Referrer::court) == kind);
    CHECK(bought_type(step, ChildId(0), kind, Referrer::access) != kind);
}

}  // namespace purchase_links_test
