// The two files of the college: books (college.cpp), and what is foreseen and decided (budget_cycle.cpp).
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker::processes {

// Spring note in June, budget in November, and every month the cuts that come into force (D8).
void follow_budget_cycle(Step& step);
// The result of the year if spending goes on as it did, seen at the beginning of month `month`.
Cents foreseen_result(const Step& step, int month);
inline Cents floor_of(const Step& step) {
    return scaled(step.world.governance.opening_reserve, step.now.college.reserve_floor);
}

}  // namespace ontkoker::processes
