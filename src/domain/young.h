// People of 16 to 26, with their parents or on their own: what the processes of B6, B7 and B8 share.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

constexpr int young_from = 16, young_below = 27, full_age = 18;

// One young person, in whichever column the row stands.
struct YoungPerson {
    AgentKey key;
    std::int32_t birth_day;
    std::size_t household;
    std::uint32_t row;      // child, or slot of an adult
    bool adult;
};

inline YoungLife& life_of(World& world, const YoungPerson& who) {
    return who.adult ? world.adults.young[who.row] : world.children.young[who.row];
}
Level young_load(const World& world, const YoungPerson& who);
// Adds to (or takes from) the own load; a lifelong load stays.
void add_young_load(World& world, const YoungPerson& who, double points);
// Neither in school nor at work.
inline bool is_idle(const World& world, const YoungPerson& who) {
    const YoungLife& life = who.adult ? world.adults.young[who.row] : world.children.young[who.row];
    return !life.in_school && !life.guided &&
           !(who.adult ? world.adults.activity[who.row] == Activity::work : life.works != 0);
}

// The birth days of those of 16 to 26 on a day.
struct YoungAges {
    std::int32_t after, last;
    explicit YoungAges(int day) : after(born_by(young_below, day)), last(born_by(young_from, day)) {}
    bool fit(std::int32_t birth_day) const { return (birth_day > after) & (birth_day <= last); }
};

// Calls visit(YoungPerson) for the young in rows begin to end of the children, and of the adults.
template <class Visit>
void young_children(const World& world, const YoungAges& ages, std::size_t begin, std::size_t end, const Visit& visit) {
    const Children& c = world.children;
    for (std::size_t i = begin; i < end; ++i)
        if (ages.fit(c.birth_day[i]) && c.household[i].exists())
            visit(YoungPerson{c.key[i], c.birth_day[i], c.household[i].index, static_cast<std::uint32_t>(i), false});
}
template <class Visit>
void young_adults(const World& world, const YoungAges& ages, std::size_t begin, std::size_t end, const Visit& visit) {
    const Adults& a = world.adults;
    for (std::size_t slot = begin; slot < end; ++slot)
        if (ages.fit(a.birth_day[slot])) visit(YoungPerson{a.key[slot], a.birth_day[slot], slot / 2, static_cast<std::uint32_t>(slot), true});
}

// Calls visit(YoungPerson) for everyone of 16 to 26 on `day`: children by row, then adults. Processes loop in parallel
// (processes/young_loops.h).
template <class Visit>
void each_young(const World& world, int day, const Visit& visit) {
    const YoungAges ages(day);
    young_children(world, ages, 0, world.child_rows(), visit);
    young_adults(world, ages, 0, world.adults.key.size(), visit);
}

// Adult care (B6): a seat in its line, which knows the row of its owner (put_adult() keeps it).
void ask_adult_care(Step& step, const YoungPerson& who, Moment arrival);
// The owner of a seat, if there still is one.
bool owner_of(const World& world, std::uint32_t number, YoungPerson& who);
void leave_seat(World& world, std::uint32_t number);

// B8: a burdened youth, or one without network, may leave to no home at all.
bool leaves_to_no_home(const Step& step, std::size_t child);
// Starts a life on couches or outside.
void lose_home(Step& step, std::size_t child);
// The young person moves from the parents' row into a home of its own.
std::size_t move_out(Step& step, std::size_t child, bool young_home);

}  // namespace ontkoker
