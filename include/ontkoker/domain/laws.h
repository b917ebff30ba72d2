// Books that must balance. A run that breaks one is no result.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/domain/world.h"

namespace ontkoker {

// The cheap laws, for every step: nobody waits while a fitting professional is idle; the ledger adds up to zero.
std::vector<std::string> broken_weekly_laws(const World& world);
// Recounts of people, money and lines: everybody in exactly one household, one state of help and one place in line.
std::vector<std::string> broken_monthly_laws(const World& world);

}  // namespace ontkoker
