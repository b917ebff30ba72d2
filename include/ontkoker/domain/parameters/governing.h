// D7, D10, D17: walls, revolving fund, money that ends, learning and its backing.
// Values, ranges, units, sources: models/parameters/governing.json.
#pragma once
#include <array>

#include "ontkoker/domain/state/governing.h"

namespace ontkoker {

// What a holder believes of one kind of investment: EUR gained a year for each EUR spent a year, by where it lands.
struct Belief {
    double own = 0, inside = 0, outside = 0;      // his own fund; other funds of the municipality; other payers
};

struct Governing {
    double backing = 0;                           // 0..1: how far management and college back who uses the room there is (D4, D10)
    // D7: walls.
    double inner_walls = 0;                       // 0..1: share to which gains and results of the municipality's other funds count
    double outer_agreements = 0;                  // 0..1: share of their believed gain that outside payers share back
    double revolving_share = 0;                   // 0..1: of measured savings on youth help, into the revolving fund
    double saving_trend = 0;                      // growth a year of youth spending a minor that counts as no saving or loss
    double invest_room = 0;                       // share of a year's result that may change one investment
    double invest_most = 0;                       // EUR an inhabitant and year, of one investment
    std::array<Belief, investment_count> belief{};
    double outreach_effect = 0;                   // chance that a seen livelihood problem leads to claims, for EUR 1 an inhabitant
    double parent_care_tariff = 0;                // EUR an hour of adult care that is bought
    // D17: money that ends.
    double temporary_money = 0;                   // EUR an inhabitant and year
    double structural_share = 0;                  // 0..1: of ended money that base budget takes over
    double worker_relief = 0;                     // share of extra professionals around families saved, for EUR 1 an inhabitant
    // D10: learning.
    double reflection = 0, anchoring = 0;         // 0..1
    double leadership_change = 0;                 // 0..1, rises at the date of the change
    double learn_years = 1, forget_years = 1;             // in which about two thirds of the gap closes
    double change_loss = 0;                       // share of views lost at a whole change of leadership
    double views_breadth = 0, views_risk = 0;     // share of the missing breadth gained; of aversion to risk lost, at full views
    double views_case = 0;                        // share of equality thinking (D9) that gives way to weighing the case, at full views
};

}  // namespace ontkoker
