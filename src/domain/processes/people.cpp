// A0: births, deaths, ageing, leaving home, separation, new partners, moves. Each month chances are drawn in parallel;
// the events are applied one by one in order of keys.
#include "../people.h"
#include "../protection.h"

#include "../parent_care.h"
#include "../schooling.h"

#include <algorithm>

#include "../young.h"
#include "loops.h"
#include "ontkoker/domain/debts.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr int adult_age = 18;
// Purposes of derived keys (ids.h): who stems from whom.
enum Origin : std::uint64_t { birth_of = 3, home_of = 4, separated_from = 5, in_place_of = 6 };
constexpr std::int32_t ordinal_offset = 10000;  // steps of the spin-up are negative

// The last entry of a household stands behind whatever else happened to it at the beginning of the step.
Moment story_ends(const Step& step) { return step.begin() + 1; }

double by_band(const std::vector<double>& table, int age, int first_age) {
    const int band = std::clamp((age - first_age) / 5, 0, static_cast<int>(table.size()) - 1);
    return table[static_cast<std::size_t>(band)];
}

// The largest chance a month that a table of chances a year can give.
double most_of(const std::vector<double>& table, double factor) {
    return *std::max_element(table.begin(), table.end()) * factor / 12.0;
}

double death_chance(const Step& step, std::int32_t birth_day) {
    return by_band(step.now.tables.death_chance, age_on(birth_day, step.day()), 0) * step.world.death_factor / 12.0;
}

// The first grown-up child takes over the home of parents who are gone; without one the household ends.
void inherit_or_dissolve(Step& step, HouseholdId home) {
    World& world = step.world;
    Children& c = world.children;
    ChildId heir;
    for (ChildId child = world.households.first_child[home.index]; child.exists(); child = c.next[child.index])
        if (age_on(c.birth_day[child.index], step.day()) >= adult_age &&
            (!heir.exists() || c.birth_day[child.index] < c.birth_day[heir.index] ||
             (c.birth_day[child.index] == c.birth_day[heir.index] && c.key[child.index] < c.key[heir.index])))
            heir = child;
    if (!heir.exists()) return dissolve_household(world, home, step.begin());
    const auto i = heir.index;
    put_adult(world, 2 * home.index, {c.key[i], c.birth_day[i], c.woman[i], Activity::work,
                                      euros(step.now.norms.minimum_wage_net), 0, c.young[i]});
    stop_help(world, heir, step.begin());
    world.remove_child(heir);
}

// Nobody ages in the spin-up. So that stocks of help become those of a population that does, one in 18 children a year
// starts afresh, as if it had grown up and a newborn had come in its place.
void stand_in_for_ageing(Step& step) {
    World& world = step.world;
    Children& c = world.children;
    const double chance = 1.0 / (12.0 * adult_age);
    const auto afresh = propose_rare(step, c.key, Decision::death, {chance}, [&](std::size_t row) { return c.household[row].exists(); },
                                     [&](std::size_t, const Words& words) { return happens(words[0], chance); });
    for (const Proposal& p : afresh) {
        stop_help(world, ChildId(p.row), step.begin());
        stop_safety(world, ChildId(p.row), step.begin());
        c.own[p.row] = c.family[p.row] = c.livelihood[p.row] = Level{};
        c.ended[p.row] = never;
        c.network[p.row] = {};
        c.face[p.row] = c.helper[p.row] = Face{};
        c.entry[p.row] = {};
    }
}

}  // namespace

