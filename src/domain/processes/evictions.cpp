// A8: rent arrears that nobody intercepts lead to notice, judgment and eviction, with chances and delays. Debt help, bewind
// or a payment plan (early signal, or landlord and municipality at the last moment) prevents it. Then the shelter, paid by
// the centre municipality, or family and friends, until a new home is found; children may go to crisis foster care.
#include <algorithm>

#include "../debt_asking.h"
#include "../helping.h"
#include "loops.h"
#include "ontkoker/domain/debts.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr double weeks_a_month = 365.25 / 12.0 / 7.0;
constexpr int adult_age = 18;
// Crisis foster care is foster care that goes before all others.
constexpr std::string_view crisis_help = "foster_care";

Cents rent_of(Tenure tenure, const Finances& now) {
    return euros(tenure == Tenure::private_rent ? now.rent_private : now.rent_social);
}

void pass_month(HousingState& home) { home.months = static_cast<std::uint8_t>(std::min(255, home.months + 1)); }
void enter(HousingState& home, HomeState state) { home = {state, 0}; }

void place_child(Step& step, ChildId child) {
    Children& c = step.world.children;
    const auto& types = step.now.help_types;
    for (std::size_t type = 0; type < types.size(); ++type) {
        if (types[type].name != crisis_help || c.help[child.index] != HelpState::none) continue;
        ++c.episode[child.index];
        join_line(step, child, type, Referrer::access, step.begin(), true);
        ++step.world.tally.housing.children_placed;
        note(step, c.household[child.index].index, Event::crisis_foster_care, step.begin(), 0, c.key[child.index]);
    }
}

void evict_household(Step& step, std::size_t i) {
    World& world = step.world;
    Households& h = world.households;
    const Housing& now = step.now.housing;
    const auto words = step.draw(h.key[i], Decision::rehousing, step.number);
    bool family = false;
    const auto each_minor = [&](const auto& visit) {
        for (ChildId child = h.first_child[i]; child.exists(); child = world.children.next[child.index])
            if (age_on(world.children.birth_day[child.index], step.day()) < adult_age) visit(child);
    };
    each_minor([&](ChildId) { family = true; ++world.tally.housing.children_evicted; });
    const bool sheltered = happens(words[0], family ? now.shelter_family : now.shelter_single);
    ++world.tally.housing.evictions[family_cell(world, HouseholdId(i))];
    note(step, i, Event::evicted, step.begin());
    enter(h.housing[i], sheltered ? HomeState::shelter : HomeState::elsewhere);
    h.owed[i].rent = Cents(0);   // owed to a former landlord: other credit from now on
    each_minor([&](ChildId child) {
        const auto word = step.draw(world.children.key[child.index], Decision::crisis_placement, step.number)[0];
        if (happens(word, sheltered ? now.foster_in_shelter : now.foster_elsewhere)) place_child(step, child);
    });
}

void avert(Step& step, std::size_t i) {
    enter(step.world.households.housing[i], HomeState::housed);
    note(step, i, Event::eviction_averted, step.begin());
}

void proceed(Step& step, std::size_t i, const Words& words) {
    Households& h = step.world.households;
    const Housing& now = step.now.housing;
    HousingTally& tally = step.world.tally.housing;
    HousingState& home = h.housing[i];
    pass_month(home);
    if (home_protected(h, i)) {
        ++tally.intercepted;
        return avert(step, i);
    }
    if (h.tenure[i] == Tenure::owner || h.owed[i].rent < rent_of(h.tenure[i], step.now.finances)) return avert(step, i);
    if (happens(words[1], now.interception)) {
        ++tally.intercepted;
        begin_payment_plan(step, i);
        return avert(step, i);
    }
    if (home.home == HomeState::notice && home.months >= now.notice_months && happens(words[2], now.judgment_chance)) {
        enter(home, HomeState::judgment);
        ++tally.judgments;
        note(step, i, Event::eviction_judgment, step.begin());
    } else if (home.home == HomeState::judgment && home.months >= now.judgment_months && happens(words[3], now.eviction_chance)) {
        evict_household(step, i);
    }
}

void stay_without_home(Step& step, std::size_t i, const Words& words) {
    World& world = step.world;
    HousingState& home = world.households.housing[i];
    pass_month(home);
    if (home.home == HomeState::shelter) {
        const Cents cost = euros(step.now.housing.shelter_cost);
        world.ledger.pay(Account::centre_municipality, Account::providers, cost);
        world.tally.housing.shelter_cost += cost.count;
    }
    if (!happens(words[0], 1.0 / std::max(1.0, step.now.housing.stay_months))) return;
    note(step, i, Event::rehoused, step.begin(), nearest(home.months * weeks_a_month));
    ++world.tally.housing.rehoused[family_cell(world, HouseholdId(i))];
    enter(home, HomeState::housed);
    world.households.tenure[i] = Tenure::social;
}

void give_notice(Step& step, std::size_t i) {
    Households& h = step.world.households;
    enter(h.housing[i], HomeState::notice);
    ++step.world.tally.housing.notices;
    note(step, i, Event::notice_to_quit, step.begin(), h.owed[i].rent.count);
}

}  // namespace

void evict(Step& step) {
    if (!step.settles_money()) return;
    const Households& h = step.world.households;
    const Housing& now = step.now.housing;
    const auto notice_at = [&](Tenure tenure) { return scaled(rent_of(tenure, step.now.finances), now.notice_rents); };
    const Cents social = notice_at(Tenure::social), other = notice_at(Tenure::private_rent);
    const auto at_risk = [&](std::size_t i) {
        const bool housed = h.housing[i].home == HomeState::housed;
        if (housed && h.owed[i].rent <= Cents(0)) return false;   // most households
        if (!h.occupied[i]) return false;
        if (!housed) return true;
        if (h.tenure[i] == Tenure::owner || home_protected(h, i)) return false;
        return h.owed[i].rent >= (h.tenure[i] == Tenure::private_rent ? other : social);
    };
    const auto concerned = propose(step, h.key, Decision::eviction, at_risk, [&](std::size_t i, const Words& words) {
        return h.housing[i].home != HomeState::housed || happens(words[0], now.notice_chance);
    });
    for (const Proposal& p : concerned) {
        const HousingState& home = h.housing[p.row];
        if (home.homeless()) stay_without_home(step, p.row, p.words);
        else if (home.threatened()) proceed(step, p.row, p.words);
        else give_notice(step, p.row);
    }
}

}  // namespace ontkoker::processes
