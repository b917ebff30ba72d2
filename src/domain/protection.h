// The safety chain (B5, B10): what its processes, the books of people and the opening share.
#pragma once
#include <string>

#include "ontkoker/domain/config.h"
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Chance a year of an unsafe situation for a child in the home that it has now.
double unsafety(const World& world, ChildId child, const Safety& now);
// No child has a larger one: all problems of parents, full financial stress, the largest family load that there is.
double most_unsafety(const World& world, const Safety& now);
// How averse to risk everybody is, against the base: attitude and alarm.
double risk_aversion(const World& world, const Safety& now);
// Factor on every decision to escalate: risk aversion raises it, shared work on risk lowers it. 1 in the base.
double caution(const World& world, const Safety& now);
// `chance` of a heavier step at severity 0, 1 or 2, kept between 0 and 1.
double weighed(double chance, int heavy, const Safety& now);

// Ends whatever the safety chain does with a child, without an outcome of its own (moved away, grown up, died).
void stop_safety(World& world, ChildId child, Moment now);

// Opens the lines of the board and the certified institution and draws who is under a measure at the start; needs the
// stocks of help. Hours at the start are those that the expected numbers ask for.
void open_protection(World& world, const Profile& profile, const Parameters& parameters, const Draws& draws, int sample, Moment start);
// Pays a week of delivered hours: the board by justice, the certified institution by the youth fund.
void pay_protection(Step& step, std::size_t service, const LineCounts& counts);
// Tickets of board and certified institution against the state of children.
void check_protection(const World& world, std::vector<std::string>& broken);

}  // namespace ontkoker