void age_and_die(Step& step) {
    if (!step.month) return;
    if (step.spin_up) return stand_in_for_ageing(step);
    World& world = step.world;
    const double most = most_of(step.now.tables.death_chance, world.death_factor);
    const auto adults = propose_rare(
        step, world.adults.key, Decision::death, {most}, [&](std::size_t slot) { return world.has_adult(slot); },
        [&](std::size_t slot, const Words& words) { return happens(words[0], death_chance(step, world.adults.birth_day[slot])); });
    const auto children = propose_rare(
        step, world.children.key, Decision::death, {most}, [&](std::size_t row) { return world.children.household[row].exists(); },
        [&](std::size_t row, const Words& words) { return happens(words[0], death_chance(step, world.children.birth_day[row])); });
    for (const Proposal& p : children) {
        note(step, ChildId(p.row), Event::died, step.begin());
        stop_help(world, ChildId(p.row), step.begin());
        world.remove_child(ChildId(p.row));
    }
    for (const Proposal& p : adults) {
        note(step, p.row / 2, Event::died, step.begin(), 0, p.key);
        take_adult(world, p.row);
        if (world.adult_count(p.row / 2) == 0) inherit_or_dissolve(step, HouseholdId(p.row / 2));
    }
    const auto deaths = static_cast<std::int64_t>(adults.size() + children.size());
    world.tally.deaths += deaths;
    world.people -= deaths;
}

void give_birth(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    const auto fertile = [&](std::size_t slot) {
        if (!world.has_adult(slot) || !world.adults.woman[slot]) return false;
        const int age = age_on(world.adults.birth_day[slot], step.day());
        return age >= 15 && age <= 49;
    };
    const double most = most_of(step.now.tables.birth_chance, world.birth_factor);
    const auto births = propose_rare(step, world.adults.key, Decision::birth, {most}, fertile, [&](std::size_t slot, const Words& words) {
        const int age = age_on(world.adults.birth_day[slot], step.day());
        return happens(words[0], by_band(step.now.tables.birth_chance, age, 15) * world.birth_factor / 12.0);
    });
    const ChildDevelopment& d = step.now.children;
    for (const Proposal& p : births) {
        const AgentKey key = derived_key(p.key, birth_of, static_cast<std::uint64_t>(step.number + ordinal_offset));
        const ChildId child = world.add_child(HouseholdId(p.row / 2), key, step.day(), happens(p.words[1], step.now.demography.sex_girl));
        const double u = unit(p.words[2]);
        world.children.group[child.index] = u < d.share_lifelong                                 ? ChildGroup::lifelong
                                            : u < d.share_lifelong + d.share_severe              ? ChildGroup::severe
                                            : u < d.share_lifelong + d.share_severe + d.share_mild ? ChildGroup::mild
                                                                                                  : ChildGroup::everyday;
        note(step, child, Event::born, step.begin());
        ++world.tally.births;
        ++world.people;
    }
}

namespace {

// A wage or a student income; whoever has neither school nor work takes that along.
bool starts_with_income(const YoungLife& life, std::uint32_t word, double share) {
    if (life.works || life.guided) return true;
    return (life.age == 0 || life.in_school) && happens(word, share);
}

}  // namespace

void leave_home(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    Children& c = world.children;
    const auto& table = step.now.tables.leave_home;
    const auto grown_up = [&](std::size_t row) {
        return c.household[row].exists() && c.young[row].home == YoungHome::settled && age_on(c.birth_day[row], step.day()) >= adult_age;
    };
    const double most = most_of(table, step.now.demography.leave_home_factor);
    const auto leavers = propose_rare(step, c.key, Decision::leave_home, {most}, grown_up, [&](std::size_t row, const Words& words) {
        const int age = age_on(c.birth_day[row], step.day());
        const std::size_t at = std::min(static_cast<std::size_t>(age - adult_age), table.size() - 1);
        return happens(words[0], table[at] * step.now.demography.leave_home_factor / 12.0);
    });
    const Demography& d = step.now.demography;
    for (const Proposal& p : leavers) {
        note(step, ChildId(p.row), Event::left_home, step.begin());
        stop_help(world, ChildId(p.row), step.begin());
        if (leaves_to_no_home(step, p.row)) {
            lose_home(step, p.row);
            continue;
        }
        YoungLife& life = c.young[p.row];
        life.load = c.own[p.row];
        const double share = d.starter_wage_low + (d.starter_wage_high - d.starter_wage_low) * unit(p.words[2]);
        const AdultRecord adult{p.key, c.birth_day[p.row], c.woman[p.row],
                                starts_with_income(life, p.words[1], d.starter_work) ? Activity::work : Activity::none,
                                euros(step.now.norms.minimum_wage_net * share), 0, life};
        world.remove_child(ChildId(p.row));
        found_household(step, derived_key(p.key, home_of, 0), adult, Decision::leave_home);
    }
}

