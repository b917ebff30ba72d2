// The first look at a young person.
#pragma once
#include "../young.h"

namespace ontkoker::processes {

void meet_young(Step& step, const YoungPerson& who);
// Counts somebody whose birthday it is (young_big5.cpp).
void look_at_big5(Step& step, const YoungPerson& who);

}  // namespace ontkoker::processes
