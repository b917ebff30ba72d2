// Parts of the school process: who is at school, places, group staff, money.
#pragma once
#include <vector>

#include "ontkoker/domain/step.h"

namespace ontkoker::processes {

// Risk of a child against that of a mean pupil at the opening: load, lifelong disability, one adult at home (A5).
double school_risk(const Step& step, std::size_t child);
// No child has a larger one.
double most_school_risk(const Step& step);
// Draws the start stock and counts schools and places.
void open_schools(Step& step);
// Children become four or eighteen, or come to live here.
void enter_and_leave(Step& step);

// What must be settled this week: a decision is due, support must be decided on again, support must be asked for.
inline bool is_decided(const SchoolState& s, const Step& step) { return s.ask != SchoolAsk::none && s.due < step.end(); }
inline bool must_renew(const SchoolState& s) { return s.granted && !s.group && s.grant_left == 0 && s.place == SchoolPlace::support; }
inline bool must_ask(const SchoolState& s) {
    return s.place == SchoolPlace::regular && s.need && !s.granted && !s.group && s.ask == SchoolAsk::none;
}

// Somebody must look each week; of others nothing is asked, and they wait for nothing.
inline bool is_open(const SchoolState& s) {
    return s.ask != SchoolAsk::none || s.place == SchoolPlace::waiting || s.place == SchoolPlace::special || s.group || must_renew(s) || must_ask(s);
}
inline void watch(Children& c, std::size_t i) {
    if (is_open(c.school[i])) c.watched[i] |= watch_school;
}

// Rows of the pupils with whom something is the matter, found in one look at all; those unsettled are in no other list.
struct Pupils {
    std::vector<std::uint32_t> unsettled, waiting, grouped;
    std::int64_t special = 0;
    void count(const SchoolState& s, std::uint32_t row);
    void add(const Pupils& other);
};
Pupils look_at_pupils(Step& step);
// Free places go to those admitted, the longest wait first.
void fill_special_places(Step& step, Pupils& pupils);
// D13: the hours of each school's group staff go to those who need most; `grouped` are those who were helped last week.
void share_group_staff(Step& step, const std::vector<std::uint32_t>& grouped);
void pay_schools(Step& step);

}  // namespace ontkoker::processes
