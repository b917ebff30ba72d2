// What the municipality has decided and learnt in the run, as changes of the same named values that levers edit (D7, D10,
// D17). Applied to a month's parameters after the levers, so that processes go on reading named values only.
#pragma once
#include "ontkoker/domain/parameters.h"
#include "ontkoker/domain/world.h"

namespace ontkoker {

// Changes `now` by what `world` has decided. Nothing decided: not one bit.
void apply_decisions(const World& world, Parameters& now);

// What the local team's help costs a year at base hours, EUR.
double team_help_money(const World& world, const Parameters& now);
// D17: what base budget pays, EUR an inhabitant and year, with what it takes over of money that ends in this month.
double structural_money(const TemporaryMoney& money, const Governing& now);

}  // namespace ontkoker