void separate(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    Households& h = world.households;
    const Parents& now = step.now.parents;
    const auto together = [&](std::size_t row) {
        return h.occupied[row] && world.adult_count(row) == 2 && age_on(world.adults.birth_day[2 * row], step.day()) < 65;
    };
    const double chance = now.separation / 12.0;
    const auto couples = propose_rare(step, h.key, Decision::separation, {chance}, together,
                                      [&](std::size_t, const Words& words) { return happens(words[0], chance); });
    for (const Proposal& p : couples) {
        note(step, p.row, Event::separated, step.begin());
        const std::size_t leaving = world.adults.woman[2 * p.row] ? 2 * p.row + 1 : 2 * p.row;
        const AgentKey key = derived_key(world.adults.key[leaving], separated_from,
                                         static_cast<std::uint64_t>(step.number + ordinal_offset));
        const HouseholdId other = found_household(step, key, take_adult(world, leaving), Decision::separation);
        const Cents money(h.buffer[p.row].count / 2);
        h.buffer[p.row] -= money;
        h.buffer[other.index] = money;
        halve_debts(h, p.row, other.index);
        h.arrears_months[other.index] = h.arrears_months[p.row];
        h.problematic[other.index] = h.problematic[p.row] && h.debt[other.index] > Cents(0);
        world.tally.new_problematic += h.problematic[other.index];
        h.stress[other.index] = h.stress[p.row];
        h.pending_bill[p.row] += euros(now.debt_after_separation);
        h.pending_bill[other.index] += euros(now.debt_after_separation);
        if (h.first_child[p.row].exists() && happens(p.words[1], conflict_chance(step.now))) h.problems[p.row] |= conflict;
        const auto reached = step.draw(p.key, Decision::separation_support, step.number)[0];
        if (h.first_child[p.row].exists() && happens(reached, step.now.parent_care.separation_support)) {
            ++world.tally.parent_care.separations_supported;
            world.ledger.pay(Account::prevention_teams, Account::providers, euros(step.now.parent_care.separation_support_cost));
        }
        ++world.tally.separations;
    }
}

namespace {

// The second household moves in with the first.
void join(Step& step, std::size_t first, std::size_t second) {
    World& world = step.world;
    Households& h = world.households;
    note(step, first, Event::partner_came, step.begin());
    note(step, second, Event::moved_in, story_ends(step));
    const std::size_t from = world.has_adult(2 * second) ? 2 * second : 2 * second + 1;
    put_adult(world, world.has_adult(2 * first) ? 2 * first + 1 : 2 * first, take_adult(world, from));
    move_children(world, HouseholdId(second), HouseholdId(first));
    stop_debt_help(world, second, step.begin());
    stop_parent_care(world, second, step.begin());
    h.buffer[first] += h.buffer[second];
    join_debts(h, second, first);
    if (h.housing[first].homeless() && !h.housing[second].homeless()) {
        h.housing[first] = {};
        h.tenure[first] = h.tenure[second];
    }
    h.arrears_months[first] = std::max(h.arrears_months[first], h.arrears_months[second]);
    world.tally.ended_problematic += h.problematic[first] && h.problematic[second];
    h.problematic[first] |= h.problematic[second];
    h.problems[first] |= h.problems[second];
    h.entry[first].watch_until = std::max(h.entry[first].watch_until, h.entry[second].watch_until);
    h.pending_bill[first] += h.pending_bill[second];
    h.buffer[second] = Cents(0);
    h.allowance[first].this_year += h.allowance[second].this_year;
    h.allowance[first].last_year += h.allowance[second].last_year;
    world.free_household(HouseholdId(second));
}

}  // namespace

