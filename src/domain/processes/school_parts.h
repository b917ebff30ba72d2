// Parts of the school process: who is at school, places, group staff, money.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker::processes {

// Risk of a child against that of a mean pupil at the opening: load, lifelong disability, one adult at home (A5).
double school_risk(const Step& step, std::size_t child);
// Draws the start stock and counts schools and places.
void open_schools(Step& step);
// Children become four or eighteen, or come to live here.
void enter_and_leave(Step& step);
// Free places go to those admitted, the longest wait first.
void fill_special_places(Step& step);
// D13: the hours of each school's group staff go to those who need most.
void share_group_staff(Step& step);
void pay_schools(Step& step);

}  // namespace ontkoker::processes
