// B8: homes for young adults. Youths of 18 and over who cannot go home keep their place of youth help until a home is
// free, so others wait longer for it; who leaves without a home lives on couches, in shelter or in a crisis place.
#include <algorithm>
#include <vector>

#include "ontkoker/domain/services.h"
#include "processes.h"
#include "young_loops.h"

namespace ontkoker::processes {
namespace {

struct Seeker {
    int months;
    AgentKey key;
    std::uint32_t child;
};

std::int64_t places_at(double per_thousand, std::int64_t youths) { return nearest(per_thousand / 1000.0 * static_cast<double>(youths)); }

void count_places(Step& step) {
    struct Count {
        std::int64_t youths = 0, homes = 0, crisis = 0;
    };
    std::vector<Count> counts(young_chunks(step));
    for_young(step, [&](std::size_t chunk, std::span<const YoungPerson> people) {
        Count& count = counts[chunk];
        count.youths = static_cast<std::int64_t>(people.size());
        for (const YoungPerson& who : people) {
            const YoungHome home = life_of(step.world, who).home;
            count.crisis += home == YoungHome::crisis;
            count.homes += home == YoungHome::young_home;
        }
    });
    YoungPlaces& places = step.world.places;
    places.youths = places.homes_used = places.crisis_used = 0;
    for (const Count& count : counts) {
        places.youths += count.youths;
        places.homes_used += count.homes;
        places.crisis_used += count.crisis;
    }
    places.homes = places_at(step.now.young.homes, places.youths);
    places.crisis = places_at(step.now.young.crisis_places, places.youths);
}

// Through-flow: after its shortest stay a young person moves on, and in any case at 27. So nobody lives there at 28.
void move_on(Step& step) {
    Adults& a = step.world.adults;
    const Young& now = step.now.young;
    const std::int32_t too_old = born_by(young_below, step.day()), long_gone = born_by(young_below + 1, step.day());
    for_chunks(a.key.size(), step.grain, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t>& rows = scratch().rows;
        pick_where(begin, end, [&](std::size_t slot) { return a.birth_day[slot] > long_gone; }, rows);   // of an empty slot it is not
        for (const std::uint32_t slot : rows) {
            YoungLife& life = a.young[slot];
            if (life.home != YoungHome::young_home) continue;
            life.home_months = static_cast<std::uint8_t>(std::min(255, life.home_months + 1));
            const bool ends = a.birth_day[slot] <= too_old ||
                              (life.home_months >= now.home_months &&
                               happens(step.draw(a.key[slot], Decision::young_home, step.number)[0], now.through_flow));
            if (ends) life.home = YoungHome::settled;
        }
    });
}

// A month without a home of one's own. Returns true when a home is found without help.
bool wait_a_month(Step& step, std::size_t child) {
    World& world = step.world;
    Children& c = world.children;
    YoungLife& life = c.young[child];
    const Young& now = step.now.young;
    life.home_months = static_cast<std::uint8_t>(std::min(255, life.home_months + 1));
    if (happens(step.draw(c.key[child], Decision::young_home, step.number)[1], now.finds_home)) return true;
    if (life.home == YoungHome::blocked && life.home_months >= now.blocked_months) lose_home(step, child);
    if (life.home == YoungHome::crisis) world.ledger.pay(Account::centre_municipality, Account::providers, euros(now.crisis_cost));
    if (life.home != YoungHome::homeless) return false;
    world.ledger.pay(Account::centre_municipality, Account::providers, euros(now.shelter_cost));
    // No address, no benefit.
    if (life.has_address && !life.works) world.ledger.pay(Account::income_support, Account::outside, euros(step.now.norms.bijstand_single));
    add_young_load(world, {c.key[child], c.birth_day[child], c.household[child].index, static_cast<std::uint32_t>(child), false},
                   now.homeless_worsening);
    return false;
}

// Rows of the children of 18 and over without a home; nobody else loses one in this process.
std::vector<std::uint32_t> rows_without_home(const Step& step) {
    const Children& c = step.world.children;
    const std::int32_t grown_up = born_by(full_age, step.day());
    return rows_where(c.key.size(), step.grain, [&](std::size_t i) { return c.birth_day[i] <= grown_up && c.young[i].home != YoungHome::settled; });
}

// Of `rows` those for whom `fits(life)`, who have waited longest first. Whoever has moved out has left its row empty.
template <class Fits>
std::vector<Seeker> seekers_of(const World& world, const std::vector<std::uint32_t>& rows, const Fits& fits) {
    std::vector<Seeker> seekers;
    const Children& c = world.children;
    for (const std::uint32_t i : rows)
        if (c.household[i].exists() && fits(c.young[i])) seekers.push_back({c.young[i].home_months, c.key[i], i});
    std::sort(seekers.begin(), seekers.end(), [](const Seeker& a, const Seeker& b) {
        return a.months != b.months ? a.months > b.months : a.key < b.key;
    });
    return seekers;
}

bool homeless(const YoungLife& life) { return life.home == YoungHome::homeless; }
bool seeks_home(const YoungLife& life) { return life.home != YoungHome::settled; }

void give_homes(Step& step, const std::vector<std::uint32_t>& rows) {
    YoungPlaces& places = step.world.places;
    for (const Seeker& seeker : seekers_of(step.world, rows, seeks_home)) {
        if (places.homes_used >= places.homes) break;
        places.crisis_used -= step.world.children.young[seeker.child].home == YoungHome::crisis;
        move_out(step, seeker.child, true);
        ++places.homes_used;
    }
}

// A stay in a crisis place can be extended while nobody else waits for it.
void give_crisis_places(Step& step, const std::vector<std::uint32_t>& rows) {
    YoungPlaces& places = step.world.places;
    Children& c = step.world.children;
    const std::vector<Seeker> waiting = seekers_of(step.world, rows, homeless), over = seekers_of(step.world, rows, [&](const YoungLife& life) {
        return life.home == YoungHome::crisis && life.home_months >= step.now.young.crisis_months;
    });
    std::size_t gone = 0;
    for (const Seeker& seeker : waiting) {
        if (places.crisis_used >= places.crisis) {
            if (places.crisis_used > places.crisis || gone >= over.size()) break;
            c.young[over[gone].child].home = YoungHome::homeless;
            c.young[over[gone++].child].home_months = 0;
            --places.crisis_used;
        }
        c.young[seeker.child].home = YoungHome::crisis;
        c.young[seeker.child].home_months = 0;
        ++places.crisis_used;
    }
}

// Places of youth help that are kept: nobody else can start on them, and they are paid.
void keep_places(Step& step, const std::vector<std::uint32_t>& rows) {
    World& world = step.world;
    auto& blocked = world.places.blocked;
    blocked.assign(step.now.help_types.size(), 0);
    const Children& c = world.children;
    for (const std::uint32_t i : rows)
        if (c.household[i].exists() && c.young[i].home == YoungHome::blocked) ++blocked[c.young[i].place];
    for (std::size_t type = 0; type < blocked.size(); ++type) {
        if (blocked[type] == 0) continue;
        const Cents week = world.services[first_help_service + type].hour_price;
        const Cents month = scaled(week, 365.25 / 7.0 / 12.0) * blocked[type];
        world.ledger.pay(Account::youth, Account::providers, month);
        world.tally.spending[type] += month.count;
    }
    set_capacities(step);
}

}  // namespace

void house_young(Step& step) {
    if (!step.month || step.spin_up) return;
    World& world = step.world;
    move_on(step);
    const std::vector<std::uint32_t> rows = rows_without_home(step);
    for (const Seeker& seeker : seekers_of(world, rows, seeks_home))
        if (wait_a_month(step, seeker.child)) move_out(step, seeker.child, false);
    count_places(step);
    give_homes(step, rows);
    give_crisis_places(step, rows);
    keep_places(step, rows);
}

}  // namespace ontkoker::processes