void find_partners(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    Adults& a = world.adults;
    const auto alone = [&](std::size_t slot) {
        if (!world.has_adult(slot) || world.adult_count(slot / 2) != 1) return false;
        const int age = age_on(a.birth_day[slot], step.day());
        return age >= 20 && age < 65;
    };
    const double chance = step.now.demography.new_partner / 12.0;
    const auto singles = propose_rare(step, a.key, Decision::new_partner, {chance}, alone,
                                      [&](std::size_t, const Words& words) { return happens(words[0], chance); });
    std::vector<Proposal> women, men;
    for (const Proposal& p : singles) (a.woman[p.row] ? women : men).push_back(p);
    const auto by_age = [&](const Proposal& x, const Proposal& y) {
        return a.birth_day[x.row] != a.birth_day[y.row] ? a.birth_day[x.row] < a.birth_day[y.row] : x.key < y.key;
    };
    std::sort(women.begin(), women.end(), by_age);
    std::sort(men.begin(), men.end(), by_age);
    for (std::size_t i = 0; i < std::min(women.size(), men.size()); ++i) join(step, women[i].row / 2, men[i].row / 2);
}

// A household that leaves is replaced by one alike: the books of people and money stay level, the face is new.
void move_house(Step& step) {
    if (!step.month) return;
    World& world = step.world;
    Households& h = world.households;
    const double chance = step.now.demography.move / 12.0;
    const auto movers = propose_rare(step, h.key, Decision::move, {chance}, [&](std::size_t row) { return h.occupied[row]; },
                                     [&](std::size_t, const Words& words) { return happens(words[0], chance); });
    for (const Proposal& p : movers) {
        note(step, p.row, Event::moved_away, story_ends(step));
        const auto ordinal = static_cast<std::uint64_t>(h.newcomers[p.row]++);
        const auto renewed = [&](AgentKey key) { return derived_key(key, in_place_of, ordinal); };
        stop_debt_help(world, p.row, step.begin());
        stop_parent_care(world, p.row, step.begin());
        world.rename_household(p.row, renewed(p.key));
        if (step.settles_money()) {  // earlier in the spin-up nobody could claim again
            h.claims[p.row] = 0;
            h.granted[p.row] = {};
        }
        h.trust[p.row] = Level::from(step.now.access.trust_start);
        h.housing[p.row] = {};
        h.deadlock[p.row] = {};
        h.owed[p.row].free_months = 0;
        h.allowance[p.row] = {};
        h.entry[p.row] = {};
        std::int64_t persons = world.adult_count(p.row);
        for (std::size_t slot = 2 * p.row; slot < 2 * p.row + 2; ++slot)
            if (world.has_adult(slot)) {
                world.adults.key[slot] = renewed(world.adults.key[slot]);
                world.adults.young[slot] = {};
            }
        for (ChildId child = h.first_child[p.row]; child.exists(); child = world.children.next[child.index]) {
            // An order of the court goes along, and as many come in: the alike child is under the same measure. Who is placed
            // stays where it is, and here is who pays (woonplaatsbeginsel).
            const SafetyState& safety = world.children.safety[child.index];
            if (safety.stay != Stay::away) stop_help(world, child, step.begin());
            if (safety.measure == Measure::none) stop_safety(world, child, step.begin());
            world.children.key[child.index] = renewed(world.children.key[child.index]);
            world.children.ended[child.index] = never;
            world.children.network[child.index] = {};
            renew_school(world.children.school[child.index]);
            world.children.young[child.index] = {};
            world.children.entry[child.index] = {};
            ++persons;
        }
        world.tally.departures += persons;
        world.tally.arrivals += persons;
    }
}

}  // namespace ontkoker::processes
