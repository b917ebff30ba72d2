// A town with one kind of help and equal providers, and what its books say of it.
#pragma once
#include "../../src/domain/helping.h"
#include "../../src/domain/market.h"
#include "world_fixture.h"

namespace ontkoker::testing {

inline constexpr std::size_t kind = 1;   // outpatient help
inline const std::vector<std::string_view> chain = {"contract_providers", "review_capacity", "seek_help", "give_help", "pay_services"};

// Children who ask once and go straight to one kind of help, given by `count` equal providers whose contracts run on; no
// form has an incentive and nobody comes or goes unless a test says so.
inline Town market(Form form, int count = 1, std::int32_t capacity = 400 * 60, int families = 300) {
    Town town;
    town.settle({.wage = 3500, .children = {9}}, families);
    for (Level& own : town.world.children.own) own = Level::from(2.0);
    Contracts& c = town.now.contracts;
    c.duration = c.intensity = {1.0, 1.0, 1.0, 1.0, 1.0};
    c.upcoding = c.growth = c.waiting = c.keep = {};
    c.shrink = 0.0;
    Market& m = town.now.providers;
    m.supply_pull = m.tender_loss = m.entry_chance = m.sees_wait = m.region_months = m.lack = m.lack_stay = 0.0;
    m.cost_margin = 0.0;
    Seeking& s = town.now.seeking;
    s.most = 1000.0;
    s.midpoint = 0.0;
    s.none_share = 1.0;
    s.gi_share = s.continue_chance = 0.0;
    town.now.access.one_door = town.now.access.handover_loss = 0.0;
    for (HelpType& type : town.now.help_types) type.chosen = {};
    HelpType& type = town.now.help_types[kind];
    for (auto& by_load : type.chosen) by_load = {1, 1, 1};
    type.contract_form = static_cast<double>(form);
    type.patience_weeks = 1e5;
    town.open(1'000'000, capacity / count);
    open_providers(town.world, town.now, town.draws);
    for (int n = 1; n < count; ++n) {
        const auto made = add_provider(town.world, kind, 0, town.now, town.draws);
        add_line(town.world, kind, made, capacity / count, town.now, town.draws);
    }
    for (Provider& provider : town.world.providers.list) provider.contract_until = 1'000'000;
    town.world.providers.opened[kind] = capacity;
    return town;
}

// All ask in the first four weeks.
inline Town ran(Town town, int steps) {
    town.run(4, chain);
    town.now.seeking.most = 0.0;
    town.run(steps - 4, chain);
    CHECK(broken_monthly_laws(town.world).empty());
    return town;
}

inline std::int64_t waited(const Town& town) { return town.world.tally.waited[kind]; }
inline std::int64_t paid(const Town& town) { return town.world.tally.spending[kind]; }
inline const MarketTally& market_of(const Town& town) { return town.world.tally.providers; }
inline double hours(const Town& town) {
    double sum = 0.0;
    each_line(town.world, kind, [&](std::size_t line) { sum += contracted(town.world.services[line]); });
    return sum;
}
inline void end_contracts(Town& town, int step) {
    for (Provider& provider : town.world.providers.list) provider.contract_until = step;
}
inline std::int64_t present(const Town& town) {
    std::int64_t count = 0;
    each_child(town, [&](const Children& c, std::size_t i) { count += c.help[i] != HelpState::none; });
    return count;
}

}  // namespace ontkoker::testing
