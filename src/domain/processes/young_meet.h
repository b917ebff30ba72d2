// The first look at a young person.
#pragma once
#include "../young.h"

namespace ontkoker::processes {

void meet_young(Step& step, const YoungPerson& who);
// Counts somebody whose birthday it is (young_big5.cpp).
using Big5Counts = decltype(YoungTally::big5);
void look_at_big5(const Step& step, const YoungPerson& who, Big5Counts& big5);

}  // namespace ontkoker::processes
