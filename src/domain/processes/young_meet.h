// The first look at a young person.
#pragma once
#include "../young.h"

namespace ontkoker::processes {

// Share of those of 18 to 26 who live with their parents: who has no home at the start is booked there.
constexpr double home_share = 0.5;

void meet_young(Step& step, const YoungPerson& who);
// Counts somebody whose birthday it is (young_big5.cpp).
void look_at_big5(Step& step, const YoungPerson& who);

}  // namespace ontkoker::processes
