#include "young.h"

#include <algorithm>

#include "people.h"

namespace ontkoker {
namespace {

constexpr std::uint64_t home_of_young = 41;  // purpose of derived keys: the household that a young person founds

bool owns(const World& world, const YoungSeat& seat, std::uint32_t number) {
    if (seat.adult)
        return seat.row < world.adults.key.size() && world.adults.key[seat.row] == seat.key && world.adults.young[seat.row].seat == number;
    return seat.row < world.child_rows() && world.children.household[seat.row].exists() && world.children.key[seat.row] == seat.key &&
           world.children.young[seat.row].seat == number;
}

}  // namespace

Level young_load(const World& world, const YoungPerson& who) {
    if (who.adult) return world.adults.young[who.row].load;
    const Children& c = world.children;
    return load_of(c.own[who.row], c.family[who.row], c.livelihood[who.row]);
}

void add_young_load(World& world, const YoungPerson& who, double points) {
    if (!who.adult && world.children.group[who.row] == ChildGroup::lifelong) return;
    Level& load = who.adult ? world.adults.young[who.row].load : world.children.own[who.row];
    load = Level::from(std::clamp(load.value() + points, 0.0, 10.0));
}

void ask_adult_care(Step& step, const YoungPerson& who, Moment arrival) {
    World& world = step.world;
    YoungPlaces& places = world.places;
    Service& service = world.services[adult_care_service];
    if (service.line.servers() == 0) return;
    auto number = static_cast<std::uint32_t>(places.seats.size());
    if (places.free_seats.empty()) {
        places.seats.emplace_back();
    } else {
        number = places.free_seats.back();
        places.free_seats.pop_back();
    }
    const auto words = step.draw(who.key, Decision::young_patience, 0);
    LineRequest request;
    request.key = who.key;
    request.client = number;
    request.arrival = arrival;
    request.patience_ends = arrival + std::max<Moment>(1, static_cast<Moment>(nearest(
                                          exponential(words[0], step.now.young.adult_patience_weeks) * minutes_per_step)));
    request.weekly_load = service.weekly_load;
    places.seats[number] = {who.key, service.line.submit(request), who.row, static_cast<std::uint8_t>(who.adult)};
    YoungLife& life = life_of(world, who);
    life.seat = number;
    life.care = AdultCare::asked;
}

bool owner_of(const World& world, std::uint32_t number, YoungPerson& who) {
    const YoungSeat& seat = world.places.seats[number];
    if (!owns(world, seat, number)) return false;
    who.key = seat.key;
    who.row = seat.row;
    who.adult = seat.adult;
    who.birth_day = seat.adult ? world.adults.birth_day[seat.row] : world.children.birth_day[seat.row];
    who.household = seat.adult ? seat.row / 2 : world.children.household[seat.row].index;
    return true;
}

void leave_seat(World& world, std::uint32_t number) {
    world.places.seats[number] = {};
    world.places.free_seats.push_back(number);
}

bool leaves_to_no_home(const Step& step, std::size_t child) {
    const World& world = step.world;
    const YoungLife& life = world.children.young[child];
    if (life.age == 0) return false;
    const Young& now = step.now.young;
    const Children& c = world.children;
    const bool burdened = load_of(c.own[child], c.family[child], c.livelihood[child]) >= Level::from(now.need_limit);
    if (!burdened && life.network) return false;
    return happens(step.draw(c.key[child], Decision::young_home, step.number)[3], now.without_home);
}

void lose_home(Step& step, std::size_t child) {
    World& world = step.world;
    YoungLife& life = world.children.young[child];
    life.home = YoungHome::homeless;
    life.home_months = 0;
    life.has_address = happens(step.draw(world.children.key[child], Decision::young_address, 0)[0], step.now.young.briefadres);
    ++world.tally.young.put_out;
    note(step, world.children.household[child].index, Event::without_home, step.begin(), 0, world.children.key[child]);
}

std::size_t move_out(Step& step, std::size_t child, bool young_home) {
    World& world = step.world;
    Children& c = world.children;
    const ChildId id(child);
    stop_help(world, id, step.begin());
    YoungLife life = c.young[child];
    // A home for the young ends at 27.
    life.home = young_home && age_on(c.birth_day[child], step.day()) < young_below ? YoungHome::young_home : YoungHome::settled;
    life.home_months = 0;
    life.load = c.own[child];
    const AgentKey key = c.key[child];
    const bool works = life.works || life.guided;
    const Cents wage = euros(life.guided ? step.now.young.guided_pay
                                         : step.now.norms.minimum_wage_net * step.now.demography.starter_wage_low);
    const AdultRecord adult{key, c.birth_day[child], c.woman[child], works ? Activity::work : Activity::none,
                            works ? wage : Cents(0), 0, life};
    note(step, c.household[child].index, Event::young_home_found, step.begin(), 0, key);
    world.remove_child(id);
    ++world.tally.young.housed;
    return found_household(step, derived_key(key, home_of_young, 0), adult, Decision::young_home).index;
}

}  // namespace ontkoker
